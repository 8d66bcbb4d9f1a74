"""The phone's body: a rounded frame that is painted, and can be dragged and resized by its edge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.phone.measures import bezel, corner


class CornerCover(QWidget):
    """Lies over the display and paints the body's colour in its four corners, since children are not clipped round."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what lies between the rectangle and the rounded rectangle."""
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()).adjusted(-1, -1, 1, 1))
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()), corner(self), corner(self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), body_color(self._theme))


class Display(QWidget):
    """The screen of the phone; ``cover`` stays on top of whatever lies in it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("display")
        self._theme = theme
        self.wallpaper = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.cover = CornerCover(self, theme)

    def resizeEvent(self, _event: object) -> None:
        """Keep the corners covered."""
        self.cover.setGeometry(self.rect())
        self.cover.raise_()

    def set_wallpaper(self, on: bool) -> None:
        """Show the wallpaper (home and lock screen) or the plain background of an app."""
        self.wallpaper = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background under status bar, screen and home bar."""
        from bcdesktop.ui.phone.wallpaper import paint_wallpaper

        painter = QPainter(self)
        if self.wallpaper:
            paint_wallpaper(painter, QRectF(self.rect()), self._theme)
        else:
            painter.fillRect(self.rect(), QColor(self._theme.tokens.background))


class Body(QWidget):
    """The frame around the display. Dragging it moves the window, its lower right corner resizes."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self._theme = theme
        edge = bezel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edge, edge, edge, edge)
        self.display = Display(self, theme)
        layout.addWidget(self.display)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rounded body with a thin rim."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = corner(self) + bezel(self)
        painter.setPen(QPen(QColor(self._theme.tokens.control_border), 1))
        painter.setBrush(body_color(self._theme))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _in_resize_corner(self, point: QPoint) -> bool:
        reach = corner(self)
        size: QSize = self.size()
        return point.x() > size.width() - reach and point.y() > size.height() - reach

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the window system move or resize the window."""
        handle = self.window().windowHandle()
        if event.button() != Qt.MouseButton.LeftButton or handle is None:
            return
        if self._in_resize_corner(event.position().toPoint()):
            handle.startSystemResize(Qt.Edge.RightEdge | Qt.Edge.BottomEdge)
        else:
            handle.startSystemMove()


def body_color(theme: Theme) -> QColor:
    """Return the colour of the phone's frame: dark in both schemes."""
    return QColor(theme.tokens.border if theme.is_dark else theme.tokens.text)

"""Small parts the screens are made of: texts, rows, cards, avatars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.ui.kit.icons import icon, icon_size, pixmap
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.phone.measures import GAP, MEDIUM, SMALL, em


def text(words: str, role: str = "", *, centred: bool = False, selectable: bool = False) -> QLabel:
    """Return a label that wraps; ``role`` as in the kit's style sheet. The text is never read as markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button(words: str, name: str, kind: str = "") -> QPushButton:
    """Return a push button; ``kind`` as in the kit's style sheet (primary, danger, quiet, link)."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAccessibleName(words.replace("&", ""))
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made


def icon_button(words: str, name: str, icon_name: str) -> QToolButton:
    """Return a button that shows only an icon; ``words`` is its accessible name and tooltip."""
    made = QToolButton()
    made.setObjectName(name)
    made.setProperty("kind", "quiet")
    made.setIcon(icon(icon_name, theme_of(made)))
    made.setIconSize(icon_size(made, 1.4))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


class Picture(QLabel):
    """An icon in a colour of the theme, which follows it."""

    def __init__(self, icon_name: str, color: str = "muted", scale: float = 1.4) -> None:
        super().__init__()
        self._icon_name, self._color, self._scale = icon_name, color, scale
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._theme = theme_of(self)
        self._theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = round(em(self) * self._scale)
        self.setPixmap(pixmap(self._icon_name, self._theme, self._color, side, self.devicePixelRatioF()))
        self.setMinimumSize(side, side)


class Row(QPushButton):
    """A line of a list that can be pressed: icon, title, a second line, a value, an arrow."""

    def __init__(
        self, title: str, name: str, *, icon_name: str = "", detail: str = "", value: str = "", arrow: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(MEDIUM)
        self._parts: list[QWidget] = []
        if icon_name:
            layout.addWidget(Picture(icon_name, "text"))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        self._title, self._detail = text(title, "label"), text(detail, "muted")
        # shown without a parent it would flash up as a window of its own
        if not detail:
            self._detail.hide()
        words.addWidget(self._title)
        words.addWidget(self._detail)
        layout.addLayout(words, 1)
        self._value = text(value, "muted")
        self._value.setWordWrap(False)
        if not value:
            self._value.hide()
        layout.addWidget(self._value)
        self.trailing = layout
        self._has_arrow = arrow
        if arrow:
            layout.addWidget(Picture("chevron-right", "muted", 1.1))
        self._let_clicks_through()
        self._name()

    def _let_clicks_through(self) -> None:
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` (a badge) at the right, before the arrow."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.trailing.insertWidget(self.trailing.count() - self._has_arrow, widget)

    def set_title(self, title: str) -> None:
        """Show ``title``."""
        self._title.setText(title)
        self._name()

    def set_value(self, value: str) -> None:
        """Show ``value`` at the right."""
        self._value.setText(value)
        self._value.setVisible(bool(value))
        self._name()

    def set_detail(self, detail: str) -> None:
        """Show ``detail`` under the title."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._name()

    def _name(self) -> None:
        spoken = (self._title.text(), self._detail.text(), self._value.text())
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def height_for(self, width: int) -> int:
        """Return the height the parts need in ``width``, also before the row was ever shown."""
        for label in self.findChildren(QLabel):
            label.ensurePolished()
        self.trailing.invalidate()
        return self.trailing.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return what the parts need, since a push button looks only at its own text."""
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the parts need at least."""
        return self.layout().minimumSize()


class Card(QFrame):
    """A rounded surface with a column of parts."""

    def __init__(self, *parts: QWidget, tight: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        margin = 0 if tight else MEDIUM
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(0 if tight else SMALL)
        for part in parts:
            self.add(part, line=tight)

    def add(self, part: QWidget, *, line: bool = False) -> None:
        """Append ``part``; with ``line`` under a thin line."""
        if line and self.column.count():
            self.column.addWidget(line_across())
        self.column.addWidget(part)

    def clear(self) -> None:
        """Take all parts out."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()


def line_across() -> QFrame:
    """Return a thin line."""
    line = QFrame()
    line.setProperty("role", "line")
    return line


class Avatar(QWidget):
    """A round picture with the first letter of a name, in one of four colours that the name decides."""

    _TOKENS = ("primary", "success", "warning", "danger")

    def __init__(self, name: str, scale: float = 2.2) -> None:
        super().__init__()
        self._name = name
        self._theme = theme_of(self)
        side = round(em(self) * scale)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_name(self, name: str) -> None:
        """Show the letter of ``name``."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and the letter."""
        token = self._TOKENS[sum(self._name.encode()) % len(self._TOKENS)]
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.color(f"{token}_soft")))
        painter.drawEllipse(QRectF(self.rect()))
        font = self.font()
        font.setPixelSize(max(1, round(self.height() * 0.45)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.color(token)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._name[:1].upper() or "?")

"""Icons of one family and one stroke width, drawn in a colour of the theme; they follow it without being set again."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.resources import resource
from bcdesktop.ui.kit.theme import Theme


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _draw(name: str, color: str, width: int, height: int) -> QImage:
    # QtSvg is loaded with the first icon, not with the first import
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(image)
    renderer.render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return image


class _ThemedIconEngine(QIconEngine):
    def __init__(self, name: str, theme: Theme, token: str) -> None:
        super().__init__()
        self._name, self._theme, self._token = name, theme, token

    def clone(self) -> QIconEngine:
        return _ThemedIconEngine(self._name, self._theme, self._token)

    def _pixmap(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        token = "muted" if mode == QIcon.Mode.Disabled else self._token
        color = self._theme.tokens.color(token)
        return QPixmap.fromImage(_draw(self._name, color, max(1, size.width()), max(1, size.height())))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._pixmap(size, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        # the size comes in logical pixels here, unlike in pixmap()
        pixmap = self._pixmap((size.toSizeF() * scale).toSize(), mode)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._pixmap((rect.size().toSizeF() * ratio).toSize(), mode)
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPoint(rect.x(), rect.y()), pixmap)


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:  # noqa: S107 - the name of a colour
    """Return the icon ``name`` of ``resources/icons`` in the colour ``token``; it turns with the theme by itself.

    Raises FileNotFoundError for a name without a picture and KeyError for a token that is none.
    """
    _source(name)
    theme.tokens.color(token)
    return QIcon(_ThemedIconEngine(name, theme, token))


def pixmap(name: str, theme: Theme, token: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of ``side`` logical pixels for a screen with device pixel ratio ``ratio``."""
    pixels = round(side * ratio)
    picture = QPixmap.fromImage(_draw(name, theme.tokens.color(token), pixels, pixels))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon_size(widget: QWidget, scale: float = 1.15) -> QSize:
    """Return the size for an icon beside text of ``widget``, in logical pixels."""
    side = round(widget.fontMetrics().height() * scale)
    return QSize(side, side)

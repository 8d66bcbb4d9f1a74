"""The phone's home screen with its apps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.time_text import date_text
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import GAP, MEDIUM, SMALL, em
from bcdesktop.ui.phone.pieces import text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.status_bar import clock_text


class AppTile(QPushButton):
    """An app's icon with its name below and the number of things that wait."""

    def __init__(self, title: str, name: str, icon_name: str, ground: str, mark: str) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "tile")
        self._icon_name, self._ground, self._mark = icon_name, ground, mark
        self._count = 0
        self._theme = theme_of(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show ``count`` at the icon, nothing for 0."""
        self._count = count
        spoken = self.text() if not count else self.tr("{app}, {count} new").format(app=self.text(), count=count)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the icon and a line of text."""
        line = em(self)
        return QSize(round(line * 5), round(line * 5.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon on its ground, the name and the count."""
        if self.hasFocus():
            words = self.text()
            self.blockSignals(True)
            QPushButton.setText(self, "")
            super().paintEvent(event)
            QPushButton.setText(self, words)
            self.blockSignals(False)
        line, tokens = em(self), self._theme.tokens
        side = line * 3.2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF((self.width() - side) / 2, SMALL, side, side)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.color(self._ground)))
        painter.drawRoundedRect(ground, side * 0.26, side * 0.26)
        inner = round(side * 0.55)
        picture = pixmap(self._icon_name, self._theme, self._mark, inner, self.devicePixelRatioF())
        painter.drawPixmap(round(ground.center().x() - inner / 2), round(ground.center().y() - inner / 2), picture)
        painter.setPen(QColor(tokens.text))
        below = QRectF(0, ground.bottom() + GAP, self.width(), line * 1.3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_count(painter, ground)

    def _paint_count(self, painter: QPainter, ground: QRectF) -> None:
        side = em(self) * 1.15
        dot = QRectF(ground.right() - side * 0.6, ground.top() - side * 0.35, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.danger))
        painter.drawEllipse(dot)
        painter.setPen(QColor(self._theme.tokens.on_danger))
        font = self.font()
        font.setPixelSize(round(side * 0.62))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(min(self._count, 99)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew with another theme."""
        self.update()
        super().changeEvent(event)


class HomeScreen(Screen):
    """TikTok, Mail and Settings."""

    name = "home_screen"
    header = False
    wallpaper = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.add_gap()
        self.home_time_label = text("", "clock", centred=True)
        self.home_date_label = text("", "muted", centred=True)
        self.add_all([self.home_time_label, self.home_date_label])
        self.body.addStretch(2)
        self.tiktok_app_button = AppTile(self.tr("TikTok"), "tiktok_app_button", "music-2", "text", "surface")
        self.mail_app_button = AppTile(self.tr("Mail"), "mail_app_button", "mail", "primary", "on_primary")
        self.settings_app_button = AppTile(
            self.tr("Settings"), "settings_app_button", "settings", "neutral_soft", "text"
        )
        tiles = QHBoxLayout()
        tiles.setSpacing(MEDIUM)
        for tile in (self.tiktok_app_button, self.mail_app_button, self.settings_app_button):
            tiles.addWidget(tile)
        self.body.addLayout(tiles)
        self.body.addStretch(1)
        self.tiktok_app_button.clicked.connect(host.routes.tiktok)
        self.mail_app_button.clicked.connect(host.routes.mail)
        self.settings_app_button.clicked.connect(host.routes.phone_settings)
        host.news.counted.connect(self._show_counts)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._show_time)
        self._timer.start()
        self._show_time()
        self._show_counts()

    def first_focus(self) -> QWidget:
        """Return the TikTok app."""
        return self.tiktok_app_button

    def _show_time(self) -> None:
        self.home_time_label.setText(clock_text(self.host.context.clock))
        self.home_date_label.setText(date_text(self.host.now()))

    def _show_counts(self) -> None:
        self.tiktok_app_button.set_count(self.host.news.requests_waiting)
        self.mail_app_button.set_count(self.host.news.mails_unread)

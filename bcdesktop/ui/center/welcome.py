"""The first page of a new store: what this program is, and the two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.theme import Theme


class WelcomeView(QWidget):
    """Set up, try the example, or open another store."""

    set_up_requested = Signal()
    example_requested = Signal()
    store_requested = Signal()
    ads_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("welcome_view")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = text_label(self.tr("Business Center Desktop"), "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = text_label(
            self.tr("Keeps on your own computer who may use which TikTok account. The owner agrees by a QR code."),
            "muted",
            wrap=True,
        )
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        independent = text_label(
            self.tr("Independent of TikTok. The program contacts no server by itself."), "small", wrap=True
        )
        independent.setObjectName("independent_label")
        independent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_store_button = QPushButton(self.tr("&Open another store…"))
        self.open_store_button.setObjectName("open_store_button")
        self.open_store_button.setProperty("kind", "quiet")
        self.open_store_button.clicked.connect(self.store_requested)
        self.open_ads_button = QPushButton(self.tr("Open Ads &Manager"))
        self.open_ads_button.setObjectName("open_ads_button")
        self.open_ads_button.setProperty("kind", "quiet")
        self.open_ads_button.clicked.connect(self.ads_requested)
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        inner = QVBoxLayout(column)
        inner.setSpacing(8)
        for part in (self._picture, title, sentence):
            inner.addWidget(part)
        inner.addSpacing(16)
        inner.addLayout(self._ways())
        inner.addSpacing(8)
        others = QHBoxLayout()
        others.addStretch(1)
        others.addWidget(self.open_store_button)
        others.addWidget(self.open_ads_button)
        others.addStretch(1)
        inner.addLayout(others)
        inner.addSpacing(16)
        inner.addWidget(independent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 10)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()

    def _ways(self) -> QHBoxLayout:
        self.set_up_button = QPushButton(self.tr("&Set up your Business Center"))
        self.set_up_button.setProperty("kind", "primary")
        self.set_up_button.clicked.connect(self.set_up_requested)
        self.example_button = QPushButton(self.tr("&Try it with an example agency"))
        self.example_button.clicked.connect(self.example_requested)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for name, button, icon_name, heading, text in (
            (
                "set_up_button",
                self.set_up_button,
                "building-2",
                self.tr("Begin with your own"),
                self.tr("Takes about three minutes: log in with TikTok, say who you are, keep the recovery text."),
            ),
            (
                "example_button",
                self.example_button,
                "layers",
                self.tr("Look around first"),
                self.tr("Opens a separate store with made-up clients. Nothing of it gets mixed with your own data."),
            ),
        ):
            button.setObjectName(name)
            ways.addWidget(self._way(button, icon_name, heading, text), 1)
        return ways

    def _way(self, button: QPushButton, icon_name: str, heading: str, text: str) -> Card:
        token = "on_primary" if button.property("kind") == "primary" else "text"
        set_button_icon(button, icon_name, token)
        card = Card(heading)
        card.body.addWidget(text_label(text, "muted", wrap=True))
        card.body.addStretch(1)
        card.body.addSpacing(8)
        card.body.addWidget(button)
        return card

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 3)
        self._picture.setPixmap(pixmap("qr-code", self._theme, "primary", side, self.devicePixelRatioF()))

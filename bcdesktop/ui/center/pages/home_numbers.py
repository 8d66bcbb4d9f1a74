"""The numbers on Home: how many TikTok accounts, ad accounts and running ads, each with the way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.services.records import Home
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.kit.cards import Card, clear_layout, text_label


@dataclass(frozen=True)
class HomeNumber:
    """One number. ``name`` ends the object names of its parts; ``page`` is where it leads, empty for nowhere."""

    name: str
    text: str
    value: str
    page: str = ""


class NumbersCard(Card):
    """Numbers beside each other, made anew when they changed."""

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("numbers_card")
        self._navigator = navigator
        self._shown: tuple[HomeNumber, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        self.body.addLayout(self._row)

    def show_home(self, home: Home) -> None:
        """Show the numbers of the Business Center; nothing while there is nothing to count."""
        self.setVisible(bool(home.accounts or home.ad_accounts))
        self.show_numbers(
            (
                HomeNumber("accounts", self.tr("TikTok accounts"), _whole(home.accounts), "tiktok_accounts"),
                HomeNumber("ad_accounts", self.tr("Ad accounts"), _whole(home.ad_accounts), "ad_accounts"),
                HomeNumber("ads", self.tr("Running ads"), _whole(home.ads)),
            )
        )

    def show_numbers(self, numbers: Sequence[HomeNumber]) -> None:
        """Show ``numbers`` in place of those of before."""
        if tuple(numbers) == self._shown:
            return
        self._shown = tuple(numbers)
        clear_layout(self._row)
        for number in numbers:
            self._row.addWidget(self._tile(number))
        self._row.addStretch(1)

    def _tile(self, number: HomeNumber) -> QWidget:
        tile = QWidget()
        value = text_label(number.value, "title")
        value.setObjectName(f"number_{number.name}_label")
        value.setAccessibleName(f"{number.text}: {number.value}")
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(value)
        if not number.page:
            column.addWidget(text_label(number.text, "muted"))
            return tile
        button = QPushButton(number.text)
        button.setObjectName(f"number_{number.name}_button")
        button.setProperty("kind", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self._navigator.go, number.page))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return tile


def _whole(number: int) -> str:
    return QLocale().toString(number)

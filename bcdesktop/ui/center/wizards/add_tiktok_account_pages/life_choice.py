"""How long a request lives: minutes for a code anybody may answer, hours and days for an addressed one."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from bcdesktop.core.limits import ADDRESSED_CHOICES, LIFETIMES, QR_CODE_CHOICES

_WORDS = {
    timedelta(minutes=5): QT_TRANSLATE_NOOP("LifeChoice", "5 minutes"),
    timedelta(minutes=10): QT_TRANSLATE_NOOP("LifeChoice", "10 minutes"),
    timedelta(hours=1): QT_TRANSLATE_NOOP("LifeChoice", "1 hour"),
    timedelta(hours=24): QT_TRANSLATE_NOOP("LifeChoice", "24 hours"),
    timedelta(days=7): QT_TRANSLATE_NOOP("LifeChoice", "7 days"),
}


def life_text(life: timedelta) -> str:
    """Return one of the choices in words."""
    return QCoreApplication.translate("LifeChoice", _WORDS[life])


class LifeChoice(QComboBox):
    """``offer`` the choices that fit; a choice the person made stays where it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("life_combo")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.qr_code_life = LIFETIMES.qr_code
        self.addressed_life = LIFETIMES.addressed
        self._chosen: timedelta | None = None
        self.activated.connect(self._remember)

    def offer(self, *, is_open: bool, is_notification: bool) -> None:
        """Show the choices for an open code, an addressed code or a notification (decisions.md, Lifetimes)."""
        choices = QR_CODE_CHOICES if is_open else ADDRESSED_CHOICES
        usual = LIFETIMES.notification if is_notification else self.addressed_life
        usual = self.qr_code_life if is_open else usual
        self.clear()
        for life in choices:
            self.addItem(life_text(life))
        self._lives = choices
        self.setCurrentIndex(choices.index(self._chosen if self._chosen in choices else usual))

    def life(self) -> timedelta:
        """Return the choice."""
        return self._lives[self.currentIndex()]

    def _remember(self, index: int) -> None:
        self._chosen = self._lives[index]

"""Says before the consent that the owner had ended this Business Center's access on purpose (A0-45)."""

from __future__ import annotations

from datetime import datetime

from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.phone.pieces import Card, text


class TakenBackCard(Card):
    """Nothing comes back by itself: authorizing again is a new decision."""

    def __init__(self, name: str, taken_back_at: datetime) -> None:
        super().__init__()
        self.setProperty("role", "")
        self.setProperty("notice", "warning")
        date = date_text(taken_back_at)
        self.taken_back_label = text(self.tr("You ended this access on {date}").format(date=date), "strong")
        self.taken_back_label.setObjectName("taken_back_label")
        self.taken_back_label.setToolTip(exact(taken_back_at))
        self.add(self.taken_back_label)
        self.add(
            text(
                self.tr(
                    "{name} asks again. It gets access only if you authorize now. To refuse all it asks, decline and "
                    "block it."
                ).format(name=name)
            )
        )

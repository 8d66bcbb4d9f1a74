"""A card was scanned: who it says it is, and the 30 digits that prove it (security.md 2.5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.errors import AppError
from bcdesktop.services.phone_records import ScannedCard
from bcdesktop.ui.kit.time_text import date_text
from bcdesktop.ui.phone.digit_lines import in_lines
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Avatar, Card, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile


def keep_centre(phone: PhoneProfile, scanned: ScannedCard) -> None:
    """Pin the card's Business Center and note that the digits were compared. Raises CentreKeyChanged."""
    if scanned.business_center_id is not None:
        phone.pin_centre(scanned.business_center_id, scanned.name, scanned.public_key)
        phone.mark_compared(scanned.business_center_id)


class CardScreen(Screen):
    """A Business Center's card can be kept; an owner's card can only be read here."""

    name = "card_screen"
    passing = True

    def __init__(self, host: Host, scanned: ScannedCard) -> None:
        super().__init__(host)
        self._scanned = scanned
        kind = self.tr("Business Center's card") if scanned.is_centre else self.tr("Owner's card")
        who = self.tr("Business Center {id}").format(id=scanned.business_center_id)
        if not scanned.is_centre:
            who = ", ".join(f"@{handle}" for handle in scanned.handles)
        self.card_digits_label = text(in_lines(scanned.digits), "digits", centred=True, selectable=True)
        self.card_digits_label.setObjectName("card_digits_label")
        self.error = ErrorCard()
        self.body.addWidget(Avatar(scanned.name, 3.6))
        self.add_all(
            [
                text(kind, "caption"),
                text(scanned.name, "title"),
                text(who, "muted"),
                text(self.tr("Made on {date}").format(date=date_text(scanned.made_at)), "small"),
                Card(
                    text(self.tr("The 30 digits of its key"), "strong"),
                    self.card_digits_label,
                    text(
                        self.tr(
                            "Anybody can make a card with any name. It is theirs only if the other side reads you the "
                            "same 30 digits."
                        ),
                        "muted",
                    ),
                ),
                self.error,
            ]
        )
        self.body.addStretch(1)
        self.keep_card_button = button(self.tr("The digits agree: keep it"), "keep_card_button", "primary")
        self.leave_card_button = button(self.tr("Leave it"), "leave_card_button", "quiet")
        if scanned.is_centre:
            self.foot.addWidget(self.keep_card_button)
        self.foot.addWidget(self.leave_card_button)
        self.show_foot()
        self.keep_card_button.clicked.connect(self._keep)
        self.leave_card_button.clicked.connect(host.navigator.pop)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Card")

    def _keep(self) -> None:
        self.host.run(self, partial(keep_centre, self.host.profile, self._scanned), self._kept, self._failed)

    def _kept(self, _result: object) -> None:
        self.host.say(self.tr("{name} is known to this phone now.").format(name=self._scanned.name))
        self.host.navigator.pop()

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)

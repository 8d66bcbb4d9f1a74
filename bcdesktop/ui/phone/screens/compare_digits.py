"""One known Business Center: its 30 digits, and whether it may ask (security.md 1.3 A9, 2.5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.code import fingerprint_digits
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import date_text
from bcdesktop.ui.phone.digit_lines import in_lines
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile, PinnedCentre


def read_centre(phone: PhoneProfile, business_center_id: str) -> tuple[PinnedCentre | None, str]:
    """Return a known Business Center and its 30 digits."""
    centre = phone.centre(business_center_id)
    return centre, fingerprint_digits(centre.public_key) if centre is not None else ""


class CompareDigitsScreen(Screen):
    """Marks the digits as compared; blocks and unblocks."""

    name = "compare_digits_screen"

    def __init__(self, host: Host, business_center_id: str) -> None:
        super().__init__(host)
        self._business_center_id = business_center_id
        self.compare_name_label = text("", "title")
        self.compare_badge = Badge()
        self.compare_digits_label = text("", "digits", centred=True, selectable=True)
        self.compare_digits_label.setObjectName("compare_digits_label")
        self.mark_compared_button = button(self.tr("The digits agree"), "mark_compared_button", "primary")
        self.muted = QCheckBox(self.tr("&Block this Business Center"))
        self.muted.setObjectName("muted")
        self.muted.setAccessibleName(self.tr("Block this Business Center"))
        self.add_all(
            [
                self.compare_name_label,
                text(self.tr("Business Center {id}").format(id=business_center_id), "small"),
                self.compare_badge,
                Card(
                    text(self.tr("30 digits"), "strong"),
                    self.compare_digits_label,
                    text(
                        self.tr(
                            "Call them on a number you already have. They read the digits from their Settings, you "
                            "read along. If one digit differs, somebody else uses this name."
                        ),
                        "muted",
                    ),
                    self.mark_compared_button,
                ),
                Card(self.muted, text(self.tr("Its codes and notifications are refused without asking you."), "muted")),
            ]
        )
        self.body.addStretch(1)
        self.mark_compared_button.clicked.connect(self._mark)
        self.muted.clicked.connect(self._mute)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Compare 30 digits")

    def refresh(self) -> None:
        """Read it anew."""
        self.host.run(self, partial(read_centre, self.host.profile, self._business_center_id), self._show)

    def _show(self, found: tuple[PinnedCentre | None, str]) -> None:
        centre, digits = found
        if centre is None:
            self.host.navigator.pop()
            return
        self.compare_name_label.setText(centre.name)
        self.compare_digits_label.setText(in_lines(digits))
        self.muted.setChecked(centre.muted)
        compared = centre.digits_compared_at
        self.mark_compared_button.setVisible(compared is None)
        if compared is None:
            since = date_text(centre.first_seen_at)
            self.compare_badge.set_badge(
                self.tr("Known since {date}, not compared").format(date=since), BadgeKind.NEUTRAL
            )
        else:
            self.compare_badge.set_badge(
                self.tr("Compared on {date}").format(date=date_text(compared)), BadgeKind.SUCCESS
            )

    def _mark(self) -> None:
        self.host.run(self, partial(self.host.profile.mark_compared, self._business_center_id), self._changed)

    def _mute(self, muted: bool) -> None:
        self.host.run(self, partial(self.host.profile.mute_centre, self._business_center_id, muted), self._changed)

    def _changed(self, _result: object) -> None:
        self.host.say(self.tr("Saved."))
        self.host.news.read()
        self.refresh()

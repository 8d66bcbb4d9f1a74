"""The texts of the guide on ending access that does not work: symptom, cause, cure, way there (domain.md 5.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Guide"


@dataclass(frozen=True)
class WayThere:
    """What a button of the guide does: triggers the window's ``action``, or goes to ``page`` with ``what``.

    ``admin`` is None for everybody, else whom it is offered to: Admins alone, or everybody else alone.
    """

    name: str
    text: str
    action: str = ""
    page: str = ""
    what: dict[str, Any] = field(default_factory=dict)
    admin: bool | None = None

    @property
    def label(self) -> str:
        """The words on the button."""
        return QCoreApplication.translate(_CONTEXT, self.text)


@dataclass(frozen=True)
class EndingTrouble:
    """One trouble."""

    symptom: str
    cause: str
    cure: str
    ways: tuple[WayThere, ...] = ()

    @property
    def texts(self) -> tuple[str, str, str]:
        """Symptom, cause and cure in the person's language."""
        symptom, cause, cure = (QCoreApplication.translate(_CONTEXT, text) for text in self._sources)
        return symptom, cause, cure

    @property
    def _sources(self) -> tuple[str, str, str]:
        return self.symptom, self.cause, self.cure


def _phone(name: str) -> WayThere:
    return WayThere(name, QT_TRANSLATE_NOOP("Guide", "Open the Phone"), action="show_phone")


def _ask(name: str) -> WayThere:
    return WayThere(name, QT_TRANSLATE_NOOP("Guide", "Ask an admin…"), action="ask_admin", admin=False)


ENDING_TROUBLES: tuple[EndingTrouble, ...] = (
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "On the phone, TikTok for Business is not among the connected apps"),
        QT_TRANSLATE_NOOP("Guide", "Cause: another TikTok account is logged in there."),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Cure: switch to the account that gave the access, with the switcher on the profile, and look again.",
        ),
        (_phone("trouble_wrong_account_button"),),
    ),
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "Remove or Disconnect account is grey"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Cause: you are no Admin of this Business Center, or the account belongs to a brand or an agency. The "
            "button's tip says which, and names who can.",
        ),
        QT_TRANSLATE_NOOP("Guide", "Cure: ask the Admin to remove you or to disconnect the account."),
        (
            _ask("trouble_grey_ask_button"),
            WayThere(
                "trouble_grey_accounts_button",
                QT_TRANSLATE_NOOP("Guide", "Go to TikTok accounts"),
                page="tiktok_accounts",
            ),
        ),
    ),
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "The account is not in this Business Center, and its ads run all the same"),
        QT_TRANSLATE_NOOP("Guide", "Cause: it is linked in Ads Manager only, and has to be removed there."),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Cure: Ads Manager > profile photo > Account Settings > User Management > Linked TikTok Accounts > bin.",
        ),
        (
            WayThere(
                "trouble_ads_manager_button",
                QT_TRANSLATE_NOOP("Guide", "Open Ads Manager"),
                action="open_ads_manager",
            ),
            WayThere("trouble_where_button", QT_TRANSLATE_NOOP("Guide", "Find out where"), action="end_access"),
        ),
    ),
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "The phone still shows the access after it was removed"),
        QT_TRANSLATE_NOOP("Guide", "Cause: old data in the app. The access itself ended at once."),
        QT_TRANSLATE_NOOP(
            "Guide", "Cure: Settings and privacy > Cache & cellular > Clear cache; then log out and log in again."
        ),
        (_phone("trouble_stale_button"),),
    ),
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "There is no way into the Business Center"),
        QT_TRANSLATE_NOOP("Guide", "Cause: you have no access to it, or cannot sign in any more."),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Cure: on the sign-in page press “I cannot get in” and ask for the TikTok account to be taken out. The "
            "Admin does it under Business Center > Settings > People > Remove. The owner can also end the access "
            "alone, on the phone.",
        ),
        (
            WayThere("trouble_people_button", QT_TRANSLATE_NOOP("Guide", "Go to Members"), page="members", admin=True),
            _ask("trouble_no_way_in_ask_button"),
            _phone("trouble_no_way_in_phone_button"),
        ),
    ),
    EndingTrouble(
        QT_TRANSLATE_NOOP("Guide", "The account was linked again by itself"),
        QT_TRANSLATE_NOOP("Guide", "Cause: the same login was used again."),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Cure: separate logins for the Business Center and the private account, no login shared with an agency, "
            "and access ended on the last day. The owner can also block the Business Center on the phone.",
        ),
        (
            WayThere(
                "trouble_advice_button",
                QT_TRANSLATE_NOOP("Guide", "Keep the account safe"),
                page="settings",
                what={"card": "security"},
            ),
        ),
    ),
)
"""In the order of domain.md 5.3; the third is 5.1.1."""

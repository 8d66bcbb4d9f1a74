"""Page 1: what is needed before starting (A2-11 to A2-15, A3-05, A3-06) and the advice to agree on a time (A1-26)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.flows.add_tiktok_account import BeforeYouStart
from bcdesktop.services import access_requests
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card

if TYPE_CHECKING:
    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor, Check, Preflight
    from bcdesktop.ui.kit.session import Session

_ICONS = {True: ("circle-check", "success"), False: ("circle-x", "danger"), None: ("circle-dot", "primary")}
_STOPPERS = {"admin", "store_key"}
"""Without these no request can be signed at all; a full Business Center can still extend a link it has."""


class BeforeYouStartPage(AddPage):
    """The checks the program can make, and what only the person can know."""

    step = "before_you_start"

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("Before you start"))
        self.sentence_label.setText(self.tr("What is needed to link a TikTok account. It takes about two minutes."))
        self._may_start = False
        self.checks = Bullets()
        self.checks.setObjectName("checks")
        self.check_again_button = QPushButton(self.tr("C&heck again"))
        self.check_again_button.setObjectName("check_again_button")
        set_button_icon(self.check_again_button, "refresh-cw")
        self.check_again_button.clicked.connect(self.read)
        needed = Card(self.tr("Needed"))
        needed.body.setSpacing(12)
        needed.body.addWidget(self.checks)
        row = QHBoxLayout()
        row.addWidget(self.check_again_button)
        row.addStretch(1)
        needed.body.addLayout(row)
        advice = Card(self.tr("Good to know"))
        advice.body.setSpacing(12)
        self.advice = Bullets()
        self.advice.show_lines(self._advice())
        advice.body.addWidget(self.advice)
        self.body.addWidget(needed)
        self.body.addWidget(advice)
        self.body.addStretch(1)

    def name(self) -> str:
        """See AddPage."""
        return self.tr("Before you start")

    def _advice(self) -> list[tuple[str, str, str, str]]:
        return [
            (
                "clock",
                "muted",
                self.tr("Agree on a time with the owner"),
                self.tr(
                    "A code is short-lived. Send it when the owner sits at the Phone, and have it scanned at once."
                ),
            ),
            (
                "lock",
                "muted",
                self.tr("No password changes hands"),
                self.tr("The owner agrees on the own phone. You never ask for a TikTok password."),
            ),
        ]

    def initializePage(self) -> None:
        """Look again each time."""
        self.read()

    def read(self) -> None:
        """Make the checks again."""
        work = partial(access_requests.preflight, self.session.context, self.actor)
        self.session.runner.run(self, work, self._show, self.show_error)

    def _show(self, preflight: Preflight) -> None:
        self.notice.dismiss()
        self.checks.show_lines([(*_ICONS[check.ok], *self._words(check)) for check in preflight.checks])
        self._may_start = not any(check.ok is False and check.name in _STOPPERS for check in preflight.checks)
        self.check_again_button.setVisible(not preflight.ok)
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        """Whether a request could be signed here."""
        return self._may_start

    def answer(self) -> BeforeYouStart:
        """See FlowPage."""
        return BeforeYouStart()

    def _words(self, check: Check) -> tuple[str, str]:
        titles = {
            "tiktok_account": (self.tr("A TikTok account"), self._own_account),
            "business_center": (self.tr("A Business Center"), self._center),
            "admin": (self.tr("You are an Admin"), self._admin),
            "owner_ready": (self.tr("Somebody with the account on the phone"), self._owner),
            "store_key": (self.tr("The signing key"), self._key),
            "room": (self.tr("Room for one more account"), self._room),
        }
        title, sentence = titles[check.name]
        return title, sentence(check)

    def _owner(self, _check: Check) -> str:
        return self.tr("Ready to scan a code, or to tap a notification.")

    def _own_account(self, check: Check) -> str:
        handle = check.detail.get("own_handle")
        if handle is None:
            return self.tr("Your own, or a client's. It exists already.")
        return self.tr("Your own (@%1), or a client's. It exists already.").replace("%1", handle)

    def _center(self, check: Check) -> str:
        return self.tr("%1 asks. Its name is what the owner sees.").replace("%1", str(check.detail["name"]))

    def _admin(self, check: Check) -> str:
        if check.ok:
            return self.tr("Only an Admin can ask for accounts.")
        text = self.tr("Only an Admin can ask for accounts. Ask: %1.")
        return text.replace("%1", ", ".join(check.detail.get("admins", ())))

    def _key(self, check: Check) -> str:
        if check.ok:
            return self.tr("It is on this computer, so codes can be signed here.")
        return self.tr(
            "It is not on this computer yet. Sign in again with your password, or enter the recovery text, which an "
            "Admin finds in Settings > Security."
        )

    def _room(self, check: Check) -> str:
        text = self.tr("%1 of at most %2 accounts are linked.")
        if not check.ok:
            text = self.tr("%1 of at most %2 accounts are linked. An Admin can disconnect one that is not needed.")
        return text.replace("%1", str(check.detail["current"])).replace("%2", str(check.detail["maximum"]))

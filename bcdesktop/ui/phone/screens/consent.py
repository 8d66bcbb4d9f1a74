"""The consent screen: who asks for what, until when; Decline has the focus (security.md 2.3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from bcdesktop.core.access_requests import Kind
from bcdesktop.core.code.text import has_mixed_script
from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services.errors import RequestExpired
from bcdesktop.services.phone_records import Delivery, ScannedRequest
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.words import description_of
from bcdesktop.ui.phone.consent_parts import AccountCard, EndDate, PermissionTicks, ThreeChecks, WhoCard
from bcdesktop.ui.phone.decision_screen import DecisionScreen
from bcdesktop.ui.phone.decline_sheet import DeclineSheet
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.taken_back_card import TakenBackCard


class ConsentScreen(DecisionScreen):
    """Made only from a request that passed every check."""

    name = "consent_screen"
    errors_of_sheet = (*DecisionScreen.errors_of_sheet, InputRefused)
    passing = True
    resumes = True

    def __init__(self, host: Host, scanned: ScannedRequest) -> None:
        super().__init__(host, scanned)
        self._given = scanned.permissions
        self._reason: str | None = None
        self._mute = False
        self._build()
        self._build_foot()
        self.start_clock()

    # ------------------------------------------------------------------ what is shown
    def _build(self) -> None:
        scanned, now = self.scanned, self.host.now()
        self.who = WhoCard(scanned.centre)
        self.account = AccountCard(scanned.account, "consent_switch_button")
        self.permissions = PermissionTicks(scanned.permissions)
        # a claim has no end (decisions.md, Claim)
        self.end = EndDate(scanned.wanted_end, now)
        self.checks = ThreeChecks(scanned)
        self.consent_error = ErrorCard()
        self.add_all([self.consent_error, self.who])
        if scanned.taken_back_at is not None:
            self.body.addWidget(TakenBackCard(scanned.centre.name, scanned.taken_back_at))
        self.add_all([text(self._asks(), "caption"), self.account])
        if scanned.kind is Kind.CLAIM:
            self.body.addWidget(self._claim_warning())
        self.add_all([text(self.tr("What it may do (untick what you do not want)"), "caption"), self.permissions])
        if scanned.existing is not None:
            self.body.addWidget(text(self.tr("It comes on top of what you gave this Business Center before."), "small"))
        if scanned.purpose:
            self.add_all([text(self.tr("What for, in their words"), "caption"), self._purpose(scanned.purpose)])
        if scanned.kind is not Kind.CLAIM:
            self.add_all([text(self.tr("Until when"), "caption"), self.end])
        self.add_all([text(self.tr("Before you authorize"), "caption"), self.checks])
        self.who.compare_digits_button.clicked.connect(self._compare)
        self.account.switch_button.clicked.connect(self.host.routes.accounts)
        self.permissions.changed.connect(self.consent_error.clear)

    def _asks(self) -> str:
        if self.scanned.kind is Kind.CLAIM:
            return self.tr("claims ownership of your account")
        if self.scanned.kind is Kind.OWN:
            return self.tr("is your own: link your account")
        return self.tr("asks to use your account for ads")

    def _claim_warning(self) -> QWidget:
        card = Card(text(self.tr("The account would change hands"), "strong"), text(description_of(Kind.CLAIM)))
        card.setProperty("role", "")
        card.setProperty("notice", "danger")
        card.add(text(self.tr("You cannot take this back on the phone; only the Business Center can end it.")))
        self.claim_understood = QCheckBox(self.tr("I &give the account away for good"))
        self.claim_understood.setObjectName("claim_understood")
        self.claim_understood.setAccessibleName(self.tr("I give the account away for good"))
        self.claim_understood.toggled.connect(self._tick)
        card.add(self.claim_understood)
        return card

    def _purpose(self, purpose: str) -> QWidget:
        card = Card()
        quote = text(self.tr("“{purpose}”").format(purpose=purpose), "quote", selectable=True)
        quote.setObjectName("purpose_label")
        card.add(quote)
        claim = self.tr("{name} says so. Nobody has checked it.").format(name=self.scanned.centre.name)
        card.add(text(claim, "small"))
        if has_mixed_script(purpose):
            card.add(Badge(self.tr("Mixes alphabets: look twice"), BadgeKind.WARNING))
        return card

    def _build_foot(self) -> None:
        self.decline_button = button(self.tr("&Decline"), "decline_button")
        self.authorize_button = button(self.tr("&Authorize"), "authorize_button", "primary")
        self.build_foot(self.decline_button, self.authorize_button)
        self.decline_button.clicked.connect(self._ask_decline)
        self.authorize_button.clicked.connect(self._authorize)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Request for access")

    def first_focus(self) -> QWidget:
        """Return Decline (look.md, "The phone")."""
        return self.decline_button

    def _tick(self) -> None:
        in_time = self.time_left.show_left(self.host.now())
        understood = self.scanned.kind is not Kind.CLAIM or self.claim_understood.isChecked()
        self.authorize_button.setEnabled(in_time and understood and self._sheet is None)
        self.decline_button.setEnabled(in_time)
        if in_time:
            self.authorize_button.setToolTip("" if understood else self.tr("Tick that you give the account away."))
        elif self._timer.isActive():
            self._timer.stop()
            self.consent_error.show_error(RequestExpired(self.scanned.expires_at))
            self.scroll.ensureWidgetVisible(self.consent_error)

    def _compare(self) -> None:
        from bcdesktop.ui.phone.screens.digits_sheet import DigitsSheet

        DigitsSheet(self.host, self.scanned.centre.name, self.scanned.centre.digits).open()

    # ------------------------------------------------------------------ the two answers
    def _authorize(self) -> None:
        self.consent_error.clear()
        chosen = self.permissions.chosen()
        if chosen is None:
            self.consent_error.show_words(
                self.tr("Nothing is ticked"),
                self.tr("To authorize, leave at least one permission ticked. To give nothing, decline."),
            )
            self.scroll.ensureWidgetVisible(self.consent_error)
            return
        if not self.host.profile.has_passcode:
            self._approve(None)
            return
        sentence = self.tr("It signs your answer to {name}.").format(name=self.scanned.centre.name)
        sheet = PasscodeSheet(self.host, self.tr("Authorize"), sentence)
        sheet.confirmed.connect(self._approve)
        self._open_sheet(sheet)

    def _approve(self, passcode: str | None) -> None:
        from bcdesktop.services import owner

        chosen = self.permissions.chosen()
        if chosen is None:
            return
        self._given = chosen
        self.authorize_button.setEnabled(False)
        work = partial(
            owner.approve,
            self.host.context,
            self.host.profile,
            self.scanned,
            chosen,
            None if self.scanned.kind is Kind.CLAIM else self.end.ends_at(),
            passcode,
        )
        self.host.run(self, work, self._approved, self._failed)

    def _approved(self, delivery: Delivery) -> None:
        """Show the result once what the answer changed elsewhere was read and painted: others wait for that."""
        self._close_sheet()
        self._timer.stop()
        self.authorize_button.setEnabled(False)
        self.decline_button.setEnabled(False)
        show = partial(self.host.routes.approved, self.scanned, delivery, self._given)
        self.host.session.runner.run_last(self, show)

    def _ask_decline(self) -> None:
        sheet = DeclineSheet(self.host, self.scanned.centre.name)
        sheet.confirmed.connect(self._take_decline)
        self._open_sheet(sheet)

    def _take_decline(self, reason: str, mute: bool) -> None:
        self._reason, self._mute = reason.strip() or None, mute
        if not self.host.profile.has_passcode:
            self._decline(None)
            return
        self._close_sheet()
        sheet = PasscodeSheet(
            self.host, self.tr("Decline"), self.tr("A declined request is answered with your signature too.")
        )
        sheet.confirmed.connect(self._decline)
        self._open_sheet(sheet)

    def _decline(self, passcode: str | None) -> None:
        from bcdesktop.services import owner

        work = partial(
            owner.decline,
            self.host.context,
            self.host.profile,
            self.scanned,
            self._reason,
            mute=self._mute,
            passcode=passcode,
        )
        self.host.run(self, work, self._declined, self._failed)

    def _declined(self, delivery: Delivery) -> None:
        self._close_sheet()
        self.host.routes.declined(self.scanned, delivery)

    def show_trouble(self, error: AppError) -> None:
        """Show on the screen what is no refusal of the code."""
        self.consent_error.show_error(error)
        self.scroll.ensureWidgetVisible(self.consent_error)

"""Settings > Your account: the signed-in person's own password, second step and computers. For every role."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import people
from bcdesktop.ui.center.dialogs.change_password import ChangePasswordDialog
from bcdesktop.ui.center.dialogs.two_step import NewRecoveryCodesDialog, TurnOffTwoStepDialog, TwoStepDialog
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.center.pages.settings_cards.leave_center import LeaveCenter
from bcdesktop.ui.center.pages.settings_cards.sessions import SessionList
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import exact, relative

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from bcdesktop.services.security_records import AccountSecurity

_FEW_CODES = 2


class YourAccountTab(SettingsTab):
    """Everything here works at once; nothing waits to be saved."""

    name = "your_account"

    def build(self) -> None:
        """Build the cards and read what they show."""
        self.security: AccountSecurity | None = None
        self._add_person()
        self._add_two_step()
        self._add_sessions()
        self._add_leaving()
        self._add_membership()
        self.end()
        self._listener = Listener(self, self.session.bridge)
        self._listener.listen([ChangeKind.PERSON, ChangeKind.BUSINESS_CENTER], self.read)
        self.read()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Your account")

    def _button(self, name: str, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        set_button_icon(button, icon_name)
        return button

    def _row(self, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    # ------------------------------------------------------------------ cards
    def _add_person(self) -> None:
        card = self.add_card(self.tr("Who you are"))
        self.person_facts = FactList()
        self.change_password_button = self._button("change_password_button", self.tr("C&hange password…"), "key-round")
        self.change_password_button.clicked.connect(self.change_password)
        card.body.addWidget(self.person_facts)
        card.body.addLayout(self._row(self.change_password_button))

    def _add_two_step(self) -> None:
        card = self.add_card(
            self.tr("Two-step verification"),
            self.tr(
                "Besides your password, signing in then asks for a code from an authenticator app on your phone."
                " Whoever watches you type the password cannot get in with it."
            ),
        )
        self.two_step_badge = Badge()
        self.two_step_badge.setObjectName("two_step_badge")
        self.two_step_label = text_label("", wrap=True)
        self.two_step_label.setObjectName("two_step_label")
        state = QHBoxLayout()
        state.setSpacing(12)
        state.addWidget(self.two_step_badge, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.two_step_label, 1)
        self.set_up_two_step_button = self._button("set_up_two_step_button", self.tr("&Set it up…"), "smartphone")
        self.new_codes_button = self._button("new_codes_button", self.tr("New &recovery codes…"), "refresh-cw")
        self.turn_off_two_step_button = self._button("turn_off_two_step_button", self.tr("&Turn it off…"), "lock-open")
        self.set_up_two_step_button.clicked.connect(self.set_up_two_step)
        self.new_codes_button.clicked.connect(self.make_new_codes)
        self.turn_off_two_step_button.clicked.connect(self.turn_off_two_step)
        card.body.addLayout(state)
        card.body.addLayout(
            self._row(self.set_up_two_step_button, self.new_codes_button, self.turn_off_two_step_button)
        )

    def _add_sessions(self) -> None:
        card = self.add_card(self.tr("Signed in on these computers"))
        self.session_list = SessionList()
        self.session_list.end_requested.connect(self.end_session)
        card.body.addWidget(self.session_list)

    def _add_leaving(self) -> None:
        self.leaving_card = self.add_card(self.tr("This computer"))
        self.tab_sign_out_button = self._button("tab_sign_out_button", self.tr("Sign &out"), "log-out")
        self.switch_person_button = self._button("switch_person_button", self.tr("S&witch person…"), "users")
        self.tab_sign_out_button.clicked.connect(self.navigator.sign_out_requested)
        self.switch_person_button.clicked.connect(self.navigator.person_switch_requested)
        self.leaving_card.body.addLayout(self._row(self.tab_sign_out_button, self.switch_person_button))

    def _add_membership(self) -> None:
        card = self.add_card(
            self.tr("Leave this Business Center"),
            self.tr("You lose your role and every account that was given to you. The accounts themselves stay."),
        )
        card.body.addWidget(LeaveCenter(self.session, self.actor, self.navigator))

    # ------------------------------------------------------------------ what they show
    def read(self) -> None:
        """Read everything again."""
        work = partial(people.account_security, self.session.context, self.actor)
        self.session.runner.run(self, work, self._show, self.navigator.notices.show_error)

    def _show(self, security: AccountSecurity) -> None:
        self.security = security
        handle = f"@{security.tiktok_handle}" if security.tiktok_handle else self.tr("none")
        self.person_facts.show_facts(
            (
                Fact(self.tr("Name"), security.name),
                Fact(self.tr("E-mail"), security.email),
                Fact(self.tr("TikTok account for “Log in with TikTok”"), handle),
            )
        )
        self._show_two_step(security)
        self.session_list.show_sessions(security, self.session.context.clock.now())

    def _show_two_step(self, security: AccountSecurity) -> None:
        since = security.two_step_since
        is_on = since is not None
        kind = BadgeKind.SUCCESS if is_on else BadgeKind.NEUTRAL
        self.two_step_badge.set_badge(self.tr("On") if is_on else self.tr("Off"), kind)
        if since is None:
            text = self.tr("You sign in with your password alone.")
        else:
            text = self.tr("Turned on %1.").replace("%1", relative(since, self.session.context.clock.now()))
            text += " " + self._codes_left(security.recovery_codes_left)
            if security.recovery_codes_left <= _FEW_CODES:
                text += " " + self.tr("Make new ones before they run out.")
            self.two_step_label.setToolTip(exact(since))
        self.two_step_label.setText(text)
        self.set_up_two_step_button.setVisible(not is_on)
        self.new_codes_button.setVisible(is_on)
        self.turn_off_two_step_button.setVisible(is_on)
        reason = self.tr("Your Business Center asks for it.") if security.two_step_required else ""
        self.turn_off_two_step_button.setEnabled(not reason)
        self.turn_off_two_step_button.setToolTip(reason)
        self.turn_off_two_step_button.setStatusTip(reason)

    def _codes_left(self, count: int) -> str:
        if count == 1:
            return self.tr("1 recovery code is left.")
        return self.tr("%n recovery codes are left.", "", count)

    # ------------------------------------------------------------------ what can be done
    def change_password(self) -> QDialog:
        """Open the dialog and return it."""
        return self.navigator.open_dialog(ChangePasswordDialog(self.session, self.actor, self.navigator))

    def set_up_two_step(self) -> QDialog:
        """Open the dialog and return it."""
        return self.navigator.open_dialog(TwoStepDialog(self.session, self.actor, self.navigator))

    def make_new_codes(self) -> QDialog:
        """Open the dialog and return it."""
        return self.navigator.open_dialog(NewRecoveryCodesDialog(self.session, self.actor, self.navigator))

    def turn_off_two_step(self) -> QDialog:
        """Open the dialog and return it."""
        return self.navigator.open_dialog(TurnOffTwoStepDialog(self.session, self.actor, self.navigator))

    def end_session(self, session_id: str) -> None:
        """Let the person stay signed in on that computer no longer."""
        work = partial(people.end_sessions, self.session.context, self.actor, [session_id])
        self.session.runner.run(self, work, self._ended, self.navigator.notices.show_error)

    def _ended(self, _nothing: None) -> None:
        self.navigator.notices.success(self.tr("Ended. The password is asked there at the next start."))
        self.read()

"""Settings > Mail: the mail server that sends what lies in the Outbox. Saved by its own button, tried out before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, ChangedMeanwhile, InputRefused
from bcdesktop.core.mail_servers import MailServerSettings
from bcdesktop.core.mails import USUAL_PORTS, MailSecurity
from bcdesktop.core.policy import Action, may
from bcdesktop.services import outbox
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.dialogs import question
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.context import Context
    from bcdesktop.services.mail_records import MailServerRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.dialogs import MessageDialog


class MailTab(SettingsTab):
    """One mail server per Business Center; its password stays on this computer."""

    name = "mail"

    def build(self) -> None:
        """Build the card and read what is set up."""
        self._server: MailServerRow | None = None
        self._usual_port = USUAL_PORTS[MailSecurity.TLS]
        self._is_typed = False
        self._may = may(Action.CHANGE_BUSINESS_CENTER, self.actor.role)
        card = self.add_card(
            self.tr("Mail server"),
            self.tr("Sends the mails of the Outbox. Without one, open them in your mail program and send them there."),
        )
        self.mail_form = Form()
        self._add_server()
        self._add_sender()
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("mail_tab_notice_close_button")
        self.bar.notice_action_button.setObjectName("mail_tab_notice_action_button")
        card.body.addWidget(self.mail_form)
        card.body.addWidget(self.bar)
        card.body.addLayout(self._buttons())
        self.mail_form.edited.connect(self._note_typed)
        self.end()
        if self._may:
            self._listener = Listener(self, self.session.bridge)
            self._listener.listen([ChangeKind.MAIL], self.read)
            self.read()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Mail")

    def _add_server(self) -> None:
        self.mail_host_edit = QLineEdit()
        self.mail_host_edit.setObjectName("mail_host_edit")
        self.mail_security_combo = QComboBox()
        self.mail_security_combo.setObjectName("mail_security_combo")
        for security in MailSecurity:
            self.mail_security_combo.addItem(label_of(security), security.value)
        self.mail_security_combo.currentIndexChanged.connect(self._follow_security)
        self.mail_port_edit = QLineEdit(str(self._usual_port))
        self.mail_port_edit.setObjectName("mail_port_edit")
        self.mail_port_edit.setMaximumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.mail_login_edit = QLineEdit()
        self.mail_login_edit.setObjectName("mail_login_edit")
        self.mail_password_field = PasswordField()
        self.mail_password_field.setObjectName("mail_password_field")
        form = self.mail_form
        form.add(
            "host", self.tr("Mail &server"), self.mail_host_edit, help=self.tr("Such as mail.example.com, for SMTP.")
        )
        form.add("security", self.tr("Connec&tion"), self.mail_security_combo)
        form.add("port", self.tr("Po&rt"), self.mail_port_edit)
        form.add(
            "login",
            self.tr("Lo&gin"),
            self.mail_login_edit,
            help=self.tr("Often the whole e-mail address. Leave it empty where the server asks for none."),
        )
        form.add("password", self.tr("&Password"), self.mail_password_field)

    def _add_sender(self) -> None:
        self.mail_from_edit = QLineEdit()
        self.mail_from_edit.setObjectName("mail_from_edit")
        self.mail_name_edit = QLineEdit()
        self.mail_name_edit.setObjectName("mail_name_edit")
        form = self.mail_form
        form.add(
            "from_address",
            self.tr("&From address"),
            self.mail_from_edit,
            help=self.tr("Answers go there. The server has to know it as yours."),
        )
        form.add("from_name", self.tr("From &name"), self.mail_name_edit)

    def _buttons(self) -> QHBoxLayout:
        self.save_mail_server_button = self._button("save_mail_server_button", self.tr("Save the mail ser&ver"))
        self.save_mail_server_button.setProperty("kind", "primary")
        self.save_mail_server_button.clicked.connect(self.save_server)
        self.test_mail_server_button = self._button("test_mail_server_button", self.tr("T&est the connection"))
        self.test_mail_server_button.setToolTip(self.tr("Connects and logs in with what is typed; sends nothing"))
        self.test_mail_server_button.clicked.connect(self.test_server)
        self.remove_mail_server_button = self._button("remove_mail_server_button", self.tr("Re&move…"))
        self.remove_mail_server_button.setProperty("kind", "quiet")
        self.remove_mail_server_button.clicked.connect(self.ask_remove)
        self.remove_mail_server_button.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.save_mail_server_button, self.test_mail_server_button, self.remove_mail_server_button):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def show_forbidden(self, reason: str) -> None:
        """Name who can in every grey control."""
        widgets = [self.mail_form.widget(field) for field in self.mail_form.fields()]
        for widget in (*widgets, self.save_mail_server_button, self.test_mail_server_button):
            widget.setEnabled(False)
            widget.setToolTip(reason)
            widget.setStatusTip(reason)

    # ------------------------------------------------------------------ what is set up
    def read(self) -> None:
        """Read what is set up; what is typed stays."""
        work = partial(_read, self.session.context, self.actor)
        self.session.runner.run(self, work, self._take, self._refused)

    def _take(self, found: tuple[MailServerRow | None, bool]) -> None:
        server, keeps = found
        if self._is_typed:
            return
        self._server = server
        self._show_password_place(keeps)
        self.remove_mail_server_button.setVisible(server is not None)
        self.mail_password_field.clear()
        if server is None:
            self._fill(self._proposed())
        else:
            self._fill(server)
        self._is_typed = False

    def _proposed(self) -> MailServerSettings:
        actor = self.actor
        return MailServerSettings(
            "", USUAL_PORTS[MailSecurity.TLS], MailSecurity.TLS, "", actor.email, actor.business_center_name
        )

    def _fill(self, row: MailServerRow | MailServerSettings) -> None:
        self.mail_host_edit.setText(row.host)
        self.mail_security_combo.setCurrentIndex(self.mail_security_combo.findData(row.security.value))
        self.mail_port_edit.setText(str(row.port))
        self.mail_login_edit.setText(row.login)
        self.mail_from_edit.setText(row.from_address)
        self.mail_name_edit.setText(row.from_name)
        self.mail_form.clear_errors()

    def _show_password_place(self, keeps: bool) -> None:
        server = self._server
        if server is not None and server.password_kept:
            text = self.tr("Kept in the keyring of this computer. Leave it empty to use that one.")
        elif server is not None and server.password_held:
            text = self.tr("Known until you sign out; this computer has no open keyring to keep it.")
        elif keeps:
            text = self.tr("Is kept in the keyring of this computer, never in the store.")
        else:
            text = self.tr("This computer has no keyring: it is asked for when you send, and forgotten at sign-out.")
        self.mail_form.set_help("password", text)

    def _note_typed(self, _field: str) -> None:
        self._is_typed = True
        self.bar.dismiss()

    def _follow_security(self) -> None:
        security = MailSecurity(self.mail_security_combo.currentData())
        usual = USUAL_PORTS[security]
        if self.mail_port_edit.text().strip() == str(self._usual_port):
            self.mail_port_edit.setText(str(usual))
        self._usual_port = usual
        warning = self.tr("Whoever is on the way can read the mails with their codes. Only for a server of your own.")
        self.mail_form.set_help("security", warning if security is MailSecurity.NONE else "")

    # ------------------------------------------------------------------ save, try out, remove
    def _typed(self) -> MailServerSettings:
        return MailServerSettings(
            self.mail_host_edit.text(),
            self._port(),
            MailSecurity(self.mail_security_combo.currentData()),
            self.mail_login_edit.text(),
            self.mail_from_edit.text(),
            self.mail_name_edit.text(),
        )

    def _port(self) -> int:
        text = self.mail_port_edit.text().strip()
        # anything else is refused at its field
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else 0

    def save_server(self) -> None:
        """Save what is typed."""
        version = None if self._server is None else self._server.version
        password = self.mail_password_field.text() or None
        work = partial(outbox.change_mail_server, self.session.context, self.actor, self._typed(), password, version)
        self._start(work, self._saved, Lane.STORE)

    def _saved(self, _row: MailServerRow) -> None:
        self._set_busy(False)
        self._is_typed = False
        self._say(self.tr("The mail server is saved."))
        self.read()

    def test_server(self) -> None:
        """Connect and log in with what is typed; the network may take its time."""
        password = self.mail_password_field.text() or None
        work = partial(outbox.test_mail_server, self.session.context, self.actor, self._typed(), password)
        self._start(work, self._tested, Lane.PURE)

    def _tested(self, _nothing: None) -> None:
        self._set_busy(False)
        self._say(
            self.tr("The mail server answers"),
            self.tr("It takes the login and mails from this address. Nothing was sent."),
        )

    def ask_remove(self) -> MessageDialog:
        """Ask, and return the dialog."""
        dialog = question(
            self.navigator.window,
            self.tr("Remove the mail server?"),
            self.tr("Mails then wait in the Outbox until somebody sends them by hand."),
            self.tr("Remove the mail server"),
            danger=True,
        )
        dialog.setObjectName("remove_mail_server_dialog")
        dialog.accepted.connect(self._remove)
        self.navigator.open_dialog(dialog)
        return dialog

    def _remove(self) -> None:
        if self._server is not None:
            version = self._server.version
            work = partial(outbox.remove_mail_server, self.session.context, self.actor, version)
            self._start(work, self._removed, Lane.STORE)

    def _removed(self, _nothing: None) -> None:
        self._set_busy(False)
        self._is_typed = False
        self._say(self.tr("The mail server is removed."))
        self.read()

    def _say(self, title: str, body: str = "") -> None:
        self.bar.show_notice(title, body, kind=BadgeKind.SUCCESS)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to what came of it, once it has its place."""
        QTimer.singleShot(0, self, self._scroll_to_bar)

    def _scroll_to_bar(self) -> None:
        self.ensureWidgetVisible(self.save_mail_server_button)
        self.ensureWidgetVisible(self.bar)

    def _start(self, work: Callable[[], object], done: Callable[..., None], lane: Lane) -> None:
        self.mail_form.clear_errors()
        self.bar.dismiss()
        self._set_busy(True)
        self.session.runner.run(self, work, done, self._refused, lane=lane)

    def _set_busy(self, busy: bool) -> None:
        for button in (self.save_mail_server_button, self.test_mail_server_button, self.remove_mail_server_button):
            button.setEnabled(not busy)
        self.test_mail_server_button.setText(self.tr("Testing…") if busy else self.tr("T&est the connection"))

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, InputRefused) and self.mail_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)
        self._bring_into_view()
        if isinstance(error, ChangedMeanwhile):
            work = partial(outbox.mail_server, self.session.context, self.actor)
            self.session.runner.run(self, work, self._take_version, self.navigator.notices.show_error)

    def _take_version(self, row: MailServerRow | None) -> None:
        """What is typed stays, and saving again counts from the new state."""
        self._server = row


def _read(context: Context, actor: Actor) -> tuple[MailServerRow | None, bool]:
    return outbox.mail_server(context, actor), outbox.keeps_passwords(context)

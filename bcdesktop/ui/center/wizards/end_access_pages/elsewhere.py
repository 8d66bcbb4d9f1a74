"""What to do where it is not ended here: on the phone, in Ads Manager, by an admin or the partner that shares it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.ending import EndPlace
from bcdesktop.core.flows.end_access import Elsewhere, HowLinked
from bcdesktop.services import people
from bcdesktop.ui.center import end_words
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ElsewherePage(EndAccessPage):
    """The path, a message to send where somebody else does it, and the button that opens the place."""

    step = "end_elsewhere"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess, navigator: Navigator) -> None:
        super().__init__(session, actor, flow)
        self.setFinalPage(True)
        self._navigator = navigator
        self._admins: tuple[str, ...] = ()
        self.lines = Bullets()
        self.message_label = text_label(self.tr("A message to send:"), "strong")
        self.end_message_edit = QPlainTextEdit()
        self.end_message_edit.setObjectName("end_message_edit")
        self.end_message_edit.setAccessibleName(self.tr("A message to send"))
        self.end_message_edit.setReadOnly(True)
        self.said_label = text_label("", "success")
        self.copy_message_button = self._button("copy_message_button", self.tr("&Copy message"), "copy", self.copy)
        self.end_phone_button = self._button("end_phone_button", self.tr("Open the &Phone"), "smartphone", self._phone)
        self.end_ads_button = self._button("end_ads_button", self.tr("Open Ads &Manager"), "megaphone", self._ads)
        self.end_ask_button = self._button("end_ask_button", self.tr("&Ask an admin…"), "message-circle", self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.copy_message_button, self.end_phone_button, self.end_ads_button, self.end_ask_button):
            row.addWidget(button)
        row.addWidget(self.said_label)
        row.addStretch(1)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.message_label)
        self.body.addWidget(self.end_message_edit)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _button(self, name: str, text: str, picture: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        set_button_icon(button, picture)
        button.clicked.connect(slot)
        return button

    def initializePage(self) -> None:
        """Show what fits the chosen place."""
        option, account = self.flow.option, self.account
        place = EndPlace.PHONE if option is None else option.place
        asks = place is EndPlace.BUSINESS_CENTER and account.how is not HowLinked.SHARED
        shared = place is EndPlace.BUSINESS_CENTER and not asks
        message = ""
        if place is EndPlace.PHONE:
            message = end_words.owner_message(account, self.actor.business_center_name)
            lines = [("smartphone", "muted", *path) for path in end_words.phone_paths()]
            head, text = (
                self.tr("On the owner's phone"),
                self.tr("The owner does it in the TikTok app; it counts at once."),
            )
        elif place is EndPlace.ADS_MANAGER:
            lines = [("megaphone", "muted", self.tr("Path"), end_words.ads_manager_path())]
            head, text = self.tr("In Ads Manager"), self.tr("It is your own link, so nobody else can end it there.")
        elif shared:
            message = end_words.partner_message(account, self.actor.business_center_name)
            lines = [("building-2", "muted", account.owner_name, self.tr("Shares the account with you."))]
            head = self.tr("In “%1”").replace("%1", account.owner_name)
            text = self.tr("Only the side that shares an account can stop sharing it.")
        else:
            lines = [("user", "muted", end_words.admins_text(self._admins), "")]
            head, text = self.tr("By an admin"), self.tr("They see your request under Requests and answer it there.")
            work = partial(people.admins, self.session.context, self.actor)
            self.session.runner.run(self, work, self._name_admins, self.show_error)
        self.title_label.setText(head)
        self.sentence_label.setText(text)
        self.lines.show_lines(lines)
        self.end_message_edit.setPlainText(message)
        for widget, shown in (
            (self.message_label, message),
            (self.end_message_edit, message),
            (self.copy_message_button, message),
            (self.end_phone_button, place is EndPlace.PHONE),
            (self.end_ads_button, place is EndPlace.ADS_MANAGER),
            (self.end_ask_button, asks),
        ):
            widget.setVisible(bool(shown))

    def _name_admins(self, admins: tuple[str, ...]) -> None:
        self._admins = admins
        self.lines.show_lines([("user", "muted", end_words.admins_text(admins), "")])

    def copy(self) -> None:
        """Put the message on the clipboard."""
        QGuiApplication.clipboard().setText(self.end_message_edit.toPlainText())
        self.said_label.setText(self.tr("Copied."))

    def _phone(self) -> None:
        self._navigator.show_phone()

    def _ads(self) -> None:
        self._navigator.open_ads_manager()

    def _ask(self) -> None:
        from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog

        dialog = ask_admin_dialog(
            self.session,
            self.actor,
            self._navigator,
            AdminRequestSubject.REMOVE_ACCOUNT,
            object_id=self.account.ref,
            object_name=f"@{self.account.handle}",
        )
        self._navigator.open_dialog(dialog)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("What to do there")

    def answer(self) -> Elsewhere:
        """See FlowPage."""
        return Elsewhere()

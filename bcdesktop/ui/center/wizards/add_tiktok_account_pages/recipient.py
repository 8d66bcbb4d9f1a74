"""To whom, what for, until when, and how long the request lives (domain.md 1.4.1, 13.14)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.flows.add_tiktok_account import Permissions, Recipient
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import business_centers
from bcdesktop.services.errors import HandleUnknown, NoHandleForNotification
from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.center.relink_tick import RelinkTick
from bcdesktop.ui.center.request_words import problem_text
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.end_choice import EndChoice
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.handle_check import HandleChecker, Known
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.handle_note import HandleNote
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.life_choice import LifeChoice
from bcdesktop.ui.kit.cards import scrolled
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from datetime import timedelta

    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor, BusinessCenterRow
    from bcdesktop.ui.kit.session import Session


class RecipientPage(AddPage):
    """The handle may stay empty for a code; a notification needs it (domain.md 3.6.3)."""

    step = "recipient"
    more_permissions_wanted = Signal()

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("For whom and what for"))
        self._known: Known | None = None
        self.handle_edit = QLineEdit()
        self.handle_edit.setObjectName("handle_edit")
        self.handle_note = HandleNote()
        self.handle_note.more_permissions_button.clicked.connect(self.more_permissions_wanted)
        self.relink_tick = RelinkTick()
        self.purpose_edit = QLineEdit()
        self.purpose_edit.setObjectName("purpose_edit")
        self.end_choice = EndChoice(session.context.clock.now())
        self.life_combo = LifeChoice()
        self._fill_form()
        self.body.addWidget(scrolled(self.form), 1)
        self.checker = HandleChecker(session, actor, self)
        self.checker.found.connect(self._show_known)
        self.handle_edit.textChanged.connect(self._handle_changed)
        self.purpose_edit.textChanged.connect(self._count_bytes)
        self._count_bytes("")
        self._offer_lives()

    def _fill_form(self) -> None:
        self.form = Form()
        self.form.add("expected_handle", self.tr("&Handle of the account"), self.handle_edit)
        self.form.add_widget(self.handle_note)
        self.form.add_widget(self.relink_tick)
        self.form.add("purpose", self.tr("&Purpose (optional)"), self.purpose_edit)
        self.form.add("wanted_end", "", self.end_choice)
        self.form.add("life", self.tr("&Time to answer"), self.life_combo)

    def name(self) -> str:
        """See AddPage."""
        return self.tr("For whom")

    def initializePage(self) -> None:
        """Ask for what the chosen way needs; what was typed before is still there."""
        kind, method = self.flow.kind, self.flow.method
        self.sentence_label.setText(self._sentence())
        self.form.set_field_visible("expected_handle", kind is not Kind.OWN)
        self.form.set_help("expected_handle", self._handle_help(method))
        self.form.set_field_visible("wanted_end", kind is not Kind.CLAIM)
        self._handle_changed(self.handle_edit.text())
        self.checker.look()
        work = partial(business_centers.get, self.session.context, self.actor)
        self.session.runner.run(self, work, self._take_settings, self.show_error)

    def first_focus(self) -> QLineEdit:
        """Start at the first field that is there."""
        return self.purpose_edit if self.flow.kind is Kind.OWN else self.handle_edit

    def _sentence(self) -> str:
        if self.flow.kind is Kind.OWN:
            return self.tr("The request goes to the TikTok account you logged in with.")
        if self.flow.method is Method.NOTIFICATION:
            return self.tr("The notification goes to this account, and to nobody else.")
        return self.tr("With a handle only that account can answer. That is the safest, and the code may live longer.")

    def _handle_help(self, method: Method) -> str:
        if method is Method.NOTIFICATION:
            return self.tr("Needed for a notification, such as @my.shop.")
        return self.tr("Optional, such as @my.shop. Left empty, anyone who has the code can answer.")

    def _take_settings(self, row: BusinessCenterRow) -> None:
        from datetime import timedelta

        self.life_combo.qr_code_life = timedelta(minutes=row.qr_code_minutes)
        self.life_combo.addressed_life = timedelta(hours=row.addressed_hours)
        self._offer_lives()

    def _offer_lives(self) -> None:
        is_open = self.flow.kind is not Kind.OWN and not self.handle_edit.text().strip()
        is_notification = self.flow.method is Method.NOTIFICATION
        self.life_combo.offer(is_open=is_open and not is_notification, is_notification=is_notification)

    def _handle_changed(self, text: str) -> None:
        self._offer_lives()
        self.checker.want(text if self.flow.kind is not Kind.OWN else "", self.flow.kind)

    def _show_known(self, known: Known | None) -> None:
        self._known = known
        if known is not None or self.flow.kind is not Kind.OWN:
            self.relink_tick.show_ended(None if known is None else known.check.ended)
        permissions = self.flow.answer_to(Permissions)
        if permissions is not None:
            self.handle_note.show_known(known, permissions.permission_set(), self.flow.method)

    def _count_bytes(self, text: str) -> None:
        left = LIMITS.purpose_bytes - len(text.encode())
        words = self.tr("The owner reads this. Room for %1 more bytes.")
        self.form.set_help("purpose", words.replace("%1", str(max(0, left))))

    def answer(self) -> Recipient:
        """Return what was typed."""
        is_claim, is_own = self.flow.kind is Kind.CLAIM, self.flow.kind is Kind.OWN
        return Recipient(
            expected_handle="" if is_own else self.handle_edit.text(),
            purpose=self.purpose_edit.text(),
            wanted_end=None if is_claim else self.end_choice.end(),
            life=self.life(),
            asks_again=self.relink_tick.is_meant,
        )

    def life(self) -> timedelta:
        """Return the chosen time to answer."""
        return self.life_combo.life()

    def validatePage(self) -> bool:
        """Refuse a notification to somebody nobody knows at once; the rest is for the flow."""
        unknown = self._known is not None and not self._known.check.known
        if self.flow.method is Method.NOTIFICATION and self.flow.kind is not Kind.OWN and unknown:
            self.show_error(HandleUnknown(self._known.check.handle))
            return False
        return self.relink_tick.may_go_on() and super().validatePage()

    def show_error(self, error: Any) -> None:
        """Show what is wrong with the handle at the handle."""
        if isinstance(error, HandleUnknown | NoHandleForNotification):
            self.form.show_error("expected_handle", problem_text(error))
            self.handle_note.hide()
            return
        if isinstance(error, EndedOnPurpose):
            self.relink_tick.show_ended(error)
            self.relink_tick.may_go_on()
            return
        super().show_error(error)

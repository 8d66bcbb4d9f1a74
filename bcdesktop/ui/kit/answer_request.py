"""Granting or refusing a request for an ad account: at the level asked for or a lower one, or with a reason (A4-44)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.grants import ROLES_OF, AssetKind, least
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.kit.ad_account_mails import answer_mail
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar, Notices
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_records import AdAccountRequestRow
    from bcdesktop.ui.kit.session import Session


class AnswerRequestDialog(QDialog):
    """``grant`` decides the verb; a transfer has no level, because it gives everything away for good.

    ``answer`` is ``ad_account_requests.answer`` or ``answer_here`` for whoever answers, called ``by`` in the mail.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        notices: Notices,
        row: AdAccountRequestRow,
        answer: Callable[..., AdAccountRequestRow],
        *,
        by: str,
        grant: bool,
    ) -> None:
        super().__init__(window)
        self._session, self._notices, self._answer, self._by = session, notices, answer, by
        self._row, self._grant = row, grant
        self._is_transfer = row.kind is AdAccountRequestKind.TRANSFER
        self.setObjectName("answer_request_dialog")
        self.setWindowTitle(self.tr("Grant the request") if grant else self.tr("Refuse the request"))
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("answer_request_notice_close_button")
        self.bar.notice_action_button.setObjectName("answer_request_notice_action_button")
        self.form = Form()
        self._fill_form()
        self._make_buttons()
        self._lay_out()

    def _fill_form(self) -> None:
        if not self._grant:
            self.refuse_reason_edit = TextField()
            self.refuse_reason_edit.setObjectName("refuse_reason_edit")
            help_text = self.tr("%1 reads it.").replace("%1", self._row.center_name)
            self.form.add("reason", self.tr("&Reason (optional)"), self.refuse_reason_edit, help=help_text)
        elif not self._is_transfer:
            self.grant_role_combo = QComboBox()
            self.grant_role_combo.setObjectName("grant_role_combo")
            for role in ROLES_OF[AssetKind.AD_ACCOUNT]:
                if least(role, self._row.role) is role:
                    self.grant_role_combo.addItem(label_of(role), role)
            help_text = self.tr("%1 was asked for. That Business Center can give its people this level or a lower one.")
            self.form.add(
                "role",
                self.tr("&Level"),
                self.grant_role_combo,
                help=help_text.replace("%1", label_of(self._row.role)),
            )

    def _make_buttons(self) -> None:
        self.cancel_answer_button = QPushButton(self.tr("Cancel"))
        self.cancel_answer_button.setObjectName("cancel_answer_button")
        self.cancel_answer_button.setAutoDefault(False)
        self.cancel_answer_button.clicked.connect(self.reject)
        if not self._grant:
            verb, kind = self.tr("&Refuse"), "primary"
        elif self._is_transfer:
            verb, kind = self.tr("&Give it away"), "danger"
        else:
            verb, kind = self.tr("&Grant access"), "primary"
        self.send_answer_button = QPushButton(verb)
        self.send_answer_button.setObjectName("send_answer_button")
        self.send_answer_button.setProperty("kind", kind)
        self.send_answer_button.setDefault(kind == "primary")
        self.send_answer_button.setAutoDefault(kind == "primary")
        self.send_answer_button.clicked.connect(self._send)

    def _lay_out(self) -> None:
        row = self._row
        words = self.tr("%1 asks for “%2”").replace("%1", row.center_name).replace("%2", row.ad_account_name)
        facts = FactList()
        facts.show_facts(
            [
                Fact(self.tr("Ad account ID"), row.number),
                Fact(self.tr("Business Center"), f"{row.center_name} ({row.center_id})"),
                Fact(self.tr("Asked by"), row.requested_by),
                *([Fact(self.tr("They write"), row.note)] if row.note else []),
            ]
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_answer_button)
        buttons.addWidget(self.send_answer_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(words, "heading", wrap=True))
        layout.addWidget(facts)
        if self._grant and self._is_transfer:
            warning = self.tr("The Business Center becomes the owner for good, and alone decides who may use it.")
            layout.addWidget(text_label(warning, "warning", wrap=True))
        layout.addWidget(self.bar)
        if self.form.fields():
            layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)

    def _send(self) -> None:
        self.send_answer_button.setEnabled(False)
        self.bar.dismiss()
        role: AssetRole | None = None
        if self._grant and not self._is_transfer:
            role = AssetRole(self.grant_role_combo.currentData())
        reason = "" if self._grant else self.refuse_reason_edit.toPlainText()
        told = self._row if role is None else replace(self._row, role=role)
        mail = answer_mail(told, self._by, granted=self._grant, reason=reason.strip())
        work = partial(self._answer, self._row.id, self._grant, reason, role=role, mail=mail)
        self._session.runner.run(self, work, self._sent, self._refused)

    def _sent(self, _row: AdAccountRequestRow) -> None:
        name = self._row.center_name
        if not self._grant:
            said = self.tr("%1 was told that you refused.")
        elif self._is_transfer:
            said = self.tr("%1 owns the ad account now.")
        else:
            said = self.tr("%1 has access now.")
        self._notices.success(said.replace("%1", name))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.send_answer_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

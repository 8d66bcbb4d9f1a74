"""After an open request was answered: "Is @handle the account you meant?" (decisions.md, "Request and link")."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.dialogs.end_access import ask_end_access
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.session import Session


class WasItMeant(QFrame):
    """The question with Yes and End access; hidden where there is nothing to ask.

    ``name`` begins the object names where the same question can stand at several places of one window.
    """

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        notices: Notices | None = None,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        prefix = f"{name}_" if name else ""
        self.setObjectName(f"{prefix}was_it_meant")
        self.setProperty("role", "card")
        self._notices = notices or navigator.notices
        self._session, self._actor, self._navigator = session, actor, navigator
        self._link_id, self._handle = "", ""
        self.question_label = text_label("", "strong", wrap=True)
        self.question_label.setObjectName(f"{prefix}question_label")
        self.advice_label = text_label(
            self.tr("The code was not addressed to a handle, so anyone who had it could answer."), "muted", wrap=True
        )
        self.yes_button = QPushButton(self.tr("&Yes"))
        self.yes_button.setObjectName(f"{prefix}yes_button")
        self.yes_button.setProperty("kind", "primary")
        self.yes_button.clicked.connect(self._confirm)
        self.end_access_button = QPushButton(self.tr("&End access…"))
        self.end_access_button.setObjectName(f"{prefix}end_access_button")
        self.end_access_button.setProperty("kind", "danger")
        self.end_access_button.clicked.connect(self._ask_end)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes_button)
        row.addWidget(self.end_access_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.question_label)
        layout.addWidget(self.advice_label)
        layout.addLayout(row)

    def show_request(self, row: RequestRow) -> None:
        """Ask about the account that answered ``row``."""
        self._show(row.link_id or "", row.answered_handle or "", asked=row.needs_confirmation)

    def show_account(self, row: TikTokAccountRow) -> None:
        """Ask about a linked account."""
        self._show(row.id, row.handle, asked=row.needs_confirmation)

    def _show(self, link_id: str, handle: str, *, asked: bool) -> None:
        self._link_id, self._handle = link_id, handle
        self.question_label.setText(self.tr("Is @%1 the account you meant?").replace("%1", handle))
        self.setVisible(asked and bool(link_id))

    def _confirm(self) -> None:
        self.yes_button.setEnabled(False)
        work = partial(tiktok_accounts.confirm, self._session.context, self._actor, self._link_id)
        self._session.runner.run(self, work, self._confirmed, self._not_confirmed)

    def _confirmed(self, _result: object) -> None:
        self.yes_button.setEnabled(True)
        self.hide()

    def _not_confirmed(self, error: Exception) -> None:
        self.yes_button.setEnabled(True)
        self._notices.show_error(error)

    def _ask_end(self) -> None:
        ask_end_access(self._session, self._actor, self._navigator, self._link_id, self._handle)

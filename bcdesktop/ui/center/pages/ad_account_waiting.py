"""What others ask of one ad account, for whoever may answer: a card in its panel (A4-44; domain.md 7.7)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests
from bcdesktop.ui.center.ad_account_words import asked_text
from bcdesktop.ui.kit.answer_request import AnswerRequestDialog
from bcdesktop.ui.kit.cards import Card, clear_layout, text_label
from bcdesktop.ui.kit.change_bridge import Listener

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow, AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AdAccountWaiting(Card):
    """Hidden where nothing waits, or for somebody who may not answer."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(self.tr("Waiting for an answer"))
        self.setObjectName("ad_account_waiting")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: AdAccountRow | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.body.addLayout(self._lines)
        self.hide()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.AD_ACCOUNT_REQUEST}, self.read_again, even_hidden=True)

    def show_row(self, row: AdAccountRow) -> None:
        """Show what is asked of ``row``."""
        if self._row is None or self._row.id != row.id:
            self.hide()
        self._row = row
        self.read_again()

    def read_again(self) -> None:
        """Read the requests again."""
        row = self._row
        if row is None or not row.is_owned or row.my_role is not AssetRole.ADMIN:
            self.hide()
            return
        work = partial(ad_account_requests.of_ad_account, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, partial(self._show, row.id), self._not_read)

    def _not_read(self, error: Exception) -> None:
        """Hide where the ad account is gone by now; the page shows that."""
        self.hide()
        if not isinstance(error, NotFound):
            self._navigator.notices.show_error(error)

    def _show(self, asset_id: str, rows: tuple[AdAccountRequestRow, ...]) -> None:
        if self._row is None or self._row.id != asset_id:
            return
        waiting = [row for row in rows if row.state is AdAccountRequestState.PENDING]
        clear_layout(self._lines)
        for place, row in enumerate(waiting):
            self._lines.addLayout(self._line(place, row))
        self.setVisible(bool(waiting))

    def _line(self, place: int, row: AdAccountRequestRow) -> QVBoxLayout:
        words = self.tr("%1 of “%2” asks for: %3").replace("%1", row.requested_by).replace("%2", row.center_name)
        line = QVBoxLayout()
        line.setSpacing(4)
        line.addWidget(text_label(words.replace("%3", asked_text(row)), wrap=True))
        if row.note:
            line.addWidget(text_label(f"“{row.note}”", "muted", wrap=True, selectable=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, text, grant in (("refuse", self.tr("Refuse…"), False), ("grant", self.tr("Grant…"), True)):
            button = QPushButton(text)
            button.setObjectName(f"ad_account_waiting_{place}_{name}_button")
            button.setAccessibleName(f"{text} {row.center_name}")
            button.clicked.connect(partial(self.answer, row, grant=grant))
            buttons.addWidget(button)
        buttons.addStretch(1)
        line.addLayout(buttons)
        return line

    def answer(self, row: AdAccountRequestRow, _checked: object = None, *, grant: bool) -> None:
        """Open the dialog that grants or refuses one request."""
        answer = partial(ad_account_requests.answer_here, self._session.context, self._actor)
        args = (self._session, self._navigator.window, self._navigator.notices, row, answer)
        self._navigator.open_dialog(AnswerRequestDialog(*args, by=self._actor.name, grant=grant))

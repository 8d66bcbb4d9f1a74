"""Numbers of the ads that ran on one TikTok account, for its Operators and Analysts (domain.md 2.4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.report_records import Metric
from bcdesktop.services import reports
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.number_words import column_label, days_text, number_text

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.services.report_records import Numbers
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountNumbers(QWidget):
    """Shows nothing while no imported report names the account."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("account_numbers")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._account: tuple[AssetKind, str] | None = None
        self.account_numbers_label = text_label("", "strong", wrap=True)
        self.account_numbers_label.setObjectName("account_numbers_label")
        self.facts = FactList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.account_numbers_label)
        column.addWidget(self.facts)
        self.hide()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.REPORT}, self._read, even_hidden=True)

    def show_account(self, kind: AssetKind, ref: str) -> None:
        """Show the sums of the account with this id of a link or share."""
        if (kind, ref) != self._account:
            self.hide()
        self._account = (kind, ref)
        self._read()

    def _read(self) -> None:
        if self._account is not None:
            work = partial(reports.per_account, self._session.context, self._actor, *self._account)
            self._session.runner.run(self, work, partial(self._show, self._account), self._gone)

    def _show(self, account: tuple[AssetKind, str], numbers: Numbers | None) -> None:
        if account != self._account:
            return
        self.setVisible(numbers is not None)
        if numbers is None:
            return
        text = self.tr("Ads on this account, %1, from imported reports")
        self.account_numbers_label.setText(text.replace("%1", days_text(numbers.first_day, numbers.last_day)))
        self.facts.show_facts([Fact(column_label(metric), number_text(numbers, metric)) for metric in Metric])

    def _gone(self, error: Exception) -> None:
        """Show nothing of an account that is no longer this person's."""
        self.hide()
        if not isinstance(error, NotFound | NotAllowed):
            self._navigator.notices.show_error(error)

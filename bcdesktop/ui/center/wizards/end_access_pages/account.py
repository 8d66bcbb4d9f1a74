"""Which account: of those linked here, shared with it, or linked by the person alone; or any other by its handle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from bcdesktop.core.access_requests import Kind, LinkState
from bcdesktop.core.flows.end_access import EndAccount, HowLinked, Which
from bcdesktop.services import person_links, tiktok_accounts
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.ui.center.end_words import how_label
from bcdesktop.ui.center.wizards.end_access_pages.base import EndAccessPage
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.tables import Column, RecordTable

if TYPE_CHECKING:
    from bcdesktop.core.flows.end_access import EndAccess
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.kit.session import Session


def find_out(row: TikTokAccountRow, own: dict[str, str]) -> EndAccount:
    """Return how ``row`` is linked. ``own`` is what the person linked in Ads Manager, handle to id."""
    how = HowLinked.CLAIMED if row.kind is Kind.CLAIM else HowLinked.LINKED
    if row.owner_name is not None:
        how = HowLinked.SHARED
    has_grant = row.my_role is not None
    return EndAccount(row.id, row.handle, how, row.owner_name or "", has_grant, own.get(row.handle, ""))


def own_links(context: Context, actor: Actor) -> dict[str, str]:
    """Return what the person linked in Ads Manager for themselves, handle to id."""
    advertiser = Advertiser(actor.person_id, actor.name, actor.email)
    return {row.handle: row.id for row in person_links.list_own(context, advertiser)}


def all_accounts(context: Context, actor: Actor) -> tuple[EndAccount, ...]:
    """Return every account the person can see here, and those linked to Ads Manager by the person alone."""
    own = own_links(context, actor)
    rows = [row for row in tiktok_accounts.list_all(context, actor) if row.state is LinkState.ACTIVE]
    found = [find_out(row, own) for row in rows]
    here = {account.handle for account in found}
    alone = (EndAccount(i, h, HowLinked.PERSON, person_link_id=i) for h, i in own.items() if h not in here)
    return tuple(sorted((*found, *alone), key=_by_handle))


class AccountPage(EndAccessPage):
    """A search, and the accounts below it; a handle that is not among them can be typed."""

    step = "end_account"

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("Which account?"))
        self.sentence_label.setText(self.tr("Choose it, or type the handle of any other account."))
        self.end_handle_edit = QLineEdit()
        self.end_handle_edit.setObjectName("end_handle_edit")
        self.end_handle_edit.setPlaceholderText(self.tr("Find by handle, or type any handle"))
        self.end_handle_edit.setAccessibleName(self.tr("Handle"))
        self.end_handle_edit.setClearButtonEnabled(True)
        self.end_accounts_table = RecordTable(
            "end_accounts_table",
            (
                Column("handle", self.tr("TikTok account"), _handle, width=24),
                Column("how", self.tr("How it is linked"), how_label, width=34),
            ),
            accessible_name=self.tr("TikTok accounts"),
            record_id=_key,
        )
        self.end_accounts_table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.typed_label = text_label("", "muted", wrap=True)
        self.typed_label.setObjectName("end_typed_label")
        self.body.setSpacing(8)
        self.body.addWidget(self.end_handle_edit)
        self.body.addWidget(self.end_accounts_table, 1)
        self.body.addWidget(self.typed_label)
        self.end_handle_edit.textChanged.connect(self._filter)
        self.end_accounts_table.filter_cleared.connect(self.end_handle_edit.clear)
        self.end_accounts_table.current_changed.connect(self._changed)
        self.end_accounts_table.activated.connect(self._go_on)

    def initializePage(self) -> None:
        """Read the accounts."""
        work = partial(all_accounts, self.session.context, self.actor)
        self.session.runner.run(self, work, self._show, self.show_error)

    def _show(self, accounts: tuple[EndAccount, ...]) -> None:
        self.end_accounts_table.set_records(accounts)
        self._filter()

    def _filter(self) -> None:
        table = self.end_accounts_table
        table.set_text_filter(self.end_handle_edit.text().strip().lstrip("@"))
        shown = table.shown_records()
        if self.end_handle_edit.text() and len(shown) == 1:
            table.select_record(_key(shown[0]))
        self._changed()

    def _changed(self) -> None:
        account = self._chosen()
        is_other = account is not None and account.how is HowLinked.UNKNOWN
        text = self.tr("@%1 is not linked here. The next page says where to look.")
        self.typed_label.setText(text.replace("%1", account.handle) if account is not None and is_other else "")
        self.completeChanged.emit()

    def _chosen(self) -> EndAccount | None:
        shown, typed = self.end_accounts_table.shown_records(), self.end_handle_edit.text().strip().lstrip("@").lower()
        current = self.end_accounts_table.current_record()
        if current is not None and current in shown:
            return current
        exact = [account for account in shown if account.handle == typed]
        if exact:
            return exact[0]
        return EndAccount("", typed, HowLinked.UNKNOWN) if typed and not shown else None

    def _go_on(self, _record: object) -> None:
        self.wizard().next()

    def isComplete(self) -> bool:
        """Whether one is chosen or typed."""
        return self._chosen() is not None

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Which account")

    def first_focus(self) -> QWidget:
        """Start at the search."""
        return self.end_handle_edit

    def answer(self) -> Which:
        """See FlowPage."""
        return Which(self._chosen())


def _handle(account: EndAccount) -> str:
    return f"@{account.handle}"


def _key(account: EndAccount) -> str:
    return f"{account.how}:{account.ref}"


def _by_handle(account: EndAccount) -> str:
    return account.handle

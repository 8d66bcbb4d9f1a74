"""The assistant "End access…": a thin skin over ``core.flows.end_access`` (A0-02 to A0-09, A0-16, A0-25)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWizard

from bcdesktop.core.flows.end_access import EndAccess, EndAccount
from bcdesktop.ui.center.wizards.end_access_pages.account import AccountPage, find_out, own_links
from bcdesktop.ui.center.wizards.end_access_pages.effects import ConfirmPage, EffectsPage
from bcdesktop.ui.center.wizards.end_access_pages.elsewhere import ElsewherePage
from bcdesktop.ui.center.wizards.end_access_pages.place import PlacePage
from bcdesktop.ui.center.wizards.end_access_pages.reason import ReasonPage
from bcdesktop.ui.center.wizards.end_access_pages.receipt import ReceiptPage
from bcdesktop.ui.center.wizards.flow_wizard import FlowWizard

if TYPE_CHECKING:
    from bcdesktop.services.ending_errors import EffectsChanged
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


def open_end_access(session: Session, actor: Actor, navigator: Navigator, row: TikTokAccountRow | None = None) -> None:
    """Open the assistant, at one account where ``row`` is given."""
    if row is None:
        navigator.open_dialog(EndAccessWizard(session, actor, navigator))
        return
    work, done = partial(own_links, session.context, actor), partial(_open_at, session, actor, navigator, row)
    session.runner.run(navigator, work, done, navigator.notices.show_error)


def _open_at(session: Session, actor: Actor, navigator: Navigator, row: TikTokAccountRow, own: dict[str, str]) -> None:
    navigator.open_dialog(EndAccessWizard(session, actor, navigator, find_out(row, own)))


class EndAccessWizard(FlowWizard):
    """Begins with the reason; ``account`` is known where it was opened at one."""

    _ended = Signal(object)
    _changed = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, account: EndAccount | None = None) -> None:
        flow = EndAccess(account)
        title = self.tr("End access")
        if account is not None:
            title = self.tr("End access to @%1").replace("%1", account.handle)
        super().__init__(navigator, flow, "end_access_wizard", title)
        place, self.effects_page = PlacePage(session, actor, flow), EffectsPage(session, actor, flow)
        self.confirm_page = ConfirmPage(session, actor, flow)
        self.receipt_page = ReceiptPage(session, actor, flow, navigator)
        place.path_changed.connect(self.mark_step)
        which = [] if account is not None else [AccountPage(session, actor, flow)]
        elsewhere = ElsewherePage(session, actor, flow, navigator)
        pages = [self.effects_page, self.confirm_page, self.receipt_page, elsewhere]
        self.add_pages([ReasonPage(session, actor, flow), *which, place, *pages])
        self.confirm_page.ended.connect(self._ended)
        self.confirm_page.changed.connect(self._changed)
        # queued: with a runner that delivers at once the wizard is still asking whether it may go on
        self._ended.connect(self._show_receipt, Qt.ConnectionType.QueuedConnection)
        self._changed.connect(self._ask_again, Qt.ConnectionType.QueuedConnection)
        self.name_buttons(self.tr("&Close"))
        self.name_button(QWizard.WizardButton.CommitButton, "commit_button", self.confirm_page.verb(), "danger")
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.currentIdChanged.connect(self._name_verb)
        self.restart()

    def _name_verb(self, _page_id: int) -> None:
        if self.currentPage() is self.confirm_page:
            self.setButtonText(QWizard.WizardButton.CommitButton, self.confirm_page.verb())

    def _show_receipt(self, receipt: EndReceiptRow) -> None:
        self.receipt_page.show_receipt(receipt)
        self.next()

    def _ask_again(self, error: EffectsChanged) -> None:
        """Go back to the list, which shows what would stop now."""
        self.go_back_to("end_effects")
        self.effects_page.show_effects(error.effects)
        self.effects_page.show_error(error)

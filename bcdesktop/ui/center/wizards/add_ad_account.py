"""Add ad account: a thin skin over ``core.flows.add_ad_account`` (A4-16 to A4-18, A4-24, A4-39 to A4-43)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState
from bcdesktop.core.errors import InputRefused
from bcdesktop.core.flows.add_ad_account import AddAdAccount, AddAdAccountWay
from bcdesktop.services.ad_records import AdAccountRow
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import LastPage
from bcdesktop.ui.center.wizards.add_ad_account_pages.business_information import BusinessInformationPage
from bcdesktop.ui.center.wizards.add_ad_account_pages.request_access import RequestAccessPage
from bcdesktop.ui.center.wizards.add_ad_account_pages.submit import SubmitPage
from bcdesktop.ui.center.wizards.add_ad_account_pages.transfer import TransferPage
from bcdesktop.ui.center.wizards.add_ad_account_pages.way import AdAccountWayPage
from bcdesktop.ui.center.wizards.flow_wizard import FlowWizard

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AddAdAccountWizard(FlowWizard):
    """Ends at the new ad account, or at the request; ``way`` is chosen already where the person named it."""

    _made = Signal(object)

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, way: AddAdAccountWay = AddAdAccountWay.CREATE
    ) -> None:
        flow = AddAdAccount()
        super().__init__(navigator, flow, "add_ad_account_wizard", self.tr("Add ad account"))
        first = AdAccountWayPage(session, actor, flow)
        first.path_changed.connect(self.mark_step)
        last = [make(session, actor, flow) for make in (SubmitPage, RequestAccessPage, TransferPage)]
        self.add_pages([first, BusinessInformationPage(session, actor, flow), *last])
        for page in last:
            page.made.connect(self._made)
            page.refused.connect(self._show_refusal)
        # queued: with a runner that delivers at once the wizard is still asking whether it may finish
        self._made.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self.name_buttons(self.tr("&Submit for review"))
        self.restart()
        if way is not AddAdAccountWay.CREATE:
            first.choose(way)
            self.next()

    def _show_refusal(self, error: Exception) -> None:
        """Go back to the page of the field that was refused; anything else is shown on the last page."""
        page = self.currentPage()
        if isinstance(error, InputRefused) and isinstance(page, SubmitPage):
            self.go_back_to("business_information")
            page = self.currentPage()
        if isinstance(page, LastPage | BusinessInformationPage):
            page.show_error(error)

    def _finish(self, made: AdAccountRow | AdAccountRequestRow) -> None:
        self.accept()
        if isinstance(made, AdAccountRow):
            text = self.tr("“%1” was submitted and is in review now.").replace("%1", made.name)
            self.navigator.go("ad_accounts", asset_id=made.id)
        elif made.state is AdAccountRequestState.APPROVED:
            moved = made.kind is AdAccountRequestKind.TRANSFER
            text = self.tr("“%1” belongs to this Business Center now.") if moved else self.tr("“%1” was added.")
            text = text.replace("%1", made.ad_account_name)
            self.navigator.go("ad_accounts", asset_id=made.asset_id)
        else:
            text = self.tr("The request was sent to %1.").replace("%1", made.owner_name)
            self.navigator.go("ad_accounts", request_id=made.id)
        self.navigator.notices.success(text)

"""Invite members: a thin skin over ``core.flows.invite_members`` (domain.md 6.1.1, 6.1.2; A4-29, A4-30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bcdesktop.core.errors import InputRefused
from bcdesktop.core.flows.invite_members import InviteMembers
from bcdesktop.services.people_errors import AlreadyInvited, AlreadyMember, DomainNotAllowed, ListedTwice
from bcdesktop.ui.center.dialogs.invited import InvitedDialog
from bcdesktop.ui.center.wizards.flow_wizard import FlowWizard
from bcdesktop.ui.center.wizards.invite_members_pages.accounts import AccountsPage
from bcdesktop.ui.center.wizards.invite_members_pages.addresses import AddressesPage
from bcdesktop.ui.center.wizards.invite_members_pages.message import MessagePage
from bcdesktop.ui.center.wizards.invite_members_pages.role import RolePage

if TYPE_CHECKING:
    from bcdesktop.services.people_records import Invited
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_PAGES = (AddressesPage, RolePage, AccountsPage, MessagePage)
_ADDRESS_ERRORS = (AlreadyInvited, AlreadyMember, DomainNotAllowed, ListedTwice)


class InviteMembersWizard(FlowWizard):
    """Ends with the dialog that shows each address with its code."""

    _made = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        flow = InviteMembers()
        super().__init__(navigator, flow, "invite_members_wizard", self.tr("Invite members"))
        self._session = session
        self.add_pages(make(session, actor, flow) for make in _PAGES)
        message = self.pages_by_step["message"]
        message.made.connect(self._end)
        message.refused.connect(self._show_refusal)
        # queued: with a runner that delivers at once the wizard is still asking whether it may finish
        self._made.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self.name_buttons(self.tr("&Send invitations"))
        self.restart()

    def set_addresses(self, text: str) -> None:
        """Begin with these addresses."""
        page = self.pages_by_step["addresses"]
        if isinstance(page, AddressesPage):
            page.set_text(text)
            page.look()

    def _show_refusal(self, error: Exception) -> None:
        """Go back to the list where an address is refused by now; anything else is shown where it happened."""
        step = "addresses" if isinstance(error, _ADDRESS_ERRORS) else "message"
        if isinstance(error, InputRefused) and error.field == "addresses":
            step = "addresses"
        self.go_back_to(step)
        page = self.pages_by_step[step]
        if isinstance(page, AddressesPage):
            page.look()
        page.show_error(error)

    def _end(self, invited: tuple[Invited, ...]) -> None:
        self._made.emit(invited)

    def _finish(self, invited: tuple[Invited, ...]) -> None:
        self.accept()
        self.navigator.open_dialog(InvitedDialog(self._session, self.navigator, invited))

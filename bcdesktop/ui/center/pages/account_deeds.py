"""What can be done with one TikTok account or several: from the table, the panel and the options menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.services.offboarding_records import Subject, SubjectKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccountDeeds(QObject):
    """Opens the dialog or the assistant for each; nothing is changed before the person says so there.

    Each is imported when it is opened: the list of accounts is often the first page, and waits for none of them.
    """

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator

    def assign(self, account_ids: list[str]) -> None:
        """Open the dialog that gives these accounts to people and partners."""
        from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog

        self._navigator.open_dialog(AssignAccessDialog(self._session, self._actor, self._navigator, account_ids))

    def link_to_ad_accounts(self, row: TikTokAccountRow) -> None:
        """Open the dialog that links one account to ad accounts (A3-34)."""
        from bcdesktop.ui.center.dialogs.link_to_ad_accounts import LinkToAdAccountsDialog
        from bcdesktop.ui.center.link_choices import account_kind

        account = account_kind(row), row.id, row.handle
        self._navigator.open_dialog(LinkToAdAccountsDialog(self._session, self._actor, self._navigator, account))

    def compare_digits(self, row: TikTokAccountRow) -> None:
        """Open the dialog that compares 30 digits with the owner."""
        from bcdesktop.ui.center.dialogs.compare_digits import CompareDigitsDialog

        self._navigator.open_dialog(
            CompareDigitsDialog(self._session, self._actor, self._navigator, row.id, row.handle)
        )

    def end_access(self, row: TikTokAccountRow) -> None:
        """Ask, with everything that will stop, and end the link."""
        from bcdesktop.ui.center.dialogs.end_access import ask_end_access

        ask_end_access(self._session, self._actor, self._navigator, row.id, row.handle)

    def off_board(self, row: TikTokAccountRow) -> None:
        """Show everything that reaches the client's account, and end it when the person says so."""
        from bcdesktop.ui.center.offboarding import Offboarding

        Offboarding(self._session, self._actor, self._navigator).start(Subject(SubjectKind.CLIENT, row.id))

    def open_assistant(self, row: TikTokAccountRow) -> None:
        """Open the assistant that finds out where access to an account is ended."""
        from bcdesktop.ui.center.wizards.end_access import open_end_access

        open_end_access(self._session, self._actor, self._navigator, row)

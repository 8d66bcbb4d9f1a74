"""What a page of Ads Manager may ask of the window that shows it, so that no page knows the window or another page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from bcdesktop.services.advertiser_records import AdvertiserAccount
    from bcdesktop.ui.kit.notices import Notices


class AdsPage(Protocol):
    """What the window calls on a page built ``Page(session, advertiser, navigator)``. Every method is optional.

    ``session`` is the open store with runner, bridge, theme and settings; ``advertiser`` the signed-in person, who may
    be in no Business Center; ``navigator`` an AdsNavigator. Right after it is built, and whenever another ad account is
    chosen on top, ``show_account`` is called; ``navigator.account`` has what else is known of it, the person's role for
    instance. A page listens to the bridge for changes.
    """

    def show_account(self, asset_id: str) -> None:
        """Show this ad account; called before ``show_item``. Pages that need none are not called."""

    def show_item(self, **what: Any) -> None:
        """Show or select one item after ``AdsNavigator.go``, for instance ``campaign_id=...`` or ``tab=...``."""

    def refresh(self) -> None:
        """Read everything again (F5)."""

    def has_unsaved(self) -> bool:
        """Tell whether something typed would be lost; the person is asked before the page goes."""
        ...

    def discard(self) -> None:
        """Throw away what was typed, after the person said so."""


class AdsNavigator(QObject):
    """Handed to every page and dialog of the Ads Manager window.

    A test builds one with ``AdsNavigator(parent_widget, notices)`` and watches its signals.
    """

    page_requested = Signal(str, dict)
    """(page name, what): see ``go``."""
    account_requested = Signal(str)
    """Choose this ad account."""
    creation_requested = Signal()
    """Create an ad account of the person's own."""
    link_requested = Signal()
    """Link a TikTok account, through a Business Center or for the person alone."""
    phone_requested = Signal()
    """Show the Phone window."""
    center_requested = Signal(str, str, dict)
    """(Business Center id, page name, what): show the Business Center window there; see ``open_center``."""
    center_creation_requested = Signal()
    """Create a Business Center for the person, in the Business Center window (A4-22)."""
    sign_out_requested = Signal()
    """Sign the person out of Ads Manager."""

    def __init__(self, window: QWidget, notices: Notices | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self.account: AdvertiserAccount | None = None
        """The ad account chosen on top, None where the person has none."""

    @property
    def window(self) -> QWidget:
        """The window: parent for dialogs."""
        return self._window

    @property
    def notices(self) -> Notices:
        """Toasts and notices of the window."""
        if self._notices is None:
            raise RuntimeError("this navigator was made without notices")
        return self._notices

    def go(self, page_name: str, **what: Any) -> None:
        """Show a page of ``registry.ADS_PAGES`` by name; ``what`` goes to its ``show_item``."""
        self.page_requested.emit(page_name, what)

    def choose_account(self, asset_id: str) -> None:
        """Change to another ad account of the person."""
        self.account_requested.emit(asset_id)

    def create_account(self) -> None:
        """Open the dialog for a new ad account that the person owns."""
        self.creation_requested.emit()

    def link_account(self) -> None:
        """Open "Link TikTok account" with its two ways (domain.md 11.2, D18)."""
        self.link_requested.emit()

    def show_phone(self) -> None:
        """Show the Phone window (another window or process; nothing is handed over to it)."""
        self.phone_requested.emit()

    def open_center(self, business_center_id: str = "", page: str = "", **what: Any) -> None:
        """Show the Business Center window for the person, in the Business Center with this id or their first one."""
        self.center_requested.emit(business_center_id, page, what)

    def create_center(self) -> None:
        """Start "Create Business Center account" in the Business Center window."""
        self.center_creation_requested.emit()

    def open_dialog(self, dialog: QDialog) -> QDialog:
        """Open ``dialog`` over the window without waiting; it is deleted when closed. Returns it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

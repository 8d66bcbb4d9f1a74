"""What a page may ask of the window that shows it, so that no page knows the window or another page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from bcdesktop.core.grants import Holder
    from bcdesktop.ui.kit.notices import Notices


class CenterPage(Protocol):
    """What the window calls on a page built ``Page(session, actor, navigator)``. Every method is optional.

    A page reads its data by itself (in the constructor or when first shown) and listens to the bridge for more.
    """

    def show_item(self, **what: Any) -> None:
        """Show or select one item after ``Navigator.go``, for instance ``link_id=...`` or ``request_id=...``."""

    def refresh(self) -> None:
        """Read everything again (F5)."""

    def has_unsaved(self) -> bool:
        """Tell whether something typed would be lost; the person is asked before the page goes."""
        ...

    def discard(self) -> None:
        """Throw away what was typed, after the person said so."""


class Navigator(QObject):
    """Handed to every page, wizard and dialog of the Business Center window.

    A test builds one with ``Navigator(parent_widget, notices)`` and watches its signals.
    """

    page_requested = Signal(str, dict)
    """(page name, what): see ``go``."""
    add_requested = Signal(str)
    """Start the Add TikTok account wizard, for this handle where one is named."""
    code_requested = Signal(str)
    """Open the QR dialog of this request id."""
    phone_requested = Signal()
    """Show the Phone window."""
    ads_requested = Signal(str)
    """Show the Ads Manager window, at the ad account with this id where one is named."""
    store_choice_requested = Signal()
    """Ask for another store to open."""
    sign_out_requested = Signal()
    """Sign the person out."""
    person_switch_requested = Signal()
    """Sign the person out, so that somebody else can sign in."""
    switch_requested = Signal(str)
    """Open another Business Center of the person, at its TikTok accounts."""
    access_requested = Signal(object)
    """Open the dialog that gives accounts to this Holder."""
    left = Signal()
    """The person is no member of the open Business Center any more."""

    def __init__(self, window: QWidget, notices: Notices | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices

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
        """Show a page of ``registry.PAGES`` by name; ``what`` (``link_id``, ``request_id``, ``card``...) goes to its
        ``show_item``. A page the person may not see is not shown; the notices say why.
        """
        self.page_requested.emit(page_name, what)

    def add_tiktok_account(self) -> None:
        """Start the Add TikTok account wizard (Ctrl+N)."""
        self.add_requested.emit("")

    def ask_again(self, handle: str) -> None:
        """Start the Add TikTok account wizard for an account that is known already: its handle is filled in."""
        self.add_requested.emit(handle)

    def open_code(self, request_id: str) -> None:
        """Open the QR dialog for a request; opening it twice brings the same dialog to the front."""
        self.code_requested.emit(request_id)

    def show_phone(self) -> None:
        """Show the Phone window (another window or process; nothing is handed over to it)."""
        self.phone_requested.emit()

    def open_ads_manager(self, asset_id: str | None = None) -> None:
        """Show the Ads Manager window for the signed-in person, at an ad account where one is named."""
        self.ads_requested.emit(asset_id or "")

    def switch_to(self, business_center_id: str) -> None:
        """Open another Business Center of the person, at its TikTok accounts (A2-46)."""
        self.switch_requested.emit(business_center_id)

    def grant_access(self, holder: Holder) -> None:
        """Open the dialog that gives accounts to a member or a partner (domain.md 6.1.9)."""
        self.access_requested.emit(holder)

    def leave_center(self) -> None:
        """Say that the person left: another of their Business Centers is opened, or the sign-in page."""
        self.left.emit()

    def choose_store(self) -> None:
        """Ask for the file of another store and open it."""
        self.store_choice_requested.emit()

    def open_dialog(self, dialog: QDialog) -> QDialog:
        """Open ``dialog`` over the window without waiting; it is deleted when closed. Returns it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

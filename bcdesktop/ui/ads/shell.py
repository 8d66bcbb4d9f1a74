"""The Ads Manager window: painted first, filled once the store is open; signing in, then pages (A0-26)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.ui.ads.actions import build_actions
from bcdesktop.ui.ads.navigator import AdsNavigator
from bcdesktop.ui.ads.sidebar import AdsSidebar
from bcdesktop.ui.ads.top_bar import TopBar
from bcdesktop.ui.kit.enter_key import EnterKey
from bcdesktop.ui.kit.notice_place import NoticePlace
from bcdesktop.ui.kit.notices import Notices
from bcdesktop.ui.kit.skeleton import Skeleton

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.inside import AdsInside
    from bcdesktop.ui.kit.session import Frame, Session

_WINDOW_NAME = "ads"
_NEED_A_PERSON = (
    "choose_account",
    "create_account",
    "open_account_settings",
    "open_basic_information",
    "open_notifications",
    "enter_center",
    "refresh",
    "sign_out",
)


class AdsWindow(QMainWindow):
    """Skeleton → sign-in → pages. Imports no service before ``attach``.

    ``advertiser`` is the signed-in person, None before; ``inside`` what they see.
    """

    phone_requested = Signal()
    """Show the Phone window."""
    center_requested = Signal(object, str, str, dict)
    """(Advertiser, Business Center id, page name, what): show the Business Center window for this person."""
    center_creation_requested = Signal(object)
    """Create a Business Center for this Advertiser, in the Business Center window."""
    advertiser_changed = Signal(object)
    """The Advertiser after sign-in, None after sign-out."""
    retry_requested = Signal()
    """Try once more to open the store (after ``fail``)."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._is_closing = False
        self._wanted: tuple[str, str, dict] = ("", "", {})
        self.session: Session | None = None
        self.inside: AdsInside | None = None
        self.setObjectName("ads_window")
        self.setWindowTitle(self.tr("Ads Manager"))
        self.notices = Notices(self)
        self.navigator = AdsNavigator(self, self.notices)
        self.navigator.phone_requested.connect(self.phone_requested)
        self.navigator.sign_out_requested.connect(self.sign_out)
        self.navigator.center_requested.connect(self._ask_for_center)
        self.navigator.center_creation_requested.connect(self._ask_for_creation)
        self.actions_by_name = build_actions(self, frame.theme, self._handlers())
        self.sidebar = AdsSidebar(self.actions_by_name)
        self.top_bar = TopBar(self.actions_by_name)
        self.views = QStackedWidget()
        self.views.setObjectName("views")
        self._lay_out()
        self.set_view(Skeleton(frame.theme))
        self._enable_actions()
        EnterKey(self)
        frame.runner.unhandled.connect(self._on_unhandled)
        self._restore_place()

    @property
    def advertiser(self) -> Advertiser | None:
        """The signed-in person."""
        return self.inside.advertiser if self.inside is not None else None

    def _handlers(self) -> dict[str, object]:
        return {
            "choose_account": self._choose_account,
            "create_account": self.navigator.create_account,
            "open_account_settings": self._open_account_settings,
            "open_basic_information": self._open_basic_information,
            "open_notifications": self._open_notifications,
            "enter_center": self._enter_center,
            "show_phone": self.phone_requested.emit,
            "refresh": self._refresh,
            "sign_out": self.sign_out,
            "quit": self.close,
        }

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(NoticePlace(self.notices.bar))
        column.addWidget(self.views, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)

    def _restore_place(self) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumSize(letter * 110, line * 30)
        if not self._frame.settings.restore_window(_WINDOW_NAME, self):
            room = self.screen().availableSize()
            self.resize(min(letter * 170, room.width()), min(line * 46, room.height()))

    def set_view(self, view: QWidget, *, inside: bool = False) -> None:
        """Show ``view`` in place of the one before, which is deleted; sidebar and top bar only ``inside``."""
        old = self.views.currentWidget()
        self.views.addWidget(view)
        self.views.setCurrentWidget(view)
        if old is not None and old is not view:
            self.views.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sidebar.setVisible(inside)
        self.top_bar.setVisible(inside)

    def attach(self, session: Session, advertiser: Advertiser | None = None, *, asset_id: str = "") -> None:
        """Take the open store; with ``advertiser`` go straight in, to the ad account ``asset_id``.

        Without, whoever stays signed in on this computer comes in, else the sign-in page is shown. Called again, it
        changes to another store or person.
        """
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.leave()
        self.session = session
        self.notices.clear()
        self._wanted = (asset_id, "", {})
        if advertiser is not None:
            self.enter(advertiser)
            return
        from bcdesktop.ui.ads.sign_in import resume

        session.runner.run(self, partial(resume, session.context), self._meet, self.fail)

    def _meet(self, advertiser: Advertiser | None) -> None:
        if advertiser is not None:
            self.enter(advertiser)
        else:
            self.show_sign_in()

    def fail(self, error: Exception) -> None:
        """Say in the bar why the store could not be opened, and offer to try again."""
        from bcdesktop.core.errors import AppError

        if not isinstance(error, AppError):
            raise error
        self.notices.bar.show_error(error, action=self.tr("Try again"), on_action=self.retry_requested.emit)

    def show_sign_in(self) -> None:
        """Show the sign-in page."""
        from bcdesktop.ui.ads.sign_in import AdsSignInView

        view = AdsSignInView(self.session)
        view.signed_in.connect(self.enter)
        view.phone_requested.connect(self.phone_requested)
        self.set_view(view)
        view.set_focus()

    def enter(self, advertiser: Advertiser) -> None:
        """Show the pages to ``advertiser``."""
        from bcdesktop.ui.ads.inside import AdsInside

        self.leave()
        self.inside = AdsInside(self, self.session, advertiser)
        self.set_view(self.inside.views, inside=True)
        asset_id, page, what = self._wanted
        self._wanted = ("", "", {})
        self.inside.begin(asset_id, page, what)
        self._enable_actions()
        self.advertiser_changed.emit(advertiser)

    def show_place(self, asset_id: str = "", page: str = "", what: dict | None = None) -> None:
        """Go to an ad account and a page now, or as soon as somebody is signed in."""
        if self.inside is None:
            self._wanted = (asset_id, page, what or {})
            return
        if asset_id:
            self.navigator.choose_account(asset_id)
        if page:
            self.navigator.go(page, **(what or {}))

    def sign_out(self) -> None:
        """Ask about what is not saved, then close the person's pages and show the sign-in page."""
        if self.inside is not None:
            self.inside.ask_before_leaving(self._sign_out)

    def _sign_out(self) -> None:
        from bcdesktop.services import advertisers

        session, advertiser = self.session, self.advertiser
        self.leave()
        self.show_sign_in()
        work = partial(advertisers.sign_out, session.context, advertiser)
        session.runner.run(self, work, self._signed_out, self.notices.show_error)

    def _signed_out(self, _nothing: None) -> None:
        self.advertiser_changed.emit(None)

    def leave(self) -> None:
        """Close what belongs to the signed-in person."""
        if self.inside is not None:
            self.inside.end()
            self.inside = None
            self.navigator.account = None
            self.sidebar.clear()
        self._enable_actions()

    def _enable_actions(self) -> None:
        for name in _NEED_A_PERSON:
            self.actions_by_name[name].setEnabled(self.inside is not None)

    def _choose_account(self) -> None:
        if self.inside is not None:
            self.inside.open_account_choice()

    def _enter_center(self) -> None:
        if self.inside is not None:
            self.inside.open_enter_center()

    def _open_account_settings(self) -> None:
        self.navigator.go("account_settings")

    def _open_basic_information(self) -> None:
        self.navigator.go("basic_information")

    def _open_notifications(self) -> None:
        self.navigator.go("notifications")

    def _refresh(self) -> None:
        if self.inside is not None:
            self.inside.refresh()

    def _ask_for_center(self, business_center_id: str, page: str, what: dict) -> None:
        self.center_requested.emit(self.advertiser, business_center_id, page, what)

    def _ask_for_creation(self) -> None:
        self.center_creation_requested.emit(self.advertiser)

    def _on_unhandled(self, error: Exception, owner: object) -> None:
        """Show errors of this window's own widgets; another window of the process shows its own."""
        place = owner
        while isinstance(place, QObject):
            if place is self:
                self.notices.on_unhandled(error, owner)
                return
            place = place.parent()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; remember place and page."""
        if self.inside is not None and not self._is_closing and self.inside.pages.unsaved() is not None:
            event.ignore()
            self.inside.ask_before_leaving(self._close_now)
            return
        self._frame.settings.remember_window(_WINDOW_NAME, self)
        self._frame.settings.save()
        super().closeEvent(event)
        self.leave()

    def _close_now(self) -> None:
        self._is_closing = True
        self.close()

"""The Business Center window: painted first, filled once the store is open (architecture.md, "Start-up")."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent, QStatusTipEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from bcdesktop.ui.center.actions import build_actions
from bcdesktop.ui.center.admission import Admission
from bcdesktop.ui.center.commands import WindowCommands
from bcdesktop.ui.center.creation import Creation
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.sidebar import Sidebar
from bcdesktop.ui.kit.enter_key import EnterKey
from bcdesktop.ui.kit.notice_place import NoticePlace
from bcdesktop.ui.kit.notices import Notices
from bcdesktop.ui.kit.skeleton import Skeleton

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.entrance import Entrance
    from bcdesktop.ui.center.inside import Inside
    from bcdesktop.ui.kit.session import Frame, Session

_WINDOW_NAME = "center"
_NEED_A_PERSON = (
    "refresh",
    "find",
    "open_settings",
    "sign_out",
    "switch_person",
    "add_tiktok_account",
    "create_center",
    "ask_admin",
    "end_access",
)


class CenterWindow(QMainWindow):
    """Skeleton → welcome or sign-in → pages. Imports no service before ``attach``.

    ``actor`` is the signed-in person, None before; ``inside`` what they see.
    """

    phone_requested = Signal()
    """Show the Phone window."""
    ads_requested = Signal(str)
    """Show the Ads Manager window, at the ad account with this id where one is named."""
    store_requested = Signal(Path)
    """Open another store in place of this one; an example store may not exist yet."""
    retry_requested = Signal()
    """Try once more to open the store (after ``fail``)."""
    quit_requested = Signal()
    """The window was closed."""
    met = Signal()
    """The first page is shown: welcome, sign-in, or the person's own."""
    actor_changed = Signal(object)
    """The Actor after sign-in, None after sign-out."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.session: Session | None = None
        self.inside: Inside | None = None
        self._wanted_place: tuple[str, dict[str, Any]] | None = None
        self._is_closing = False
        self.setObjectName("center_window")
        self.setWindowTitle(self.tr("Business Center Desktop"))
        self.notices = Notices(self)
        self.navigator = Navigator(self, self.notices)
        self.commands = WindowCommands(self, frame.data_dir)
        self.admission = Admission(self)
        self.creation = Creation(self)
        self.navigator.store_choice_requested.connect(self.commands.choose_store)
        self.navigator.sign_out_requested.connect(self.sign_out)
        self.navigator.person_switch_requested.connect(self.switch_person)
        self.actions_by_name = build_actions(self, frame.theme, self._handlers())
        self.sidebar = Sidebar(self.actions_by_name)
        self.views = QStackedWidget()
        self.views.setObjectName("views")
        self._lay_out()
        self.set_view(Skeleton(frame.theme), sidebar=True)
        self._enable_actions()
        EnterKey(self)
        frame.runner.unhandled.connect(self._on_unhandled)
        self._restore_place()

    @property
    def actor(self) -> Actor | None:
        """The signed-in person."""
        return self.inside.actor if self.inside is not None else None

    def _handlers(self) -> dict[str, object]:
        return {
            "add_tiktok_account": self.navigator.add_tiktok_account,
            "show_phone": self.phone_requested.emit,
            "open_ads_manager": self.commands.open_ads_manager,
            "refresh": self.commands.refresh,
            "find": self.commands.find,
            "open_settings": self.commands.open_settings,
            "guide": self.commands.show_guide,
            "end_access": self.commands.end_access,
            "ending_help": self.commands.show_ending_help,
            "about": self.commands.show_about,
            "open_store": self.commands.choose_store,
            "create_center": self.commands.create_center,
            "ask_admin": self.commands.ask_admin,
            "try_example": self.commands.open_example,
            "open_own_store": self.commands.open_own_store,
            "switch_person": self.switch_person,
            "sign_out": self.sign_out,
            "quit": self.close,
        }

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(NoticePlace(self.notices.bar))
        column.addWidget(self.views, 1)
        self.status_bar = QStatusBar()
        self.status_bar.setObjectName("status_bar")
        self.status_bar.setSizeGripEnabled(False)
        column.addWidget(self.status_bar)
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
            self.resize(min(letter * 180, room.width()), min(line * 48, room.height()))

    def set_view(self, view: QWidget, *, sidebar: bool = False) -> None:
        """Show ``view`` in place of the one before, which is deleted."""
        old = self.views.currentWidget()
        self.views.addWidget(view)
        self.views.setCurrentWidget(view)
        if old is not None and old is not view:
            self.views.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sidebar.setVisible(sidebar)

    def attach(self, session: Session, actor: Actor | None = None) -> None:
        """Take the open store; with ``actor`` go straight in. Called again, it changes to another store."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        if self.inside is not None:
            self.leave()
        self.session = session
        self.notices.clear()
        self.creation.forget()
        if actor is not None:
            self.enter(actor)
            return
        from bcdesktop.ui.center.entrance import look_in

        work = partial(look_in, session.context, enter_example=True, first_page=session.settings.last_page)
        session.runner.run(self, work, self.meet, self.fail)

    def fail(self, error: Exception) -> None:
        """Say in the bar why the store could not be opened, and offer the way on."""
        from bcdesktop.core.errors import AppError

        if not isinstance(error, AppError):
            raise error
        from bcdesktop.store.errors import NotOurStore, StoreDamaged, StoreTooNew

        if isinstance(error, NotOurStore | StoreDamaged | StoreTooNew):
            # trying the same file again would end the same way
            words, way_out = self.tr("Open another store…"), self.commands.choose_store
        else:
            words, way_out = self.tr("Try again"), self.retry_requested.emit
        self.notices.bar.show_error(error, action=words, on_action=way_out)

    def meet(self, entrance: Entrance, email: str | None = None) -> None:
        """Let in who stays signed in; else show the sign-in page with ``email``, or the first page of a new store."""
        if entrance.actor is not None:
            self.admission.take(entrance.actor, must_set_up=entrance.must_set_up)
        elif entrance.has_people:
            self.show_sign_in(is_example=entrance.is_example, email=email)
        else:
            self.show_welcome()
        self.met.emit()

    def show_welcome(self) -> None:
        """Show the first page of an empty store."""
        from bcdesktop.ui.center.welcome import WelcomeView

        view = WelcomeView(self._frame.theme)
        view.set_up_requested.connect(self.start_first_start)
        view.example_requested.connect(self.commands.open_example)
        view.store_requested.connect(self.commands.choose_store)
        view.ads_requested.connect(self.commands.open_ads_manager)
        self.set_view(view)
        view.set_up_button.setFocus()

    def show_sign_in(self, *, is_example: bool = False, email: str | None = None) -> None:
        """Show the sign-in page; ``email`` is that of who signed in last where it is not given."""
        from bcdesktop.ui.center.sign_in import SignInView

        view = SignInView(self.session, is_example=is_example, email=email)
        view.signed_in.connect(self.enter)
        view.phone_requested.connect(self.phone_requested)
        view.store_requested.connect(self.commands.choose_store)
        view.creation_requested.connect(self.creation.start_by_email)
        view.ads_requested.connect(self.commands.open_ads_manager)
        self.set_view(view)
        view.set_focus()

    def start_first_start(self) -> QWidget:
        """Open the first-start wizard; what was typed in it before is still there. Returns the wizard.

        Whoever is signed in makes one more Business Center for themselves.
        """
        return self.creation.start()

    def show_place(self, actor: Actor, page: str, what: dict[str, Any]) -> None:
        """Show a Business Center to ``actor``, at ``page`` where one is named, after asking about what is not saved."""
        if self.actor is not None and self.actor.business_center_id == actor.business_center_id:
            self._go(page, what)
            return
        self._wanted_place = page, what
        if self.inside is not None:
            self.inside.ask_before_leaving(partial(self.enter, actor))
        else:
            self.enter(actor)

    def _go(self, page: str, what: dict[str, Any]) -> None:
        if page:
            self.navigator.go(page, **what)

    def enter(self, actor: Actor) -> None:
        """Show the pages to ``actor``, after the second step is set up where a rule asks for it."""
        self.admission.admit(actor)

    def let_in(self, actor: Actor) -> None:
        """Show the pages to ``actor``."""
        from bcdesktop.ui.center.inside import Inside

        self.creation.forget()
        if self.inside is not None:
            self.leave()
        self.inside = Inside(self, self.session, actor)
        self.set_view(self.inside.pages, sidebar=True)
        self.inside.begin()
        if self._wanted_place is not None:
            place, self._wanted_place = self._wanted_place, None
            self._go(*place)
        self._enable_actions()
        self.met.emit()
        self.actor_changed.emit(actor)

    def sign_out(self) -> None:
        """Ask about what is not saved, then close the person's pages and show the sign-in page."""
        if self.inside is not None:
            self.inside.ask_before_leaving(partial(self.admission.sign_out, self.actor))

    def switch_person(self) -> None:
        """Sign out, and ask who comes next."""
        if self.inside is not None:
            self.inside.ask_before_leaving(partial(self.admission.sign_out, self.actor, other_person=True))

    def leave(self) -> None:
        """Close what belongs to the signed-in person."""
        if self.inside is not None:
            self.inside.end()
            self.inside = None
        self.creation.forget()
        self.sidebar.clear()
        self._enable_actions()

    def _enable_actions(self) -> None:
        inside = self.inside
        for name in _NEED_A_PERSON:
            self.actions_by_name[name].setEnabled(inside is not None)
        may_add = inside is not None and inside.may_add
        self.actions_by_name["add_tiktok_account"].setEnabled(may_add)
        self.actions_by_name["add_tiktok_account"].setVisible(may_add)

    def _on_unhandled(self, error: Exception, owner: object) -> None:
        """Show errors of this window's own widgets; another window of the process shows its own."""
        place = owner
        while isinstance(place, QObject):
            if place is self:
                self.notices.on_unhandled(error, owner)
                return
            place = place.parent()

    def event(self, event: QEvent) -> bool:
        """Show status tips beside the sidebar, not under it."""
        if isinstance(event, QStatusTipEvent):
            self.status_bar.showMessage(event.tip())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; remember place and page."""
        if self.inside is not None and not self._is_closing and self.inside.pages.unsaved() is not None:
            event.ignore()
            self.inside.ask_before_leaving(self._close_now)
            return
        self._frame.settings.remember_window(_WINDOW_NAME, self)
        self._frame.settings.save()
        super().closeEvent(event)
        self.quit_requested.emit()

    def _close_now(self) -> None:
        self._is_closing = True
        self.close()

"""The phone's window: body, bars, the stack of screens, keys, lock and notifications."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.ui.kit.enter_key import EnterKey
from bcdesktop.ui.phone.app_list_keeper import AppListKeeper
from bcdesktop.ui.phone.back_edge import BackEdge
from bcdesktop.ui.phone.banner import Banner, Sentence
from bcdesktop.ui.phone.bars import Header, HomeBar, TabBar
from bcdesktop.ui.phone.body import Body
from bcdesktop.ui.phone.caption import Caption
from bcdesktop.ui.phone.device_watch import DeviceWatch
from bcdesktop.ui.phone.focus_order import step, stops
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.idle_lock import IdleLock
from bcdesktop.ui.phone.measures import GAP, MEDIUM, SMALL, em
from bcdesktop.ui.phone.navigator import Navigator
from bcdesktop.ui.phone.news import News
from bcdesktop.ui.phone.phone_style import phone_style
from bcdesktop.ui.phone.routes import Routes
from bcdesktop.ui.phone.screen import Screen, Tab
from bcdesktop.ui.phone.sheet import Sheet
from bcdesktop.ui.phone.status_bar import StatusBar

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.device_records import LogInRequest
    from bcdesktop.services.phone_records import InboxRow, MailRow
    from bcdesktop.ui.kit.session import Session


class PhoneWindow(QWidget):
    """The account owner's phone on an open store. ``started`` comes when its first screen stands."""

    started = Signal()
    closed = Signal()

    def __init__(self, session: Session, phone: PhoneProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("phone_window")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Phone: {name}").format(name=phone.name))
        self._session = session
        self._place_name = f"phone/{phone.name}"
        self.host = Host(self, session, phone, self)
        self._build(session, phone)
        self.navigator = Navigator(self, self.stack)
        self.navigator.shown.connect(self._dress_for)
        self.routes = Routes(self.host)
        self.news = News(self.host)
        self.device_watch = DeviceWatch(self.host)
        self._read_again: Screen | None = None
        self.host.navigator, self.host.routes, self.host.news = self.navigator, self.routes, self.news
        self.host.apps_keeper = AppListKeeper(self.host)
        self.host.display = self.display
        self.host.said.connect(self.sentence.say)
        self.idle_lock = IdleLock(self, self.host)
        EnterKey(self)
        self._connect()
        self._restyle()
        if not session.settings.restore_window(self._place_name, self):
            self.resize(self.sizeHint())
        QTimer.singleShot(0, self, self.routes.start)

    def _build(self, session: Session, phone: PhoneProfile) -> None:
        theme = session.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        outer.setSpacing(SMALL)
        self.caption = Caption(self, theme, phone.name)
        self.body = Body(self, theme)
        outer.addWidget(self.caption)
        outer.addWidget(self.body, 1)
        self.display = self.body.display
        self.status_bar = StatusBar(self.display, session.context.clock)
        self.header = Header(self.display)
        self.stack = QStackedWidget(self.display)
        self.stack.setObjectName("stack")
        self.tab_bar = TabBar(self.display)
        self.home_bar = HomeBar(self.display)
        column = self.display.column
        column.addWidget(self.status_bar)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(self.tab_bar)
        column.addSpacing(GAP)
        column.addWidget(self.home_bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP)
        self.back_edge = BackEdge(self.display)
        self.banner = Banner(self.display)
        self.sentence = Sentence(self.display)

    def _connect(self) -> None:
        self.caption.close_button.clicked.connect(self.close)
        self.caption.minimise_button.clicked.connect(self.showMinimized)
        self.header.back_button.clicked.connect(self.go_back)
        self.back_edge.swiped.connect(self.go_back)
        self.home_bar.clicked.connect(self.go_home)
        self.tab_bar.chosen.connect(self._show_tab)
        self._session.theme.changed.connect(self._restyle)
        self._session.bridge.changed.connect(self._on_change)
        self.news.counted.connect(self._show_waiting)
        self.news.request_came.connect(self._announce_request)
        self.news.mail_came.connect(self._announce_mail)
        self.navigator.shown.connect(self.device_watch.on_shown)
        self.device_watch.undisturbed.connect(self._directory_changed)
        self.device_watch.log_in_came.connect(self._announce_log_in)
        for key, slot in (
            (QKeySequence(Qt.Key.Key_Escape), self.go_back),
            (QKeySequence(QKeySequence.StandardKey.Back), self.go_back),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Home), self.go_home),
            (QKeySequence(Qt.Key.Key_F5), self.refresh),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            QShortcut(key, self).activated.connect(slot)

    def sheet(self) -> Sheet | None:
        """Return the sheet that lies over the screen, if one does."""
        sheets = [s for s in self.display.findChildren(Sheet) if s.isVisible()]
        return sheets[-1] if sheets else None

    def go_back(self) -> None:
        """Close the sheet, or go one screen back."""
        sheet = self.sheet()
        if sheet is not None:
            sheet.close_sheet()
        else:
            self.navigator.pop()

    def go_home(self) -> None:
        """Leave the app, where the screen may be left."""
        top = self.navigator.top
        if top is None or not top.can_leave:
            return
        self.close_sheets()
        self.routes.home()

    def close_sheets(self) -> None:
        """Take every sheet away."""
        for sheet in self.display.findChildren(Sheet):
            sheet.close_sheet()

    def refresh(self) -> None:
        """Read again what is shown (F5)."""
        if self.navigator.top is not None:
            self.navigator.top.refresh()

    def _show_tab(self, tab: Tab) -> None:
        self.routes.tab(tab)

    def _dress_for(self, screen: Screen) -> None:
        self.close_sheets()
        self.display.set_wallpaper(screen.wallpaper)
        self.header.show_screen(screen, can_go_back=self.navigator.can_pop)
        self.tab_bar.show_tab(screen.tab)
        self._show_waiting()
        self.home_bar.setEnabled(screen.can_leave)
        # what the screen shows may still be read; the window's own buttons must not be pressed by Enter
        first = screen.first_focus() or next(iter(stops([screen])), self.header.back_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab in the order of reading."""
        screen = self.navigator.top
        middle = [] if screen is None else [screen]
        parts = [*self.header.controls(), *middle, self.tab_bar, self.home_bar, self.caption]
        found = step(parts, self.focusWidget(), forward)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if screen is not None and screen.isAncestorOf(found):
            screen.scroll.ensureWidgetVisible(found)
        return True

    def _on_change(self, change: Change) -> None:
        top = self.navigator.top
        if change.kind is ChangeKind.DIRECTORY:
            # first of all whether this phone is still logged in; the screen follows, if it is still the same
            self._read_again = top
            self.device_watch.on_change(change)
        elif top is not None and change.kind in top.listens_to and not self.host.profile.locked:
            top.refresh()
        self.news.on_change(change)
        self.host.apps_keeper.on_change(change)

    def _directory_changed(self) -> None:
        top, waits = self.navigator.top, self._read_again
        self._read_again = None
        if top is not None and top is waits and ChangeKind.DIRECTORY in top.listens_to and not self.host.profile.locked:
            top.refresh()

    def _show_waiting(self) -> None:
        self.tab_bar.set_waiting(self.news.requests_waiting)

    def _announce_request(self, row: InboxRow) -> None:
        title = self.tr("From TikTok: {name}").format(name=row.business_center_name)
        detail = self.tr("asks for access to your account. Press to look at it.")
        self.banner.show_notification(title, detail, partial(self.routes.check, row.code_text))

    def _announce_log_in(self, request: LogInRequest) -> None:
        title = self.tr("Log in to @{handle} on “{phone}”?").format(handle=request.handle, phone=request.phone_name)
        self.banner.show_notification(
            title, self.tr("Press to approve or decline."), partial(self.routes.approve_device, request)
        )

    def _announce_mail(self, row: MailRow) -> None:
        title = self.tr("Mail: {name}").format(name=row.from_name)
        self.banner.show_notification(title, row.subject, partial(self.routes.letter, row))

    def _restyle(self) -> None:
        self.setStyleSheet(phone_style(self._session.theme, self.font().pointSizeF(), em(self)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a phone, but never more than the screen has room for."""
        line = em(self)
        width, height = round(line * 22.5), round(line * 44)
        screen = self.screen()
        if screen is not None:
            height = min(height, screen.availableGeometry().height() - 2 * MEDIUM)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which screens would be cut."""
        return QSize(round(em(self) * 19), round(em(self) * 26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the back edge at its place."""
        super().resizeEvent(event)
        self._place_back_edge()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the window back where it was, and watch for idleness."""
        super().showEvent(event)
        if not event.spontaneous():
            self.idle_lock.watch()
            self._place_back_edge()

    def _place_back_edge(self) -> None:
        self.back_edge.setGeometry(0, 0, MEDIUM, self.display.height())
        self.back_edge.raise_()
        self.display.cover.raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; whoever opens the phone again types its passcode."""
        self.host.profile.lock()
        self._session.settings.remember_window(self._place_name, self)
        self._session.settings.save()
        super().closeEvent(event)
        self.closed.emit()

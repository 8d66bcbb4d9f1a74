"""The windows of one process and the store they share. ``app`` makes one ``Windows`` and starts it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from bcdesktop import __version__
from bcdesktop.ads_windows import AdsWindows
from bcdesktop.cli import DEFAULT_PHONE, Command, Options
from bcdesktop.store.places import default_store_path, example_store_path, private_folder
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.crash import CrashGuard
from bcdesktop.ui.kit.due_clock import DueClock
from bcdesktop.ui.kit.fonts import FIRST_WEIGHTS, FURTHER_WEIGHTS, apply_font, load_fonts
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.kit.ui_settings import UiSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from bcdesktop.core.clock import Clock
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.phone.shell import PhoneWindow
    from bcdesktop.vault import SecretPlace
    from bcdesktop.vault.places import Backend


_LATEST_OPENING = 1_000
"""Milliseconds."""
_FIRST_PAGE = 300
"""Milliseconds the first page has for itself before the others are loaded: on one interpreter they would slow it."""


def make_frame(app: QApplication, data_dir: Path) -> Frame:
    """Return what windows need before the store is open, with theme and font in force.

    ``Windows`` loads the bolder weights after the first paint.
    """
    settings = UiSettings.load(data_dir / "settings.json")
    theme = Theme(app, scheme=settings.color_scheme)
    apply_font(app, FIRST_WEIGHTS)
    theme.apply(app)
    return Frame(theme, settings, Runner(app), ChangeBridge(app), data_dir)


def secrets_of(data_dir: Path, backend: Backend = "auto") -> SecretPlace:
    """Return where the secrets of ``data_dir`` lie; ``backend`` "file" leaves the computer's keyring alone."""
    from bcdesktop.vault import open_secret_place

    return open_secret_place(private_folder(data_dir / "keys"), backend=backend)


def open_context(path: Path, data_dir: Path, clock: Clock | None = None, backend: Backend = "auto") -> Context:
    """Open the store at ``path`` (made where it is missing), the example agency's with its data. Runs on a worker.

    The ORM is imported here and nowhere before. Raises the errors of ``store.errors``.
    """
    from bcdesktop.core.clock import SystemClock
    from bcdesktop.services.context import Context
    from bcdesktop.store import Store
    from bcdesktop.vault.deferred_place import DeferredSecretPlace

    the_clock = clock or SystemClock()
    is_new_example = path == example_store_path(data_dir) and not path.exists()
    store = Store.open(path, clock=the_clock)
    context = Context(store, the_clock, DeferredSecretPlace(partial(secrets_of, data_dir, backend)))
    if is_new_example:
        from bcdesktop.services import example

        example.fill(context, phones_dir(path, data_dir))
    return context


def phones_dir(store_path: Path, data_dir: Path) -> Path:
    """Return the folder whose ``phones`` go with the store: example phones are never mixed with real ones."""
    if store_path == example_store_path(data_dir):
        return private_folder(data_dir / "example")
    return data_dir


class Windows(QObject):
    """Opens the store, the Business Center window and the Phone window, and wires them by signals.

    ``clock`` and ``backend`` are given by tests and by the program's checks of itself.
    """

    settled = Signal()
    """A store was opened, or could not be."""
    loaded = Signal()
    """What the pages need is loaded."""
    crashed = Signal(str)
    """The program met a mistake of its own; carries the first line of the report's error."""

    def __init__(
        self,
        app: QApplication,
        frame: Frame,
        options: Options,
        *,
        clock: Clock | None = None,
        backend: Backend = "auto",
    ) -> None:
        super().__init__(app)
        self._frame, self._options, self._clock, self._backend = frame, options, clock, backend
        self._path = self._first_path()
        self._unsubscribe: Callable[[], None] | None = None
        self.session: Session | None = None
        self._due: DueClock | None = None
        self.center: CenterWindow | None = None
        self.phone: PhoneWindow | None = None
        self._phone_wanted = options.command is Command.PHONE
        self._is_opening = False
        self._latest_opening = QTimer(self)
        self._latest_opening.setSingleShot(True)
        self._latest_opening.timeout.connect(self._open_first)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_FIRST_PAGE)
        self._reading.timeout.connect(self._load_pages)
        self.ads = AdsWindows(frame, self._center_for_ads, self)
        self.ads.phone_requested.connect(self.show_phone)
        self.ads.retry_requested.connect(self._open)
        self._crash_guard = CrashGuard(__version__, self)
        self._crash_guard.crashed.connect(self._tell_crash)
        self._crash_guard.install()

    def _tell_crash(self, _dialog: object) -> None:
        self.crashed.emit(self.tr("the program met a mistake of its own; the report is in the log"))

    def _first_path(self) -> Path:
        if self._options.store is not None:
            return self._options.store
        last = Path(self._frame.settings.last_store) if self._frame.settings.last_store else None
        return last if last is not None and last.is_file() else default_store_path(self._frame.data_dir)

    def start(self) -> None:
        """Paint the first window, then open the store."""
        if self._options.command is Command.PHONE:
            QTimer.singleShot(0, self, self._open_first)
            return
        window = self.ads.make() if self._options.command is Command.ADS_MANAGER else self._make_center()
        window.installEventFilter(self)
        window.show()
        # a window that starts minimised is not painted
        self._latest_opening.start(_LATEST_OPENING)

    def _make_center(self) -> CenterWindow:
        from bcdesktop.ui.center.shell import CenterWindow

        self.center = CenterWindow(self._frame)
        self.center.phone_requested.connect(self.show_phone)
        self.center.ads_requested.connect(self.ads.show)
        self.center.actor_changed.connect(self.ads.center_actor_changed)
        self.center.store_requested.connect(self.open_store)
        self.center.retry_requested.connect(self._open)
        self.center.met.connect(self._reading.start)
        self.ads.center = self.center
        return self.center

    def _center_for_ads(self) -> CenterWindow:
        """Return the Business Center window that Ads Manager leads to; the store is open by then."""
        return self.center or self._make_center()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Open the store once the window is painted: from then on the ORM may take the interpreter."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._open_first)
        return False

    def _open_first(self) -> None:
        self._latest_opening.stop()
        if not self._is_opening:
            load_fonts(FURTHER_WEIGHTS)
            self._open()

    def open_store(self, path: Path) -> None:
        """Open another store in place of this one."""
        self._path = path
        self._open()

    def _open(self) -> None:
        self._is_opening = True
        work = partial(open_context, self._path, self._frame.data_dir, self._clock, self._backend)
        self._frame.runner.run(self, work, self._opened, self._failed)

    def _opened(self, context: Context) -> None:
        self._close_store()
        self._unsubscribe = context.store.subscribe(self._frame.bridge.publish)
        self.session = Session(self._frame, context)
        self._due = DueClock(self.session, self)
        self._frame.settings.last_store = str(context.store.path)
        if self.center is not None:
            self.center.attach(self.session)
        self.ads.attach(self.session)
        if self._phone_wanted:
            self.show_phone()
        self.settled.emit()

    def _load_pages(self) -> None:
        """Load what the pages need while the person reads the first one."""
        from bcdesktop.ui.center.entrance import import_pages

        self._frame.runner.run(self, import_pages, self._is_ready)

    def _is_ready(self, _nothing: None) -> None:
        self.loaded.emit()

    def _failed(self, error: Exception) -> None:
        self.settled.emit()
        from bcdesktop.core.errors import AppError
        from bcdesktop.ui.kit.dialogs import error_alert

        if self.center is not None:
            self.center.fail(error)
        elif self.ads.window is not None:
            self.ads.window.fail(error)
        elif isinstance(error, AppError):
            error_alert(None, error).open()
        else:
            raise error

    def show_phone(self) -> None:
        """Show the Phone window, over the others when it is open already."""
        if self.phone is not None and self.phone.isVisible():
            self.phone.raise_()
            self.phone.activateWindow()
            return
        self._phone_wanted = True
        if self.session is not None:
            self._phone_wanted = False
            self._frame.runner.run(self, partial(self._open_phone, self.session), self._phone_opened, self._failed)

    def _open_phone(self, session: Session) -> PhoneProfile:
        from bcdesktop.profile import PhoneProfile, phone_folder

        place = phones_dir(session.context.store.path, self._frame.data_dir)
        name = self._phone_name(session)
        folder = private_folder(phone_folder(place, name))
        secrets = secrets_of(folder, self._backend)
        return PhoneProfile.open(folder, name=name, clock=session.context.clock, secrets=secrets)

    def _phone_name(self, session: Session) -> str:
        wanted = self._options.phone_profile
        if wanted != DEFAULT_PHONE or session.context.store.path != example_store_path(self._frame.data_dir):
            return wanted
        from bcdesktop.services.example import EXAMPLE_PHONE

        return EXAMPLE_PHONE

    def _phone_opened(self, profile: PhoneProfile) -> None:
        from bcdesktop.ui.phone.shell import PhoneWindow

        if self.session is None or (self.phone is not None and self.phone.isVisible()):
            # the store was closed meanwhile, or the button was pressed twice
            profile.close()
            return
        self._drop_phone()
        self.phone = PhoneWindow(self.session, profile)
        self.phone.show()

    def _drop_phone(self) -> None:
        if self.phone is not None:
            self.phone.close()
            # Qt deletes it on this thread; dropped here, a worker's garbage collection might
            self.phone.deleteLater()
            self.phone = None

    def _close_store(self) -> None:
        self._drop_phone()
        if self.center is not None:
            # started alone, it keeps its place and takes the next store
            self.ads.close()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._due is not None:
            self._due.stop()
            self._due.deleteLater()
            self._due = None
        if self.session is not None:
            self.session.context.store.close()
            self.session = None

    def close(self) -> None:
        """Finish what runs, close the store, put Python's hooks back."""
        self._reading.stop()
        self._frame.settings.save()
        self._frame.runner.close()
        self.ads.close()
        self._close_store()
        self._crash_guard.uninstall()

"""The two real windows on one store, as the measures of links and flows use them."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPushButton

from bcdesktop.checks.steps import find, pass_on_message
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.shell import CenterWindow
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.fonts import apply_font
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.theme import STYLE_ARGUMENTS, Theme
from bcdesktop.ui.kit.ui_settings import UiSettings
from bcdesktop.ui.phone.shell import PhoneWindow
from tests.services.world import World


def application() -> QApplication:
    """Return the application, made as the program makes it."""
    if QApplication.instance() is None:
        qInstallMessageHandler(pass_on_message)
    return QApplication.instance() or QApplication(["benchmarks", *STYLE_ARGUMENTS])


class Office:
    """A store in ``folder``, and the windows that are asked for. The store's clock stands."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.world = app, World(folder)
        theme = Theme(app)
        apply_font(app)
        theme.apply(app)
        self.runner, self.bridge = Runner(app), ChangeBridge(app)
        self.session = Session(
            Frame(theme, UiSettings(folder / "settings.json"), self.runner, self.bridge, folder), self.world.context
        )
        self._unsubscribe = self.world.store.subscribe(self.bridge.publish)
        self.center: CenterWindow | None = None
        self.phone: PhoneWindow | None = None

    def close(self) -> None:
        """Close windows and store."""
        self.runner.close()
        self._unsubscribe()
        for window in (self.center, self.phone):
            if window is not None:
                window.close()
                window.deleteLater()
        self.world.close()

    def stop_hearing(self) -> None:
        """Let the windows miss what happens in the store from now on."""
        self._unsubscribe()

    def show_center(self) -> None:
        """Show the Business Center window, not signed in."""
        self.center = CenterWindow(self.session.frame)
        self.center.show()

    def center_is_exposed(self) -> bool:
        """Whether the window has been painted."""
        return self.center.windowHandle() is not None and self.center.windowHandle().isExposed()

    def show_phone(self, handle: str) -> None:
        """Show the phone of the owner of ``handle``, without a passcode."""
        self.phone = PhoneWindow(self.session, self.world.sign_up(handle))
        self.phone.show()

    @property
    def is_quiet(self) -> bool:
        """Whether no work is under way."""
        return self.runner.busy == 0

    def accounts_table(self) -> RecordTable:
        """Return the table of the accounts page. Raises NotThereYet."""
        return find(self.center, "accounts_table", RecordTable)

    def is_on(self, page: str) -> bool:
        """Whether a page of the Business Center window is in view and has its data."""
        inside = self.center.inside
        return inside is not None and inside.pages.current_name == page and self.is_quiet

    def phone_is_on(self, screen: str) -> bool:
        """Whether a screen of the phone is in view."""
        top = self.phone.navigator.top
        return top is not None and top.name == screen and self.is_quiet

    def authorize(self) -> float:
        """Click Authorize; return when."""
        button = find(self.phone, "authorize_button", QPushButton)
        clicked = time.monotonic()
        button.click()
        return clicked

    def end_links(self) -> None:
        """Disconnect what is linked, so that the same account can be linked again."""
        for row in tiktok_accounts.list_all(self.world.context, self.center.actor):
            if row.ended_at is None:
                tiktok_accounts.disconnect(self.world.context, self.center.actor, row.id)


class RowWatch(QObject):
    """``painted_at`` is when the table had been painted with more than ``rows`` rows, on the monotonic clock."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table, self._rows = table, 0
        self.painted_at: float | None = None
        table.viewport().installEventFilter(self)

    def expect(self) -> None:
        """Wait for one row more than there are."""
        self._rows, self.painted_at = self._table.model().rowCount(), None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at the clock in the turn of the event loop after the paint."""
        if (
            event.type() == QEvent.Type.Paint
            and self.painted_at is None
            and self._table.model().rowCount() > self._rows
        ):
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self.painted_at = time.monotonic()

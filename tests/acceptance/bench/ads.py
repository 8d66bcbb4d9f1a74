"""Ads Manager's side of the bench."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from bcdesktop.ads_windows import AdsWindows
from bcdesktop.ui.ads.shell import AdsWindow
from bcdesktop.ui.kit.tables import RecordTable
from tests.acceptance.bench.center import Center
from tests.acceptance.bench.hands import Hands


class _KeptWindows(AdsWindows):
    """Keeps every window until the test ends: one collected by Python on a worker's thread ends the process."""

    def __init__(self, qtbot, *args) -> None:
        super().__init__(*args)
        self._qtbot, self._kept = qtbot, []

    def make(self) -> AdsWindow:
        is_new = self.window is None
        window = super().make()
        if is_new:
            self._kept.append(window)
            self._qtbot.addWidget(window)
        return window


class Ads(Hands):
    """A person in front of the Ads Manager window."""

    def __init__(self, qtbot, runner, frame, session, center: Center) -> None:
        super().__init__(qtbot, runner, self._shown)
        self._frame, self.session, self._center = frame, session, center
        self.windows: AdsWindows | None = None

    @property
    def shell(self) -> AdsWindow | None:
        """The window, None before it was opened."""
        return self.windows.window if self.windows is not None else None

    def _shown(self) -> AdsWindow:
        assert self.shell is not None, "the Ads Manager window was not opened"
        return self.shell

    def join(self) -> AdsWindows:
        """Let this window and the Business Center window find each other, as those of one process do."""
        if self.windows is None:
            self.windows = _KeptWindows(self.qtbot, self._frame, self._center.stand_by, self.runner)
            self.windows.session = self.session
        if self._center.shell is not None and self.windows.center is not self._center.shell:
            self.windows.center = self._center.shell
            self._center.shell.ads_requested.connect(self.windows.show)
        return self.windows

    def open(self, advertiser=None, asset_id: str = "") -> AdsWindow:
        """Start Ads Manager: signed in as ``advertiser``, or as it meets a person at first."""
        shell = self.join().make()
        shell.show()
        shell.attach(self.session, advertiser, asset_id=asset_id)
        self.settle()
        return shell

    def close(self) -> None:
        """Close every dialog and the window."""
        if self.shell is None:
            return
        for dialog in self.shell.findChildren(QDialog):
            dialog.close()
        if self.shell.inside is not None:
            self.shell.inside.pages.drop_all()
        self.shell.close()

    def sign_in(self, email: str, password: str) -> None:
        """Fill in the sign-in page and press the button; ends at the pages."""
        self.see("email_edit")
        self.type("email_edit", email)
        self.type("password_edit", password)
        self.press("sign_in_button")
        self.see("profile_button")
        self.settle()

    def page(self, name: str) -> Hands:
        """Go to a page by the sidebar; return hands on it, so that dialogs do not count."""
        self.press(f"nav_{name}_button")
        return self.inside(f"{name}_page")

    def choose_account(self, number: str) -> None:
        """Open the list of ad accounts and choose the one with this ID."""
        self.press("account_button")
        dialog = self.inside("choose_account_dialog")
        dialog.type("account_search_edit", number)
        dialog.press("choose_button")
        self.until(lambda: self.text("open_account_number_label") == number)

    def table(self, name: str) -> RecordTable:
        """Return a table in view."""
        self.see(name)
        found = self.widget(name)
        assert isinstance(found, RecordTable)
        return found

    def choose_row(self, table_name: str, record_id: object) -> QWidget:
        """Put the cursor on one row, once it is there."""
        table = self.table(table_name)
        self.until(lambda: table.select_record(record_id))
        return table

    def rows(self, table_name: str) -> list[dict[str, str]]:
        """Return what the cells of a table in view say, by the column's name."""
        table = self.table(table_name)
        names = [column.name for column in table.record_model.columns]
        model = table.model()
        return [
            {name: str(model.index(row, place).data()) for place, name in enumerate(names)}
            for row in range(model.rowCount())
        ]

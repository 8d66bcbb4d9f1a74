"""The Business Center's side of the bench."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidget, QWidget

from bcdesktop.ui.center.shell import CenterWindow
from bcdesktop.ui.kit.tables import RecordTable
from tests.acceptance.bench.hands import Hands


class Center(Hands):
    """A person in front of the Business Center window."""

    def __init__(self, qtbot, runner, frame, session) -> None:
        super().__init__(qtbot, runner, self._shown)
        self._frame, self.session = frame, session
        self.shell: CenterWindow | None = None
        # kept: a window collected by Python on a worker's thread ends the process
        self._opened: list[CenterWindow] = []

    def _shown(self) -> CenterWindow:
        assert self.shell is not None, "the Business Center window was not opened"
        return self.shell

    # ------------------------------------------------------------------ the window
    def open(self, actor=None) -> CenterWindow:
        """Start the program: signed in as ``actor``, or as it meets a person at first."""
        self.shell = CenterWindow(self._frame)
        self._opened.append(self.shell)
        self.qtbot.addWidget(self.shell)
        self.shell.show()
        self.shell.attach(self.session, actor)
        self.settle()
        return self.shell

    def stand_by(self) -> CenterWindow:
        """Return the window as another one of the process leads to it: made where there is none, without a store."""
        if self.shell is None:
            self.shell = CenterWindow(self._frame)
            self._opened.append(self.shell)
            self.qtbot.addWidget(self.shell)
        return self.shell

    def close(self) -> None:
        """Close every dialog and the window."""
        if self.shell is None:
            return
        for dialog in self.shell.findChildren(QDialog):
            dialog.close()
        if self.shell.inside is not None:
            self.shell.inside.pages.drop_all()
        self.shell.close()

    def page(self, name: str) -> Hands:
        """Go to a page by the sidebar; return hands on it, so that dialogs do not count."""
        self.press(f"nav_{name}_button")
        return self.inside(f"{name}_page")

    def refresh(self) -> None:
        """Press F5."""
        self.key(Qt.Key.Key_F5)
        self.settle()

    def find(self, words: str) -> str:
        """Type ``words`` into the find box; return the first hit, which Enter then follows."""
        self.page("home")
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        box = self.inside("find_box")
        box.type("find_edit", words)
        hits = box.widget("find_list")
        assert isinstance(hits, QTreeWidget)
        assert hits.topLevelItemCount() > 0, f"nothing found for {words}"
        title = hits.topLevelItem(0).text(0)
        box.qtbot.keyClick(box.widget("find_edit"), Qt.Key.Key_Return)
        self.until(lambda: not self.sees("find_box"))
        return title

    # ------------------------------------------------------------------ the wizard
    def start_wizard(self) -> Hands:
        """Press Add TikTok account on its page and return hands on the wizard, at its first page."""
        self.page("tiktok_accounts").press("accounts_add_button")
        wizard = self.inside("add_tiktok_account_wizard")
        wizard.see("before_you_start_page")
        return wizard

    def walk_wizard(
        self,
        *,
        way: str = "link",
        method: str = "qr_code",
        preset: str = "spark_ads",
        handle: str = "",
        purpose: str = "",
    ) -> Hands:
        """Walk to the last page with these choices; ``way`` is link, claim or own. Return hands on the wizard."""
        wizard = self.start_wizard()
        wizard.press("next_button")
        wizard.see("way_page")
        wizard.press(f"{way}_radio")
        wizard.press("next_button")
        if way == "link":
            wizard.see("sending_page")
            wizard.press(f"{method}_radio")
            wizard.press("next_button")
        elif way == "claim":
            wizard.see("claim_warning_page")
            wizard.press("fully_owned_check")
            wizard.press("next_button")
        wizard.see("permissions_page")
        wizard.press(f"{preset}_preset_button")
        wizard.press("next_button")
        wizard.see("recipient_page")
        if handle:
            wizard.type("handle_edit", handle)
        if purpose:
            wizard.type("purpose_edit", purpose)
        wizard.press("next_button")
        wizard.see("summary_page")
        return wizard

    def ask_by_wizard(self, **choices: str) -> Hands:
        """Walk the whole wizard and generate the code; return hands on the QR dialog."""
        self.walk_wizard(**choices).press("finish_button")
        return self.code_dialog()

    # ------------------------------------------------------------------ the code
    def show_code(self, request: Any) -> Hands:
        """Open the QR dialog of a request from the Requests page; return hands on it."""
        page = self.page("requests")
        self.choose_row("requests_table", request.id)
        page.press("open_button")
        return self.code_dialog()

    def code_dialog(self) -> Hands:
        """Return hands on the QR dialog, once it shows its request."""
        dialog = self.inside("qr_code_dialog")
        dialog.until(lambda: dialog.window.row is not None)
        return dialog

    # ------------------------------------------------------------------ the lists
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

    def accounts(self) -> list[dict[str, str]]:
        """Go to TikTok accounts and return its rows."""
        self.page("tiktok_accounts")
        self.settle()
        return self.rows("accounts_table")

    def account_row(self, handle: str) -> dict[str, str]:
        """Go to TikTok accounts, wait until the account stands there and return its row."""
        self.page("tiktok_accounts")
        self.until(lambda: any(row["handle"] == f"@{handle}" for row in self.rows("accounts_table")))
        return next(row for row in self.rows("accounts_table") if row["handle"] == f"@{handle}")

    def request_sentence(self, request: Any) -> str:
        """Go to Requests and return what its panel says about where the request stands."""
        page = self.page("requests")
        page.press("requests_refresh_button")
        self.settle()
        self.choose_row("requests_table", request.id)
        return page.text("request_state_label")

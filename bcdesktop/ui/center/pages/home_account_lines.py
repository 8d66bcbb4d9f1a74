"""The lines of Home about requests and accounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from bcdesktop.core.access_requests import Method
from bcdesktop.services.home_records import HomeAccount, HomeNeeds, HomeRequest
from bcdesktop.ui.center.account_words import spark_problem_text
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_rows import HomeRow
from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.kit.time_text import countdown, relative
from bcdesktop.ui.kit.words import permission_summary


class AccountLines(QObject):
    """Builds the lines; ``confirm`` is called with a link's id, None where the person may not confirm."""

    def __init__(
        self, theme: Theme, navigator: Navigator, confirm: Callable[[str], object] | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._navigator, self._confirm = theme, navigator, confirm
        self._countdowns: list[tuple[HomeRow, HomeRequest]] = []

    def rows(self, needs: HomeNeeds) -> list[HomeRow]:
        """Return the lines, the most urgent first."""
        self._countdowns.clear()
        rows = [self._to_confirm(row) for row in needs.to_confirm.rows]
        rows += [self._waiting(row) for row in needs.waiting.rows]
        rows += [self._not_ready(row) for row in needs.not_ready.rows]
        return rows + self._more(needs)

    def tick(self, now: datetime) -> bool:
        """Show the time left anew; True when a code just ran out, so that the page reads again."""
        ran_out = False
        for row, request in self._countdowns:
            left = request.expires_at - now
            ran_out = ran_out or left.total_seconds() <= 0
            hours = left.total_seconds() >= 3_600
            text = relative(request.expires_at, now) if hours else countdown(left)
            words = self.tr("Runs out %1") if hours else self.tr("%1 left")
            urgent = left.total_seconds() < 120
            summary = permission_summary(request.permissions)
            row.set_text(f"{words.replace('%1', text)} · {summary}", "warning" if urgent else "muted")
        return ran_out

    def _waiting(self, request: HomeRequest) -> HomeRow:
        handle = request.expected_handle or ""
        if request.method is Method.NOTIFICATION:
            title = self.tr("A notification to @%1 waits for an answer").replace("%1", handle)
        elif handle:
            title = self.tr("A code for @%1 waits for its owner").replace("%1", handle)
        else:
            title = self.tr("A code waits for an account owner")
        row = HomeRow(self._theme, request.id, "qr-code", "primary", title, "")
        verb = self.tr("Open the request") if request.method is Method.NOTIFICATION else self.tr("Open the code")
        button = row.add_button("open_code_button", verb)
        button.clicked.connect(partial(self._navigator.open_code, request.id))
        self._countdowns.append((row, request))
        return row

    def _to_confirm(self, account: HomeAccount) -> HomeRow:
        title = self.tr("Is @%1 the account you meant?").replace("%1", account.handle)
        text = self.tr("The code named no account, and %1 answered it.").replace("%1", account.display_name)
        row = HomeRow(self._theme, account.id, "circle-question-mark", "warning", title, text)
        look = row.add_button("look_button", self.tr("Look at it"))
        look.clicked.connect(partial(self._show_account, account.id))
        if self._confirm is not None:
            yes = row.add_button("confirm_button", self.tr("Yes"), "primary")
            yes.clicked.connect(partial(self._confirm, account.id))
        return row

    def _not_ready(self, account: HomeAccount) -> HomeRow:
        title = self.tr("@%1 is not ready for Spark Ads").replace("%1", account.handle)
        return self._about(f"ready_{account.id}", account, "triangle-alert", title, spark_problem_text(account))

    def _about(self, key: str, account: HomeAccount, icon_name: str, title: str, text: str) -> HomeRow:
        row = HomeRow(self._theme, key, icon_name, "warning", title, text)
        button = row.add_button("show_button", self.tr("Show"))
        button.clicked.connect(partial(self._show_account, account.id))
        return row

    def _more(self, needs: HomeNeeds) -> list[HomeRow]:
        rows = []
        for name, few, page in (
            (self.tr("%1 more codes are waiting"), needs.waiting, "requests"),
            (self.tr("%1 more accounts are not ready for Spark Ads"), needs.not_ready, "tiktok_accounts"),
            (self.tr("%1 more accounts to confirm"), needs.to_confirm, "tiktok_accounts"),
        ):
            if few.more > 0:
                title = name.replace("%1", str(few.more))
                row = HomeRow(self._theme, f"{page}_{len(rows)}", "ellipsis", "muted", title, "")
                button = row.add_button("show_all_button", self.tr("Show all"))
                button.clicked.connect(partial(self._navigator.go, page))
                rows.append(row)
        return rows

    def _show_account(self, link_id: str) -> None:
        self._navigator.go("tiktok_accounts", link_id=link_id)

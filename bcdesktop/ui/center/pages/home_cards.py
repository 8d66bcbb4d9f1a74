"""The two cards of Home: the first steps, and what needs this person now (look.md, "Look")."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.access_requests import Method
from bcdesktop.services.records import RequestRow, Step, TikTokAccountRow
from bcdesktop.ui.center.account_words import spark_problem_text
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_data import HomeData
from bcdesktop.ui.center.pages.home_rows import HomeRow
from bcdesktop.ui.kit.cards import Card, separator
from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.kit.time_text import countdown, relative
from bcdesktop.ui.kit.words import permission_summary

_MOST_ROWS = 5


class FirstStepsCard(Card):
    """Until all are done: create the Business Center, add a TikTok account, get it approved."""

    def __init__(self, theme: Theme, navigator: Navigator, *, may_add: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._navigator, self._may_add = theme, navigator, may_add
        self.offers_to_add = False
        self.setObjectName("first_steps_card")
        self.title_label.setText(self.tr("First steps"))
        self.title_label.show()

    def show_steps(self, steps: tuple[Step, ...], waiting: tuple[RequestRow, ...]) -> None:
        """Show ``steps``; the first one that is not done has its button."""
        while self.body.count() > 1:
            widget = self.body.takeAt(1).widget()
            widget.hide()
            widget.deleteLater()
        self.setVisible(not all(step.done for step in steps))
        self.offers_to_add = False
        is_next = True
        for step in steps:
            row = self._row(step)
            if not step.done and is_next:
                is_next = False
                self._add_button(row, step.name, waiting)
            self.body.addWidget(row)

    def _row(self, step: Step) -> HomeRow:
        texts = {
            "create_business_center": (
                self.tr("Create the Business Center"),
                self.tr("The place that asks owners for their accounts, and the key it signs with."),
            ),
            "add_tiktok_account": (
                self.tr("Add a TikTok account"),
                self.tr("Choose how to link it and what it may be used for. A QR code appears."),
            ),
            "get_it_approved": (
                self.tr("Get it approved"),
                self.tr("The owner scans the code with the Phone and agrees. Then the account stands in the list."),
            ),
        }
        title, text = texts[step.name]
        icon_name, token = ("circle-check", "success") if step.done else ("circle", "muted")
        row = HomeRow(self._theme, "", icon_name, token, title, text)
        row.setObjectName(f"step_{step.name}")
        return row

    def _add_button(self, row: HomeRow, name: str, waiting: tuple[RequestRow, ...]) -> None:
        if name == "add_tiktok_account" and self._may_add:
            self.offers_to_add = True
            button = row.add_button("step_add_button", self.tr("Add TikTok account"), "primary")
            button.clicked.connect(self._navigator.add_tiktok_account)
        elif name == "get_it_approved" and waiting:
            phone = row.add_button("step_phone_button", self.tr("Open the Phone"))
            phone.clicked.connect(self._navigator.show_phone)
            code = row.add_button("step_open_code_button", self.tr("Open the code"), "primary")
            code.clicked.connect(partial(self._navigator.open_code, waiting[0].id))
        elif name == "get_it_approved" and self._may_add:
            button = row.add_button("step_add_again_button", self.tr("Make a new code"), "primary")
            button.clicked.connect(self._navigator.add_tiktok_account)


class NeedsYouCard(Card):
    """Codes waiting, accounts to confirm, links not ready for Spark Ads, access that ends soon."""

    confirm_requested = Signal(str)
    """Link id of an account the person says yes to."""

    def __init__(self, theme: Theme, navigator: Navigator, *, may_confirm: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._navigator, self._may_confirm = theme, navigator, may_confirm
        self._countdowns: list[tuple[HomeRow, RequestRow]] = []
        self.setObjectName("needs_you_card")
        self.title_label.setText(self.tr("Needs you now"))
        self.title_label.show()

    def show_data(self, data: HomeData, now: datetime) -> None:
        """Show what ``data`` holds, the most urgent first."""
        while self.body.count() > 1:
            widget = self.body.takeAt(1).widget()
            widget.hide()
            widget.deleteLater()
        self._countdowns.clear()
        if data.is_quiet:
            quiet = HomeRow(self._theme, "", "circle-check", "success", self.tr("Nothing waits for you."), "")
            quiet.setObjectName("quiet_row")
            self.body.addWidget(quiet)
            return
        rows = [self._to_confirm(row) for row in data.to_confirm[:_MOST_ROWS]]
        rows += [self._waiting(row) for row in data.waiting[:_MOST_ROWS]]
        rows += [self._ending(row, now) for row in data.ending[:_MOST_ROWS]]
        rows += [self._not_ready(row) for row in data.not_ready[:_MOST_ROWS]]
        rows += self._more(data)
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(separator())
            self.body.addWidget(row)
        self.tick(now)

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

    def _waiting(self, request: RequestRow) -> HomeRow:
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

    def _to_confirm(self, account: TikTokAccountRow) -> HomeRow:
        title = self.tr("Is @%1 the account you meant?").replace("%1", account.handle)
        text = self.tr("The code named no account, and %1 answered it.").replace("%1", account.display_name)
        row = HomeRow(self._theme, account.id, "circle-question-mark", "warning", title, text)
        look = row.add_button("look_button", self.tr("Look at it"))
        look.clicked.connect(partial(self._show_account, account.id))
        if self._may_confirm:
            yes = row.add_button("confirm_button", self.tr("Yes"), "primary")
            yes.clicked.connect(partial(self.confirm_requested.emit, account.id))
        return row

    def _ending(self, account: TikTokAccountRow, now: datetime) -> HomeRow:
        title = self.tr("Access to @%1 ends soon").replace("%1", account.handle)
        end = relative(account.ends_at, now) if account.ends_at else ""
        row = HomeRow(
            self._theme, f"ending_{account.id}", "timer", "warning", title, self.tr("Ends %1").replace("%1", end)
        )
        button = row.add_button("show_button", self.tr("Show"))
        button.clicked.connect(partial(self._show_account, account.id))
        return row

    def _not_ready(self, account: TikTokAccountRow) -> HomeRow:
        title = self.tr("@%1 is not ready for Spark Ads").replace("%1", account.handle)
        row = HomeRow(
            self._theme, f"ready_{account.id}", "triangle-alert", "warning", title, spark_problem_text(account)
        )
        button = row.add_button("show_button", self.tr("Show"))
        button.clicked.connect(partial(self._show_account, account.id))
        return row

    def _more(self, data: HomeData) -> list[HomeRow]:
        rows = []
        for name, found, page in (
            (self.tr("%1 more codes are waiting"), data.waiting, "requests"),
            (self.tr("%1 more accounts are not ready for Spark Ads"), data.not_ready, "tiktok_accounts"),
            (self.tr("%1 more accounts to confirm"), data.to_confirm, "tiktok_accounts"),
        ):
            if len(found) > _MOST_ROWS:
                title = name.replace("%1", str(len(found) - _MOST_ROWS))
                row = HomeRow(self._theme, f"{page}_{len(rows)}", "ellipsis", "muted", title, "")
                button = row.add_button("show_all_button", self.tr("Show all"))
                button.clicked.connect(partial(self._navigator.go, page))
                rows.append(row)
        return rows

    def _show_account(self, link_id: str) -> None:
        self._navigator.go("tiktok_accounts", link_id=link_id)

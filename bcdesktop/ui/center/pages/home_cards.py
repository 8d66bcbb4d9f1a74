"""The two first cards of Home: the first steps, and what needs this person now (look.md, "Look")."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.services.records import Step
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_account_lines import AccountLines
from bcdesktop.ui.center.pages.home_data import HomeData
from bcdesktop.ui.center.pages.home_people_lines import PeopleLines
from bcdesktop.ui.center.pages.home_rows import HomeRow, LinesCard
from bcdesktop.ui.kit.theme import Theme


class FirstStepsCard(LinesCard):
    """Until all are done: create the Business Center, add a TikTok account, get it approved, give it, link it."""

    def __init__(self, theme: Theme, navigator: Navigator, *, may_add: bool, parent: QWidget | None = None) -> None:
        super().__init__("first_steps_card", parent)
        self._theme, self._navigator, self._may_add = theme, navigator, may_add
        self.offers_to_add = self.has_primary = False
        self.title_label.setText(self.tr("First steps"))

    def show_steps(self, steps: tuple[Step, ...], data: HomeData) -> None:
        """Show ``steps``; the first one that is not done has its button."""
        self.clear_lines()
        self.setVisible(not all(step.done for step in steps))
        self.offers_to_add = self.has_primary = False
        is_next = True
        for step in steps:
            row = self._row(step)
            if not step.done and is_next:
                is_next = False
                self._add_button(row, step.name, data)
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
            "give_access": (
                self.tr("Give a member access"),
                self.tr("Linking is only half: choose who works with the account, as Operator or Analyst."),
            ),
            "link_ad_account": (
                self.tr("Link it to an ad account"),
                self.tr("Then everybody who makes ads there can use the account as their identity."),
            ),
        }
        title, text = texts[step.name]
        icon_name, token = ("circle-check", "success") if step.done else ("circle", "muted")
        row = HomeRow(self._theme, "", icon_name, token, title, text)
        row.setObjectName(f"step_{step.name}")
        return row

    def _add_button(self, row: HomeRow, name: str, data: HomeData) -> None:
        waiting = data.needs.waiting.rows
        self.has_primary = name != "create_business_center"
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
        elif name == "give_access":
            first = data.needs.without_members.rows
            what = {"link_id": first[0].id} if first else {}
            button = row.add_button("step_give_access_button", self.tr("Give access"), "primary")
            button.clicked.connect(partial(self._navigator.go, "tiktok_accounts", **what))
        elif name == "link_ad_account" and data.overview.ad_accounts:
            button = row.add_button("step_link_button", self.tr("Link to an ad account"), "primary")
            button.clicked.connect(partial(self._navigator.go, "tiktok_accounts", add_assets=True))
        elif name == "link_ad_account":
            button = row.add_button("step_ad_account_button", self.tr("Add an ad account"), "primary")
            button.clicked.connect(partial(self._navigator.go, "ad_accounts"))


class NeedsYouCard(LinesCard):
    """Codes that wait, accounts to look at, people and mails that need something, and advice."""

    confirm_requested = Signal(str)
    """Link id of an account the person says yes to."""

    def __init__(self, theme: Theme, navigator: Navigator, *, may_confirm: bool, parent: QWidget | None = None) -> None:
        super().__init__("needs_you_card", parent)
        self._theme = theme
        self._accounts = AccountLines(theme, navigator, self._confirm if may_confirm else None, self)
        self._people = PeopleLines(theme, navigator, self)
        self.title_label.setText(self.tr("Needs you now"))

    def show_data(self, data: HomeData, now: datetime) -> None:
        """Show what ``data`` holds, the most urgent first."""
        rows = self._accounts.rows(data.needs) + self._people.rows(data)
        if not rows:
            quiet = HomeRow(self._theme, "", "circle-check", "success", self.tr("Nothing waits for you."), "")
            quiet.setObjectName("quiet_row")
            rows = [quiet]
        self.show_lines(rows + self._people.advice(data))
        self.tick(now)

    def tick(self, now: datetime) -> bool:
        """Show the time left anew; True when a code just ran out, so that the page reads again."""
        return self._accounts.tick(now)

    def _confirm(self, link_id: str) -> None:
        self.confirm_requested.emit(link_id)

"""The scenes of the tour: from an empty store to the account in the list with its permission level."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox

from bcdesktop.checks.steps import NotThereYet, Step, StepFailed, find
from bcdesktop.checks.tour_driver import PASSCODE, TourDriver, click, code_can_be_read, type_into
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.words import label_of

CLIENT = "linden_bakery"
PASSWORD = "harbour lantern violet"  # noqa: S105 - of a store that is gone when the tour ends


class Tour(TourDriver):
    """The main job, scene by scene."""

    def steps(self) -> Iterator[Step]:
        """Give the scenes in order."""
        yield from self._first_window()
        yield from self._phone_set_up()
        yield from self._first_start()
        yield from self._ask()
        yield from self._agree()
        yield from self._row()

    # ------------------------------------------------------------------ first window and phone
    def _first_window(self) -> Iterator[Step]:
        yield self._scene(
            "welcome",
            self.tr("The program starts on an empty store"),
            lambda: self.center,
            lambda: self.center.resize(1280, 860),
            lambda: find(self.center, "welcome_view"),
        )

    def _phone_set_up(self) -> Iterator[Step]:
        yield self._scene(
            "phone-set-up",
            self.tr("The phone is set up with a passcode"),
            lambda: self.phone,
            self._windows.show_phone,
            self._phone_is_there,
        )
        yield self._scene(
            "phone-home", self.tr("Its home screen"), lambda: self.phone, self._set_up_phone, self._at("home_screen")
        )
        yield Step(self.tr("TikTok opens"), lambda: click(self.phone, "tiktok_app_button"), self._at("welcome_screen"))
        yield Step(self.tr("The sign-up form"), lambda: click(self.phone, "sign_up_button"), self._at("sign_up_screen"))
        yield self._scene(
            "phone-sign-up",
            self.tr("The agency signs up on it"),
            lambda: self.phone,
            lambda: self._fill_sign_up("north_pier", "North Pier Agency"),
            lambda: find(self.phone, "create_account_button").isEnabled(),
        )
        yield self._scene(
            "phone-profile",
            self.tr("The profile of the new account"),
            lambda: self.phone,
            lambda: click(self.phone, "create_account_button"),
            self._at("profile_screen"),
        )

    def _phone_is_there(self) -> bool:
        self.phone.resize(self.phone.sizeHint().expandedTo(self.phone.minimumSizeHint()))
        self.phone.resize(410, 820)
        return find(self.phone, "set_up_screen").isVisible()

    def _set_up_phone(self) -> None:
        type_into(self.phone, "passcode", PASSCODE)
        type_into(self.phone, "passcode_again", PASSCODE)
        click(self.phone, "set_up_button")

    def _fill_sign_up(self, handle: str, display_name: str) -> None:
        for name, text in (
            ("handle", handle),
            ("display_name", display_name),
            ("email", f"{handle}@example.com"),
            ("password", PASSWORD),
        ):
            type_into(self.phone, name, text)

    # ------------------------------------------------------------------ first start
    def _first_start(self) -> Iterator[Step]:
        yield self._scene(
            "first-start-log-in",
            self.tr("First start: log in with TikTok by a code"),
            self._wizard,
            lambda: click(self.center, "set_up_button"),
            lambda: find(self._wizard(), "log_in_qr_view", QrView).readable,
        )
        yield from self._scan("log-in", "log_in_code_screen")
        yield from self._passcode("approve_log_in_button")
        yield self._scene(
            "first-start-logged-in",
            self.tr("The log-in is approved on the phone"),
            self._wizard,
            lambda: click(self.phone, "confirm_passcode_button"),
            self._can("next_button"),
        )
        yield Step(self.tr("On to the business"), self._leave_log_in, lambda: find(self._wizard(), "business_page"))
        yield self._scene(
            "first-start-business", self.tr("The business"), self._wizard, self._fill_business, self._can("next_button")
        )
        yield Step(self.tr("On to the person"), lambda: click(self._wizard(), "next_button"), self._page("you_page"))
        yield self._scene(
            "first-start-you", self.tr("The first person"), self._wizard, self._fill_you, self._can("next_button")
        )
        yield self._scene(
            "first-start-authorise",
            self.tr("The authorisation screen"),
            self._wizard,
            lambda: click(self._wizard(), "next_button"),
            self._page("authorise_page"),
        )
        yield self._scene(
            "first-start-recovery",
            self.tr("The recovery text to print"),
            self._wizard,
            lambda: click(self._wizard(), "authorise_button"),
            self._page("recovery_page"),
        )
        yield Step(
            self.tr("It is kept"),
            lambda: find(self._wizard(), "kept_check", QCheckBox).click(),
            self._can("finish_button"),
        )
        yield self._scene(
            "home",
            self.tr("Home with the first steps"),
            lambda: self.center,
            lambda: click(self._wizard(), "finish_button"),
            lambda: find(self.center, "home_page"),
        )

    def _leave_log_in(self) -> None:
        try:
            find(self._wizard(), "business_page")
        except NotThereYet:
            click(self._wizard(), "next_button")

    def _fill_business(self) -> None:
        wizard = self._wizard()
        type_into(wizard, "name_edit", "North Pier Agency")
        for name, value in (("country_combo", "DE"), ("time_zone_combo", "Europe/Berlin"), ("currency_combo", "EUR")):
            combo = find(wizard, name, QComboBox)
            if combo.findData(value) < 0:
                raise StepFailed(f"{name} has no {value}")
            combo.setCurrentIndex(combo.findData(value))
        type_into(wizard, "address_edit", "1 Pier Road, Hamburg")
        type_into(wizard, "activity_edit", "Campaigns for small food brands")

    def _fill_you(self) -> None:
        wizard = self._wizard()
        type_into(wizard, "person_name_edit", "Mara Voss")
        type_into(wizard, "email_edit", "mara@northpier.example")
        type_into(wizard, "password_edit", PASSWORD)

    # ------------------------------------------------------------------ ask, scan, agree
    def _client(self) -> Iterator[Step]:
        yield Step(self.tr("The profile again"), self._to_profile, self._at("profile_screen"))
        yield Step(
            self.tr("The account switcher"),
            lambda: click(self.phone, "switch_account_button"),
            self._at("accounts_screen"),
        )
        yield Step(
            self.tr("A second account"), lambda: click(self.phone, "new_account_button"), self._at("sign_up_screen")
        )
        yield Step(self.tr("The client's account"), lambda: self._fill_sign_up(CLIENT, "Linden Bakery"))
        yield self._scene(
            "phone-client",
            self.tr("The client is logged in on the phone"),
            lambda: self.phone,
            lambda: click(self.phone, "create_account_button"),
            lambda: f"@{CLIENT}" in find(self.phone, "switch_account_button", QAbstractButton).text(),
        )

    def _ask(self) -> Iterator[Step]:
        yield from self._client()
        yield self._scene(
            "add-before",
            self.tr("Add TikTok account: what is needed"),
            self._add_wizard,
            lambda: find(self.center, "add_tiktok_account_action", QAction).trigger(),
            lambda: find(self._add_wizard(), "next_button").isEnabled(),
        )
        for slug, name, page in (
            ("add-way", self.tr("Which way"), "way_page"),
            ("add-sending", self.tr("How it is sent"), "sending_page"),
            ("add-permissions", self.tr("What is asked for"), "permissions_page"),
            ("add-recipient", self.tr("For whom"), "recipient_page"),
        ):
            yield self._scene(slug, name, self._add_wizard, self._next, self._add_page(page))
        yield Step(self.tr("Purpose"), lambda: type_into(self._add_wizard(), "purpose_edit", "Autumn bread campaign"))
        yield self._scene(
            "add-summary", self.tr("The summary"), self._add_wizard, self._next, self._add_page("summary_page")
        )
        yield self._scene(
            "qr-dialog",
            self.tr("The QR code"),
            self._code_dialog,
            lambda: click(self._add_wizard(), "finish_button"),
            lambda: find(self._code_dialog(), "code_view", QrView).readable,
            check=code_can_be_read,
        )

    def _agree(self) -> Iterator[Step]:
        yield from self._scan("request", "consent_screen")
        yield Step(
            self.tr("Authorize"),
            lambda: click(self.phone, "authorize_button"),
            lambda: find(self.phone, "sheet_passcode"),
        )
        yield self._scene(
            "phone-passcode",
            self.tr("The passcode is asked for"),
            lambda: self.phone,
            lambda: type_into(self.phone, "sheet_passcode", PASSCODE),
            lambda: find(self.phone, "confirm_passcode_button").isEnabled(),
        )
        yield self._scene(
            "phone-approved",
            self.tr("The owner agreed"),
            lambda: self.phone,
            lambda: click(self.phone, "confirm_passcode_button"),
            self._at("result_screen"),
        )

    def _row(self) -> Iterator[Step]:
        yield self._scene(
            "qr-dialog-approved",
            self.tr("The QR dialog says so"),
            self._code_dialog,
            lambda: None,
            lambda: find(self._code_dialog(), "code_view", QrView).covered,
        )
        yield self._scene(
            "tiktok-accounts",
            self.tr("The account stands in the list with Deliver ads"),
            lambda: self.center,
            self._to_accounts,
            self._has_row,
        )

    def _to_accounts(self) -> None:
        self._code_dialog().close()
        click(self.center, "nav_tiktok_accounts_button")

    def _has_row(self) -> bool:
        table = find(self.center, "accounts_table", RecordTable)
        texts = [
            [str(table.model().index(row, column).data()) for column in range(table.model().columnCount())]
            for row in range(table.model().rowCount())
        ]
        level = label_of(PermissionLevel.DELIVER_ADS)
        return any(f"@{CLIENT}" in row and level in row for row in texts)

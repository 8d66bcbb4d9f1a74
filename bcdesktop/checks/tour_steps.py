"""The scenes of the tour: from an empty store to the account in the list (issue: first start to the row)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from bcdesktop.checks.steps import NotThereYet, Step, StepFailed, find
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.ui.kit.pictures import load_picture
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from pathlib import Path

    from bcdesktop.windows import Windows

PASSCODE = "2468"
PASSWORD = "harbour lantern violet"  # noqa: S105 - of a store that is gone when the tour ends


@dataclass(frozen=True)
class Scene(Step):
    """A step with a picture of ``window``; ``check`` looks at the saved file and raises StepFailed."""

    slug: str = ""
    window: Callable[[], QWidget] = QWidget
    check: Callable[[Path], None] | None = None


def click(parent: QWidget, name: str) -> None:
    """Click the button ``name`` as a person does: it has to be there, visible and enabled."""
    button = find(parent, name, QAbstractButton)
    if not button.isEnabled():
        raise StepFailed(f"{name} is grey")
    button.click()


def type_into(parent: QWidget, name: str, text: str) -> None:
    """Put ``text`` into the field ``name``."""
    field = find(parent, name)
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(text)
    else:
        raise StepFailed(f"{name} is no text field")


class Tour:
    """Drives the windows of ``windows``; every click goes to a real widget by its object name."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    @property
    def center(self) -> QWidget:
        """The Business Center window."""
        if self._windows.center is None:
            raise NotThereYet("center")
        return self._windows.center

    @property
    def phone(self) -> QWidget:
        """The Phone window."""
        if self._windows.phone is None:
            raise NotThereYet("phone")
        return self._windows.phone

    def _dialog(self, name: str) -> QWidget:
        for widget in QApplication.topLevelWidgets():
            if widget.objectName() == name and widget.isVisible():
                return widget
        raise NotThereYet(name)

    def _wizard(self) -> QWidget:
        return self._dialog("first_start_wizard")

    def _add_wizard(self) -> QWidget:
        return self._dialog("add_tiktok_account_wizard")

    def _code_dialog(self) -> QWidget:
        return self._dialog("qr_code_dialog")

    def _scene(
        self,
        slug: str,
        name: str,
        window: Callable[[], QWidget],
        action: Callable[[], object],
        until: Callable[[], object],
        check: Callable[[Path], None] | None = None,
    ) -> Scene:
        return Scene(name, action, until, slug=slug, window=window, check=check)

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
            "The program starts on an empty store",
            lambda: self.center,
            lambda: self.center.resize(1280, 860),
            lambda: find(self.center, "welcome_view"),
        )

    def _phone_set_up(self) -> Iterator[Step]:
        yield self._scene(
            "phone-set-up",
            "The phone is set up with a passcode",
            lambda: self.phone,
            self._windows.show_phone,
            self._phone_is_there,
        )
        yield self._scene(
            "phone-home", "Its home screen", lambda: self.phone, self._set_up_phone, self._at("home_screen")
        )
        yield Step("TikTok opens", lambda: click(self.phone, "tiktok_app_button"), self._at("welcome_screen"))
        yield Step("The sign-up form", lambda: click(self.phone, "sign_up_button"), self._at("sign_up_screen"))
        yield self._scene(
            "phone-sign-up",
            "The owner signs up",
            lambda: self.phone,
            self._fill_sign_up,
            lambda: find(self.phone, "create_account_button").isEnabled(),
        )
        yield self._scene(
            "phone-profile",
            "The profile of the new account",
            lambda: self.phone,
            lambda: click(self.phone, "create_account_button"),
            self._at("profile_screen"),
        )

    def _phone_is_there(self) -> bool:
        self.phone.resize(self.phone.sizeHint().expandedTo(self.phone.minimumSizeHint()))
        self.phone.resize(410, 820)
        return find(self.phone, "set_up_screen").isVisible()

    def _at(self, screen: str) -> Callable[[], object]:
        return lambda: find(self.phone, screen)

    def _set_up_phone(self) -> None:
        type_into(self.phone, "passcode", PASSCODE)
        type_into(self.phone, "passcode_again", PASSCODE)
        click(self.phone, "set_up_button")

    def _fill_sign_up(self) -> None:
        for name, text in (
            ("handle", "linden_bakery"),
            ("display_name", "Linden Bakery"),
            ("email", "owner@linden.example"),
            ("password", PASSWORD),
        ):
            type_into(self.phone, name, text)

    # ------------------------------------------------------------------ first start
    def _first_start(self) -> Iterator[Step]:
        yield self._scene(
            "first-start-log-in",
            "First start: log in with TikTok by a code",
            self._wizard,
            lambda: click(self.center, "set_up_button"),
            lambda: find(self._wizard(), "log_in_qr_view", QrView).readable,
        )
        yield from self._scan("log-in", "log_in_code_screen")
        yield from self._passcode("approve_log_in_button")
        yield self._scene(
            "first-start-logged-in",
            "The log-in is approved on the phone",
            self._wizard,
            lambda: click(self.phone, "confirm_passcode_button"),
            self._can("next_button"),
        )
        yield Step("On to the business", self._leave_log_in, lambda: find(self._wizard(), "business_page"))
        yield self._scene(
            "first-start-business", "The business", self._wizard, self._fill_business, self._can("next_button")
        )
        yield Step("On to the person", lambda: click(self._wizard(), "next_button"), self._page("you_page"))
        yield self._scene("first-start-you", "The first person", self._wizard, self._fill_you, self._can("next_button"))
        yield self._scene(
            "first-start-authorise",
            "The authorisation screen",
            self._wizard,
            lambda: click(self._wizard(), "next_button"),
            self._page("authorise_page"),
        )
        yield self._scene(
            "first-start-recovery",
            "The recovery text to print",
            self._wizard,
            lambda: click(self._wizard(), "authorise_button"),
            self._page("recovery_page"),
        )
        yield Step(
            "It is kept", lambda: find(self._wizard(), "kept_check", QCheckBox).click(), self._can("finish_button")
        )
        yield self._scene(
            "home",
            "Home with the first steps",
            lambda: self.center,
            lambda: click(self._wizard(), "finish_button"),
            lambda: find(self.center, "home_page"),
        )

    def _leave_log_in(self) -> None:
        try:
            find(self._wizard(), "business_page")
        except NotThereYet:
            click(self._wizard(), "next_button")

    def _page(self, name: str) -> Callable[[], object]:
        return lambda: find(self._wizard(), name)

    def _can(self, name: str) -> Callable[[], object]:
        return lambda: find(self._wizard(), name).isEnabled()

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
    def _ask(self) -> Iterator[Step]:
        yield Step("x")

    def _scan(self, slug: str, screen: str) -> Iterator[Step]:
        yield Step("Back to the profile", self._to_profile, self._at("profile_screen"))
        yield Step("Find Friends", lambda: click(self.phone, "find_friends_button"), self._at("find_friends_screen"))
        yield self._scene(
            f"phone-scanner-{slug}",
            "The scanner",
            lambda: self.phone,
            lambda: click(self.phone, "find_friends_scan_button"),
            self._at("scanner_screen"),
        )
        yield self._scene(
            f"phone-found-{slug}",
            "The phone reads the pixels and says what it found",
            lambda: self.phone,
            lambda: click(self.phone, "scan_screen_button"),
            self._at("found_code_screen"),
        )
        yield self._scene(
            f"phone-{slug}",
            "What the code asks for",
            lambda: self.phone,
            lambda: click(self.phone, "open_code_button"),
            self._at(screen),
        )

    def _passcode(self, button: str) -> Iterator[Step]:
        yield Step("The phone asks for the passcode", lambda: click(self.phone, button), self._at("sheet_passcode"))
        yield self._scene(
            f"phone-passcode-{button.split('_', maxsplit=1)[0]}",
            "The passcode is typed",
            lambda: self.phone,
            lambda: type_into(self.phone, "sheet_passcode", PASSCODE),
            lambda: find(self.phone, "confirm_passcode_button").isEnabled(),
        )

    def _to_profile(self) -> None:
        from bcdesktop.ui.phone.shell import PhoneWindow

        phone = self.phone
        if not isinstance(phone, PhoneWindow):
            raise StepFailed("no phone")
        phone.go_home()
        click(phone, "tiktok_app_button")

    def _agree(self) -> Iterator[Step]:
        yield from self._scan("request", "consent_screen")
        yield Step(
            "Authorize", lambda: click(self.phone, "authorize_button"), lambda: find(self.phone, "sheet_passcode")
        )
        yield self._scene(
            "phone-passcode",
            "The passcode is asked for",
            lambda: self.phone,
            lambda: type_into(self.phone, "sheet_passcode", PASSCODE),
            lambda: find(self.phone, "confirm_passcode_button").isEnabled(),
        )
        yield self._scene(
            "phone-approved",
            "The owner agreed",
            lambda: self.phone,
            lambda: click(self.phone, "confirm_passcode_button"),
            self._at("result_screen"),
        )

    def _row(self) -> Iterator[Step]:
        yield self._scene(
            "qr-dialog-approved",
            "The QR dialog says so",
            self._code_dialog,
            lambda: None,
            lambda: find(self._code_dialog(), "code_view", QrView).covered,
        )
        yield self._scene(
            "tiktok-accounts",
            "The account stands in the list with Deliver ads",
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
        return any("@linden_bakery" in row and level in row for row in texts)


def code_can_be_read(path: Path) -> None:
    """Read the code out of the saved picture. Raises StepFailed where it cannot be read."""
    if not find_our_code(load_picture(path)).startswith("AR1:"):
        raise StepFailed(str(path))


def text_of(parent: QWidget, name: str) -> str:
    """Return the text of the label ``name``."""
    return find(parent, name, QLabel).text()

"""What the tour does again and again: find a window, click, type, scan, give the passcode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from bcdesktop.checks.steps import NotThereYet, Step, StepFailed, find
from bcdesktop.ui.kit.pictures import load_picture
from bcdesktop.ui.kit.qr_reading import find_our_code

if TYPE_CHECKING:
    from pathlib import Path

    from bcdesktop.windows import Windows


PASSCODE = "2468"


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


class TourDriver(QObject):
    """Drives the windows of ``windows``; every click goes to a real widget by its object name."""

    def __init__(self, windows: Windows) -> None:
        super().__init__(windows)
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

    def _at(self, screen: str) -> Callable[[], object]:
        return lambda: find(self.phone, screen)

    def _passcode(self, button: str) -> Iterator[Step]:
        yield Step(
            self.tr("The phone asks for the passcode"), lambda: click(self.phone, button), self._at("sheet_passcode")
        )
        yield self._scene(
            f"phone-passcode-{button.split('_', maxsplit=1)[0]}",
            self.tr("The passcode is typed"),
            lambda: self.phone,
            lambda: type_into(self.phone, "sheet_passcode", PASSCODE),
            lambda: find(self.phone, "confirm_passcode_button").isEnabled(),
        )

    def _scan(self, slug: str, screen: str) -> Iterator[Step]:
        yield Step(self.tr("Back to the profile"), self._to_profile, self._at("profile_screen"))
        yield Step(
            self.tr("Find Friends"), lambda: click(self.phone, "find_friends_button"), self._at("find_friends_screen")
        )
        yield self._scene(
            f"phone-scanner-{slug}",
            self.tr("The scanner"),
            lambda: self.phone,
            lambda: click(self.phone, "find_friends_scan_button"),
            self._at("scanner_screen"),
        )
        yield self._scene(
            f"phone-found-{slug}",
            self.tr("The phone reads the pixels and says what it found"),
            lambda: self.phone,
            lambda: click(self.phone, "scan_screen_button"),
            self._at("found_code_screen"),
        )
        yield self._scene(
            f"phone-{slug}",
            self.tr("What the code asks for"),
            lambda: self.phone,
            lambda: click(self.phone, "open_code_button"),
            self._at(screen),
        )

    def _to_profile(self) -> None:
        from bcdesktop.ui.phone.shell import PhoneWindow

        phone = self.phone
        if not isinstance(phone, PhoneWindow):
            raise StepFailed("no phone")
        phone.go_home()
        click(phone, "tiktok_app_button")

    def _page(self, name: str) -> Callable[[], object]:
        return lambda: find(self._wizard(), name)

    def _can(self, name: str) -> Callable[[], object]:
        return lambda: find(self._wizard(), name).isEnabled()

    def _next(self) -> None:
        click(self._add_wizard(), "next_button")

    def _add_page(self, name: str) -> Callable[[], object]:
        return lambda: find(self._add_wizard(), name)


def code_can_be_read(path: Path) -> None:
    """Read the code out of the saved picture. Raises StepFailed where it cannot be read."""
    if not find_our_code(load_picture(path)).startswith("AR1:"):
        raise StepFailed(str(path))

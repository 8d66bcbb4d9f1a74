"""What tests of the linking flow share: opening its windows and finding their controls by objectName."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from bcdesktop.services import access_requests, owner
from bcdesktop.ui.kit.qr_reading import read_codes


def child(dialog: QWidget, name: str) -> QWidget:
    """Return the control of ``dialog`` called ``name``."""
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(desk, dialog: QWidget, name: str) -> None:
    """Click a button of ``dialog`` that is in view and can be pressed, and wait for what it starts."""
    button = child(dialog, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def type_in(desk, dialog: QWidget, name: str, text: str) -> None:
    """Type ``text`` in place of what a field of ``dialog`` holds."""
    field = child(dialog, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.clear()
    if text.isascii():
        desk.qtbot.keyClicks(field, text)
    else:  # QTest has keys for ASCII alone
        field.insert(text) if isinstance(field, QLineEdit) else field.insertPlainText(text)


def open_code(desk, request) -> QDialog:
    """Open the QR dialog of a request over the open window and return it."""
    desk.window.navigator.open_code(request.id)
    desk.settle()
    (dialog,) = [d for d in dialogs(desk, "qr_code_dialog") if d.request_id == request.id]
    return dialog


def dialogs(desk, name: str) -> list[QDialog]:
    """Return the dialogs called ``name`` that are in view."""
    return [d for d in desk.window.findChildren(QDialog, name) if d.isVisible()]


def dialog_called(desk, name: str) -> QDialog:
    """Wait for the one dialog called ``name`` and return it."""
    desk.qtbot.waitUntil(lambda: len(dialogs(desk, name)) == 1)
    return dialogs(desk, name)[0]


def codes_in(widget: QWidget) -> list[str]:
    """Return the texts of every QR code in the pixels of ``widget``."""
    QApplication.sendPostedEvents()
    return [found.text for found in read_codes(widget.grab().toImage())]


def scan(world, request, phone):
    """Let ``phone`` read the code of ``request``, as another window or process does."""
    return owner.open_code(world.context, phone, request.code_text)


def approve(desk, request, phone, **given):
    """Let ``phone`` authorize everything that was asked, and wait until the windows heard of it."""
    scanned = scan(desk.world, request, phone)
    owner.approve(desk.world.context, phone, scanned, scanned.permissions, **given)
    desk.settle()
    return access_requests.get(desk.world.context, desk.window.actor, request.id)


def decline(desk, request, phone, reason=None):
    """Let ``phone`` decline."""
    owner.decline(desk.world.context, phone, scan(desk.world, request, phone), reason)
    desk.settle()


def open_wizard(desk):
    """Start Add TikTok account and return the wizard."""
    desk.window.actions_by_name["add_tiktok_account"].trigger()
    desk.settle()
    return dialog_called(desk, "add_tiktok_account_wizard")


def tick(dialog: QWidget, name: str, on: bool = True) -> None:
    """Set a check box or radio button of the page in view."""
    button = child(dialog, name)
    assert button.isVisible(), name
    button.setChecked(on)


def forward(desk, wizard, *steps: str) -> None:
    """Press Next until each of ``steps`` was reached, one after the other."""
    for step in steps:
        press(desk, wizard, "next_button")
        assert wizard.currentPage().step == step

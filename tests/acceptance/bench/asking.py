"""From the permissions page of the wizard to the code, and what the pixels of that code say."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QRadioButton

from bcdesktop.core.code import AccessRequest, open_code
from bcdesktop.core.permissions import Permission
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.acceptance.bench.bench import Bench
from tests.acceptance.bench.hands import Hands


def signed_in(image: QImage) -> AccessRequest:
    """Return the request in the pixels of ``image``; its signature is checked."""
    message = open_code(find_our_code(image)).message
    assert isinstance(message, AccessRequest)
    return message


def signed(part: Hands) -> AccessRequest:
    """Return the request in the pixels of a window or dialog, as a camera or another program sees it."""
    return signed_in(part.window.grab().toImage())


def to_permissions(bench: Bench) -> Hands:
    """Walk to the permissions page with what the wizard proposes; return hands on the wizard."""
    wizard = bench.center.start_wizard()
    for page in ("way_page", "sending_page", "permissions_page"):
        wizard.press("next_button")
        wizard.see(page)
    return wizard


def choose_only(wizard: Hands, *permissions: Permission) -> None:
    """Turn exactly these switches on, by pressing those that stand otherwise."""
    for permission in Permission:
        switch = wizard.widget(f"{permission.name.lower()}_check")
        assert isinstance(switch, QCheckBox)
        if switch.isChecked() != (permission in permissions):
            wizard.press(switch.objectName())


def is_on(wizard: Hands, name: str) -> bool:
    """Tell whether a switch or an option in view is on."""
    button = wizard.widget(name)
    assert isinstance(button, QCheckBox | QRadioButton)
    return button.isChecked()


def to_code(bench: Bench, wizard: Hands, handle: str = "") -> Hands:
    """Go on from the permissions page to the code; return hands on the QR dialog."""
    wizard.press("next_button")
    wizard.see("recipient_page")
    if handle:
        wizard.type("handle_edit", handle)
    wizard.press("next_button")
    wizard.see("summary_page")
    wizard.press("finish_button")
    return bench.center.code_dialog()


def ask_for(bench: Bench, *permissions: Permission) -> AccessRequest:
    """Ask for exactly these switches and let the phone scan; return what the pixels of the code say.

    Ends with the consent in view on the phone.
    """
    wizard = to_permissions(bench)
    choose_only(wizard, *permissions)
    message = signed(to_code(bench, wizard))
    bench.phone.scan()
    assert bench.phone.screen() == "consent_screen"
    return message

"""Drives a phone's window the way a person does: by what is in view, found by its objectName."""

from __future__ import annotations

import uuid
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QRadioButton, QWidget

from bcdesktop.profile import PhoneProfile
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.ui_settings import UiSettings
from bcdesktop.ui.phone.shell import PhoneWindow
from tests.services.world import CHEAP, MemorySecrets


class Handset:
    """A phone window on the store of ``world``."""

    def __init__(self, qtbot, world, theme) -> None:
        self.qtbot, self.world = qtbot, world
        self.runner = Runner()
        self.bridge = ChangeBridge()
        self.unhandled: list[Exception] = []
        self.runner.unhandled.connect(self._unhandled)
        frame = Frame(theme, UiSettings(), self.runner, self.bridge, world.folder)
        self.session = Session(frame, world.context)
        self._unsubscribe = world.store.subscribe(self.bridge.publish)
        self.window: PhoneWindow | None = None

    def _unhandled(self, error: Exception, _owner: object) -> None:
        self.unhandled.append(error)

    def close(self) -> None:
        self.runner.close()
        self._unsubscribe()
        if self.window is not None:
            self.window.close()
        assert self.unhandled == []

    # ------------------------------------------------------------------ making one
    def new_phone(self, *, needs_passphrase: bool = False, name: str = "Pocket") -> PhoneProfile:
        """Return a phone that is not set up."""
        phone = PhoneProfile.open(
            self.world.folder / "phones" / uuid.uuid4().hex,
            name=name,
            clock=self.world.clock,
            secrets=MemorySecrets(needs_passphrase=needs_passphrase),
            passcode_cost=CHEAP,
        )
        self.world.phones[uuid.uuid4().hex] = phone
        return phone

    def open(self, phone: PhoneProfile, *, context=None) -> PhoneWindow:
        """Show ``phone`` in a window and wait for its first screen."""
        session = self.session if context is None else Session(self.session.frame, context)
        self.window = PhoneWindow(session, phone)
        self.qtbot.addWidget(self.window)
        with self.qtbot.waitSignal(self.window.started):
            self.window.show()
        self.settle()
        return self.window

    def with_account(self, handle: str = "mara", passcode: str | None = None, **given) -> PhoneWindow:
        """Show a phone that is set up, on which ``handle`` is logged in."""
        phone = self.new_phone()
        phone.set_up(passcode)
        self.world.sign_up(handle, phone, **given)
        return self.open(phone)

    # ------------------------------------------------------------------ acting
    def settle(self) -> None:
        """Wait until no work is under way, and what it brought is in view: layouts show new parts a moment later."""
        self.qtbot.waitUntil(lambda: self.runner.busy == 0)
        QApplication.sendPostedEvents()
        self.qtbot.waitUntil(lambda: self.runner.busy == 0)

    def widget(self, name: str) -> QWidget:
        """Return the one widget in view that is called ``name``."""
        found = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} in view on {self.screen()}"
        return found[0]

    def shows(self, name: str) -> bool:
        """Tell whether a widget called ``name`` is in view."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def screen(self) -> str:
        """Return the name of the screen in view."""
        return self.window.navigator.top.objectName()

    def press(self, name: str) -> None:
        """Press a button once it can be pressed."""
        self.qtbot.waitUntil(lambda: self.shows(name) and self.widget(name).isEnabled())
        target = self.widget(name)
        assert isinstance(target, QAbstractButton)
        if isinstance(target, QCheckBox | QRadioButton):
            # only the box and its words can be pressed, not the empty room beside them
            self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(8, target.height() // 2))
        else:
            self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton)

    def press_to(self, name: str, screen: str) -> None:
        """Press a button and wait for the screen it leads to."""
        self.press(name)
        self.wait_for(screen)

    def wait_for(self, screen: str) -> None:
        """Wait until ``screen`` is in view and has read what it shows."""
        self.qtbot.waitUntil(partial(self._is_in_view, screen))
        self.settle()

    def _is_in_view(self, screen: str) -> None:
        assert self.screen() == screen, " ".join(
            label.text() for label in self.window.navigator.top.findChildren(QLabel)
        )

    def type(self, name: str, text: str) -> None:
        """Type ``text`` into an empty field."""
        field = self.widget(name)
        assert isinstance(field, QLineEdit)
        field.clear()
        self.qtbot.keyClicks(field, text)

    def text(self, name: str) -> str:
        """Return the text of a label in view."""
        return self.widget(name).text()

    def to_profile(self) -> None:
        """Open the TikTok app at the profile."""
        self.press_to("tiktok_app_button", "profile_screen")

    def to_scanner(self) -> None:
        """Walk to the scanner by path N3."""
        self.to_profile()
        self.press("profile_menu_button")
        self.press_to("your_qr_code_row", "my_qr_code_screen")
        self.press_to("my_qr_code_scan_button", "scanner_screen")

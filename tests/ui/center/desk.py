"""Drives the Business Center window the way a person does: by what is in view, found by its objectName."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLineEdit, QRadioButton, QWidget

from bcdesktop.services import owner
from bcdesktop.ui.center.registry import PAGES
from bcdesktop.ui.center.shell import CenterWindow
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.ui_settings import UiSettings
from tests.services.world import PASSWORD


class Desk:
    """A Business Center window on the store of ``world``, with the real runner."""

    def __init__(self, qtbot, world, theme) -> None:
        self.qtbot, self.world = qtbot, world
        self.runner, self.bridge = Runner(), ChangeBridge()
        self.settings = UiSettings(world.folder / "settings.json")
        self.frame = Frame(theme, self.settings, self.runner, self.bridge, world.folder)
        self.session = Session(self.frame, world.context)
        self._unsubscribe = world.store.subscribe(self.bridge.publish)
        self.window: CenterWindow | None = None
        # kept: a window collected by Python on a worker's thread ends the process
        self._opened: list[CenterWindow] = []

    def close(self) -> None:
        self.runner.close()
        self._unsubscribe()
        if self.window is not None:
            if self.window.inside is not None:
                self.window.inside.pages.drop_all()
            for dialog in self.window.findChildren(QDialog):
                dialog.close()
            self.window.close()

    # ------------------------------------------------------------------ opening
    def open(self, actor=None) -> CenterWindow:
        """Show the window; with ``actor`` signed in."""
        self.window = CenterWindow(self.frame)
        self._opened.append(self.window)
        self.qtbot.addWidget(self.window)
        self.window.show()
        self.window.attach(self.session, actor)
        self.settle()
        return self.window

    def activate(self) -> CenterWindow:
        """Give the window the keyboard, so that its shortcuts work."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self.window

    def go(self, page: str, **what) -> QWidget:
        """Show a page and return it."""
        self.window.navigator.go(page, **what)
        self.settle()
        return self.window.inside.pages.currentWidget()

    def go_everywhere(self) -> Iterator[QWidget]:
        """Show every page, and every tab of Settings; yield what is in view."""
        for entry in PAGES:
            page = self.go(entry.name)
            yield page
            for card in getattr(page, "tabs_by_name", ()):
                yield self.go(entry.name, card=card)

    # ------------------------------------------------------------------ acting
    def settle(self) -> None:
        """Wait until no work is under way and every change has arrived."""
        self.qtbot.waitUntil(lambda: self.runner.busy == 0)
        QApplication.sendPostedEvents()
        self.qtbot.waitUntil(lambda: self.runner.busy == 0)

    def all_in_view(self, name: str) -> list[QWidget]:
        return [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]

    def shows(self, name: str) -> bool:
        """Tell whether a widget called ``name`` is in view."""
        return bool(self.all_in_view(name))

    def widget(self, name: str) -> QWidget:
        """Return the one widget in view that is called ``name``."""
        found = self.all_in_view(name)
        assert len(found) == 1, f"{name}: {len(found)} in view"
        return found[0]

    def wait_for(self, name: str) -> QWidget:
        """Wait until a widget called ``name`` is in view and return it."""
        self.qtbot.waitUntil(lambda: self.shows(name))
        self.settle()
        return self.widget(name)

    def press(self, name: str) -> None:
        """Press a button once it can be pressed."""
        self.qtbot.waitUntil(lambda: self.shows(name) and self.widget(name).isEnabled())
        target = self.widget(name)
        assert isinstance(target, QAbstractButton)
        if isinstance(target, QCheckBox | QRadioButton):
            self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(12, target.height() // 2))
        else:
            self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type ``text`` in place of what a field holds."""
        field = self.widget(name)
        field.clear() if isinstance(field, QLineEdit) else field.setPlainText("")
        self.qtbot.keyClicks(field, text)

    def text(self, name: str) -> str:
        return self.widget(name).text()

    # ------------------------------------------------------------------ longer ways
    def sign_in(self, email: str = "nora@example.com", password: str = PASSWORD) -> None:
        """Fill in the sign-in page and press the button."""
        self.wait_for("email_edit")
        self.type("email_edit", email)
        self.type("password_edit", password)
        self.press("sign_in_button")

    def approve_log_in(self, phone, code_text: str) -> None:
        """Let ``phone`` approve a log-in code."""
        owner.approve_log_in(self.world.context, phone, owner.open_code(self.world.context, phone, code_text))
        self.settle()

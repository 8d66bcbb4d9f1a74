"""The stack of screens: what lies under what, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from bcdesktop.ui.phone.screen import Screen


class Navigator(QObject):
    """Holds the screens. Each class of screen lies in it at most once, so that names stay unique in the window."""

    shown = Signal(object)

    def __init__(self, parent: QObject, stack: QStackedWidget) -> None:
        super().__init__(parent)
        self._stack = stack
        self._screens: list[Screen] = []

    @property
    def top(self) -> Screen | None:
        """The screen in view."""
        return self._screens[-1] if self._screens else None

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the lowest first."""
        return tuple(self._screens)

    @property
    def can_pop(self) -> bool:
        """Whether something lies under the screen in view and it may be left."""
        return len(self._screens) > 1 and self._screens[-1].can_leave

    def push(self, screen: Screen) -> None:
        """Show ``screen`` on top; an older one of the same class goes, with all that lies over it."""
        for index, old in enumerate(self._screens):
            if type(old) is type(screen):
                self._drop(index)
                break
        self._add(screen)

    def replace(self, screen: Screen) -> None:
        """Show ``screen`` in place of the one in view, which Back then skips."""
        if self._screens:
            self._drop(len(self._screens) - 1)
        self.push(screen)

    def reset(self, *screens: Screen) -> None:
        """Throw all screens away and lay ``screens`` on one another."""
        self._drop(0)
        for screen in screens[:-1]:
            self._screens.append(screen)
            self._stack.addWidget(screen)
        self._add(screens[-1])

    def finish(self, screen: Screen) -> None:
        """Show ``screen`` over the app's first one; what led here is done and Back must not lead into it."""
        first = next((i for i, old in enumerate(self._screens) if old.passing), len(self._screens))
        self._drop(min(2, first))
        self.push(screen)

    def resume(self) -> bool:
        """Go back to the newest screen that waits for another account; False where there is none."""
        for index in range(len(self._screens) - 1, -1, -1):
            if self._screens[index].resumes:
                self._drop(index + 1)
                self._show()
                return True
        return False

    def pop(self) -> bool:
        """Go one screen back; False where the one in view has to stay."""
        top = self.top
        if top is not None and top.go_back():
            return True
        if not self.can_pop:
            return False
        self._drop(len(self._screens) - 1)
        self._show()
        return True

    def _add(self, screen: Screen) -> None:
        self._screens.append(screen)
        self._stack.addWidget(screen)
        self._show()

    def _drop(self, index: int) -> None:
        gone, self._screens = self._screens[index:], self._screens[:index]
        for screen in gone:
            self._stack.removeWidget(screen)
            # out of the window at once: its names may come back with the next screen
            screen.setParent(None)
            screen.deleteLater()

    def _show(self) -> None:
        screen = self._screens[-1]
        self._stack.setCurrentWidget(screen)
        self.shown.emit(screen)
        screen.refresh()

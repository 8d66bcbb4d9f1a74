"""The pages of the signed-in person: built when first shown, thrown away at sign-out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Shows one page at a time; ``make`` builds the page of a name, and raises KeyError for one that is no page."""

    page_shown = Signal(str)

    def __init__(self, make: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pages: dict[str, QWidget] = {}
        self.setObjectName("page_stack")

    @property
    def current_name(self) -> str:
        """Name of the page in view, empty where none is."""
        page = self.currentWidget()
        return next((name for name, widget in self._pages.items() if widget is page), "")

    def page(self, name: str) -> QWidget | None:
        """Return a page that was built before, else None."""
        return self._pages.get(name)

    def built(self) -> tuple[QWidget, ...]:
        """Return every page that was built."""
        return tuple(self._pages.values())

    def show_page(self, name: str, what: dict[str, Any]) -> QWidget:
        """Show the page called ``name`` and hand it ``what``. Raises KeyError for a name that is no page."""
        page = self._pages.get(name)
        if page is None:
            page = self._make(name)
            if not page.objectName():
                page.setObjectName(f"{name}_page")
            self._pages[name] = page
            self.addWidget(page)
        self.setCurrentWidget(page)
        show_item = getattr(page, "show_item", None)
        if what and show_item is not None:
            show_item(**what)
        self.page_shown.emit(name)
        return page

    def refresh(self) -> None:
        """Have the page in view read everything again."""
        refresh = getattr(self.currentWidget(), "refresh", None)
        if refresh is not None:
            refresh()

    def unsaved(self) -> QWidget | None:
        """Return the page in view where something typed would be lost."""
        page = self.currentWidget()
        has_unsaved = getattr(page, "has_unsaved", None)
        return page if has_unsaved is not None and has_unsaved() else None

    def drop_all(self) -> None:
        """Throw every page away; what they still wait for reaches nobody."""
        for page in self._pages.values():
            self.removeWidget(page)
            # hidden, not taken from its parent: an orphan could be collected by Python on a worker's thread
            page.hide()
            page.deleteLater()
        self._pages.clear()

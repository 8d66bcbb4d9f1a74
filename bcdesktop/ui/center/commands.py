"""What the window's actions do that concern no page: find, guide, about, other stores."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.roles import BusinessCenterRole

if TYPE_CHECKING:
    from bcdesktop.ui.center.dialogs.guide import GuideDialog
    from bcdesktop.ui.center.shell import CenterWindow


class WindowCommands(QObject):
    """One method per action. Dialogs are imported when first asked for."""

    def __init__(self, window: CenterWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window, self._data_dir = window, data_dir

    def refresh(self) -> None:
        """Read the page in view again."""
        if self._window.inside is not None:
            self._window.inside.refresh()

    def find(self) -> None:
        """Open the find box."""
        if self._window.inside is not None:
            self._window.inside.open_find_box()

    def open_settings(self) -> None:
        """Go to Settings."""
        self._window.navigator.go("settings")

    def show_guide(self) -> None:
        """Open the step-by-step guide beside the window."""
        self._guide()

    def end_access(self) -> None:
        """Open the assistant that finds out where access to an account is ended."""
        if self._window.inside is not None:
            self._window.inside.end_access()

    def show_ending_help(self) -> None:
        """Open the guide where it says what to do when ending access does not work (domain.md 5.3)."""
        self._guide().show_ending()

    def _guide(self) -> GuideDialog:
        from bcdesktop.ui.center.dialogs.guide import show_guide

        inside = self._window.inside
        is_admin = None if inside is None else inside.actor.role is BusinessCenterRole.ADMIN
        return show_guide(self._window.navigator, may_add=inside is not None and inside.may_add, is_admin=is_admin)

    def show_about(self) -> None:
        """Open Help > About."""
        from bcdesktop.ui.center.dialogs.about import AboutDialog

        self._window.navigator.open_dialog(AboutDialog(self._window))

    def open_ads_manager(self) -> None:
        """Show the Ads Manager window for whoever is signed in; where nobody is, it asks who it is."""
        self._window.ads_requested.emit("")

    def create_center(self) -> None:
        """Set up one more Business Center for the person, which opens afterwards."""
        if self._window.inside is not None:
            self._window.inside.ask_before_leaving(self._window.start_first_start)

    def ask_admin(self) -> None:
        """Ask the admins for something."""
        if self._window.inside is not None:
            self._window.inside.ask_admin()

    def choose_store(self) -> None:
        """Ask for the file of another store and open it."""
        from bcdesktop.ui.center.dialogs.open_store import open_store_dialog

        dialog = open_store_dialog(self._window, self._data_dir)
        dialog.fileSelected.connect(self.open_store)
        self._window.navigator.open_dialog(dialog)

    def open_store(self, path: str) -> None:
        """Open the store at ``path``."""
        self._request(Path(path))

    def open_example(self) -> None:
        """Open the example agency's store."""
        from bcdesktop.store.places import example_store_path

        self._request(example_store_path(self._data_dir))

    def open_own_store(self) -> None:
        """Open the person's own store of this data folder."""
        from bcdesktop.store.places import default_store_path

        self._request(default_store_path(self._data_dir))

    def _request(self, path: Path) -> None:
        window = self._window
        if window.inside is None:
            window.store_requested.emit(path)
        else:
            window.inside.ask_before_leaving(partial(window.store_requested.emit, path))

"""Asks what to do with what is not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.dialogs import MessageDialog


class UnsavedDialog(MessageDialog):
    """Stay, leave without saving, or save. ``then`` is called after the last two.

    ``page`` has ``discard()`` and may have ``save(then)``, which calls ``then`` when saved and shows errors else.
    """

    def __init__(self, page: QWidget, then: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", "", "circle-question-mark", "primary", parent)
        self._page, self._then = page, then
        self.setObjectName("unsaved_dialog")
        self.setWindowTitle(self.tr("Not saved yet"))
        self.title_label.setText(self.tr("Not saved yet"))
        self.text_label.setText(self.tr("You changed something on this page. Save it before you leave?"))
        self.text_label.show()
        self.stay_button = self.add_button("stay_button", self.tr("S&tay here"))
        self.discard_button = self.add_button("discard_button", self.tr("&Leave without saving"))
        self.stay_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._discard)
        if hasattr(page, "save"):
            self.save_button = self.add_button("save_and_leave_button", self.tr("&Save"), "primary")
            self.save_button.setDefault(True)
            self.save_button.clicked.connect(self._save)

    def _discard(self) -> None:
        self._page.discard()
        self.accept()
        self._then()

    def _save(self) -> None:
        self.accept()
        self._page.save(self._then)

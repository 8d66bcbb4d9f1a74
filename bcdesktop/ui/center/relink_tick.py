"""Access was ended on purpose: says by whom and when, and asks for a tick before it is asked for again (A0-45)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialogs import MessageDialog
from bcdesktop.ui.kit.notices import announce
from bcdesktop.ui.kit.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import EndedBefore


class RelinkTick(QFrame):
    """Hidden where nothing was ended. ``name`` begins the object names where several stand in one window."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}relink_tick")
        self.setProperty("role", "card")
        self._ended: tuple[str, object] | None = None
        self.title_label = text_label("", "warning", wrap=True)
        self.title_label.setObjectName(f"{name}relink_title_label")
        self.text_label = text_label("", wrap=True)
        self.text_label.setObjectName(f"{name}relink_label")
        self.meant_check = QCheckBox(self.tr("&We agreed on it: ask again"))
        self.meant_check.setObjectName(f"{name}relink_check")
        self.meant_check.toggled.connect(self._ticked)
        self.missing_label = text_label(self.tr("Tick this first, or choose another account."), "error", wrap=True)
        self.missing_label.setObjectName(f"{name}relink_missing_label")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self.title_label, self.text_label, self.meant_check, self.missing_label):
            column.addWidget(part)
        self.missing_label.hide()
        self.hide()

    def show_ended(self, ended: EndedBefore | EndedOnPurpose | None) -> None:
        """Say how access was ended; None hides it. A tick stays as long as it is about the same ending."""
        about = None if ended is None else (ended.handle, ended.ended_at)
        if about != self._ended:
            self._ended = about
            self.meant_check.setChecked(False)
        self.missing_label.hide()
        self.setVisible(ended is not None)
        if ended is not None:
            words = word(EndedOnPurpose(ended.handle, ended.by_owner, ended.ended_by, ended.ended_at))
            self.title_label.setText(words.title)
            self.text_label.setText(f"{words.body} {relink_advice()}")
            announce(self, f"{words.title}. {words.body}")

    @property
    def is_meant(self) -> bool:
        """Whether the person ticked that they mean it."""
        return self._ended is not None and self.meant_check.isChecked()

    def may_go_on(self) -> bool:
        """Tell whether nothing is asked or it is ticked; else say what is missing."""
        can = self._ended is None or self.meant_check.isChecked()
        self.missing_label.setVisible(not can)
        if not can:
            self.meant_check.setFocus()
            announce(self, self.missing_label.text(), at_once=True)
        return can

    def _ticked(self) -> None:
        self.missing_label.hide()
        self.changed.emit()


def relink_advice() -> str:
    """Return why it may have come to this (A0-46)."""
    return QCoreApplication.translate(
        "RelinkTick",
        "It never comes back by itself. Separate log-ins for the Business Center and the private account keep it so.",
    )


def ask_again_question(parent: QWidget, error: EndedOnPurpose, again: Callable[[], object]) -> MessageDialog:
    """Return the dialog that says who ended access and when; ticked and accepted, it calls ``again``."""
    translate = QCoreApplication.translate
    title = translate("RelinkTick", "Ask for @%1 again?").replace("%1", error.handle)
    dialog = MessageDialog(title, "", "triangle-alert", "warning", parent)
    dialog.setObjectName("ask_again_dialog")
    tick = RelinkTick(dialog, name="ask_again_")
    tick.show_ended(error)
    dialog.words.addWidget(tick)
    cancel = dialog.add_button("cancel_button", translate("RelinkTick", "Cancel"))
    cancel.clicked.connect(dialog.reject)
    accept = dialog.add_button("ask_again_button", translate("RelinkTick", "&Ask again"), "primary")
    accept.setAutoDefault(False)
    accept.setEnabled(False)
    accept.setToolTip(translate("RelinkTick", "Tick first that you agreed on it."))
    tick.meant_check.toggled.connect(accept.setEnabled)
    accept.clicked.connect(dialog.accept)
    dialog.accepted.connect(again)
    cancel.setDefault(True)
    cancel.setFocus()
    return dialog

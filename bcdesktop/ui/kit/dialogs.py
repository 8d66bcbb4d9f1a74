"""Dialogs as objects: built and returned here, shown by the caller with ``open()``."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.theme import theme_of


class MessageDialog(QDialog):
    """A title, a text, a list of effects, and one or two buttons."""

    def __init__(self, title: str, text: str, icon_name: str, token: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.title_label = text_label(title, "heading", wrap=True)
        self.text_label = text_label(text, wrap=True, selectable=True)
        # shown without a parent it would flash up as a window of its own
        if not text:
            self.text_label.hide()
        letter = self.fontMetrics().averageCharWidth()
        self.text_label.setMinimumWidth(letter * 52)
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self.words.addWidget(self.title_label)
        self.words.addWidget(self.text_label)
        picture = QLabel()
        side = round(self.fontMetrics().height() * 1.6)
        picture.setPixmap(pixmap(icon_name, theme_of(self), token, side, self.devicePixelRatioF()))
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(self.words, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        layout.addLayout(upper)
        layout.addLayout(self.buttons)

    def add_effects(self, heading: str, effects: Sequence[str]) -> None:
        """List what will happen, one line each."""
        self.words.addSpacing(4)
        self.words.addWidget(text_label(heading, "strong", wrap=True))
        for effect in effects:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(text_label("•"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text_label(effect, wrap=True), 1)
            self.words.addLayout(line)

    def add_button(self, name: str, text: str, kind: str = "") -> QPushButton:
        """Add a button at the right of the others."""
        button = QPushButton(text)
        button.setObjectName(name)
        if kind:
            button.setProperty("kind", kind)
        self.buttons.addWidget(button)
        setattr(self, name, button)
        return button


def alert(parent: QWidget | None, title: str, text: str, *, icon_name: str = "info") -> MessageDialog:
    """Return a dialog that says something and has one button, ``close_button``."""
    token = {"triangle-alert": "warning", "circle-alert": "danger", "circle-check": "success"}.get(icon_name, "primary")
    dialog = MessageDialog(title, text, icon_name, token, parent)
    close = dialog.add_button("close_button", QCoreApplication.translate("MessageDialog", "Close"), "primary")
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    return dialog


def error_alert(parent: QWidget | None, error: AppError) -> MessageDialog:
    """Return a dialog with the words of ``error``, for where no window has a notice bar yet."""
    from bcdesktop.ui.kit.wording import word

    words = word(error)
    text = "\n\n".join(part for part in (words.body, words.advice) if part)
    return alert(parent, words.title, text, icon_name="circle-alert")


def question(
    parent: QWidget | None,
    title: str,
    text: str,
    verb: str,
    *,
    effects: Sequence[str] = (),
    effects_heading: str = "",
    danger: bool = False,
    cancel: str = "",
) -> MessageDialog:
    """Return a dialog that asks before ``verb`` is done; ``accepted`` says yes.

    ``effects`` lists what will stop working. With ``danger`` the verb is red and Cancel has the focus.
    """
    dialog = MessageDialog(
        title, text, "triangle-alert" if danger else "circle-question-mark", "danger" if danger else "primary", parent
    )
    if effects:
        dialog.add_effects(effects_heading or QCoreApplication.translate("MessageDialog", "What will happen:"), effects)
    no = dialog.add_button("cancel_button", cancel or QCoreApplication.translate("MessageDialog", "Cancel"))
    yes = dialog.add_button("accept_button", verb, "danger" if danger else "primary")
    no.clicked.connect(dialog.reject)
    yes.clicked.connect(dialog.accept)
    yes.setAutoDefault(not danger)
    (no if danger else yes).setDefault(True)
    (no if danger else yes).setFocus()
    return dialog

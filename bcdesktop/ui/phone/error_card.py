"""What went wrong, in the place where it happened: a title, what it means, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from bcdesktop.core.errors import AppError, Trouble
from bcdesktop.ui.kit.notices import announce
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.phone.measures import GAP, MEDIUM
from bcdesktop.ui.phone.pieces import text


class ErrorCard(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.title_label = text("", "strong")
        self.body_label = text("", selectable=True)
        self.advice_label = text("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(GAP)
        for label in (self.title_label, self.body_label, self.advice_label):
            layout.addWidget(label)
        self.hide()

    def show_error(self, error: AppError) -> None:
        """Show the kit's words for ``error``."""
        from bcdesktop.ui.kit.wording import word

        words = word(error)
        kind = "danger" if isinstance(error, Trouble) else "warning"
        self.show_words(words.title, words.body, words.advice, kind=kind)

    def show_words(self, title: str, body: str = "", advice: str = "", *, kind: str = "warning") -> None:
        """Show these words; ``kind`` is info, success, warning or danger."""
        for label, words in ((self.title_label, title), (self.body_label, body), (self.advice_label, advice)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setProperty("notice", kind)
        restyle(self)
        self.show()
        announce(self, self.spoken(), at_once=kind == "danger")

    def spoken(self) -> str:
        """Return all words that are shown."""
        labels = (self.title_label, self.body_label, self.advice_label)
        return " ".join(label.text() for label in labels if label.text())

    def clear(self) -> None:
        """Say nothing any more."""
        self.hide()
        for label in (self.title_label, self.body_label, self.advice_label):
            label.setText("")

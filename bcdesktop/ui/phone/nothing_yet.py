"""What an empty list of the phone says."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.ui.phone.measures import HUGE, SMALL
from bcdesktop.ui.phone.pieces import Picture, text


class NothingYet(QWidget):
    """A picture, a title, and what will stand here."""

    def __init__(self, icon_name: str, title: str, sentence: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SMALL, HUGE * 2, SMALL, HUGE)
        layout.setSpacing(SMALL)
        layout.addWidget(Picture(icon_name, "muted", 2.6))
        layout.addWidget(text(title, "heading", centred=True))
        layout.addWidget(text(sentence, "muted", centred=True))

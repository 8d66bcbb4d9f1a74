"""Under a filter that finds no account: it is linked in another Business Center of the same person (A2-46)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.services import elsewhere
from bcdesktop.ui.kit.cards import clear_layout, text_label

if TYPE_CHECKING:
    from bcdesktop.services.people_records import AccountElsewhere
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ElsewhereLine(QWidget):
    """Hidden until something was found; each account has a button that switches."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("elsewhere_line")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._text = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def look_for(self, text: str) -> None:
        """Look for accounts whose handle holds ``text``; an empty text takes the line away."""
        if text == self._text:
            return
        self._text = text
        self._show(text, ())
        if text:
            work = partial(elsewhere.find_account, self._session.context, self._actor, text)
            self._session.runner.run(self, work, partial(self._show, text), self._navigator.notices.show_error)

    def _show(self, text: str, found: tuple[AccountElsewhere, ...]) -> None:
        if text != self._text:
            return
        clear_layout(self._column)
        for row in found:
            self._column.addLayout(self._line(row))
        self.setVisible(bool(found))

    def _line(self, row: AccountElsewhere) -> QHBoxLayout:
        words = self.tr("@%1 is linked in “%2”, another Business Center of yours.")
        before, _, after = words.partition("%2")
        label = text_label(before.replace("%1", row.handle) + row.center_name + after, "strong", wrap=True)
        button = QPushButton(self.tr("Switch"))
        button.setObjectName(f"switch_elsewhere_button_{row.id}")
        button.setAccessibleName(self.tr("Switch to “%1”").replace("%1", row.center_name))
        button.clicked.connect(partial(self._navigator.switch_to, row.center_id))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(label, 1)
        line.addWidget(button)
        return line

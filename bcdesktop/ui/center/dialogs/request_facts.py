"""Who asks, for which account, for what and until when: beside a code and in the Requests panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from bcdesktop.ui.center.request_words import addressee_text, kind_text, method_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import permission_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from bcdesktop.services.records import RequestRow


class RequestFacts(QWidget):
    """A short list of facts, made again for each row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._form: QWidget | None = None

    def show_row(self, row: RequestRow) -> None:
        """Show the facts of ``row``."""
        lines = self._facts(row)
        if lines == self._lines:
            return
        self._lines = lines
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, value in lines:
            form.addRow(text_label(name, "label"), self._value(value))
        self._layout.addWidget(self._form)

    @staticmethod
    def _value(text: str) -> QLabel:
        return text_label(text, wrap=True, selectable=True)

    def spoken(self) -> str:
        """Return all facts as one text for a screen reader."""
        return ". ".join(f"{name}: {value}" for name, value in self._lines)

    def _facts(self, row: RequestRow) -> list[tuple[str, str]]:
        lines = [
            (self.tr("Business Center"), row.business_center_name),
            (self.tr("For the account"), addressee_text(row)),
            (self.tr("Way"), f"{kind_text(row.kind)} · {method_text(row.method)}"),
            (self.tr("Permissions"), "\n".join(permission_words(row.permissions))),
        ]
        if row.purpose:
            lines.append((self.tr("Purpose"), row.purpose))
        lines.append((self.tr("Access ends"), exact(row.wanted_end) if row.wanted_end else self.tr("No end date")))
        lines.append((self.tr("Asked by"), f"{row.requested_by_name} · {exact(row.created_at)}"))
        return lines

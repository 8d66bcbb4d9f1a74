"""Who asks, for which account, for what and until when: beside a code and in the Requests panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.ui.center.request_words import addressee_text, kind_text, method_text
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.time_text import date_text, exact, short
from bcdesktop.ui.kit.words import label_of, permission_words

if TYPE_CHECKING:
    from datetime import datetime

    from bcdesktop.services.records import RequestRow


class RequestFacts(QWidget):
    """A short list of facts, made again for each row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str, str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_row(self, row: RequestRow) -> None:
        """Show the facts of ``row``."""
        lines = self._facts(row)
        if lines != self._lines:
            self._lines = lines
            self.show_lines(lines)

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show ``lines`` of name, value and tooltip."""
        clear_layout(self._layout)
        for name, value, tip in lines:
            fact = QVBoxLayout()
            fact.setSpacing(4)
            fact.addWidget(text_label(name, "small"))
            label = text_label(value, wrap=True, selectable=True)
            label.setToolTip(tip)
            label.setAccessibleName(f"{name}: {value}")
            fact.addWidget(label)
            self._layout.addLayout(fact)

    def spoken(self) -> str:
        """Return all facts as one text for a screen reader."""
        return ". ".join(f"{name}: {value}" for name, value, _tip in self._lines)

    def _facts(self, row: RequestRow) -> list[tuple[str, str, str]]:
        level = label_of(PermissionLevel.DELIVER_ADS)
        permissions = "\n".join((level, *(f"· {word}" for word in permission_words(row.permissions))))
        lines = [
            (self.tr("Business Center"), row.business_center_name, ""),
            (self.tr("For the account"), addressee_text(row), ""),
            (self.tr("Permissions"), permissions, ""),
        ]
        if row.purpose:
            lines.append((self.tr("Purpose"), row.purpose, ""))
        lines += [
            (self.tr("Access ends"), *self._end(row.wanted_end)),
            (self.tr("Way"), f"{kind_text(row.kind)} · {method_text(row.method)}", ""),
            (self.tr("Asked by"), f"{row.requested_by_name} · {short(row.created_at)}", exact(row.created_at)),
        ]
        return lines

    def _end(self, wanted_end: datetime | None) -> tuple[str, str]:
        if wanted_end is None:
            return self.tr("No end date"), ""
        return date_text(wanted_end), exact(wanted_end)

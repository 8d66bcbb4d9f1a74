"""The details panel of one entry of the activity log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from bcdesktop.ui.center.activity_words import action_text, actor_text, detail_lines, kind_word
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.time_text import exact

if TYPE_CHECKING:
    from bcdesktop.services.records import ActivityRow


class ActivityPanel(DetailsPanel):
    """Tabs Overview and Proof (number and hash in the chain)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="activity")
        self.setObjectName("activity_panel")
        self.tabs.setObjectName("activity_tabs")
        self._overview, self._proof = _empty_form(), _empty_form()
        self.add_tab("activity_overview", self.tr("Overview"), self._overview)
        self.add_tab("activity_proof", self.tr("Proof"), self._proof)

    def show_row(self, row: ActivityRow) -> None:
        """Show ``row``."""
        self.set_head(action_text(row), row.object_name)
        _fill(
            self._overview,
            [
                (self.tr("When"), exact(row.at)),
                (self.tr("Who"), actor_text(row)),
                (self.tr("As"), kind_word(row.actor_kind)),
                *detail_lines(row),
            ],
        )
        _fill(
            self._proof,
            [
                (self.tr("Entry"), str(row.seq)),
                (self.tr("Id"), row.object_id),
                (self.tr("SHA-256"), row.hash.hex(" ", 4)),
            ],
        )
        self.show()


def _fill(holder: QWidget, lines: list[tuple[str, str]]) -> None:
    form = holder.layout()
    assert isinstance(form, QFormLayout)  # noqa: S101 - made so above
    while form.rowCount():
        form.removeRow(0)
    for label, value in lines:
        form.addRow(text_label(label, "muted"), text_label(value, wrap=True, selectable=True))


def _empty_form() -> QWidget:
    holder = QWidget()
    form = QFormLayout(holder)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return holder

"""An optional last day of access."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from bcdesktop.ui.kit.time_text import to_local

_USUAL_DAYS = 90


class EndChoice(QWidget):
    """Off: no end. On: the end of the chosen day, in the time of this computer.

    ``name`` begins the object names where it is not the only one of its window.
    """

    changed = Signal()

    def __init__(self, now: datetime, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.end_check = QCheckBox(self.tr("Access &ends on"))
        self.end_check.setObjectName(f"{name}end_check")
        self.end_edit = QDateEdit()
        self.end_edit.setObjectName(f"{name}end_edit")
        self.end_edit.setAccessibleName(self.tr("Last day of access"))
        self.end_edit.setCalendarPopup(True)
        self.end_edit.setDisplayFormat("d MMM yyyy")
        today = to_local(now).date()
        self.end_edit.setMinimumDate(today)
        self.end_edit.setDate(today.addDays(_USUAL_DAYS))
        self.end_edit.setEnabled(False)
        self.end_check.toggled.connect(self._toggled)
        self.end_edit.dateChanged.connect(self._date_changed)
        self.setFocusProxy(self.end_check)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.end_check)
        row.addWidget(self.end_edit)
        row.addStretch(1)

    def end(self) -> datetime | None:
        """Return the last second of the day (UTC), None where there is no end."""
        if not self.end_check.isChecked():
            return None
        last = QDateTime(self.end_edit.date(), QTime(23, 59, 59))
        return datetime.fromtimestamp(last.toSecsSinceEpoch(), UTC)

    def set_date(self, date: QDate) -> None:
        """Choose a day."""
        self.end_check.setChecked(True)
        self.end_edit.setDate(date)

    def _toggled(self, on: bool) -> None:
        self.end_edit.setEnabled(on)
        self.changed.emit()

    def _date_changed(self, _date: QDate) -> None:
        self.changed.emit()

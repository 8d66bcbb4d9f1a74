"""An error that belongs to no field and no place of its own."""

from __future__ import annotations

from bcdesktop.core.errors import AppError
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.sheet import Sheet


class ErrorSheet(Sheet):
    """What happened, what it means, what to do."""

    def __init__(self, host: Host, error: AppError) -> None:
        super().__init__(host.display, "error_sheet", "")
        self.error = ErrorCard()
        self.body.addWidget(self.error)
        self.error.show_error(error)
        self.setAccessibleName(self.error.title_label.text())
        self.close_error_button = button(self.tr("Close"), "close_error_button", "primary")
        self.close_error_button.clicked.connect(self.close_sheet)
        self.body.addWidget(self.close_error_button)

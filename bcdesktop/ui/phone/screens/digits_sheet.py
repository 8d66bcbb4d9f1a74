"""The 30 digits, large enough to be read out (security.md 2.5)."""

from __future__ import annotations

from bcdesktop.ui.phone.digit_lines import in_lines
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.sheet import Sheet


class DigitsSheet(Sheet):
    """Nothing is marked here: that is done in Business Centers, once this one is known."""

    def __init__(self, host: Host, name: str, digits: str) -> None:
        super().__init__(host.display, "digits_sheet", self.tr("Compare 30 digits"))
        self.digits_in_sheet = text(in_lines(digits), "digits", centred=True, selectable=True)
        self.digits_in_sheet.setObjectName("digits_in_sheet")
        self.body.addWidget(self.digits_in_sheet)
        self.body.addWidget(
            text(
                self.tr(
                    "Call {name} on a number you already have and let them read the 30 digits of their Business "
                    "Center. If one digit differs, decline. If all agree, you can mark it under Profile > Business "
                    "Centers."
                ).format(name=name),
                "muted",
            )
        )
        self.close_digits_button = button(self.tr("Close"), "close_digits_button", "primary")
        self.close_digits_button.clicked.connect(self.close_sheet)
        self.body.addWidget(self.close_digits_button)

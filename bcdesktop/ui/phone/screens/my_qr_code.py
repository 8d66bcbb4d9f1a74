"""The account's own code, an owner's card, with the Scan icon at the top right (paths N2 and N3; A2-29, A3-30)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.phone.digit_lines import in_lines
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, button, icon_button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount
    from bcdesktop.services.owner_cards import OwnCard


class MyQrCodeScreen(Screen):
    """The card is signed anew each time; with a passcode it has to be typed before."""

    name = "my_qr_code_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._sheet: PasscodeSheet | None = None
        self._card_text = ""
        self.my_qr_code_scan_button = icon_button(self.tr("Scan"), "my_qr_code_scan_button", "scan-qr-code")
        self.my_qr_code_scan_button.clicked.connect(host.routes.scanner)
        self.actions_at_top = [self.my_qr_code_scan_button]
        self.card_name_label = text("", "title", centred=True)
        self.card_handle_label = text("", "muted", centred=True)
        self.own_code_view = QrView()
        self.own_code_view.setObjectName("own_code_view")
        self.own_digits_label = text("", "digits", centred=True, selectable=True)
        self.own_digits_label.setObjectName("own_digits_label")
        self.error = ErrorCard()
        self.show_code_button = button(self.tr("Show my code"), "show_code_button", "primary")
        self.copy_code_button = button(self.tr("Copy as text"), "copy_code_button")
        self.digits_card = Card(
            text(self.tr("Your 30 digits"), "strong"),
            self.own_digits_label,
            text(self.tr("Read them out when a Business Center calls you to compare."), "muted"),
        )
        self.hint_label = text(
            self.tr("A Business Center that scans it knows your key. It gives no access to anything."),
            "small",
            centred=True,
        )
        self.add_all(
            [
                self.card_name_label,
                self.card_handle_label,
                self.own_code_view,
                self.hint_label,
                self.error,
                self.show_code_button,
                self.copy_code_button,
                self.digits_card,
            ]
        )
        self.body.addStretch(1)
        self._show_code(False)
        self.show_code_button.clicked.connect(self._ask)
        self.copy_code_button.clicked.connect(self._copy)

    def _show_code(self, shown: bool) -> None:
        for widget in (self.own_code_view, self.copy_code_button, self.digits_card):
            widget.setVisible(shown)
        self.show_code_button.setVisible(not shown)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Your QR code")

    def refresh(self) -> None:
        """Show whose code it is, and make the card where no passcode is needed."""
        self.host.run(self, self.host.active, self._show_account)
        if not self.host.profile.has_passcode and not self._card_text:
            self._make(None)

    def _show_account(self, account: PhoneAccount | None) -> None:
        if account is not None:
            self.card_name_label.setText(account.display_name)
            self.card_handle_label.setText(f"@{account.handle}")

    def _ask(self) -> None:
        if not self.host.profile.has_passcode:
            self._make(None)
            return
        self._sheet = PasscodeSheet(self.host, self.tr("Show my code"), self.tr("The code is signed with your key."))
        self._sheet.confirmed.connect(self._make)
        self._sheet.closed.connect(self._sheet_closed)
        self._sheet.open()

    def _sheet_closed(self) -> None:
        self._sheet = None

    def _make(self, passcode: str | None) -> None:
        from bcdesktop.services.owner_cards import own_card

        self.error.clear()
        work = partial(own_card, self.host.context, self.host.profile, passcode)
        self.host.run(self, work, self._show, self._failed)

    def _show(self, card: OwnCard) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()
        self._card_text = card.text
        self.card_name_label.setText(card.display_name)
        self.card_handle_label.setText(f"@{card.handle}")
        self.own_code_view.set_code(card.text, self.tr("Card of @{handle}").format(handle=card.handle))
        self.own_digits_label.setText(in_lines(card.digits))
        self._show_code(True)

    def _failed(self, error: AppError) -> None:
        if self._sheet is not None:
            self._sheet.show_error(error)
        else:
            self.error.show_error(error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._card_text)
        self.host.say(self.tr("Copied."))

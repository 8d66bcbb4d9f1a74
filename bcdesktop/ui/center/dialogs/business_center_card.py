"""The Business Center's signed card as a code, for an owner's phone that should know it before it is asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.services import business_centers
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.qr_code import QrView

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class BusinessCenterCardDialog(QDialog):
    """Code, name and 30 digits; the text of the code can be copied."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, digits: str) -> None:
        super().__init__(navigator.window)
        self._navigator, self._text = navigator, ""
        self.setObjectName("business_center_card_dialog")
        self.setWindowTitle(self.tr("Business Center card"))
        self.card_notice = NoticeBar()
        self.card_qr_view = QrView()
        self.card_qr_view.setObjectName("card_qr_view")
        self.copy_card_button = QPushButton(self.tr("&Copy as text"))
        self.copy_card_button.setObjectName("copy_card_button")
        set_button_icon(self.copy_card_button, "copy")
        self.copy_card_button.setEnabled(False)
        self.copy_card_button.clicked.connect(self._copy)
        self.close_card_button = QPushButton(self.tr("Close"))
        self.close_card_button.setObjectName("close_card_button")
        self.close_card_button.clicked.connect(self.accept)
        self._lay_out(actor.business_center_name, digits)
        work = partial(business_centers.card, session.context, actor)
        session.runner.run(self, work, self._show, self._refused)

    def _lay_out(self, name: str, digits: str) -> None:
        first = self.tr("Open this in Business Center Desktop > Phone. The TikTok app cannot read it.")
        use = self.tr("The phone then knows this Business Center, and says so when a request comes.")
        number = text_label(digits, "heading", selectable=True)
        for label in (number,):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_card_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_card_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(name, "title", wrap=True))
        layout.addWidget(text_label(f"{first} {use}", "muted", wrap=True))
        layout.addWidget(self.card_notice)
        layout.addWidget(self.card_qr_view, 1)
        layout.addWidget(number)
        layout.addLayout(buttons)

    def _show(self, text: str) -> None:
        self._text = text
        self.card_qr_view.set_code(text, self.tr("Card of this Business Center"))
        self.copy_card_button.setEnabled(True)
        self.adjustSize()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.card_qr_view.hide()
        self.card_notice.show_error(error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._navigator.notices.success(self.tr("Card copied as text."))

"""Settings > Security: signing in, owners nobody compared, recovery text, the Business Center's own key, advice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from bcdesktop.core.policy import Action, may
from bcdesktop.services import business_centers
from bcdesktop.ui.center.dialogs.business_center_card import BusinessCenterCardDialog
from bcdesktop.ui.center.dialogs.guide_texts import safety
from bcdesktop.ui.center.dialogs.show_recovery_text import ShowRecoveryTextDialog
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.center.pages.settings_cards.signing_in import SigningInFields
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.core.errors import AppError
    from bcdesktop.services.records import BusinessCenterRow


class SecurityTab(SettingsTab):
    """What is chosen is saved with the other tabs; the buttons act at once."""

    name = "security"

    def build(self) -> None:
        """Build the cards."""
        self._add_signing_in()
        self._add_owners()
        self._add_key()
        self._add_recovery()
        self._add_advice()
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Security")

    def _add_signing_in(self) -> None:
        card = self.add_card(self.tr("Signing in"), self.tr("Rules for the members of this Business Center."))
        self.signing_in = SigningInFields(self.add_form(card))

    def _add_owners(self) -> None:
        card = self.add_card(self.tr("Account owners"))
        self.unverified_check = QCheckBox(self.tr("&Allow owners whose 30 digits nobody has compared yet"))
        self.unverified_check.setObjectName("unverified_check")
        self.unverified_check.setAccessibleName(self.unverified_check.text().replace("&", ""))
        self.add_form(card).add(
            "allow_unverified_owners",
            "",
            self.unverified_check,
            help=self.tr(
                "Owners on another computer are marked “Owner not verified” until you compared the digits with them."
                " Without this tick their answers are refused."
            ),
        )

    def _add_key(self) -> None:
        card = self.add_card(
            self.tr("Who you are to owners"),
            self.tr("The Phone shows these 30 digits of your Business Center. If they are the same, it is really you."),
        )
        self.digits_label = text_label("", "heading", selectable=True)
        self.digits_label.setObjectName("digits_label")
        self.digits_label.setAccessibleName(self.tr("30 digits"))
        self.show_card_button = QPushButton(self.tr("Show the Business Center &card…"))
        self.show_card_button.setObjectName("show_card_button")
        set_button_icon(self.show_card_button, "qr-code")
        self.show_card_button.clicked.connect(self.show_card)
        card.body.addWidget(self.digits_label)
        card.body.addWidget(self.show_card_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_recovery(self) -> None:
        card = self.add_card(
            self.tr("Recovery text"),
            self.tr(
                "Brings the key of this store to another computer. Print it once and keep it where only you find it."
            ),
        )
        self.show_recovery_button = QPushButton(self.tr("Show the &recovery text…"))
        self.show_recovery_button.setObjectName("show_recovery_button")
        set_button_icon(self.show_recovery_button, "key-round")
        self.show_recovery_button.clicked.connect(self.show_recovery)
        card.body.addWidget(self.show_recovery_button, 0, Qt.AlignmentFlag.AlignLeft)
        if not may(Action.SEE_RECOVERY_TEXT, self.actor.role):
            self._forbid_recovery(reason_text(()))

    def _add_advice(self) -> None:
        card = self.add_card(self.tr("Keep the TikTok account safe"))
        self.advice = Bullets()
        self.advice.setObjectName("advice")
        self.advice.show_lines([("shield-check", "success", title, text) for title, text in safety()])
        card.body.addWidget(self.advice)

    def show_forbidden(self, reason: str) -> None:
        """Name who can in every grey control."""
        super().show_forbidden(reason)
        if not may(Action.SEE_RECOVERY_TEXT, self.actor.role):
            self._forbid_recovery(reason)

    def _forbid_recovery(self, reason: str) -> None:
        self.show_recovery_button.setEnabled(False)
        self.show_recovery_button.setToolTip(reason)
        self.show_recovery_button.setStatusTip(reason)

    def fill(self, row: BusinessCenterRow) -> None:
        """Show ``row`` and ask for the digits."""
        self.signing_in.fill(row)
        self.unverified_check.setChecked(row.allow_unverified_owners)
        work = partial(business_centers.fingerprint, self.session.context, self.actor)
        self.session.runner.run(self, work, self.digits_label.setText, self.navigator.notices.show_error)

    def values(self) -> dict[str, Any]:
        """Return the rules and the tick."""
        return {**self.signing_in.values(), "allow_unverified_owners": self.unverified_check.isChecked()}

    def show_refusal(self, error: AppError) -> bool:
        """Show at its field what a rule would have broken."""
        return self.is_built and (self.signing_in.show_refusal(error) or super().show_refusal(error))

    def show_card(self) -> BusinessCenterCardDialog:
        """Open the card as a code and return its dialog."""
        dialog = BusinessCenterCardDialog(self.session, self.actor, self.navigator, self.digits_label.text())
        self.navigator.open_dialog(dialog)
        return dialog

    def show_recovery(self) -> ShowRecoveryTextDialog:
        """Ask for the password, then show the text; return the dialog."""
        dialog = ShowRecoveryTextDialog(self.session, self.actor, self.navigator)
        self.navigator.open_dialog(dialog)
        return dialog

"""Step 5: the recovery text to print, save or copy (decisions.md, Who is who)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.flows.first_start import Recovery
from bcdesktop.ui.center.recovery_text_view import RecoveryTextView
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage

if TYPE_CHECKING:
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class RecoveryPage(FirstStartPage):
    """Finish needs the tick that the text was kept."""

    step = "recovery"

    def __init__(self, session: Session, state: FirstStartState) -> None:
        super().__init__(session, state, "", "")
        self.title_label.setText(self.tr("Keep the recovery text"))
        self.sentence_label.setText(
            self.tr(
                "It brings the key of your Business Center to another computer. Without it, and without this computer,"
                " every owner would have to be asked again. Keep it where only you find it."
            )
        )
        self.recovery_text_view = RecoveryTextView(session)
        self.recovery_text_view.failed.connect(self.show_error)
        self.kept_check = QCheckBox(self.tr("I have &kept it"))
        self.kept_check.setObjectName("kept_check")
        self.kept_check.toggled.connect(self.completeChanged)
        self.body.addWidget(self.recovery_text_view)
        self.body.addWidget(self.kept_check)
        self.body.addStretch(1)

    def initializePage(self) -> None:
        """Show the text."""
        created = self.state.created
        if created is not None:
            self.recovery_text_view.set_text(created.recovery_text, created.actor.business_center_name)

    def isComplete(self) -> bool:
        """Whether the person says the text is kept."""
        return self.kept_check.isChecked()

    def answer(self) -> Recovery:
        """Return the tick."""
        return Recovery(kept=self.kept_check.isChecked())

"""Creating a Business Center: for a new store, for who is signed in, and for somebody of Ads Manager (A4-13, A4-22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.center.wizards.first_start import FirstStartState, FirstStartWizard
    from bcdesktop.ui.kit.session import Session


class Creation(QObject):
    """Opens the first-start wizard and keeps what was typed in it; lives as long as the window."""

    def __init__(self, window: CenterWindow) -> None:
        super().__init__(window)
        self._window = window
        self._state: FirstStartState | None = None

    def start(self, person: Advertiser | None = None) -> FirstStartWizard:
        """Open the wizard, for ``person`` or whoever is signed in here. Returns the wizard.

        What the same person typed in it before is still there.
        """
        from bcdesktop.ui.center.wizards.first_start import FirstStartState, FirstStartWizard

        window = self._window
        who = person or window.actor
        if self._state is None or self._state.actor != who:
            self._state = FirstStartState(actor=who)
        wizard = FirstStartWizard(window.session, window.navigator, self._state)
        wizard.phone_requested.connect(window.phone_requested)
        wizard.created.connect(window.enter)
        window.navigator.open_dialog(wizard)
        return wizard

    def start_for(self, session: Session, advertiser: Advertiser) -> FirstStartWizard:
        """Open the wizard for somebody who is signed in to Ads Manager. Returns the wizard."""
        window = self._window
        if window.inside is None:
            window.session = session
            window.show_welcome()
        return self.start(advertiser)

    def start_by_email(self, email: str) -> None:
        """Open the wizard for somebody whose password was right, but who is in no Business Center."""
        self.start().state.typed.setdefault("email", email)

    def forget(self) -> None:
        """Forget what was typed."""
        self._state = None

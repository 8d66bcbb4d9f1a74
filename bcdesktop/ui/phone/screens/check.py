"""Verifies a code on a worker, marks it as scanned, and hands over to the screen for what it asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QProgressBar

from bcdesktop.core.errors import AppError
from bcdesktop.services.phone_records import ScannedCode
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Picture, text
from bcdesktop.ui.phone.screen import Screen


class CheckScreen(Screen):
    """Stands for the moment the checks of security.md 2.3 take."""

    name = "check_screen"
    passing = True

    def __init__(self, host: Host, code_text: str) -> None:
        super().__init__(host)
        self._code_text = code_text
        self._is_started = False
        progress = QProgressBar()
        progress.setObjectName("check_progress")
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(self.tr("Checking the code"))
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("shield-check", "primary", 3.0),
                text(self.tr("Checking the code"), "heading", centred=True),
                text(self.tr("Signature, time, who asks, and whom."), "muted", centred=True),
                progress,
            ]
        )
        self.body.addStretch(2)

    def title(self) -> str:
        """Return the title."""
        return self.tr("One moment")

    def refresh(self) -> None:
        """Check once."""
        if self._is_started:
            return
        self._is_started = True
        from bcdesktop.services import owner

        work = partial(owner.open_code, self.host.context, self.host.profile, self._code_text)
        self.host.run(self, work, self._checked, self._failed)

    def _checked(self, scanned: ScannedCode) -> None:
        if self.host.navigator.top is self:
            self.host.routes.scanned(scanned)

    def _failed(self, error: AppError) -> None:
        if self.host.navigator.top is self:
            self.host.routes.failure(error, self._code_text)

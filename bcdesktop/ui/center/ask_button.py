"""A button that asks the admins, for where something is missing or grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QPushButton

if TYPE_CHECKING:
    from bcdesktop.core.admin_requests import AdminRequestSubject
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AskAdminButton(QPushButton):
    """``what`` is handed to ``ask_admin_dialog``: action, object_id, object_name."""

    def __init__(
        self,
        name: str,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        subject: AdminRequestSubject,
        **what: Any,
    ) -> None:
        super().__init__()
        self._session, self._actor, self._navigator = session, actor, navigator
        self._subject, self._what = subject, what
        self.setObjectName(name)
        self.setText(self.tr("Ask an ad&min…"))
        self.clicked.connect(self.ask)

    def ask(self) -> QDialog:
        """Open the dialog; return it."""
        from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog

        dialog = ask_admin_dialog(self._session, self._actor, self._navigator, self._subject, **self._what)
        return self._navigator.open_dialog(dialog)

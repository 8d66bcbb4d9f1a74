"""The line under the handle: who that is here, what is linked already, what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import Method
from bcdesktop.services.errors import AlreadyLinked, HandleUnknown
from bcdesktop.ui.center.request_words import problem_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.notices import announce
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.permissions import PermissionSet
    from bcdesktop.ui.center.wizards.add_tiktok_account_pages.handle_check import Known


class HandleNote(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handle_label = text_label("", "muted", wrap=True)
        self.handle_label.setObjectName("handle_label")
        self.more_permissions_button = QPushButton(self.tr("Choose more pe&rmissions"))
        self.more_permissions_button.setObjectName("more_permissions_button")
        self.more_permissions_button.setProperty("kind", "link")
        self.more_permissions_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.handle_label)
        column.addWidget(self.more_permissions_button)
        self.hide()

    def show_known(self, known: Known | None, wanted: PermissionSet, method: Method) -> None:
        """Say what ``known`` means for a request of ``wanted``."""
        role, text = self._words(known, wanted, method) if known is not None else ("muted", "")
        self.more_permissions_button.setVisible(known is not None and known.linked is not None)
        self.setVisible(bool(text))
        if text == self.handle_label.text():
            return
        self.handle_label.setText(text)
        self.handle_label.setProperty("role", role)
        restyle(self.handle_label)
        if text:
            announce(self.handle_label, text)

    def _words(self, known: Known, wanted: PermissionSet, method: Method) -> tuple[str, str]:
        check = known.check
        if known.linked is not None:
            return self._linked(known.linked, wanted, check.handle)
        if check.problem is not None:
            return "warning", problem_text(check.problem)
        if check.known:
            text = self.tr("@%1 is %2, known in this store.")
            return "success", text.replace("%1", check.handle).replace("%2", check.display_name or check.handle)
        if method is Method.NOTIFICATION:
            return "warning", problem_text(HandleUnknown(check.handle))
        return "muted", self.tr("Not known in this store. That is no mistake where the phone is on another computer.")

    def _linked(self, linked: PermissionSet, wanted: PermissionSet, handle: str) -> tuple[str, str]:
        added = sorted(wanted.permissions - linked.permissions)
        if not added and linked.covers(wanted):
            return "warning", problem_text(AlreadyLinked(handle, ""))
        names = ", ".join(label_of(permission) for permission in added)
        if not names:
            return "success", self.tr("@%1 is linked already. This request changes where new videos show.").replace(
                "%1", handle
            )
        text = self.tr("@%1 is linked already. This request adds permissions to that link: %2.")
        return "success", text.replace("%1", handle).replace("%2", names)

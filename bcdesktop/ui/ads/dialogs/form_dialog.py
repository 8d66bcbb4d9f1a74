"""What the dialogs of campaigns and ads share: a form, a notice bar, Cancel, and one button that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class FormDialog(QDialog):
    """``name`` begins the object names; the dialog itself is ``<name>_dialog``. What was typed stays on a refusal."""

    def __init__(
        self, session: Session, advertiser: Advertiser, navigator: AdsNavigator, name: str, title: str, verb: str
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName(f"{name}_dialog")
        self.setWindowTitle(title)
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName(f"{name}_notice_close_button")
        self.bar.notice_action_button.setObjectName(f"{name}_notice_action_button")
        self.form = Form()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName(f"{name}_cancel_button")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button = QPushButton(verb)
        self.accept_button.setObjectName(f"{name}_accept_button")
        self.accept_button.setProperty("kind", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.send)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.accept_button)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 24, 24, 16)
        self.body.setSpacing(16)
        self.body.addWidget(self.bar)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self._room = DialogRoom(self)

    def send(self) -> None:
        """Do what the form says, by ``start``."""
        raise NotImplementedError

    def start(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do ``work`` off the GUI thread; the button is grey meanwhile."""
        self.accept_button.setEnabled(False)
        self.form.clear_errors()
        self.bar.dismiss()
        self._session.runner.run(self, work, done, self.was_refused)

    def was_refused(self, error: Exception) -> None:
        """Say what was refused, at the field in question or in the bar."""
        self.accept_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

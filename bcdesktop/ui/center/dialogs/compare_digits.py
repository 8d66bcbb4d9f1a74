"""Compare 30 digits with the owner by voice or side by side (security.md 2.5): proves whose key agreed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.dialogs.end_access import ask_end_access
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class CompareDigitsDialog(QDialog):
    """Shows the digits; "They are the same" marks the owner as verified, "They differ" offers to end access."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, link_id: str, handle: str) -> None:
        super().__init__(navigator.window)
        self.setObjectName("compare_digits_dialog")
        self.setWindowTitle(self.tr("Compare 30 digits"))
        self._session, self._actor, self._navigator = session, actor, navigator
        self._link_id, self._handle = link_id, handle
        sentence = self.tr(
            "Ask the owner of @%1 to open the Phone at Profile > menu icon > Your QR code: 30 digits stand there. Read "
            "them to each other, by voice or side by side; not in the channel the code came through."
        )
        self.bar = NoticeBar()
        # two lines from the start, so that the dialog has room for the digits when they come
        self.digits_label = text_label("\n", "digits", selectable=True)
        self.digits_label.setObjectName("digits_label")
        self.digits_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.digits_label.setAccessibleName(self.tr("30 digits"))
        self.differ_button = self._button("differ_button", self.tr("They &differ…"), self._differ)
        self.close_button = self._button("close_button", self.tr("Later"), self.reject)
        self.same_button = self._button("same_button", self.tr("They are the &same"), self._same)
        self.same_button.setProperty("kind", "primary")
        self.same_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.differ_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.same_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(sentence.replace("%1", handle), wrap=True))
        layout.addWidget(self.bar)
        layout.addWidget(self.digits_label)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        work = partial(tiktok_accounts.digits, session.context, actor, link_id)
        session.runner.run(self, work, self._show, self.bar.show_error)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _show(self, digits: str) -> None:
        groups = digits.split()
        self.digits_label.setText("\n".join("   ".join(groups[i : i + 3]) for i in range(0, len(groups), 3)))
        self.digits_label.setAccessibleDescription(" ".join(" ".join(group) for group in groups))
        self.same_button.setEnabled(True)

    def _same(self) -> None:
        work = partial(tiktok_accounts.mark_digits_compared, self._session.context, self._actor, self._link_id)
        self._session.runner.run(self, work, self._marked, self.bar.show_error)

    def _marked(self, _result: object) -> None:
        text = self.tr("The owner of @%1 is verified.").replace("%1", self._handle)
        self._navigator.notices.success(text)
        self.accept()

    def _differ(self) -> None:
        ask_end_access(self._session, self._actor, self._navigator, self._link_id, self._handle)
        self.reject()

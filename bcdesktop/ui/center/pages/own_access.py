"""One's own access to an account, with Remove beside it for everybody who has some (A0-14)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.policy import Action, may
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.dialogs.remove_access import remove_own_question
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.words import description_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class OwnAccess(QFrame):
    """Name, role and what it allows; the button takes it away, or gives an admin Operator."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: TikTokAccountRow | None = None
        self.own_name_label = text_label(self.tr("%1 (you)").replace("%1", actor.name), "strong")
        self.own_role_label = text_label("", "muted", wrap=True)
        self.own_role_label.setObjectName("own_role_label")
        self.own_remove_button = self._button("own_remove_button", self.tr("&Remove…"), self.ask_remove)
        self.own_remove_button.setToolTip(self.tr("Give up your own access to this account"))
        self.own_give_button = self._button("own_give_button", self.tr("&Give me Operator"), self.give_me_operator)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.own_name_label)
        words.addWidget(self.own_role_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self.own_remove_button)
        layout.addWidget(self.own_give_button)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        button.hide()
        return button

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show the person's access to ``row``."""
        self._row = row
        role = row.my_role
        if role is not None:
            self.own_role_label.setText(f"{label_of(role)}. {description_of(role)}")
        else:
            self.own_role_label.setText(self.tr("No access. An admin too has to be assigned to work with an account."))
        is_own = row.owner_name is None
        self.own_remove_button.setVisible(role is not None)
        may_give = may(Action.GIVE_TIKTOK_ACCOUNT_ACCESS, self._actor.role)
        self.own_give_button.setVisible(role is None and may_give and is_own and row.state is LinkState.ACTIVE)

    def ask_remove(self) -> None:
        """Ask before one's own access goes."""
        if self._row is not None:
            args = (self._session, self._actor, self._navigator, self._row, self.window())
            self._navigator.open_dialog(remove_own_question(*args))

    def give_me_operator(self) -> None:
        """Give the acting admin Operator."""
        if self._row is None:
            return
        work = partial(tiktok_accounts.give_me_operator, self._session.context, self._actor, self._row.id)
        self._session.runner.run(self, work, self._given, self._navigator.notices.show_error)

    def _given(self, row: TikTokAccountRow) -> None:
        text = self.tr("You are Operator on @%1 now.").replace("%1", row.handle)
        self._navigator.notices.success(text)

"""The tab Partners of an account's panel: with whom it is shared, as what; change, stop, share (domain.md 5.1, U9)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import partners
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.dialogs.share_with_partner import ShareWithPartnerDialog
from bcdesktop.ui.center.partner_words import name_of, state_badge
from bcdesktop.ui.center.share_changes import ShareChanges
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.badges import BadgeKind
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class AccountShare:
    """A partner and the share of this account with it."""

    partner: PartnershipRow
    share: ShareRow

    @property
    def id(self) -> str:
        """A key for the table."""
        return self.share.id


class AccountPartners(QWidget):
    """For admins, on accounts of their own; what a partner shares with them cannot be shared on."""

    assign_requested = Signal(list)
    """Share the account with these ids with a partner there is already."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.setObjectName("account_partners")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: TikTokAccountRow | None = None
        self._changes = ShareChanges(session, actor, navigator, self)
        self._changes.unchanged.connect(self._show_chosen)
        self.account_partners_table = RecordTable(
            "account_partners_table",
            (
                Column("partner", self.tr("Partner"), _partner, tooltip=_partner_id, width=18),
                Column("role", self.tr("Role"), _role, width=10),
                Column("state", self.tr("State"), _state_word, badge=_state_kind, width=16),
            ),
            accessible_name=self.tr("Partners with access"),
            empty=EmptyState(
                self.tr("Shared with nobody"),
                self.tr("Agencies and freelancers get an account as partner, not as member."),
                icon_name="share-2",
            ),
        )
        self.account_partners_table.current_changed.connect(self._show_chosen)
        self.account_partners_table.delete_pressed.connect(self.stop)
        self.account_partners_table.activated.connect(self._show_partner)
        self._build_controls()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.PARTNER}, self._read)

    def _build_controls(self) -> None:
        self.partner_role_combo = RoleCombo()
        self.partner_role_combo.setObjectName("account_partner_role_combo")
        self.partner_role_combo.setAccessibleName(self.tr("Role of the chosen partner"))
        # only what a person chooses is a change
        self.partner_role_combo.activated.connect(self._choose_role)
        self.stop_partner_button = self._button("account_stop_sharing_button", self.tr("S&top sharing…"), self.stop)
        self.known_partner_button = self._button(
            "account_known_partner_button", self.tr("Share with a partner you &have…"), self._assign
        )
        self.new_partner_button = self._button(
            "account_new_partner_button", self.tr("Share with a ne&w partner…"), self._share
        )
        self.not_mine_label = text_label("", "muted", wrap=True)
        self.not_mine_label.setObjectName("account_not_mine_label")
        self.not_mine_label.hide()
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.partner_role_combo, 1)
        change.addWidget(self.stop_partner_button)
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(change)
        for button in (self.known_partner_button, self.new_partner_button):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.not_mine_label)
        layout.addWidget(self.account_partners_table, 1)
        layout.addWidget(self.controls)
        self._show_chosen()

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def show_row(self, row: TikTokAccountRow) -> None:
        """Show with whom ``row`` is shared."""
        if self._row is None or self._row.id != row.id:
            self.account_partners_table.set_records(())
        self._row = row
        is_mine = row.owner_name is None
        text = self.tr("“%1” shares this account with you, so only it can share it with others.")
        self.not_mine_label.setText("" if is_mine else text.replace("%1", row.owner_name or ""))
        self.not_mine_label.setVisible(not is_mine)
        self.account_partners_table.setVisible(is_mine)
        self.controls.setVisible(is_mine)
        why = "" if row.state is LinkState.ACTIVE else self.tr("Access to this account has ended.")
        for button in (self.known_partner_button, self.new_partner_button):
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setStatusTip(why)
        self._read()

    def _read(self) -> None:
        if self._row is None or self._row.owner_name is not None:
            return
        work = partial(partners.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, partial(self._show, self._row.id), self._navigator.notices.show_error)

    def _show(self, link_id: str, rows: tuple[PartnershipRow, ...]) -> None:
        if self._row is None or self._row.id != link_id:
            return
        found = [AccountShare(row, share) for row in rows for share in row.shares if share.link_id == link_id]
        self.account_partners_table.set_records(found)
        self._show_chosen()

    def _chosen(self) -> AccountShare | None:
        chosen: AccountShare | None = self.account_partners_table.current_record()
        return chosen

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        why = self.tr("Choose a partner in the list first.") if chosen is None else ""
        for control in (self.partner_role_combo, self.stop_partner_button):
            control.setEnabled(chosen is not None)
            control.setStatusTip(why)
            control.setToolTip(why)
        with QSignalBlocker(self.partner_role_combo):
            if chosen is not None:
                self.partner_role_combo.choose(chosen.share.role)

    def _choose_role(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._changes.set_role(chosen.partner, [chosen.share], self.partner_role_combo.role())

    def stop(self) -> None:
        """Ask, then stop sharing the account with the chosen partner."""
        chosen = self._chosen()
        if chosen is not None:
            self._changes.stop(chosen.partner, [chosen.share])

    def _assign(self) -> None:
        if self._row is not None:
            self.assign_requested.emit([self._row.id])

    def _share(self) -> None:
        if self._row is not None:
            dialog = ShareWithPartnerDialog(self._session, self._actor, self._navigator, self._row.id)
            self._navigator.open_dialog(dialog)

    def _show_partner(self, chosen: AccountShare) -> None:
        self._navigator.go("partners", partnership_id=chosen.partner.id)


def _partner(share: AccountShare) -> str:
    return name_of(share.partner)


def _partner_id(share: AccountShare) -> str:
    return share.partner.other_id


def _role(share: AccountShare) -> str:
    return label_of(share.share.role)


def _state_word(share: AccountShare) -> str:
    return state_badge(share.partner)[0]


def _state_kind(share: AccountShare) -> BadgeKind:
    return state_badge(share.partner)[1]

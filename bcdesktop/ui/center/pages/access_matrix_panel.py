"""The details of one cell of the access matrix: what there is, every change of it, and the way to change it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, HolderKind
from bcdesktop.services import grants
from bcdesktop.services.people_records import AssetChoice, Assignment, GrantRow, MatrixHolder
from bcdesktop.ui.center.access_giving import AccessGiving
from bcdesktop.ui.center.access_matrix_model import kind_text
from bcdesktop.ui.center.access_matrix_view import ROLE_BADGES
from bcdesktop.ui.center.access_words import change_text, changed_text, role_text
from bcdesktop.ui.center.chosen_roles import RoleCombo
from bcdesktop.ui.center.dialogs.remove_access import ask_remove_access
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import DetailsPanel, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, relative

if TYPE_CHECKING:
    from bcdesktop.core.grants import Holder
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.people_records import GrantChangeRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AccessMatrixPanel(DetailsPanel):
    """One cell, or everything of one person, partner or account."""

    assign_requested = Signal(str)
    """Give the account with this id to somebody."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="matrix")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._giving = AccessGiving(session, actor, navigator)
        self._holder: MatrixHolder | None = None
        self._asset: AssetChoice | None = None
        self._role: AssetRole | None = None
        self.state_label = text_label("", wrap=True)
        self.state_label.setObjectName("matrix_state_label")
        self._build_history()
        self._build_buttons()

    def _build_history(self) -> None:
        now = self._session.context.clock.now
        self.history_table = RecordTable(
            "matrix_history_table",
            (
                Column("when", self.tr("When"), partial(_when, now), sort=_seq, tooltip=_exact, width=12),
                Column("change", self.tr("Change"), _change, width=19),
                Column("by", self.tr("By"), self._by, width=10),
                Column("who", self.tr("Who"), _who, width=16),
                Column("account", self.tr("Asset"), _account, width=16),
            ),
            accessible_name=self.tr("History"),
            empty=EmptyState(self.tr("No change is known"), icon_name="history"),
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state_label)
        column.addWidget(self.history_table, 1)
        inside.setObjectName("matrix_history")
        self.tabs.addTab(inside, self.tr("History"))

    def _build_buttons(self) -> None:
        self.role_combo = RoleCombo()
        self.role_combo.setObjectName("matrix_role_combo")
        self.role_combo.setAccessibleName(self.tr("Role"))
        self.role_combo.currentIndexChanged.connect(self._change_role)
        self.give_button = self._button("matrix_give_button", self.tr("&Give access"), self._give)
        self.remove_button = self._button("matrix_remove_button", self.tr("Re&move…"), self.ask_remove)
        self.grant_button = self._button("matrix_grant_button", self.tr("&Grant access…"), self._grant)
        self.assign_button = self._button("matrix_assign_button", self.tr("Assign a &new member…"), self._assign)
        self.button_row.insertWidget(0, self.role_combo, 1)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        self.button_row.addWidget(button)
        return button

    def show_cell(self, holder: MatrixHolder, asset: AssetChoice, role: AssetRole | None) -> None:
        """Show what ``holder`` may do on ``asset``; ``role`` of what is gone is what there was."""
        is_gone = holder.is_gone or asset.is_gone
        self._holder, self._asset, self._role = holder, asset, role
        badge = Badge(role_text(role), BadgeKind.NEUTRAL if role is None or is_gone else ROLE_BADGES[role])
        self.set_head(holder.name, asset.name, [badge, Badge(kind_text(holder))])
        self.state_label.setText(self._why_not() or (self.tr("Nothing was given here.") if role is None else ""))
        self.state_label.setVisible(bool(self.state_label.text()))
        self._show_controls()
        self._show_columns("when", "change", "by")
        self._read(asset.id, holder.holder)

    def show_holder(self, holder: MatrixHolder, has: str) -> None:
        """Show every change of one person or partner; ``has`` says how much they have."""
        self._holder, self._asset, self._role = holder, None, None
        self.set_head(holder.name, holder.detail, [Badge(kind_text(holder))])
        self.state_label.setText(has)
        self.state_label.show()
        self._show_controls()
        self._show_columns("when", "change", "account", "by")
        self._read(None, holder.holder)

    def show_asset(self, asset: AssetChoice) -> None:
        """Show every change of one account."""
        self._holder, self._asset, self._role = None, asset, None
        badges = [] if asset.owner_name is None else [Badge(asset.owner_name, BadgeKind.INFO)]
        title, under = asset.display_name or asset.name, asset.name
        if asset.kind not in TIKTOK_ACCOUNT_KINDS:
            title, under = asset.name, asset.display_name
        self.set_head(title, under, badges)
        self.state_label.setVisible(False)
        self._show_controls()
        self._show_columns("when", "change", "who", "by")
        self._read(asset.id, None)

    def _why_not(self) -> str:
        """Return why the cell cannot be changed; empty where it can."""
        holder, asset = self._holder, self._asset
        if holder is None or asset is None:
            return ""
        if holder.is_gone:
            return self.tr("%1 is no longer here; this is what there was.").replace("%1", holder.name)
        if asset.is_gone:
            return self.tr("Access to %1 has ended; this is what there was.").replace("%1", asset.name)
        if holder.holder.kind is HolderKind.PARTNER and asset.owner_name is not None:
            text = self.tr("This belongs to “%1”; it cannot be shared on.")
            return text.replace("%1", asset.owner_name or "")
        return ""

    def _show_controls(self) -> None:
        is_cell = self._holder is not None and self._asset is not None
        may_change = is_cell and not self._why_not()
        self.role_combo.setVisible(may_change)
        self.give_button.setVisible(may_change and self._role is None)
        self.remove_button.setVisible(may_change and self._role is not None)
        self.grant_button.setVisible(self._asset is None and self._holder is not None and not self._holder.is_gone)
        self.assign_button.setVisible(self._holder is None and self._asset is not None and not self._asset.is_gone)
        if may_change and self._asset is not None:
            with QSignalBlocker(self.role_combo):
                self.role_combo.set_kind(self._asset.kind, self._asset.limit)
                if self._role is not None:
                    self.role_combo.choose(self._role)

    def _show_columns(self, *names: str) -> None:
        model = self.history_table.record_model
        for number, column in enumerate(model.columns):
            self.history_table.setColumnHidden(number, column.name not in names)

    def _read(self, asset_id: str | None, holder: Holder | None) -> None:
        work = partial(grants.history, self._session.context, self._actor, asset_id=asset_id, holder=holder)
        done = partial(self._show_history, asset_id, holder)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error)

    def _show_history(self, asset_id: str | None, holder: Holder | None, rows: tuple[GrantChangeRow, ...]) -> None:
        shown = (None if self._asset is None else self._asset.id, None if self._holder is None else self._holder.holder)
        if shown == (asset_id, holder):
            self.history_table.set_records(rows)

    def _by(self, row: GrantChangeRow) -> str:
        return row.by_name or self.tr("The program")

    def _change_role(self) -> None:
        if self._role is not None and self.role_combo.role() is not self._role:
            self._set(self.role_combo.role())

    def _give(self) -> None:
        self._set(self.role_combo.role())

    def _set(self, role: AssetRole) -> None:
        holder, asset = self._holder, self._asset
        if holder is None or asset is None:
            return
        said = self.tr("%1 on %2: %3").replace("%1", holder.name).replace("%2", asset.name)
        said = said.replace("%3", change_text(self._role, role))
        present = {} if self._role is None else {(holder.holder.id, asset.id): self._role}
        self._giving.give([Assignment(asset.id, holder.holder, role)], present, said, self)

    def was_given(self) -> None:
        """The matrix is read again by the change that was told, and shows the cell anew."""

    def was_refused(self, error: Exception) -> None:
        """Show the role there is, and why it stays."""
        self._show_controls()
        self._navigator.notices.show_error(error)

    def ask_remove(self) -> None:
        """Ask before this access goes."""
        holder, asset, role = self._holder, self._asset, self._role
        if holder is None or asset is None or role is None:
            return
        grant = GrantRow(
            asset_kind=asset.kind,
            asset_id=asset.id,
            asset_name=asset.name,
            display_name=asset.display_name,
            holder=holder.holder,
            holder_name=holder.name,
            holder_detail=holder.detail,
            role=role,
            is_me=False,
            given_at=None,
            given_by="",
        )
        args = (self._session, self._actor, self._navigator, grant)
        ask_remove_access(*args)

    def _grant(self) -> None:
        if self._holder is not None:
            self._navigator.grant_access(self._holder.holder)

    def _assign(self) -> None:
        if self._asset is not None:
            self.assign_requested.emit(self._asset.id)


def _seq(row: GrantChangeRow) -> object:
    return row.seq


def _when(now: object, row: GrantChangeRow) -> str:
    return relative(row.at, now())


def _exact(row: GrantChangeRow) -> str:
    return exact(row.at)


def _change(row: GrantChangeRow) -> str:
    return changed_text(row)


def _who(row: GrantChangeRow) -> str:
    return row.holder_name


def _account(row: GrantChangeRow) -> str:
    return row.asset_name

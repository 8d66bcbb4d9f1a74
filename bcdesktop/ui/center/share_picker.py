"""The picker of what one shares: own assets of each kind, in the least role at first (domain.md 6.2.9)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants
from bcdesktop.ui.center.role_picker import PickerWords, PickItem, RolePicker
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.people_records import AssetChoice
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

EVERY_KIND = tuple(kind for kind in AssetKind if kind is not AssetKind.SHARED_TIKTOK_ACCOUNT)


class SharePicker(RolePicker):
    """Lists what is owned but for ``without``; ``wanted`` is ticked at once.

    ``kinds`` leaves out the others: a partner on another computer takes TikTok accounts only.
    """

    def __init__(
        self, name: str, without: Iterable[str] = (), wanted: str | None = None, kinds: Iterable[AssetKind] = EVERY_KIND
    ) -> None:
        self._without, self._wanted, self._offered = frozenset(without), wanted, tuple(kinds)
        super().__init__(name, _words(bool(self._without)))
        # nobody has what is not shared yet
        self.table.setColumnHidden(self.table.record_model.column_index("now"), True)
        self.names: dict[str, str] = {}
        """Names by id."""
        self.kinds: dict[str, AssetKind] = {}
        """Kinds by id."""

    def read(self, session: Session, actor: Actor, failed: Callable[[Exception], None]) -> None:
        """Read what can be shared."""
        work = partial(grants.asset_choices, session.context, actor, self._offered)
        session.runner.run(self, work, self._show, failed)

    def shares(self) -> tuple[tuple[str, AssetRole], ...]:
        """Return what was chosen as (asset id, role)."""
        return tuple(self.roles().items())

    def show_kind(self, kind: AssetKind) -> None:
        """Show one kind of asset first."""
        self.kind_combo.setCurrentIndex(max(0, self.kind_combo.findData(label_of(kind))))

    def _show(self, rows: tuple[AssetChoice, ...]) -> None:
        mine = [row for row in rows if row.owner_name is None and row.id not in self._without]
        self.names = {row.id: row.name for row in mine}
        self.kinds = {row.id: row.kind for row in mine}
        self.set_items([_item(row) for row in mine])
        if self._wanted in self.names:
            self.show_kind(next(row.kind for row in mine if row.id == self._wanted))
            self.pick(self._wanted)
            self._wanted = None


def _words(all_are_shared: bool) -> PickerWords:
    missing = QCoreApplication.translate("SharePicker", "Add a TikTok account or an ad account first.")
    if all_are_shared:
        missing = QCoreApplication.translate("SharePicker", "Everything you own is shared with this partner.")
    return PickerWords(
        items=QCoreApplication.translate("SharePicker", "What you own"),
        name_title=QCoreApplication.translate("SharePicker", "Asset"),
        detail_title=QCoreApplication.translate("SharePicker", "Name or ID"),
        filter_hint=QCoreApplication.translate("SharePicker", "Filter by name, handle or ID"),
        all_kinds=QCoreApplication.translate("SharePicker", "All kinds"),
        nothing_chosen=QCoreApplication.translate(
            "SharePicker", "Tick what to share. Each is shared in its least role unless you choose more."
        ),
        empty_title=QCoreApplication.translate("SharePicker", "Nothing to share"),
        empty_text=missing,
        empty_icon="share-2",
        kind_width=17,
    )


def _item(row: AssetChoice) -> PickItem:
    return PickItem(
        row.id,
        row.name,
        row.display_name,
        label_of(row.kind),
        role=ROLES_OF[row.kind][-1],
        limit=row.limit,
        asset_kind=row.kind,
    )

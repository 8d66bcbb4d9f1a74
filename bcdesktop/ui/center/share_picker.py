"""The picker of the accounts one shares: own active links, Analyst unless more is chosen (domain.md 6.2.9)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.center.role_picker import PickerWords, PickItem, RolePicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import Actor, TikTokAccountRow
    from bcdesktop.ui.kit.session import Session


class SharePicker(RolePicker):
    """Lists the accounts but for those in ``without``; ``wanted`` is ticked at once."""

    def __init__(self, name: str, without: Iterable[str] = (), wanted: str | None = None) -> None:
        self._without, self._wanted = frozenset(without), wanted
        super().__init__(name, _words(bool(self._without)))
        # nobody has what is not shared yet
        self.table.setColumnHidden(self.table.record_model.column_index("now"), True)
        self.handles: dict[str, str] = {}
        """Handles by the id of the link."""

    def read(self, session: Session, actor: Actor, failed: Callable[[Exception], None]) -> None:
        """Read the accounts."""
        session.runner.run(self, partial(tiktok_accounts.list_all, session.context, actor), self._show, failed)

    def shares(self) -> tuple[tuple[str, AssetRole], ...]:
        """Return what was chosen as (link id, role)."""
        return tuple(self.roles().items())

    def _show(self, rows: tuple[TikTokAccountRow, ...]) -> None:
        active = [row for row in rows if row.state is LinkState.ACTIVE and row.id not in self._without]
        active.sort(key=_handle)
        self.handles = {row.id: row.handle for row in active}
        self.set_items([_item(row) for row in active])
        if self._wanted in self.handles:
            self.pick(self._wanted)
            self._wanted = None


def _words(all_are_shared: bool) -> PickerWords:
    missing = QCoreApplication.translate("SharePicker", "Add a TikTok account first; then it can be shared.")
    if all_are_shared:
        missing = QCoreApplication.translate("SharePicker", "Every account you have is shared with this partner.")
    return PickerWords(
        items=QCoreApplication.translate("SharePicker", "TikTok accounts"),
        name_title=QCoreApplication.translate("SharePicker", "Account"),
        detail_title=QCoreApplication.translate("SharePicker", "Name"),
        filter_hint=QCoreApplication.translate("SharePicker", "Filter by handle or name"),
        all_kinds=QCoreApplication.translate("SharePicker", "All kinds"),
        nothing_chosen=QCoreApplication.translate(
            "SharePicker", "Tick the accounts to share. Each is shared as Analyst unless you choose more."
        ),
        empty_title=QCoreApplication.translate("SharePicker", "No account to share"),
        empty_text=missing,
        empty_icon="share-2",
    )


def _handle(row: TikTokAccountRow) -> str:
    return row.handle


def _item(row: TikTokAccountRow) -> PickItem:
    kind = QCoreApplication.translate("SharePicker", "TikTok account")
    return PickItem(row.id, f"@{row.handle}", row.display_name, kind, role=AssetRole.ANALYST)

"""Before an asset is deleted, given up or unlinked: what stops is listed, and the button says the verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.assets import SyncState
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.asset_records import AssetAdAccount, AssetLosses, AssetRow

_NAMED = 6


def delete_asset_question(
    row: AssetRow, lost: AssetLosses, parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that lists who and what loses ``row``; accepted, it calls ``do_it``."""
    translate = QCoreApplication.translate
    effects = _effects(lost)
    effects.append(translate("DeleteAsset", "It does not come back; a new one has another ID."))
    dialog = question(
        parent,
        translate("DeleteAsset", "Delete “%1”?").replace("%1", row.name),
        translate("DeleteAsset", "This takes effect at once and is final."),
        translate("DeleteAsset", "Delete"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("delete_asset_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def give_up_asset_question(
    row: AssetRow, lost: AssetLosses, parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that lists what ends here when a received asset is given up; accepted, it calls ``do_it``."""
    translate = QCoreApplication.translate
    effects = _effects(lost)
    keeps = translate("DeleteAsset", "“%1” keeps it, and can share it with you again.")
    effects.append(keeps.replace("%1", row.owner_name))
    dialog = question(
        parent,
        translate("DeleteAsset", "Give up “%1”?").replace("%1", row.name),
        translate("DeleteAsset", "This takes effect at once."),
        translate("DeleteAsset", "Give up"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("give_up_asset_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def unlink_question(
    row: AssetRow, accounts: Sequence[AssetAdAccount], parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that asks before ``row`` is unlinked from ad accounts; accepted, it calls ``do_it``."""
    translate = QCoreApplication.translate
    names = _listed([account.name for account in accounts])
    effects = [translate("DeleteAsset", "Ads in %1 can no longer use it.").replace("%1", names)]
    if row.sync.state is SyncState.SYNCING and len(accounts) >= row.ad_accounts:
        effects.append(translate("DeleteAsset", "No ad account is left, so its data stops."))
    dialog = question(
        parent,
        translate("DeleteAsset", "Unlink “%1”?").replace("%1", row.name),
        translate("DeleteAsset", "You can link it again at any time."),
        translate("DeleteAsset", "Unlink"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("unlink_asset_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def _effects(lost: AssetLosses) -> list[str]:
    translate = QCoreApplication.translate
    lines = (
        (lost.ad_accounts, translate("DeleteAsset", "Data stops in these ad accounts: %1.")),
        (lost.members, translate("DeleteAsset", "These people lose it: %1.")),
        (lost.partners, translate("DeleteAsset", "These partners and their people lose it: %1.")),
        (lost.lookalikes, translate("DeleteAsset", "These lookalikes stop, since they are made of it: %1.")),
    )
    return [text.replace("%1", _listed(names)) for names, text in lines if names]


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return shown
    more = QCoreApplication.translate("DeleteAsset", "%1 and %2 more").replace("%1", shown)
    return more.replace("%2", str(len(names) - _NAMED))

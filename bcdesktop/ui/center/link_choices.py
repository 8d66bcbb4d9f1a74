"""What can be ticked to be linked, read on a worker, with what is in the way of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_accounts, ad_links, assets, grants, tiktok_accounts
from bcdesktop.ui.center.account_words import link_badge, spark_badge
from bcdesktop.ui.center.asset_words import sync_badge
from bcdesktop.ui.center.dialogs.link_dialog import LinkChoice
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, TikTokAccountRow


def account_kind(row: TikTokAccountRow) -> AssetKind:
    """Return whether a TikTok account is linked to this Business Center or shared with it."""
    return AssetKind.TIKTOK_ACCOUNT if row.share_id is None else AssetKind.SHARED_TIKTOK_ACCOUNT


def tiktok_account_choices(context: Context, actor: Actor, asset_id: str) -> list[LinkChoice]:
    """Return the TikTok accounts that can be linked to an ad account; ended ones are left out."""
    linked = {row.account_ref for row in ad_links.of_ad_account(context, actor, asset_id)}
    shared = (AssetKind.SHARED_TIKTOK_ACCOUNT,)
    limits = {choice.id: choice.limit for choice in grants.asset_choices(context, actor, shared)}
    rows = [row for row in tiktok_accounts.list_all(context, actor) if row.state is LinkState.ACTIVE]
    return [_account_choice(row, linked, limits) for row in rows]


def _account_choice(row: TikTokAccountRow, linked: set[str], limits: dict[str, AssetRole]) -> LinkChoice:
    note = ""
    if row.id in linked:
        note = _linked_already()
    elif limits.get(row.id, AssetRole.OPERATOR) is not AssetRole.OPERATOR:
        text = QCoreApplication.translate("LinkChoices", "“%1” shares it for its numbers only")
        note = text.replace("%1", row.owner_name or "")
    word, kind = link_badge(row) if row.needs_confirmation else spark_badge(row)
    return LinkChoice(row.id, row.display_name, f"@{row.handle}", word, kind, note, account_kind(row))


def ad_account_choices(context: Context, actor: Actor, kind: AssetKind, ref: str) -> list[LinkChoice]:
    """Return the ad accounts a TikTok account can be linked to; closed ones are left out."""
    linked = {row.asset_id for row in ad_links.of_account(context, actor, kind, ref)}
    return [
        LinkChoice(
            row.id,
            row.name,
            row.number,
            label_of(row.status),
            badge_of(row.status),
            _linked_already() if row.id in linked else "",
        )
        for row in open_ad_accounts(context, actor)
    ]


def open_ad_accounts(context: Context, actor: Actor) -> list[AdAccountRow]:
    """Return the ad accounts that are not closed, by name."""
    rows = [row for row in ad_accounts.list_all(context, actor) if row.ended_at is None]
    return sorted((row for row in rows if row.status is not AdAccountStatus.CLOSED), key=_by_name)


def asset_choices(context: Context, actor: Actor, kind: AssetKind) -> list[LinkChoice]:
    """Return the catalogs, pixels or audiences of a Business Center."""
    return [LinkChoice(row.id, row.name, row.number, *sync_badge(row)) for row in assets.list_all(context, actor, kind)]


def _linked_already() -> str:
    return QCoreApplication.translate("LinkChoices", "Linked already")


def _by_name(row: AdAccountRow) -> tuple[str, str]:
    return row.name.casefold(), row.id

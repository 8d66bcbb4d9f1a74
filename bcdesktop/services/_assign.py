"""Giving, changing and taking access to accounts, for several people and partners at once: all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets, _commands, _holders, _shares
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._holders import FoundHolder
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import Actor
from bcdesktop.store.unit_of_work import UnitOfWork


def assign(unit: UnitOfWork, actor: Actor, assignments: Sequence[Assignment]) -> int:
    """See ``grants.assign``. Of two assignments for the same account and holder the last counts."""
    wanted = {(one.asset_id, one.holder): one.role for one in assignments}
    center = actor.business_center_id
    found = _assets.find(unit.session, center, tuple(dict.fromkeys(one.asset_id for one in assignments)), unit.now)
    holders = _holders.find(unit.session, center, (one.holder for one in assignments))
    for asset in found.values():
        asset.require_active()
    _check_partners(found, wanted)
    book = GrantBook(unit, _commands.entry_actor(actor))
    book.read_ahead((holder.id, found[asset_id].asset) for asset_id, holder in wanted if holders[holder].member)
    for (asset_id, holder), role in wanted.items():
        _set(unit, book, found[asset_id], holders[holder], role)
    return book.close()


def _set(unit: UnitOfWork, book: GrantBook, asset: FoundAsset, holder: FoundHolder, role: AssetRole | None) -> None:
    if holder.partnership is not None:
        _shares.set_found(unit, book, holder.partnership, asset, role)
    elif holder.member is not None:
        if role is not None:
            asset.require_role(role)
        book.set_member(holder.member, holder.name, asset.asset, role)


def _check_partners(found: Mapping[str, FoundAsset], wanted: Mapping[tuple[str, Holder], AssetRole | None]) -> None:
    """Hold what each partner gets in one call to the limit of ad accounts (domain.md 4)."""
    for holder in {holder for _asset_id, holder in wanted if holder.kind is HolderKind.PARTNER}:
        _shares.check_number(
            found[asset_id].asset.kind for (asset_id, to), role in wanted.items() if to == holder and role is not None
        )

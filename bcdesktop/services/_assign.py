"""Giving, changing and taking access to accounts, for several people and partners at once: all or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bcdesktop.core.grants import least
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets, _commands, _holders, _shares
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._holders import FoundHolder
from bcdesktop.services.people_errors import BelongsToOther, NoOwnAccess, RoleAboveShare
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Member
from bcdesktop.store.unit_of_work import UnitOfWork


def assign(unit: UnitOfWork, actor: Actor, assignments: Sequence[Assignment]) -> int:
    """See ``grants.assign``. Of two assignments for the same account and holder the last counts."""
    wanted = {(one.asset_id, one.holder): one.role for one in assignments}
    center = actor.business_center_id
    found = _assets.find(unit.session, center, tuple(dict.fromkeys(one.asset_id for one in assignments)), unit.now)
    holders = _holders.find(unit.session, center, (one.holder for one in assignments))
    for asset in found.values():
        asset.require_active()
    book = GrantBook(unit, _commands.entry_actor(actor))
    book.read_ahead((holder.id, found[asset_id].asset) for asset_id, holder in wanted if holders[holder].member)
    for (asset_id, holder), role in wanted.items():
        _set(unit, book, found[asset_id], holders[holder], role)
    return book.close()


def _set(unit: UnitOfWork, book: GrantBook, asset: FoundAsset, holder: FoundHolder, role: AssetRole | None) -> None:
    if holder.partnership is not None:
        if asset.link is None:
            raise BelongsToOther(asset.handle, asset.owner_name or "")
        _shares.set_share(unit, book, holder.partnership, asset.link, role)
    elif holder.member is not None:
        if role is not None and least(role, asset.limit) is not role:
            raise RoleAboveShare(asset.handle, asset.owner_name or "")
        book.set_member(holder.member, holder.name, asset.asset, role)


def remove_own(unit: UnitOfWork, actor: Actor, member: Member, asset_id: str) -> GrantBook:
    """Take one's own access away and return the book, not closed yet. Raises NotFound, NoOwnAccess."""
    asset = _assets.find_one(unit.session, actor.business_center_id, asset_id, unit.now)
    book = GrantBook(unit, _commands.entry_actor(actor))
    if not book.set_member(member, actor.name, asset.asset, None):
        raise NoOwnAccess(asset.handle)
    return book

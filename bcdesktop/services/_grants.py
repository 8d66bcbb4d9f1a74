"""Changes of grants inside one unit of work: the rows, one row of history each, one log entry per account.

Members hold grants on links of their own Business Center, on accounts a partner shares with it, and on the ad
accounts, catalogs, pixels and audiences their Business Center reaches. Everything that
gives, changes or takes access goes through ``GrantBook``, so that no way leaves history or log behind; what ends with
something else is taken by ``_ending``, which puts it into the book too.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import REACHED_KINDS, AssetKind, Holder, HolderKind, least
from bcdesktop.core.roles import AssetRole
from bcdesktop.services._partner_log import tell_shares
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store import tables
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import (
    GrantChange,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Person,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork

_MemberGrant = MemberTikTokAccount | MemberPartnerShare | MemberAsset
_MEMBER_GRANTS: dict[AssetKind, tuple[Any, str]] = {
    AssetKind.TIKTOK_ACCOUNT: (MemberTikTokAccount, "link_id"),
    AssetKind.SHARED_TIKTOK_ACCOUNT: (MemberPartnerShare, "share_id"),
    **dict.fromkeys(REACHED_KINDS, (MemberAsset, "asset_id")),
}
"""Where members' grants on each kind lie, and the column with the id of the asset."""
_BATCH = 500


@dataclass(frozen=True)
class Asset:
    """What is given; ``business_center_id`` is the one in whose history and log it stands."""

    kind: AssetKind
    id: str
    name: str
    business_center_id: str


@dataclass(frozen=True)
class Change:
    """One change of one grant."""

    asset: Asset
    holder: Holder
    holder_name: str
    before: AssetRole | None
    after: AssetRole | None


def link_asset(link: TikTokAccountLink) -> Asset:
    """Return an own linked account as an asset."""
    return Asset(AssetKind.TIKTOK_ACCOUNT, link.id, f"@{link.handle}", link.business_center_id)


def share_asset(share: PartnerShare, partner_center_id: str) -> Asset:
    """Return an account that is shared with ``partner_center_id`` as an asset of that Business Center."""
    return Asset(AssetKind.SHARED_TIKTOK_ACCOUNT, share.id, f"@{share.handle}", partner_center_id)


def reached_asset(asset: tables.Asset, business_center_id: str) -> Asset:
    """Return an ad account, catalog, pixel or audience as an asset in the book of one Business Center."""
    return Asset(asset.kind, asset.id, asset.name, business_center_id)


def member_name(session: Session, member: Member) -> str:
    """Return the name of the person behind ``member``."""
    return session.get_one(Person, member.person_id).name


class GrantBook:
    """Collects changes; ``close`` writes history and log. Nothing is written for what stays as it was."""

    def __init__(self, unit: UnitOfWork, actor: EntryActor) -> None:
        self.unit, self.actor = unit, actor
        self.changes: list[Change] = []
        self._ahead: dict[tuple[str, str], _MemberGrant | None] = {}

    def note(
        self,
        asset: Asset,
        holder: Holder,
        holder_name: str,
        before: AssetRole | None,
        after: AssetRole | None,
    ) -> bool:
        """Put down one change whose rows the caller writes; tell whether it is one."""
        if before is after:
            return False
        self.changes.append(Change(asset, holder, holder_name, before, after))
        return True

    def set_member(self, member: Member, name: str, asset: Asset, role: AssetRole | None) -> bool:
        """Give a member ``role`` on ``asset``, change it, or with None take it; tell whether anything changed."""
        row = self._member_row(member.id, asset)
        self._ahead.pop((member.id, asset.id), None)
        before = None if row is None else row.role
        if row is None and role is not None:
            self.unit.session.add(self._new_row(member.id, asset, role))
        elif row is not None and role is None:
            self.unit.session.delete(row)
        elif row is not None and role is not None and row.role is not role:
            self._change(row, role)
        return self.note(asset, Holder(HolderKind.MEMBER, member.id), name, before, role)

    def read_ahead(self, pairs: Iterable[tuple[str, Asset]]) -> None:
        """Read what members (by id) hold on accounts in a few statements instead of one each; for many at once."""
        wanted = tuple(pairs)
        self._ahead = {(member_id, asset.id): None for member_id, asset in wanted}
        for kind, (table, name) in _MEMBER_GRANTS.items():
            of_kind = [(member_id, asset.id) for member_id, asset in wanted if asset.kind is kind]
            member_ids, asset_ids = (sorted(set(ids)) for ids in zip(*of_kind, strict=True)) if of_kind else ([], [])
            for some, part in product(_batches(member_ids), _batches(asset_ids)):
                rows = select(table).where(col(table.member_id).in_(some), col(getattr(table, name)).in_(part))
                for row in self.unit.session.exec(rows):
                    key = row.member_id, getattr(row, name)
                    if key in self._ahead:
                        self._ahead[key] = row

    def lower_reached(self, asset: tables.Asset, business_center_id: str, role: AssetRole) -> None:
        """Hold the grants of a Business Center's members on an asset to ``role``, its own from now on."""
        subject = reached_asset(asset, business_center_id)
        for row, name in self._reached_rows(asset, business_center_id):
            lowered = least(row.role, role)
            if self.note(subject, Holder(HolderKind.MEMBER, row.member_id), name, row.role, lowered):
                self._change(row, lowered)

    def lower_shared(self, asset: Asset, role: AssetRole) -> None:
        """Hold the grants of a partner's members on a shared account to ``role``."""
        rows = (
            select(MemberPartnerShare, Person.name)
            .join(Member, col(Member.id) == col(MemberPartnerShare.member_id))
            .join(Person, col(Person.id) == col(Member.person_id))
            .where(MemberPartnerShare.share_id == asset.id)
        )
        for row, name in self.unit.session.exec(rows).all():
            lowered = least(row.role, role)
            if self.note(asset, Holder(HolderKind.MEMBER, row.member_id), name, row.role, lowered):
                self._change(row, lowered)

    def close(self, action: ActivityAction = ActivityAction.ACCESS_CHANGED) -> int:
        """Write history and log, say what changed; return how many grants changed."""
        by_asset: dict[Asset, list[Change]] = {}
        for change in self.changes:
            by_asset.setdefault(change.asset, []).append(change)
        history: list[dict[str, Any]] = []
        with self.unit.many():
            for asset, changes in by_asset.items():
                seq = self.unit.record(
                    asset.business_center_id,
                    self.actor,
                    action,
                    asset.kind.value,
                    asset.id,
                    {"changes": [_told(change) for change in changes]},
                    object_name=asset.name,
                )
                history += [self._history(change, seq) for change in changes]
                self.unit.changed(ChangeKind.GRANT, asset.id)
        if history:
            self.unit.session.execute(insert(GrantChange), history)
        tell_shares(self.unit, self.actor, self.changes)
        return len(self.changes)

    def _history(self, change: Change, activity_seq: int) -> dict[str, Any]:
        return {
            "business_center_id": change.asset.business_center_id,
            "asset_kind": change.asset.kind,
            "asset_id": change.asset.id,
            "asset_name": change.asset.name,
            "holder_kind": change.holder.kind,
            "holder_id": change.holder.id,
            "holder_name": change.holder_name,
            "before": change.before,
            "after": change.after,
            "at": self.unit.now,
            "by_name": self.actor.name,
            "activity_seq": activity_seq,
        }

    def _member_row(self, member_id: str, asset: Asset) -> _MemberGrant | None:
        if (member_id, asset.id) in self._ahead:
            return self._ahead[member_id, asset.id]
        table, name = _MEMBER_GRANTS[asset.kind]
        rows = select(table).where(table.member_id == member_id, getattr(table, name) == asset.id)
        found: _MemberGrant | None = self.unit.session.exec(rows).first()
        return found

    def _new_row(self, member_id: str, asset: Asset, role: AssetRole) -> _MemberGrant:
        table, name = _MEMBER_GRANTS[asset.kind]
        row: _MemberGrant = table(
            id=secrets.token_hex(16),
            member_id=member_id,
            role=role,
            given_at=self.unit.now,
            given_by=self.actor.name,
            **{name: asset.id},
        )
        return row

    def _reached_rows(self, asset: tables.Asset, business_center_id: str) -> Iterable[tuple[MemberAsset, str]]:
        rows = (
            select(MemberAsset, Person.name)
            .join(Member, col(Member.id) == col(MemberAsset.member_id))
            .join(Person, col(Person.id) == col(Member.person_id))
            .where(MemberAsset.asset_id == asset.id, Member.business_center_id == business_center_id)
        )
        return self.unit.session.exec(rows).all()

    def _change(self, row: _MemberGrant, role: AssetRole) -> None:
        """Give another role; its end stays, whether numbers are hidden belonged to the one before (A2-06)."""
        row.role, row.given_at, row.given_by = role, self.unit.now, self.actor.name
        if row.ends_at is not None and row.ends_at <= self.unit.now:
            # given anew before the clock took it
            row.ends_at = None
        if isinstance(row, MemberAsset):
            row.hides_numbers = False
        self.unit.session.add(row)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _told(change: Change) -> dict[str, object]:
    return {
        "who": change.holder_name,
        "holder": change.holder.kind,
        "before": change.before,
        "after": change.after,
    }

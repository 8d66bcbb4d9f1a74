"""Members who run ads on an ad account without seeing its performance numbers (A2-06)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import _commands, _reached
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.billing_errors import NumbersCannotBeHidden
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Asset, GrantChange, Member, MemberAsset, Person
from bcdesktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Given:
    asset: Asset
    grant: MemberAsset
    name: str


def set_hidden(context: Context, actor: Actor, asset_id: str, member_id: str, hidden: bool) -> bool:
    """Hide the numbers of an ad account from an Operator, or show them again; tell whether that changed anything.

    Goes back to shown when the role changes. Raises NotAllowed; NotFound where the member has no role on the ad
    account; NumbersCannotBeHidden for an Admin or an Analyst of it.
    """

    def work(unit: UnitOfWork) -> bool:
        given = _given(unit.session, actor.business_center_id, asset_id, member_id)
        if hidden and given.grant.role is not AssetRole.OPERATOR:
            raise NumbersCannotBeHidden(given.name, given.grant.role)
        if given.grant.hides_numbers is hidden:
            return False
        given.grant.hides_numbers = hidden
        unit.session.add(given.grant)
        _write_down(unit, actor, given, hidden=hidden)
        return True

    return _commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work)


def hidden_of(context: Context, actor: Actor, asset_id: str) -> frozenset[str]:
    """Return the ids of the members from whom the numbers of an ad account are hidden. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS) as session:
        _reached.find_one(session, actor.business_center_id, asset_id, AssetKind.AD_ACCOUNT)
        rows = (
            select(MemberAsset.member_id)
            .join(Member, col(Member.id) == col(MemberAsset.member_id))
            .where(
                MemberAsset.asset_id == asset_id,
                col(MemberAsset.hides_numbers).is_(True),
                Member.business_center_id == actor.business_center_id,
            )
        )
        return frozenset(session.exec(rows))


def _given(session: Session, center_id: str, asset_id: str, member_id: str) -> _Given:
    asset = _reached.find_one(session, center_id, asset_id, AssetKind.AD_ACCOUNT).asset
    rows = (
        select(MemberAsset, Person.name)
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(
            MemberAsset.asset_id == asset_id,
            MemberAsset.member_id == member_id,
            Member.business_center_id == center_id,
            Member.status == MemberStatus.BOUND,
        )
    )
    found = session.exec(rows).first()
    if found is None:
        raise NotFound("member", member_id)
    return _Given(asset, *found)


def _write_down(unit: UnitOfWork, actor: Actor, given: _Given, *, hidden: bool) -> None:
    """Write the entry of the log and the line of the history, whose role stays the same."""
    center_id, asset, role = actor.business_center_id, given.asset, given.grant.role
    action = ActivityAction.NUMBERS_HIDDEN if hidden else ActivityAction.NUMBERS_SHOWN
    who = _commands.entry_actor(actor)
    seq = unit.record(
        center_id, who, action, asset.kind.value, asset.id, {"member": given.name}, object_name=asset.name
    )
    unit.session.add(
        GrantChange(
            business_center_id=center_id,
            asset_kind=asset.kind,
            asset_id=asset.id,
            asset_name=asset.name,
            holder_kind=HolderKind.MEMBER,
            holder_id=given.grant.member_id,
            holder_name=given.name,
            before=role,
            after=role,
            at=unit.now,
            by_name=actor.name,
            activity_seq=seq,
        )
    )
    unit.changed(ChangeKind.GRANT, asset.id)

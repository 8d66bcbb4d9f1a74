"""Who may use which asset: given, changed and taken, with one row of history each (domain.md 1.6, 6.1.8)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session

from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind, Holder, HolderKind
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets, _assign, _commands, _grant_rows, _holders, _matrix, ending
from bcdesktop.services.context import Context
from bcdesktop.services.people_records import (
    AssetChoice,
    Assignment,
    Candidate,
    GrantChangeRow,
    GrantRow,
    Matrix,
)
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Member
from bcdesktop.store.unit_of_work import UnitOfWork


def assign(context: Context, actor: Actor, assignments: Sequence[Assignment], key: str) -> int:
    """Give, change and take access for members and partners, all of it or nothing; return how many grants changed.

    A call repeated with the same ``key`` does nothing and returns the first result (A2-35 to A2-39, A4-28). Raises
    NotAllowed, NotFound, HolderGone, LinkNotActive, AssetEnded, RoleNotForKind, RoleAboveShare; BelongsToOther where a
    shared asset is to be shared on; and for partners OnlyInThisStore, ReachesAlready, TooManyAdAccounts.
    """

    def work(unit: UnitOfWork) -> int:
        return _assign.assign(unit, actor, assignments)

    return _commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work, key=key)


def remove_own(context: Context, actor: Actor, asset_id: str) -> None:
    """Give up one's own access to an account, whatever one's role (A0-14). Raises NotAllowed, NotFound, NoOwnAccess."""
    ending.end(context, actor, EndWay.OWN_ACCESS, asset_id)


def give_me(context: Context, actor: Actor, asset_id: str) -> AssetRole:
    """Give the acting admin the mightiest role there is to give on an asset, and return it.

    Raises NotAllowed, NotFound, LinkNotActive, AssetEnded.
    """

    def work(unit: UnitOfWork) -> str:
        member = _commands.require(unit.session, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS)
        found = _assets.find_one(unit.session, actor.business_center_id, asset_id, unit.now)
        mine = Assignment(asset_id, Holder(HolderKind.MEMBER, member.id), found.limit)
        _assign.assign(unit, actor, (mine,))
        return found.limit.value

    return AssetRole(_commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work))


def candidates(context: Context, actor: Actor) -> tuple[Candidate, ...]:
    """Return everybody an account can be given to: partners, then members, each by name (A2-36). Raises NotAllowed."""
    with _commands.reading(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS) as session:
        return tuple(_holders.candidates(session, actor.business_center_id))


def candidate(context: Context, actor: Actor, holder: Holder) -> Candidate:
    """Return one member or partner an account can be given to. Raises NotAllowed, NotFound, HolderGone."""
    with context.store.read() as session:
        me = _commands.require(session, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS)
        found = _holders.find(session, actor.business_center_id, (holder,))[holder]
        role = None if found.member is None else found.member.role
        accounts = len(_grant_rows.rows(session, me, holder=holder))
    return Candidate(holder, found.name, found.detail, role, accounts)


def asset_choices(
    context: Context, actor: Actor, kinds: Collection[AssetKind] = tuple(AssetKind)
) -> tuple[AssetChoice, ...]:
    """Return what can be given of these kinds, each kind by name. Raises NotAllowed."""
    with _commands.reading(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS) as session:
        return tuple(_assets.choices(session, actor.business_center_id, context.clock.now(), kinds))


def roles_on(context: Context, actor: Actor, asset_ids: Sequence[str]) -> Mapping[tuple[str, str], AssetRole]:
    """Return (holder id, account id) to role for these accounts, to show what an assignment changes.

    Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS) as session:
        return _matrix.cells_of_few(session, actor.business_center_id, asset_ids)


def holders_of(context: Context, actor: Actor, asset_id: str) -> tuple[GrantRow, ...]:
    """Return who holds an account: partners, then members. A Standard member gets only their own row.

    Raises NotAllowed; NotFound also for a Standard member it was not given to.
    """
    with context.store.read() as session:
        me = _member(session, actor)
        found = _assets.find_one(session, actor.business_center_id, asset_id, context.clock.now())
        if may(Action.SEE_TIKTOK_ACCOUNTS, me.role):
            return tuple(_grant_rows.rows(session, me, asset_id=asset_id))
        own = _grant_rows.rows(session, me, asset_id=asset_id, holder=Holder(HolderKind.MEMBER, me.id))
    if not own:
        raise NotFound(found.asset.kind.value, asset_id)
    return tuple(own)


def assets_of(context: Context, actor: Actor, holder: Holder) -> tuple[GrantRow, ...]:
    """Return what one member or partner was given, by handle; nothing for somebody who left. Raises NotAllowed."""
    action = Action.SEE_MEMBERS if holder.kind is HolderKind.MEMBER else Action.SEE_PARTNERS
    with context.store.read() as session:
        me = _commands.require(session, actor, action)
        return tuple(_grant_rows.rows(session, me, holder=holder))


def my_grants(context: Context, actor: Actor) -> tuple[GrantRow, ...]:
    """Return what the acting person was given, by handle. Raises NotAllowed for somebody who is no member."""
    with context.store.read() as session:
        me = _member(session, actor)
        return tuple(_grant_rows.rows(session, me, holder=Holder(HolderKind.MEMBER, me.id)))


def matrix(context: Context, actor: Actor, kinds: Collection[AssetKind] = TIKTOK_ACCOUNT_KINDS) -> Matrix:
    """Return people and partners against assets, what they have and what those had who are gone (domain.md 13.9).

    Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.SEE_ACCESS_MATRIX) as session:
        return _matrix.read(session, actor.business_center_id, context.clock.now(), kinds)


def history(
    context: Context, actor: Actor, *, asset_id: str | None = None, holder: Holder | None = None, limit: int = 500
) -> tuple[GrantChangeRow, ...]:
    """Return changes of grants, newest first, of one account, one holder, or one holder on one account.

    Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.SEE_ACCESS_MATRIX) as session:
        return tuple(_grant_rows.history(session, actor.business_center_id, asset_id, holder, limit))


def _member(session: Session, actor: Actor) -> Member:
    me = _commands.working_member(session, actor)
    if me is None:
        raise NotAllowed(Action.SEE_TIKTOK_ACCOUNTS.value, ())
    return me

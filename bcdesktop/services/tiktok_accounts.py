"""The TikTok accounts linked to a Business Center."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import Session, col, func, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import TikTokAccountRole
from bcdesktop.services import _commands, _due, activity
from bcdesktop.services._rows import link_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.records import ActivityRow, Actor, TikTokAccountRow
from bcdesktop.store.tables import (
    ConnectedApp,
    DirectoryAccount,
    Member,
    MemberTikTokAccount,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork


def list_all(context: Context, actor: Actor) -> tuple[TikTokAccountRow, ...]:
    """Return all links, ended ones too, newest first; a Standard member gets those given to them (domain.md 2.3).

    Raises NotAllowed for somebody who is no member.
    """
    return _rows(context, actor)


def get(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Return one link. Raises NotAllowed; NotFound also where it was not given to this person."""
    found = _rows(context, actor, link_id)
    if not found:
        raise NotFound("tiktok_account", link_id)
    return found[0]


def confirm(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Say yes to "Is @handle the account you meant?". Raises NotAllowed, NotFound, LinkNotActive."""

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        if unit.compare_and_set(
            TikTokAccountLink,
            link.id,
            {"needs_confirmation": True},
            {"needs_confirmation": False, "confirmed_at": unit.now},
        ):
            _note(unit, actor, link, ActivityAction.ACCOUNT_CONFIRMED)

    _commands.run(context, actor, Action.CONFIRM_TIKTOK_ACCOUNT, work)
    return get(context, actor, link_id)


def disconnect(context: Context, actor: Actor, link_id: str, reason: str | None = None) -> TikTokAccountRow:
    """End the link from the Business Center's side, at once; a claimed account goes back to its owner.

    Raises NotAllowed, NotFound, LinkNotActive.
    """

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        ended = {
            "state": LinkState.DISCONNECTED,
            "ended_at": unit.now,
            "end_reason": reason,
            "needs_confirmation": False,
        }
        if not unit.compare_and_set(TikTokAccountLink, link.id, {"state": LinkState.ACTIVE}, ended):
            raise LinkNotActive(link.state)
        _due.release_claim(unit.session, link)
        _remove_app(unit, link)
        _note(unit, actor, link, ActivityAction.ACCOUNT_DISCONNECTED, {"reason": reason or ""})

    _commands.run(context, actor, Action.DISCONNECT_TIKTOK_ACCOUNT, work)
    return get(context, actor, link_id)


def digits(context: Context, actor: Actor, link_id: str) -> str:
    """Return the 30 digits of the owner's key, 6 groups of 5 (security.md 2.5). Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.CONFIRM_TIKTOK_ACCOUNT) as session:
        key = _own(session, actor, link_id).owner_key
    return code.fingerprint_digits(key)


def mark_digits_compared(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Note that both sides read out the same 30 digits. Raises NotAllowed, NotFound, LinkNotActive."""

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        before = {"owner_trust": (OwnerTrust.NOT_VERIFIED, OwnerTrust.KNOWN_IN_STORE)}
        if unit.compare_and_set(TikTokAccountLink, link.id, before, {"owner_trust": OwnerTrust.DIGITS_COMPARED}):
            _note(unit, actor, link, ActivityAction.DIGITS_COMPARED)

    _commands.run(context, actor, Action.CONFIRM_TIKTOK_ACCOUNT, work)
    return get(context, actor, link_id)


def give_me_operator(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Give the acting admin Operator access to the account, once (decisions.md, Ready for Spark Ads).

    Raises NotAllowed, NotFound, LinkNotActive.
    """

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        member = _commands.require(unit.session, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS)
        rows = select(MemberTikTokAccount).where(
            MemberTikTokAccount.member_id == member.id, MemberTikTokAccount.link_id == link.id
        )
        grant = unit.session.exec(rows).first()
        if grant is None:
            grant = MemberTikTokAccount(
                id=secrets.token_hex(16), member_id=member.id, link_id=link.id, role=TikTokAccountRole.OPERATOR
            )
        grant.role = TikTokAccountRole.OPERATOR
        unit.session.add(grant)
        _note(unit, actor, link, ActivityAction.OPERATOR_GIVEN, {"person": actor.name})

    _commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work)
    return get(context, actor, link_id)


def activity_of(context: Context, actor: Actor, link_id: str) -> tuple[ActivityRow, ...]:
    """Return what happened to one account, newest first. Raises NotAllowed, NotFound."""
    get(context, actor, link_id)
    return activity.entries(context, actor, object_id=link_id)


def _rows(context: Context, actor: Actor, link_id: str | None = None) -> tuple[TikTokAccountRow, ...]:
    now = context.clock.now()
    counts = select(MemberTikTokAccount.link_id, func.count(col(MemberTikTokAccount.id))).group_by(
        MemberTikTokAccount.link_id
    )
    rows = (
        select(TikTokAccountLink, DirectoryAccount)
        .outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(TikTokAccountLink.account_id))
        .where(TikTokAccountLink.business_center_id == actor.business_center_id)
        .order_by(col(TikTokAccountLink.linked_at).desc(), col(TikTokAccountLink.id))
    )
    if link_id is not None:
        rows = rows.where(TikTokAccountLink.id == link_id)
    with context.store.read() as session:
        member = _commands.member_of(session, actor)
        if member is None:
            raise NotAllowed(Action.SEE_TIKTOK_ACCOUNTS.value, ())
        given = _given_to(session, member)
        members = dict(session.exec(counts).all())
        return tuple(
            _row(link, account, members.get(link.id, 0), now)
            for link, account in session.exec(rows)
            if may(Action.SEE_TIKTOK_ACCOUNTS, member.role, assigned=link.id in given)
        )


def _given_to(session: Session, member: Member) -> set[str]:
    rows = select(MemberTikTokAccount.link_id).where(MemberTikTokAccount.member_id == member.id)
    return set(session.exec(rows))


def _row(link: TikTokAccountLink, account: DirectoryAccount | None, members: int, now: datetime) -> TikTokAccountRow:
    permissions, state = PermissionSet.from_scope(link.scope), link_state(link, now)
    problem = spark_problem(permissions, state, account)
    return TikTokAccountRow(
        id=link.id,
        account_id=link.account_id,
        handle=link.handle,
        display_name=link.display_name,
        kind=link.kind,
        level=link.level,
        permissions=permissions,
        state=state,
        owner_trust=link.owner_trust,
        linked_at=link.linked_at,
        ends_at=link.ends_at,
        ended_at=link.ended_at if state is link.state else link.ends_at,
        end_reason=link.end_reason,
        needs_confirmation=link.needs_confirmation and state is LinkState.ACTIVE,
        ready_for_spark_ads=problem is None,
        spark_problem=problem,
        followers=None if account is None else account.followers,
        members=members,
        last_heard_at=link.last_heard_at,
        request_id=link.request_id,
        version=link.version,
    )


def spark_problem(permissions: PermissionSet, state: LinkState, account: DirectoryAccount | None) -> str | None:
    """Return the first thing missing for Spark Ads on the account's side, (1) and (2) of decisions.md, or None."""
    if state is not LinkState.ACTIVE:
        return "ended"
    if not permissions.is_ready_for_spark_ads:
        return "permissions_missing"
    if account is None:
        return None
    if not account.is_public:
        return "account_private"
    if account.is_political:
        return "political"
    return None if account.scope_available and account.is_business else "account_unavailable"


def _own(session: Session, actor: Actor, link_id: str) -> TikTokAccountLink:
    link = session.get(TikTokAccountLink, link_id)
    if link is None or link.business_center_id != actor.business_center_id:
        raise NotFound("tiktok_account", link_id)
    return link


def _active(unit: UnitOfWork, actor: Actor, link_id: str) -> TikTokAccountLink:
    link = _own(unit.session, actor, link_id)
    state = link_state(link, unit.now)
    if state is not LinkState.ACTIVE:
        raise LinkNotActive(state)
    return link


def _remove_app(unit: UnitOfWork, link: TikTokAccountLink) -> None:
    rows = select(ConnectedApp).where(
        ConnectedApp.account_id == link.account_id,
        ConnectedApp.business_center_id == link.business_center_id,
        col(ConnectedApp.removed_at).is_(None),
    )
    for app in unit.session.exec(rows):
        app.removed_at = unit.now
        unit.session.add(app)
    unit.changed(ChangeKind.DIRECTORY, link.account_id)


def _note(
    unit: UnitOfWork,
    actor: Actor,
    link: TikTokAccountLink,
    action: ActivityAction,
    body: dict[str, object] | None = None,
) -> None:
    unit.record(
        link.business_center_id,
        _commands.entry_actor(actor),
        action,
        "tiktok_account",
        link.id,
        body,
        object_name=f"@{link.handle}",
    )
    unit.changed(ChangeKind.TIKTOK_ACCOUNT, link.id)
    if link.request_id is not None:
        unit.changed(ChangeKind.ACCESS_REQUEST, link.request_id)

"""The TikTok accounts linked to a Business Center, and those partners share with it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _account_rows, _assets, _commands, activity, ending
from bcdesktop.services._account_side import spark_problem as spark_problem  # noqa: PLC0414 - its place for others
from bcdesktop.services._grants import GrantBook, link_asset
from bcdesktop.services._rows import link_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import BelongsToOther
from bcdesktop.services.records import ActivityRow, Actor, TikTokAccountRow
from bcdesktop.store.tables import TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def list_all(context: Context, actor: Actor) -> tuple[TikTokAccountRow, ...]:
    """Return all links, ended ones too, and what partners share, newest first (domain.md 2.3).

    A Standard member gets those given to them. Raises NotAllowed for somebody who is no member.
    """
    return _rows(context, actor)


def get(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Return one account. Raises NotAllowed; NotFound also where it was not given to this person."""
    found = _rows(context, actor, link_id)
    if not found:
        raise NotFound("tiktok_account", link_id)
    return found[0]


def confirm(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Say yes to "Is @handle the account you meant?".

    Raises NotAllowed, NotFound, BelongsToOther, LinkNotActive.
    """

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

    Members and partners lose it in the same step. Raises NotAllowed, NotFound, BelongsToOther, LinkNotActive.
    """
    ending.end(context, actor, EndWay.DISCONNECT, link_id, note=reason)
    return get(context, actor, link_id)


def digits(context: Context, actor: Actor, link_id: str) -> str:
    """Return the 30 digits of the owner's key, 6 groups of 5 (security.md 2.5).

    Raises NotAllowed, NotFound, BelongsToOther.
    """
    with _commands.reading(context, actor, Action.CONFIRM_TIKTOK_ACCOUNT) as session:
        key = _own(session, actor, link_id, context.clock.now()).owner_key
    return code.fingerprint_digits(key)


def mark_digits_compared(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Note that both sides read out the same 30 digits.

    Raises NotAllowed, NotFound, BelongsToOther, LinkNotActive.
    """

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        before = {"owner_trust": (OwnerTrust.NOT_VERIFIED, OwnerTrust.KNOWN_IN_STORE)}
        if unit.compare_and_set(TikTokAccountLink, link.id, before, {"owner_trust": OwnerTrust.DIGITS_COMPARED}):
            _note(unit, actor, link, ActivityAction.DIGITS_COMPARED)

    _commands.run(context, actor, Action.CONFIRM_TIKTOK_ACCOUNT, work)
    return get(context, actor, link_id)


def give_me_operator(context: Context, actor: Actor, link_id: str) -> TikTokAccountRow:
    """Give the acting admin Operator access to the account, once (decisions.md, Ready for Spark Ads).

    Raises NotAllowed, NotFound, BelongsToOther, LinkNotActive.
    """

    def work(unit: UnitOfWork) -> None:
        link = _active(unit, actor, link_id)
        member = _commands.require(unit.session, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS)
        book = GrantBook(unit, _commands.entry_actor(actor))
        book.set_member(member, actor.name, link_asset(link), AssetRole.OPERATOR)
        book.close(ActivityAction.OPERATOR_GIVEN)

    _commands.run(context, actor, Action.GIVE_TIKTOK_ACCOUNT_ACCESS, work)
    return get(context, actor, link_id)


def activity_of(context: Context, actor: Actor, link_id: str) -> tuple[ActivityRow, ...]:
    """Return what happened to one account, newest first. Raises NotAllowed, NotFound."""
    get(context, actor, link_id)
    return activity.entries(context, actor, object_id=link_id)


def _rows(context: Context, actor: Actor, account_id: str | None = None) -> tuple[TikTokAccountRow, ...]:
    with context.store.read() as session:
        member = _commands.working_member(session, actor)
        if member is None:
            raise NotAllowed(Action.SEE_TIKTOK_ACCOUNTS.value, ())
        return tuple(_account_rows.read(session, member, context.clock.now(), account_id))


def _own(session: Session, actor: Actor, link_id: str, now: datetime) -> TikTokAccountLink:
    """Return an own link. Raises NotFound, BelongsToOther for one that another Business Center shares (A0-39)."""
    found = _assets.find_one(session, actor.business_center_id, link_id, now)
    if found.asset.kind not in TIKTOK_ACCOUNT_KINDS:
        raise NotFound("tiktok_account", link_id)
    if found.link is None:
        raise BelongsToOther(found.asset.name, found.owner_name or "")
    return found.link


def _active(unit: UnitOfWork, actor: Actor, link_id: str) -> TikTokAccountLink:
    link = _own(unit.session, actor, link_id, unit.now)
    state = link_state(link, unit.now)
    if state is not LinkState.ACTIVE:
        raise LinkNotActive(state)
    return link


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

"""Ending access, whichever way: what would stop, the ending itself, and its receipts (domain.md 5; issue 5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlmodel import col, select

from bcdesktop.core.ending import Effects, EndReason, EndWay
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, AdAction
from bcdesktop.services import _ad_commands, _commands
from bcdesktop.services._ending import engine, receipts, ways
from bcdesktop.services._ending.engine import Differs
from bcdesktop.services._ending.ways_ads import reach_id as reach_id  # noqa: PLC0414 - its place for others
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.services.ending_errors import EffectsChanged
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdLink, EndReceipt
from bcdesktop.store.unit_of_work import UnitOfWork

Who = Actor | Advertiser
"""Somebody at work in a Business Center, or in Ads Manager."""


def effects(context: Context, actor: Who, way: EndWay, subject_id: str) -> Effects:
    """Return everything that would stop (A0-31 to A0-34), computed by the code that ``end`` runs.

    ``subject_id`` is the id of the link (DISCONNECT), the asset (OWN_ACCESS), the ad link, the person's link, the
    member, the share or the partner's access to an asset (SHARE), the partnership, or ``reach_id(asset, center)``
    (AD_ACCOUNT_ACCESS). An owner ends with ``revocations``, a whole client with ``offboarding``, a phone with
    ``devices``. Raises what ``end`` raises.
    """
    with context.store.read() as session:
        return ways.plan(session, actor, way, subject_id, context.clock.now()).effects


def end(
    context: Context,
    actor: Who,
    way: EndWay,
    subject_id: str,
    *,
    reason: EndReason | None = None,
    announced: str | None = None,
    key: str | None = None,
    note: str | None = None,
) -> EndReceiptRow:
    """End access in one transaction, at once (A0-17), and return the receipt.

    ``announced`` is the digest of the effects the person was shown; ``key`` makes a repeated call give the first
    receipt; ``note`` stands as the reason of a link where ``reason`` is None. Raises NotAllowed with the names of those
    who may, NotFound, AlreadyEnded, LinkNotActive, PartnershipNotOpen, EffectsChanged, BelongsToOther, NoOwnAccess,
    LastAdmin, AdAccountIsOwn, AdAccountOfOther. Whatever is raised, nothing was changed.
    """

    def work(unit: UnitOfWork) -> dict[str, Any]:
        planned = ways.plan(unit.session, actor, way, subject_id, unit.now)
        planned.how = replace(planned.how, reason=note if reason is None else reason.value)
        by = EntryActor("person", actor.person_id, actor.name)
        return receipts.as_json(engine.do(unit, by, planned, reason, announced))

    try:
        return receipts.from_json(_run(context, actor, way, subject_id, work, key))
    except Differs as differs:
        raise EffectsChanged(differs.effects) from None


def list_receipts(context: Context, actor: Actor) -> tuple[EndReceiptRow, ...]:
    """Return what was ended in or for this Business Center, newest first. Raises NotAllowed."""
    rows = (
        select(EndReceipt)
        .where(EndReceipt.business_center_id == actor.business_center_id)
        .order_by(col(EndReceipt.at).desc(), col(EndReceipt.id))
    )
    with _commands.reading(context, actor, Action.READ_ACTIVITY_LOG) as session:
        return tuple(receipts.from_row(row) for row in session.exec(rows))


def get_receipt(context: Context, actor: Actor, receipt_id: str) -> EndReceiptRow:
    """Return one receipt. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.READ_ACTIVITY_LOG) as session:
        row = session.get(EndReceipt, receipt_id)
        if row is None or row.business_center_id != actor.business_center_id:
            raise NotFound("end_receipt", receipt_id)
        return receipts.from_row(row)


def _run(context: Context, who: Who, way: EndWay, subject_id: str, work: Any, key: str | None) -> Any:
    """Do ``work`` with the log and the key of the side it is done on."""
    full_key = None if key is None else f"{way.value}:{subject_id}:{key}"
    if isinstance(who, Actor):
        return _commands.run_checked(context, who, ways.ACTIONS[way], lambda _session: None, work, key=full_key)
    if way is EndWay.PERSON_LINK:
        return context.store.run(work, key=full_key and f"{who.person_id}:{full_key}", command=way.value)
    action = AdAction.UNLINK_IDENTITY if way is EndWay.AD_LINK else AdAction.GIVE_AD_ACCOUNT_ACCESS
    asset_id = _asset_of(context, way, subject_id)
    return _ad_commands.run(context, who, action, asset_id, lambda deed: work(deed.unit), key=full_key)


def _asset_of(context: Context, way: EndWay, subject_id: str) -> str:
    if way is not EndWay.AD_LINK:
        return subject_id.partition(":")[0]
    with context.store.read() as session:
        row = session.get(AdLink, subject_id)
        if row is None:
            raise NotFound("ad_link", subject_id)
        return row.asset_id

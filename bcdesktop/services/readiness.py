"""Ready for Spark Ads: one account, ad account and person; the identities of an ad account; and all linked pairs."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, select

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, AdAction
from bcdesktop.core.readiness import is_ready
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import _ad_roles, _commands, _identities, _reached, _readiness_summary
from bcdesktop.services._readiness_rows import ReadinessRows, person_name
from bcdesktop.services.ad_records import Advertiser, IdentityRow, Readiness, ReadinessSummary
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Member, PartnerShare, TikTokAccountLink


def check(
    context: Context, actor: Actor, kind: AssetKind, ref: str, asset_id: str, person_id: str | None = None
) -> Readiness:
    """Return every condition for one TikTok account, ad account and person (decisions.md, Ready for Spark Ads).

    ``kind`` and ``ref`` name an own link or a share received from a partner; ``person_id`` None is the acting person.
    An admin may ask for any member; a Standard member for themselves, where the account or the ad account was given to
    them. Raises NotAllowed, and NotFound for what is not in this Business Center or not theirs to see.
    """
    now, person = context.clock.now(), person_id or actor.person_id
    with context.store.read() as session:
        member = _commands.require(session, actor, Action.SEE_READINESS, assigned=True)
        if person != actor.person_id and member.role is not BusinessCenterRole.ADMIN:
            raise NotAllowed(Action.SEE_READINESS.value, _commands.admin_names(session, actor.business_center_id))
        if person != actor.person_id and not _is_member(session, actor.business_center_id, person):
            raise NotFound("person", person)
        asset = _reached.find_one(session, actor.business_center_id, asset_id, AssetKind.AD_ACCOUNT).asset
        rows = ReadinessRows(session, asset, person, now, viewer_id=actor.person_id)
        row = _row(rows, kind, ref, actor.business_center_id)
        is_given = actor.business_center_id in rows.role.centers
        if member.role is not BusinessCenterRole.ADMIN and not is_given and row.ad_link_id is None:
            raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
        lines = rows.lines(rows.facts(row, kind), row.handle, actor.business_center_id, row.center_name)
        return Readiness(
            account_kind=kind,
            account_ref=ref,
            handle=row.handle,
            asset_id=asset_id,
            ad_account_name=asset.name,
            person_id=person,
            person_name=person_name(session, person),
            lines=lines,
            ready=is_ready(tuple(line.condition for line in lines)),
        )


def identities(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[IdentityRow, ...]:
    """Return every account this person could think of for ads of an ad account, the usable ones first.

    Those linked to the ad account (domain.md 2.4.2), those of the Business Centers through which the person reaches it
    (a Standard member's own only), and what the person linked alone (domain.md 1.6.1). Links that ended in the last 30
    days are among them, so that nobody wonders where an account went. Raises NotFound, NotAllowed.
    """
    with context.store.read() as session:
        asset, _role = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        return _identities.read(ReadinessRows(session, asset, advertiser.person_id, context.clock.now()))


def summary(context: Context, actor: Actor) -> ReadinessSummary:
    """Count the linked pairs of a Business Center, and those that are not ready; the first few by name.

    A pair is ready when the account's side holds, the ad account is approved and somebody may make ads there: for an
    admin anybody of the Business Center, for a Standard member they themselves, of what was given to them. Judged by
    the store, under a second for 800 accounts and 3,000 ad accounts. Raises NotAllowed.
    """
    with context.store.read() as session:
        member = _commands.require(session, actor, Action.SEE_READINESS, assigned=True)
        return _readiness_summary.read(session, member, context.clock.now())


def _is_member(session: Session, center_id: str, person_id: str) -> bool:
    rows = select(Member.id).where(
        Member.business_center_id == center_id, Member.person_id == person_id, Member.status == MemberStatus.BOUND
    )
    return session.exec(rows).first() is not None


def _row(rows: ReadinessRows, kind: AssetKind, ref: str, center_id: str) -> Any:
    """Return the account as the viewer may see it, in this Business Center. Raises NotFound."""
    if kind is AssetKind.SHARED_TIKTOK_ACCOUNT:
        statement = rows.shares().where(PartnerShare.id == ref)
    else:
        statement = rows.own_links().where(TikTokAccountLink.id == ref)
    found = rows.session.execute(statement).first()
    if found is None or found.center_id != center_id:
        raise NotFound(kind.value, ref)
    return found

"""What an off-boarding ends in any case, as lines of its list."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services.offboarding_records import ReachGroup, ReachLine, SubjectKind


def lines_of(kind: SubjectKind, planned: Planned) -> Iterator[ReachLine]:
    """Give the lines of ``planned``: what the member or partner reaches, or who reaches the client."""
    plan, center_id = planned.plan, planned.center_id or ""
    match kind:
        case SubjectKind.MEMBER:
            yield from _of_member(plan)
        case SubjectKind.PARTNER:
            yield from _of_partner(plan)
        case SubjectKind.CLIENT:
            yield from _of_client(plan, center_id)


def group_of(kind: AssetKind) -> ReachGroup:
    """Return where an asset of this kind stands."""
    if kind in TIKTOK_ACCOUNT_KINDS:
        return ReachGroup.TIKTOK_ACCOUNTS
    return ReachGroup.AD_ACCOUNTS if kind is AssetKind.AD_ACCOUNT else ReachGroup.OTHER_ASSETS


def _of_member(plan: Plan) -> Iterator[ReachLine]:
    for grant in plan.grants.values():
        yield ReachLine(group_of(grant.kind), grant.id, grant.asset_name, role=grant.role, asset_kind=grant.kind)
    for session in plan.sessions.values():
        yield ReachLine(ReachGroup.SESSIONS, session.id, session.computer)
    for asked in plan.admin_requests.values():
        yield ReachLine(ReachGroup.REQUESTS, asked.id, asked.about)


def _of_partner(plan: Plan) -> Iterator[ReachLine]:
    for share in plan.shares.values():
        kind = AssetKind.TIKTOK_ACCOUNT
        yield ReachLine(ReachGroup.TIKTOK_ACCOUNTS, share.id, f"@{share.handle}", role=share.role, asset_kind=kind)
    for reach in plan.reaches.values():
        yield ReachLine(group_of(reach.kind), reach.id, reach.name, role=reach.role, asset_kind=reach.kind)


def _of_client(plan: Plan, center_id: str) -> Iterator[ReachLine]:
    for grant in plan.grants.values():
        if grant.center_id == center_id:
            yield ReachLine(ReachGroup.PEOPLE, grant.id, grant.member_name, role=grant.role, asset_kind=grant.kind)
    for share in plan.shares.values():
        kind = AssetKind.TIKTOK_ACCOUNT
        yield ReachLine(ReachGroup.PARTNERS, share.id, share.partner_name, role=share.role, asset_kind=kind)
    for ad_link in plan.ad_links.values():
        yield ReachLine(ReachGroup.AD_ACCOUNTS, ad_link.id, ad_link.asset_name)
    for ad in plan.ads.values():
        yield ReachLine(ReachGroup.ADS, ad.id, ad.name, ad.asset_name)
    for asked in plan.access_requests.values():
        yield ReachLine(ReachGroup.CODES, asked.id, asked.about, asked.asked_by)

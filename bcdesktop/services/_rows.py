"""From table rows to the frozen records that windows get."""

from __future__ import annotations

from datetime import datetime

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services.records import ActivityRow, BusinessCenterRow, RequestRow
from bcdesktop.store import activity
from bcdesktop.store.tables import AccessRequest, ActivityEntry, BusinessCenter, Member, TikTokAccountLink


def business_center_row(row: BusinessCenter, member: Member) -> BusinessCenterRow:
    """Return the record of ``row`` for this member."""
    return BusinessCenterRow(
        id=row.id,
        name=row.name,
        country=row.country,
        time_zone=row.time_zone,
        currency=row.currency,
        address=row.address,
        activity_description=row.activity_description,
        created_at=row.created_at,
        public_key=row.public_key,
        qr_code_minutes=row.qr_code_minutes,
        addressed_hours=row.addressed_hours,
        allow_unverified_owners=row.allow_unverified_owners,
        is_example=row.is_example,
        role=member.role,
        version=row.version,
        two_step_for=row.two_step_for,
        domains_for=row.domains_for,
        allowed_domains=tuple(row.allowed_domains),
        finance_role=member.finance_role,
    )


def request_state(row: AccessRequest, now: datetime) -> RequestState:
    """Return the state at ``now``: the clock decides about expiry, whether or not the row was rewritten since."""
    if row.state is RequestState.PENDING and now > row.expires_at:
        return RequestState.EXPIRED
    return row.state


def link_state(link: TikTokAccountLink, now: datetime) -> LinkState:
    """Return the state at ``now``: a link whose end has passed ran out, whether or not the row was rewritten since."""
    return link_state_at(link.state, link.ends_at, now)


def link_state_at(state: LinkState, ends_at: datetime | None, now: datetime) -> LinkState:
    """Return what ``link_state`` does, for whoever read two columns only."""
    return LinkState.RAN_OUT if state is LinkState.ACTIVE and ends_at is not None and ends_at <= now else state


def request_row(
    row: AccessRequest,
    *,
    now: datetime,
    business_center_name: str,
    requested_by_name: str,
    link: TikTokAccountLink | None,
) -> RequestRow:
    """Return the record of ``row`` at ``now``; ``link`` is the one its answer made or changed."""
    state = request_state(row, now)
    grace_ends = row.expires_at + LIFETIMES.answer_grace
    still_counts = state is RequestState.EXPIRED and row.replaced_by is None and now <= grace_ends
    return RequestRow(
        id=row.id,
        business_center_id=row.business_center_id,
        business_center_name=business_center_name,
        requested_by_name=requested_by_name,
        method=row.method,
        kind=row.kind,
        permissions=PermissionSet.from_scope(row.scope),
        expected_handle=row.expected_handle,
        purpose=row.purpose,
        wanted_end=row.wanted_end,
        state=state,
        fail_reason=row.fail_reason,
        created_at=row.created_at,
        expires_at=row.expires_at,
        scanned_at=row.scanned_at,
        scanned_handle=row.scanned_handle,
        decided_at=row.decided_at,
        answered_handle=row.answered_handle,
        decline_reason=row.decline_reason,
        parent_id=row.parent_id,
        replaced_by=row.replaced_by,
        code_text=row.code_text,
        answer_still_counts_until=grace_ends if still_counts else None,
        link_id=None if link is None else link.id,
        needs_confirmation=link is not None and link.needs_confirmation,
        version=row.version,
    )


def activity_row(entry: ActivityEntry) -> ActivityRow:
    """Return the record of ``entry``."""
    return ActivityRow(
        seq=entry.seq,
        at=entry.at,
        actor_name=entry.actor_name,
        actor_kind=entry.actor_kind,
        action=entry.action,
        object_kind=entry.object_kind,
        object_id=entry.object_id,
        object_name=entry.object_name,
        details=activity.details(entry),
        hash=entry.hash,
    )

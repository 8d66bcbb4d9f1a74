"""Open requests and invitations that end with an access, so that it does not come back by them (A0-45)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.ending import Effect, EffectKind
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.policy import Action
from bcdesktop.services._ending.plan import EndedLink, EndedMember, Plan, Withdrawn
from bcdesktop.store.tables import AccessRequest, AdAccountRequest, AdminRequest, Asset, Invitation, Person


def for_accounts(session: Session, plan: Plan, links: Iterable[EndedLink]) -> None:
    """Add the requests a Business Center still has with owners of accounts it no longer has, and what is done now."""
    for link in links:
        theirs = (col(AccessRequest.expected_account_id) == link.account_id) | (
            col(AccessRequest.expected_handle) == link.handle
        )
        _add_access_requests(session, plan, link.center_id, theirs)
        _add_fulfilled(session, plan, link)


def asked_by(session: Session, plan: Plan, member: EndedMember) -> None:
    """Add what a member asked for that is still open, and whom they invited."""
    _add_access_requests(session, plan, member.center_id, col(AccessRequest.requested_by) == member.person_id)
    add_ad_account_requests(
        session,
        plan,
        col(AdAccountRequest.business_center_id) == member.center_id,
        col(AdAccountRequest.requested_by_id) == member.person_id,
    )
    add_invitations(
        session,
        plan,
        col(Invitation.business_center_id) == member.center_id,
        col(Invitation.invited_by) == member.person_id,
    )


def add_ad_account_requests(session: Session, plan: Plan, *where: Any) -> None:
    """Add the requests for ad accounts that wait and match."""
    columns: Any = (
        *(AdAccountRequest.id, AdAccountRequest.business_center_id, Asset.name, AdAccountRequest.requested_by),
        *(Asset.id, Asset.owner_center_id, AdAccountRequest.kind, AdAccountRequest.role),
    )
    rows = (
        select(*columns)
        .join(Asset, col(Asset.id) == col(AdAccountRequest.asset_id))
        .where(
            col(AdAccountRequest.state) == AdAccountRequestState.PENDING,
            col(AdAccountRequest.expires_at) >= plan.at,
            *where,
        )
    )
    for id_, center_id, name, asked_by, asset_id, owner_id, kind, role in session.execute(rows):
        plan.ad_account_requests[id_] = Withdrawn(
            id_, center_id, name, asked_by, asset_id, owner_id, kind.value, role=role.value
        )


def add_invitations(session: Session, plan: Plan, *where: Any) -> None:
    """Add the invitations that wait and match."""
    columns: Any = (Invitation.id, Invitation.business_center_id, Invitation.email, Person.name)
    rows = (
        select(*columns)
        .join(Person, col(Person.id) == col(Invitation.invited_by))
        .where(col(Invitation.state) == InvitationState.PENDING, col(Invitation.expires_at) >= plan.at, *where)
    )
    plan.invitations |= {row[0]: Withdrawn(*row) for row in session.execute(rows)}


def tell_invitations_that_give_less(session: Session, plan: Plan) -> None:
    """Add the invitations that name something which will be gone when they are accepted."""
    lost: dict[str, dict[str, str]] = {}
    for link in plan.links.values():
        lost.setdefault(link.center_id, {})[link.id] = f"@{link.handle}"
    for share in plan.shares.values():
        lost.setdefault(share.partner_center_id, {})[share.id] = f"@{share.handle}"
    for reach in plan.reaches.values():
        lost.setdefault(reach.center_id, {})[reach.asset_id] = reach.name
    columns: Any = (Invitation.id, Invitation.email, Invitation.accounts)
    for center_id, names in lost.items():
        rows = select(*columns).where(
            col(Invitation.business_center_id) == center_id,
            col(Invitation.state) == InvitationState.PENDING,
            col(Invitation.expires_at) >= plan.at,
        )
        for id_, email, given in session.execute(rows):
            if id_ in plan.invitations:
                continue
            gone = (names[asset_id] for asset_id, _role in given if asset_id in names)
            plan.computed += [Effect(EffectKind.INVITATION_LOSES, id_, name, email) for name in gone]


def _add_fulfilled(session: Session, plan: Plan, link: EndedLink) -> None:
    """Add what the admins were asked for and is done by this: to take the account out, to disconnect it (A0-43)."""
    columns: Any = (AdminRequest.id, AdminRequest.object_name, AdminRequest.asked_by_name)
    is_fulfilled = (col(AdminRequest.subject) == AdminRequestSubject.REMOVE_ACCOUNT) | (
        col(AdminRequest.action) == Action.DISCONNECT_TIKTOK_ACCOUNT.value
    )
    rows = select(*columns).where(
        col(AdminRequest.business_center_id) == link.center_id,
        col(AdminRequest.object_id) == link.id,
        col(AdminRequest.state) == AdminRequestState.OPEN,
        is_fulfilled,
    )
    plan.admin_requests |= {
        id_: Withdrawn(id_, link.center_id, name or f"@{link.handle}", asked_by)
        for id_, name, asked_by in session.execute(rows)
    }


def _add_access_requests(session: Session, plan: Plan, center_id: str, where: Any) -> None:
    """Add requests that wait; one that ran out counts too, for an answer signed in time may still arrive."""
    columns: Any = (
        *(AccessRequest.id, AccessRequest.business_center_id, AccessRequest.expected_handle, Person.name),
        AccessRequest.purpose,
    )
    rows = (
        select(*columns)
        .join(Person, col(Person.id) == col(AccessRequest.requested_by))
        .where(
            col(AccessRequest.business_center_id) == center_id,
            col(AccessRequest.state) == RequestState.PENDING,
            where,
        )
    )
    for id_, center, handle, name, purpose in session.execute(rows):
        about = f"@{handle}" if handle else purpose or ""
        plan.access_requests[id_] = Withdrawn(id_, center, about, name, handle=handle or "")

"""People, partners and mails on Home, counted by the store so that 4,000 members cost no list."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, or_
from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import _admin_requests
from bcdesktop.services._home_accounts import SHOWN
from bcdesktop.services._outbox_rows import count_waiting
from bcdesktop.services.home_records import Few, HomePartner
from bcdesktop.services.people_records import AdminRequestRow
from bcdesktop.store.tables import (
    AdminRequest,
    Invitation,
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)


class HomePeople:
    """The questions of one Business Center at one time; only for somebody who may see its members."""

    def __init__(self, session: Session, business_center_id: str, now: datetime) -> None:
        self._session, self._center_id, self._now = session, business_center_id, now

    def has_grants(self) -> bool:
        """Tell whether any account was given to any member."""
        rows = (
            select(MemberTikTokAccount.id)
            .join(TikTokAccountLink, col(TikTokAccountLink.id) == col(MemberTikTokAccount.link_id))
            .where(TikTokAccountLink.business_center_id == self._center_id)
            .limit(1)
        )
        return self._session.exec(rows).first() is not None

    def members(self) -> tuple[int, int]:
        """Count admins, and everybody."""
        rows = select(Member.role, func.count()).where(self._bound()).group_by(col(Member.role))
        counts = dict(self._session.exec(rows).all())
        return counts.get(BusinessCenterRole.ADMIN, 0), sum(counts.values())

    def invitations(self) -> tuple[int, int]:
        """Count the invitations that wait, and those that ran out without an answer."""
        rows = select(func.count(), _sum(col(Invitation.expires_at) < self._now)).where(
            Invitation.business_center_id == self._center_id, Invitation.state == InvitationState.PENDING
        )
        every, expired = self._session.exec(rows).one()
        return every - expired, expired

    def members_without_accounts(self) -> int:
        """Count the Standard members who see no account at all (domain.md 13.7).

        What is live is gathered once; the function keeps the store from looking up each of it for each member.
        """
        live = select(TikTokAccountLink.id).where(
            TikTokAccountLink.business_center_id == self._center_id,
            TikTokAccountLink.state == LinkState.ACTIVE,
            or_(col(TikTokAccountLink.ends_at).is_(None), col(TikTokAccountLink.ends_at) > self._now),
        )
        received = (
            select(PartnerShare.id)
            .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
            .where(Partnership.partner_center_id == self._center_id, Partnership.state == PartnershipState.ACTIVE)
        )
        own = exists().where(
            col(MemberTikTokAccount.member_id) == col(Member.id),
            func.coalesce(col(MemberTikTokAccount.link_id), "").in_(live),
        )
        shared = exists().where(
            col(MemberPartnerShare.member_id) == col(Member.id),
            func.coalesce(col(MemberPartnerShare.share_id), "").in_(received),
        )
        rows = (
            select(func.count())
            .select_from(Member)
            .where(self._bound(), Member.role == BusinessCenterRole.STANDARD, ~own, ~shared)
        )
        return self._session.exec(rows).one()

    def partner_invitations(self) -> Few[HomePartner]:
        """Return the Business Centers that wait for an answer, the oldest first."""
        accounts = func.count(col(PartnerShare.id))
        rows = (
            select(Partnership.id, Partnership.owner_name, accounts)
            .outerjoin(PartnerShare, col(PartnerShare.partnership_id) == col(Partnership.id))
            .where(Partnership.partner_center_id == self._center_id, Partnership.state == PartnershipState.PENDING)
            .group_by(col(Partnership.id))
            .order_by(col(Partnership.created_at), col(Partnership.id))
        )
        found = [HomePartner(*row) for row in self._session.exec(rows)]
        return Few(tuple(found[:SHOWN]), len(found))

    def partners_waiting(self) -> int:
        """Count the Business Centers that wait for an answer."""
        rows = select(func.count(col(Partnership.id))).where(
            Partnership.partner_center_id == self._center_id, Partnership.state == PartnershipState.PENDING
        )
        return self._session.exec(rows).one()

    def mails(self) -> tuple[int, int]:
        """Count the mails that wait to be sent, and those that could not be."""
        failed = count_waiting(self._session, self._center_id, self._now, failed_only=True)
        return count_waiting(self._session, self._center_id, self._now) - failed, failed

    def asked(self) -> Few[AdminRequestRow]:
        """Return the open requests to the admins, the oldest first."""
        rows = _admin_requests.open_of(self._center_id)
        rows = rows.order_by(col(AdminRequest.created_at), col(AdminRequest.id))
        shown = _admin_requests.records(self._session, rows.limit(SHOWN))
        return Few(shown, len(shown) if len(shown) < SHOWN else self.asked_count())

    def asked_count(self) -> int:
        """Count the open requests to the admins."""
        rows = select(func.count()).select_from(_admin_requests.open_of(self._center_id).subquery())
        return self._session.exec(rows).one()

    def _bound(self) -> ColumnElement[bool]:
        return and_(col(Member.business_center_id) == self._center_id, col(Member.status) == MemberStatus.BOUND)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the rows for which ``condition`` holds; 0 where there are no rows."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

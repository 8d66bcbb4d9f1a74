"""Carrying a plan out: exactly its rows, in bulk, with history and log, in the unit of work that planned it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, update
from sqlmodel import col

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.core.admin_requests import AdminRequestState
from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.core.errors import ChangedMeanwhile
from bcdesktop.core.grants import REACHED_KINDS, AssetKind, Holder, HolderKind
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import telling
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import Asset, GrantBook
from bcdesktop.store.tables import (
    AccessRequest,
    Ad,
    AdAccountRequest,
    AdLink,
    AdminRequest,
    AssetAccess,
    AssetLink,
    ConnectedApp,
    DirectoryAccount,
    Invitation,
    KeptSession,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    PersonLink,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork

_GRANTS: dict[AssetKind, Any] = {
    AssetKind.TIKTOK_ACCOUNT: MemberTikTokAccount,
    AssetKind.SHARED_TIKTOK_ACCOUNT: MemberPartnerShare,
    **dict.fromkeys(REACHED_KINDS, MemberAsset),
}


@dataclass(frozen=True)
class How:
    """How links and partnerships end: as what, why, when (None is now), and with which signed revocation.

    ``ended_by`` is who ended a partnership, with the Business Center's name.
    """

    link_state: LinkState = LinkState.DISCONNECTED
    reason: str | None = None
    ended_at: datetime | None = None
    revocation: bytes | None = None
    ended_by: str = ""


def carry_out(unit: UnitOfWork, book: GrantBook, plan: Plan, how: How | None = None) -> None:
    """Do what ``plan`` says, planned in this unit. ``book`` gets the grants; the caller closes it.

    The entry about the ending itself is the caller's. Raises ChangedMeanwhile where a row is not as planned.
    """
    unit.session.flush()
    work = _Carrying(unit, book, plan, how or How())
    work.rows()
    work.history()
    telling.tell(unit, book.actor, plan)


class _Carrying:
    """One plan, one unit."""

    def __init__(self, unit: UnitOfWork, book: GrantBook, plan: Plan, how: How) -> None:
        self.unit, self.book, self.plan, self.how = unit, book, plan, how

    def rows(self) -> None:
        """Change every row of the plan."""
        plan, now, by = self.plan, self.unit.now, self.book.actor.name
        self._links()
        self._pause()
        for table in dict.fromkeys(_GRANTS.values()):
            self._delete(table, [id_ for id_, grant in plan.grants.items() if _GRANTS[grant.kind] is table])
        self._delete(AdLink, plan.ad_links)
        self._delete(PartnerShare, plan.shares)
        self._delete(AssetAccess, plan.reaches)
        self._update(AssetLink, plan.asset_links, {"unlinked_at": now, "unlinked_by": by})
        self._partnerships()
        left = {"status": MemberStatus.UNBOUND, "left_at": now}
        self._update(Member, plan.members, left, col(Member.status) == MemberStatus.BOUND)
        self._update(
            PersonLink, plan.person_links, {"ended_at": now, "ended_by": by}, col(PersonLink.ended_at).is_(None)
        )
        self._update(KeptSession, plan.sessions, {"ended_at": now})
        self._update(ConnectedApp, plan.apps, {"removed_at": now})
        self._update(DirectoryAccount, plan.claims, {"claimed_by": None})
        self._withdraw()

    def _links(self) -> None:
        how = self.how
        ended = {
            "state": how.link_state,
            "ended_at": how.ended_at or self.unit.now,
            "ended_by": self.book.actor.name or None,
            "end_reason": how.reason,
            "revocation_cose": how.revocation,
            "needs_confirmation": False,
        }
        self._update(TikTokAccountLink, self.plan.links, ended, col(TikTokAccountLink.state) == LinkState.ACTIVE)

    def _pause(self) -> None:
        by_reason: dict[PauseReason, list[str]] = {}
        for id_, ad in self.plan.ads.items():
            by_reason.setdefault(ad.reason, []).append(id_)
        now = self.unit.now
        for reason, ids in by_reason.items():
            stopped = {
                "status": AdStatus.PAUSED,
                "pause_reason": reason,
                "status_at": now,
                "last_active_at": now,
            }
            self._update(Ad, ids, stopped)

    def _partnerships(self) -> None:
        """End what ends; whoever shares less counts up, so that the next partner text is newer (security.md 2.6)."""
        plan, how, now = self.plan, self.how, self.unit.now
        for row in plan.partnerships.values():
            ended: dict[str, Any] = {"state": PartnershipState.ENDED, "ended_at": now, "ended_by": how.ended_by}
            if row.gives:
                # what was true until now has to be told anew, even where nothing was shared any more
                ended["sequence"] = Partnership.sequence + 1
            self._update(Partnership, [row.id], ended)
        fewer = Counter(share.partnership_id for share in plan.shares.values() if share.link_id is not None)
        for partnership_id, number in fewer.items():
            self._update(Partnership, [partnership_id], {"sequence": Partnership.sequence + number})

    def _withdraw(self) -> None:
        plan, now, by = self.plan, self.unit.now, self.book.actor.name
        cancelled: dict[str, Any] = {"state": RequestState.CANCELLED, "decided_at": now}
        self._update(AccessRequest, plan.access_requests, cancelled)
        decided = {"state": AdAccountRequestState.CANCELLED, "decided_at": now, "decided_by": by}
        self._update(AdAccountRequest, plan.ad_account_requests, decided)
        done = {"state": AdminRequestState.DONE, "decided_at": now, "decided_by": by}
        self._update(AdminRequest, plan.admin_requests, done)
        self._update(Invitation, plan.invitations, {"state": InvitationState.WITHDRAWN, "decided_at": now})

    def history(self) -> None:
        """Put every grant that ends into the book."""
        holders: dict[str, Holder] = {}
        for grant in self.plan.grants.values():
            asset = Asset(grant.kind, grant.asset_id, grant.asset_name, grant.center_id)
            holder = holders.get(grant.member_id)
            if holder is None:
                holder = holders[grant.member_id] = Holder(HolderKind.MEMBER, grant.member_id)
            self.book.note(asset, holder, grant.member_name, grant.role, None)
        for share in self.plan.shares.values():
            if share.link_id is not None:
                account = Asset(AssetKind.TIKTOK_ACCOUNT, share.link_id, f"@{share.handle}", share.owner_center_id)
                partner = Holder(HolderKind.PARTNER, share.partnership_id)
                self.book.note(account, partner, share.partner_name, share.role, None)
        for reach in self.plan.reaches.values():
            if reach.partnership_id is not None and reach.owner_center_id is not None:
                mine = Asset(reach.kind, reach.asset_id, reach.name, reach.owner_center_id)
                partner = Holder(HolderKind.PARTNER, reach.partnership_id)
                self.book.note(mine, partner, reach.partner_name, reach.role, None)

    def _delete(self, table: Any, ids: Iterable[str]) -> None:
        wanted = tuple(ids)
        for some in batches(wanted):
            self._check(table, delete(table).where(col(table.id).in_(some)), some)
        self._forget(table, wanted, gone=True)

    def _update(self, table: Any, ids: Iterable[str], values: Mapping[str, Any], *where: Any) -> None:
        wanted = tuple(ids)
        new = dict(values)
        if "version" in table.__table__.c:
            new["version"] = table.version + 1
        for some in batches(wanted):
            self._check(table, update(table).where(col(table.id).in_(some), *where).values(new), some)
        self._forget(table, wanted, gone=False)

    def _check(self, table: Any, statement: Any, ids: Any) -> None:
        options = {"synchronize_session": False}
        result = cast("CursorResult[Any]", self.unit.session.execute(statement, execution_options=options))
        if result.rowcount != len(ids):
            raise ChangedMeanwhile(table.__tablename__, ids[0])

    def _forget(self, table: Any, ids: tuple[str, ...], *, gone: bool) -> None:
        """Let rows the session holds be read again, and take out those that are gone."""
        session = self.unit.session
        wanted = set(ids)
        for row in [row for row in session.identity_map.values() if isinstance(row, table) and row.id in wanted]:
            if gone:
                session.expunge(row)
            else:
                session.expire(row)

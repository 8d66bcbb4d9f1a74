"""What becomes due by the clock alone: requests expire; links, grants and partnerships run out."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services import _due_ends, _ends
from bcdesktop.services._ending import accounts
from bcdesktop.services._ending.carrying import How, carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.store.activity import PROGRAM
from bcdesktop.store.tables import AccessRequest, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def settle(context: Context) -> int:
    """See ``access_requests.expire_due``. Looks first, so that an idle store is not written to."""
    now = context.clock.now()
    with context.store.read() as session:
        if not (_due_requests(session, now) or _due_links(session, now) or _ends.is_due(session, now)):
            return 0
    return context.store.run(_settle)


def _settle(unit: UnitOfWork) -> int:
    requests, links = _due_requests(unit.session, unit.now), _due_links(unit.session, unit.now)
    for row in requests:
        expired = {"state": RequestState.EXPIRED}
        if unit.compare_and_set(AccessRequest, row.id, {"state": RequestState.PENDING}, expired):
            _note(unit, row.business_center_id, ActivityAction.REQUEST_EXPIRED, "access_request", row.id)
            unit.changed(ChangeKind.ACCESS_REQUEST, row.id)
    for link in links:
        run_out(unit, link)
    return len(requests) + len(links) + _due_ends.run_out(unit)


def run_out(unit: UnitOfWork, link: TikTokAccountLink) -> None:
    """End a link that its date has passed, with everything on it."""
    if link.state is not LinkState.ACTIVE:
        return
    unit.session.flush()
    book, plan = GrantBook(unit, PROGRAM), Plan(unit.now)
    accounts.end_links(unit.session, plan, (link.id,))
    carry_out(unit, book, plan, How(LinkState.RAN_OUT, ended_at=link.ends_at))
    book.close()
    _note(unit, link.business_center_id, ActivityAction.ACCOUNT_RAN_OUT, "tiktok_account", link.id, link.handle)


def _due_requests(session: Session, now: datetime) -> list[AccessRequest]:
    rows = select(AccessRequest).where(AccessRequest.state == RequestState.PENDING, AccessRequest.expires_at < now)
    return list(session.exec(rows))


def _due_links(session: Session, now: datetime) -> list[TikTokAccountLink]:
    rows = select(TikTokAccountLink).where(
        TikTokAccountLink.state == LinkState.ACTIVE, col(TikTokAccountLink.ends_at) <= now
    )
    return list(session.exec(rows))


def _note(
    unit: UnitOfWork, chain: str, action: ActivityAction, object_kind: str, object_id: str, object_name: str = ""
) -> None:
    unit.record(chain, PROGRAM, action, object_kind, object_id, object_name=object_name)

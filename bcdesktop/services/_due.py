"""What becomes due by the clock alone: requests expire, links run out."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import Kind, LinkState, RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.store.activity import PROGRAM, EntryActor
from bcdesktop.store.tables import AccessRequest, DirectoryAccount, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def settle(context: Context) -> int:
    """See ``access_requests.expire_due``. Looks first, so that an idle store is not written to."""
    now = context.clock.now()
    with context.store.read() as session:
        if not _due_requests(session, now) and not _due_links(session, now):
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
    return len(requests) + len(links)


def run_out(unit: UnitOfWork, link: TikTokAccountLink) -> None:
    """End a link that its date has passed."""
    ended = {"state": LinkState.RAN_OUT, "ended_at": link.ends_at}
    if unit.compare_and_set(TikTokAccountLink, link.id, {"state": LinkState.ACTIVE}, ended):
        release_claim(unit.session, link)
        take_from_all(unit, link, PROGRAM)
        _note(unit, link.business_center_id, ActivityAction.ACCOUNT_RAN_OUT, "tiktok_account", link.id, link.handle)
        unit.changed(ChangeKind.TIKTOK_ACCOUNT, link.id)


def take_from_all(unit: UnitOfWork, link: TikTokAccountLink, actor: EntryActor) -> None:
    """Take an account whose link ends from every member and partner, so that nothing of it is left behind."""
    book = GrantBook(unit, actor)
    book.drop_link(link)
    book.close()


def release_claim(session: Session, link: TikTokAccountLink) -> None:
    """Give the account back to its owner when the link that claimed it ends."""
    account = session.get(DirectoryAccount, link.account_id)
    if link.kind is Kind.CLAIM and account is not None and account.claimed_by == link.business_center_id:
        account.claimed_by = None
        session.add(account)


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

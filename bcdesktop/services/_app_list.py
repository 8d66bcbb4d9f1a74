"""Reading which apps have access to an account: from the connected store, and from the phone's own receipts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import Kind, LinkState
from bcdesktop.profile import AppEntry, AppList, AppName, PhoneAccount, PhoneProfile
from bcdesktop.services import _owner_receipts
from bcdesktop.services._rows import link_state
from bcdesktop.services.context import Context
from bcdesktop.store.tables import BusinessCenter, ConnectedApp, DirectoryAccount, TikTokAccountLink

PLATFORM = "platform"
"""The id of the entry "TikTok for Business"."""


def read(context: Context, phone: PhoneProfile, account: PhoneAccount) -> AppList:
    """Return the list as it is now. Raises the errors of store.errors."""
    now = context.clock.now()
    with context.store.read() as session:
        here = [_of_link(phone, link, name) for link, name in _links(session, account, now)]
        elsewhere = list(_of_receipts(session, phone, account, now))
        since = _platform_since(session, account)
    centres = sorted((*here, *elsewhere), key=lambda entry: entry.since, reverse=True)
    if centres:
        since = min([entry.since for entry in centres] if since is None else [since, centres[-1].since])
    platform = [] if since is None else [AppEntry(PLATFORM, AppName.TIKTOK_FOR_BUSINESS, since)]
    return AppList(now, (*platform, *centres))


def _links(session: Session, account: PhoneAccount, now: datetime) -> list[tuple[TikTokAccountLink, str]]:
    rows = (
        select(TikTokAccountLink, BusinessCenter.name)
        .join(BusinessCenter, col(BusinessCenter.id) == col(TikTokAccountLink.business_center_id))
        .where(TikTokAccountLink.account_id == account.account_id, TikTokAccountLink.state == LinkState.ACTIVE)
        .order_by(col(TikTokAccountLink.linked_at).desc(), col(TikTokAccountLink.id))
    )
    return [(link, name) for link, name in session.exec(rows) if link_state(link, now) is LinkState.ACTIVE]


def _of_link(phone: PhoneProfile, link: TikTokAccountLink, name: str) -> AppEntry:
    pinned = phone.centre(link.business_center_id)
    return AppEntry(
        id=link.id,
        app=AppName.BUSINESS_CENTER,
        since=link.linked_at,
        business_center_id=link.business_center_id,
        business_center_name=name if pinned is None else pinned.name,
        scope=tuple(link.scope),
        ends_at=link.ends_at,
        heard_at=link.last_heard_at,
        link_id=link.id,
        grant_id=link.grant_id.hex(),
        is_claim=link.kind is Kind.CLAIM,
    )


def _of_receipts(session: Session, phone: PhoneProfile, account: PhoneAccount, now: datetime) -> Iterator[AppEntry]:
    """Give what is known of Business Centers in other stores: what was signed here, whether or not it arrived."""
    for grant in _owner_receipts.granted(phone, account.account_id):
        receipt = grant.receipt
        over = receipt.ends_at is not None and receipt.ends_at <= now
        if over or session.get(BusinessCenter, receipt.business_center_id) is not None:
            continue
        yield AppEntry(
            id=receipt.id,
            app=AppName.BUSINESS_CENTER,
            since=receipt.at,
            business_center_id=receipt.business_center_id,
            business_center_name=receipt.business_center_name,
            scope=receipt.scope,
            ends_at=receipt.ends_at,
            grant_id=grant.grant_id.hex(),
            is_claim=grant.is_claim,
        )


def _platform_since(session: Session, account: PhoneAccount) -> datetime | None:
    """Return since when "TikTok for Business" itself was let in by a log-in, None where it was not (A4-15)."""
    if session.get(DirectoryAccount, account.account_id) is None:
        return None
    rows = select(func.min(col(ConnectedApp.authorised_at))).where(
        ConnectedApp.account_id == account.account_id,
        ConnectedApp.name == AppName.TIKTOK_FOR_BUSINESS.value,
        col(ConnectedApp.removed_at).is_(None),
    )
    return session.exec(rows).one()

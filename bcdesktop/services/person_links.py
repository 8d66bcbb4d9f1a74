"""TikTok accounts one person links in Ads Manager, without a Business Center and for nobody else (domain.md 1.6.1)."""

from __future__ import annotations

import secrets
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdStatus, IdentityKind
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotFound
from bcdesktop.services import _pausing, ending, log_ins
from bcdesktop.services._ad_commands import entry_actor
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser, RunningAd
from bcdesktop.services.advertiser_errors import AlreadyYours
from bcdesktop.services.advertiser_records import LinkedAccount
from bcdesktop.services.context import Context
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.activity import STORE_CHAIN
from bcdesktop.store.tables import Ad, Asset, DirectoryAccount, PersonLink
from bcdesktop.store.unit_of_work import UnitOfWork


def link(context: Context, advertiser: Advertiser, log_in_id: str) -> LinkedAccount:
    """Link the TikTok account whose phone approved a log-in code to this one person; no password is typed.

    The code was made for LogInPurpose.LINK_IN_ADS_MANAGER and counts once. Raises NotFound, LogInNotApproved,
    AlreadyYours.
    """

    def work(unit: UnitOfWork) -> str:
        log_in = log_ins.use(unit, log_in_id, LogInPurpose.LINK_IN_ADS_MANAGER)
        account = unit.session.get(DirectoryAccount, log_in.account_id)
        if account is None:
            raise NotFound("directory_account", log_in.account_id or "")
        mine = _active(advertiser.person_id).where(col(PersonLink.account_id) == account.id)
        if unit.session.exec(mine).first() is not None:
            raise AlreadyYours(account.handle)
        row = PersonLink(
            id=secrets.token_hex(16),
            person_id=advertiser.person_id,
            account_id=account.id,
            handle=account.handle,
            display_name=account.display_name,
            log_in_id=log_in.id,
            linked_at=unit.now,
        )
        unit.session.add(row)
        unit.session.flush()
        _note(unit, advertiser, row, ActivityAction.PERSON_ACCOUNT_LINKED, {})
        return row.id

    link_id = context.store.run(work)
    with context.store.read() as session:
        return next(row for row in linked(session, advertiser.person_id) if row.id == link_id)


def list_own(context: Context, advertiser: Advertiser) -> tuple[LinkedAccount, ...]:
    """Return the accounts the person linked for themselves, by handle."""
    with context.store.read() as session:
        return tuple(linked(session, advertiser.person_id))


def running_ads(context: Context, advertiser: Advertiser, link_id: str) -> tuple[RunningAd, ...]:
    """Return the ads that ``unlink`` would pause, in whichever ad account, by name. Raises NotFound."""
    with context.store.read() as session:
        row = _own(session, advertiser, link_id)
        ads = session.execute(_pausing.running(col(Ad.person_link_id) == link_id))
        return tuple(RunningAd(ad.name, session.get_one(Asset, ad.asset_id).name, row.handle) for ad in ads)


def unlink(context: Context, advertiser: Advertiser, link_id: str) -> None:
    """End one's own link, at once; ads that run on it pause, in every ad account (U6). Raises NotFound."""
    ending.end(context, advertiser, EndWay.PERSON_LINK, link_id)


def linked(session: Session, person_id: str) -> list[LinkedAccount]:
    """Return the accounts a person linked for themselves, by handle, with the number of ads that run on each."""
    of_link = (col(Ad.person_link_id) == col(PersonLink.id)) & (col(Ad.status) == AdStatus.ACTIVE)
    running = select(func.count()).select_from(Ad).where(of_link).correlate(PersonLink).scalar_subquery()
    columns: tuple[Any, ...] = (
        *(PersonLink.id, PersonLink.handle, PersonLink.display_name, PersonLink.linked_at),
        running.label("running"),
    )
    rows = (
        select(*columns)
        .where(col(PersonLink.person_id) == person_id, col(PersonLink.ended_at).is_(None))
        .order_by(PersonLink.handle)
    )
    return [
        LinkedAccount(
            kind=IdentityKind.PERSON,
            id=row.id,
            handle=row.handle,
            display_name=row.display_name,
            through="",
            linked_at=row.linked_at,
            linked_by="",
            running=row.running,
            can_unlink=True,
        )
        for row in session.execute(rows)
    ]


def _active(person_id: str) -> Any:
    return select(PersonLink).where(PersonLink.person_id == person_id, col(PersonLink.ended_at).is_(None))


def _own(session: Session, advertiser: Advertiser, link_id: str) -> PersonLink:
    row = session.get(PersonLink, link_id)
    if row is None or row.person_id != advertiser.person_id or row.ended_at is not None:
        raise NotFound("person_link", link_id)
    return row


def _note(
    unit: UnitOfWork, advertiser: Advertiser, row: PersonLink, action: ActivityAction, body: dict[str, object]
) -> None:
    by = entry_actor(advertiser)
    unit.record(STORE_CHAIN, by, action, "person_link", row.id, body, object_name=f"@{row.handle}")
    unit.changed(ChangeKind.AD_LINK, row.id)

"""Requests of a Business Center for somebody's ad account, and their answers (A4-24 to A4-26, A4-39 to A4-44)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState
from bcdesktop.core.errors import NotAllowed, NotFound, ValueMalformed
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.ids import parse_ad_account_id
from bcdesktop.core.mails import MailText
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    _ad_account_asking,
    _ad_account_granting,
    _ad_account_owners,
    _ad_account_request_rows,
    _commands,
    _mails,
)
from bcdesktop.services._ad_account_asking import Asked
from bcdesktop.services._ad_account_request_rows import state_at
from bcdesktop.services._admin_requests import parse_words
from bcdesktop.services.ad_account_errors import AdAccountRequestNotOpen
from bcdesktop.services.ad_records import AdAccountRequestRow, Advertiser
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdAccountRequest, Asset
from bcdesktop.store.unit_of_work import UnitOfWork

_NOUN = "ad_account_request"


def ask(  # noqa: PLR0917 - each is a field of the form
    context: Context,
    actor: Actor,
    text: str,
    kind: AdAccountRequestKind,
    role: AssetRole,
    note: str,
    key: str,
    *,
    mail: MailText | None = None,
) -> AdAccountRequestRow:
    """Ask for an ad account, by its id or an Ads Manager address with ``aadvid=`` (A4-24, A4-27, A4-42).

    The owner gets ``mail`` (A4-44) and has 30 days; an ad account the asking person owns is added at once (A4-26). A
    transfer makes this Business Center the owner, for good (domain.md 7.10); its ``role`` is Admin. Done twice with one
    ``key`` it gives the first result. Raises NotAllowed; InputRefused at ``ad_account_id`` (see
    ``_ad_account_asking.ask``), ``role`` or ``note``; AdAccountClosed, LimitReached.
    """
    if role not in ROLES_OF[AssetKind.AD_ACCOUNT]:
        raise ValueMalformed("role", "choice")
    asked = Asked(
        parse_ad_account_id(text),
        kind,
        role,
        parse_words(context, note, "note"),
    )
    words = None if mail is None else _mails.parse_mail_text(mail)

    def work(unit: UnitOfWork) -> str:
        return _ad_account_asking.ask(context, unit, actor, asked, words)

    return get(context, actor, _commands.run(context, actor, Action.REQUEST_AD_ACCOUNT, work, key=key))


def cancel(context: Context, actor: Actor, request_id: str) -> AdAccountRequestRow:
    """Withdraw a request of this Business Center. Raises NotAllowed, NotFound, AdAccountRequestNotOpen."""

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(AdAccountRequest, request_id)
        if row is None or row.business_center_id != actor.business_center_id:
            raise NotFound(_NOUN, request_id)
        state = state_at(row, unit.now)
        if state is not AdAccountRequestState.PENDING or not _ad_account_asking.cancel(unit, actor, row):
            raise AdAccountRequestNotOpen(state)

    _commands.run(context, actor, Action.REQUEST_AD_ACCOUNT, work)
    return get(context, actor, request_id)


def list_all(context: Context, actor: Actor) -> tuple[AdAccountRequestRow, ...]:
    """Return what this Business Center sent and what it received for ad accounts it owns, newest first.

    ``center_id`` tells the two apart; what was received says who may answer it (domain.md 7.7). Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.SEE_REQUESTS) as session:
        rows = _ad_account_request_rows.read(session, context.clock.now(), _concerns(actor))
        open_ones = {row.asset_id for row in rows if row.state is AdAccountRequestState.PENDING}
        people = _ad_account_owners.answerers_of(session, actor.business_center_id, sorted(open_ones))
    return tuple(replace(row, answerers=people.get(row.asset_id, ())) for row in rows)


def get(context: Context, actor: Actor, request_id: str) -> AdAccountRequestRow:
    """Return one request, sent or received. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_REQUESTS) as session:
        one = col(AdAccountRequest.id) == request_id
        found = _ad_account_request_rows.read(session, context.clock.now(), one, _concerns(actor))
    if not found:
        raise NotFound(_NOUN, request_id)
    return found[0]


def of_ad_account(context: Context, actor: Actor, asset_id: str) -> tuple[AdAccountRequestRow, ...]:
    """Return what others asked for about one ad account of this Business Center, newest first.

    For its admins, and for a member with Admin on it. Raises NotAllowed, NotFound.
    """
    with context.store.read() as session:
        member = _commands.working_member(session, actor)
        if member is None:
            raise NotAllowed(Action.SEE_REQUESTS.value, ())
        asset = session.get(Asset, asset_id)
        if asset is None or asset.owner_center_id != actor.business_center_id:
            raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
        people = {person.id for person in _ad_account_owners.addressees(session, asset)}
        if actor.person_id not in people:
            _commands.require(session, actor, Action.SEE_REQUESTS)
        return _ad_account_request_rows.read(session, context.clock.now(), col(AdAccountRequest.asset_id) == asset_id)


def waiting_for(context: Context, advertiser: Advertiser) -> tuple[AdAccountRequestRow, ...]:
    """Return the requests a person may answer now, newest first: of own ad accounts, and of those with Admin (7.7)."""
    now = context.clock.now()
    with context.store.read() as session:
        return _ad_account_request_rows.read(
            session,
            now,
            col(AdAccountRequest.state) == AdAccountRequestState.PENDING,
            col(AdAccountRequest.expires_at) >= now,
            _ad_account_owners.answered_by(advertiser.person_id),
        )


def answer(
    context: Context,
    advertiser: Advertiser,
    request_id: str,
    grant: bool,
    reason: str = "",
    mail: MailText | None = None,
    *,
    role: AssetRole | None = None,
) -> AdAccountRequestRow:
    """Grant or refuse a request in Ads Manager (A4-44); who asked gets ``mail``. ``role`` is a lower level than asked.

    Raises NotFound; NotAllowed for somebody who is not Admin of the ad account; AdAccountRequestNotOpen,
    AdAccountClosed, LimitReached; InputRefused at ``reason``.
    """
    said, words = _parsed(context, reason, mail)
    by = EntryActor("person", advertiser.person_id, advertiser.name)

    def work(unit: UnitOfWork) -> None:
        _answer(context, unit, by, request_id, _Answer(grant, said, role, words))

    context.store.run(work)
    with context.store.read() as session:
        return _one(session, context, request_id)


def answer_here(
    context: Context,
    actor: Actor,
    request_id: str,
    grant: bool,
    reason: str = "",
    *,
    role: AssetRole | None = None,
    mail: MailText | None = None,
) -> AdAccountRequestRow:
    """Do what ``answer`` does, in the window of the Business Center that owns the ad account. Raises what it raises."""
    said, words = _parsed(context, reason, mail)

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(AdAccountRequest, request_id)
        asset = None if row is None else unit.session.get(Asset, row.asset_id)
        if asset is None or asset.owner_center_id != actor.business_center_id:
            raise NotFound(_NOUN, request_id)
        _answer(context, unit, _commands.entry_actor(actor), request_id, _Answer(grant, said, role, words))

    _commands.run(context, actor, Action.SEE_AD_ACCOUNTS, work, assigned=True)
    with context.store.read() as session:
        return _one(session, context, request_id)


def _concerns(actor: Actor) -> Any:
    center = actor.business_center_id
    return (col(AdAccountRequest.business_center_id) == center) | (col(Asset.owner_center_id) == center)


@dataclass(frozen=True)
class _Answer:
    """Granted or not, why not, at which level where lower than asked for, and the words of the mail."""

    grant: bool
    reason: str
    role: AssetRole | None
    mail: MailText | None


def _answer(context: Context, unit: UnitOfWork, by: EntryActor, request_id: str, given: _Answer) -> None:
    row = unit.session.get(AdAccountRequest, request_id)
    if row is None:
        raise NotFound(_NOUN, request_id)
    asset = unit.session.get_one(Asset, row.asset_id)
    _ad_account_owners.require_answerer(unit.session, by.id, asset)
    if given.grant:
        _ad_account_granting.grant(context, unit, by, row, asset, given.role)
    else:
        _ad_account_granting.refuse(unit, by, row, asset, given.reason)
    if given.mail is not None:
        _ad_account_granting.put_mail(unit, by, row, asset, given.mail)


def _one(session: Session, context: Context, request_id: str) -> AdAccountRequestRow:
    return _ad_account_request_rows.read(session, context.clock.now(), col(AdAccountRequest.id) == request_id)[0]


def _parsed(context: Context, reason: str, mail: MailText | None) -> tuple[str, MailText | None]:
    said = parse_words(context, reason, "reason")
    return said, None if mail is None else _mails.parse_mail_text(mail)

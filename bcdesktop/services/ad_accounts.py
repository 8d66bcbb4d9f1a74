"""The ad accounts a Business Center owns or reaches: create, review, correct, close (domain.md 7)."""

from __future__ import annotations

from sqlmodel import Session

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, AdAction
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    _ad_account_owners,
    _ad_account_rows,
    _ad_account_values,
    _ad_accounts,
    _ad_roles,
    _commands,
    activity,
)
from bcdesktop.services._admin_requests import parse_words
from bcdesktop.services._grants import GrantBook, reached_asset
from bcdesktop.services.ad_account_errors import AdAccountOfOther, CurrencyDiffers
from bcdesktop.services.ad_records import AdAccountRow, Advertiser, NewAdAccount
from bcdesktop.services.context import Context
from bcdesktop.services.records import ActivityRow, Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Asset
from bcdesktop.store.unit_of_work import UnitOfWork


def list_all(context: Context, actor: Actor) -> tuple[AdAccountRow, ...]:
    """Return all ad accounts, closed ones too, newest first (domain.md 2.3).

    A Standard member gets those given to them. Raises NotAllowed for somebody who is no member.
    """
    return _rows(context, actor)


def get(context: Context, actor: Actor, asset_id: str) -> AdAccountRow:
    """Return one ad account. Raises NotAllowed; NotFound also where it was not given to this person."""
    found = _rows(context, actor, asset_id)
    if not found:
        raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
    return found[0]


def create(context: Context, actor: Actor, new: NewAdAccount, key: str) -> AdAccountRow:
    """Create an ad account the Business Center owns, in review; who creates it gets Admin on it (A4-16 to A4-18).

    Done twice with one ``key`` it gives the first result. Raises NotAllowed, InputRefused (CurrencyDiffers: it has the
    Business Center's own), LimitReached at 3,000.
    """
    checked = _ad_account_values.parse(new)

    def work(unit: UnitOfWork) -> str:
        center = _commands.business_center(unit.session, actor.business_center_id)
        if checked.currency != center.currency:
            raise CurrencyDiffers("currency", center.currency, checked.currency)
        _ad_accounts.check_room(unit.session, context.limits, center.id)
        by = _commands.entry_actor(actor)
        asset = _ad_accounts.create(unit, by, checked, center_id=center.id)
        member = _commands.require(unit.session, actor, Action.CREATE_AD_ACCOUNT)
        book = GrantBook(unit, by)
        book.set_member(member, actor.name, reached_asset(asset, center.id), AssetRole.ADMIN)
        book.close()
        return asset.id

    return get(context, actor, _commands.run(context, actor, Action.CREATE_AD_ACCOUNT, work, key=key))


def create_personal(context: Context, advertiser: Advertiser, new: NewAdAccount, key: str) -> str:
    """Create an ad account a person owns, without any Business Center, in review; return its id (domain.md 7.5).

    Done twice with one ``key`` it gives the first result. Raises InputRefused.
    """
    checked = _ad_account_values.parse(new)

    def work(unit: UnitOfWork) -> str:
        return _ad_accounts.create(unit, _by(advertiser), checked, person_id=advertiser.person_id).id

    full_key = f"create_personal_ad_account:{advertiser.person_id}:{key}"
    return context.store.run(work, key=full_key, command="create_personal_ad_account")


def review(context: Context, actor: Actor, asset_id: str, approve: bool, note: str = "") -> AdAccountRow:
    """Approve an ad account, or not, with a note: the step that stands for TikTok's review (A4-18).

    Raises NotAllowed, NotFound, AdAccountOfOther, AdAccountNotInReview, AdAccountClosed, InputRefused at ``note``.
    """
    said = parse_words(context, note, "note")

    def work(unit: UnitOfWork) -> None:
        found = _ad_accounts.owned(unit.session, actor.business_center_id, asset_id)
        _ad_accounts.decide(unit, _commands.entry_actor(actor), found.asset, said, approve=approve)

    _commands.run(context, actor, Action.CREATE_AD_ACCOUNT, work)
    return get(context, actor, asset_id)


def review_personal(context: Context, advertiser: Advertiser, asset_id: str, approve: bool, note: str = "") -> None:
    """Do what ``review`` does with an ad account the person owns.

    Raises NotFound, NotAllowed, AdAccountOfOther, AdAccountNotInReview, AdAccountClosed, InputRefused at ``note``.
    """
    said = parse_words(context, note, "note")

    def work(unit: UnitOfWork) -> None:
        asset = _own_of(unit.session, advertiser, asset_id)
        _ad_accounts.decide(unit, _by(advertiser), asset, said, approve=approve)

    context.store.run(work)


def change(context: Context, actor: Actor, asset_id: str, new: NewAdAccount, version: int) -> AdAccountRow:
    """Change the business information; one that was not approved is submitted again with it (A4-18).

    Country and time zone are fixed once it is approved, the currency always; they are left as they are. Raises
    NotAllowed, NotFound, AdAccountOfOther, AdAccountClosed, ChangedMeanwhile, InputRefused.
    """
    checked = _ad_account_values.parse(new)

    def work(unit: UnitOfWork) -> None:
        found = _ad_accounts.owned(unit.session, actor.business_center_id, asset_id)
        _ad_accounts.change(unit, _commands.entry_actor(actor), found.asset, checked, version)

    _commands.run(context, actor, Action.CREATE_AD_ACCOUNT, work)
    return get(context, actor, asset_id)


def activity_of(context: Context, actor: Actor, asset_id: str) -> tuple[ActivityRow, ...]:
    """Return what happened to one ad account, newest first. Raises NotAllowed, NotFound."""
    get(context, actor, asset_id)
    return activity.entries(context, actor, object_id=asset_id)


def _rows(context: Context, actor: Actor, asset_id: str | None = None) -> tuple[AdAccountRow, ...]:
    with context.store.read() as session:
        member = _commands.working_member(session, actor)
        if member is None:
            raise NotAllowed(Action.SEE_AD_ACCOUNTS.value, ())
        return tuple(_ad_account_rows.read(session, member, asset_id))


def _own_of(session: Session, advertiser: Advertiser, asset_id: str) -> Asset:
    asset, role = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.CHANGE_AD_ACCOUNT)
    if not role.is_owner:
        raise AdAccountOfOther(asset.name, _ad_account_owners.owner_name(session, asset))
    return asset


def _by(advertiser: Advertiser) -> EntryActor:
    return EntryActor("person", advertiser.person_id, advertiser.name)

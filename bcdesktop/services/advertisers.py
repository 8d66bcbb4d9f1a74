"""People in Ads Manager: signing in there, with a Business Center or without one, and the ad accounts they can use."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.business_centers import PERSON_NAME_CHARACTERS
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound, ValueTaken
from bcdesktop.core.grants import AssetKind, least, mightiest
from bcdesktop.core.ids import new_id, parse_email, parse_text
from bcdesktop.core.people import check_password
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.core.sign_in_names import sign_in_name
from bcdesktop.services import _commands, _passwords, _reached, _second_step, _secrets, log_ins, people
from bcdesktop.services._ad_commands import entry_actor
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.advertiser_errors import AdvertiserExists
from bcdesktop.services.advertiser_records import AdvertiserAccount
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import TwoStepRequired
from bcdesktop.services.records import Actor, LogInPurpose
from bcdesktop.store.activity import STORE_CHAIN
from bcdesktop.store.tables import AdAccount, Asset, AssetAccess, BusinessCenter, Member, MemberAsset, Person
from bcdesktop.store.unit_of_work import UnitOfWork


def sign_in(context: Context, email: str, password: str, code: str | None = None) -> Advertiser:
    """Sign in to Ads Manager; no Business Center is needed (A0-26, A2-02). ``email`` may be the name "@handle".

    Throttle and second step are those of ``people.sign_in``. Raises SignInFailed, SignInThrottled, SignInLocked,
    SecondStepNeeded, SecondStepWrong, TwoStepRequired (a Business Center of the person asks for a second step that is
    not set up), SecretPlaceLocked.
    """
    person_id = _second_step.sign_in(context, email, password, code)
    _secrets.unlock_store_key(context, person_id, password)
    return context.store.run(lambda unit: _signed_in(unit, person_id))


def sign_in_with_tiktok(context: Context, log_in_id: str) -> Advertiser:
    """Sign in the person of an approved log-in code; each code once.

    Raises NotFound, LogInNotApproved, NoPersonForAccount, TwoStepRequired.
    """
    signed_in = context.store.run(lambda unit: _signed_in(unit, people.person_of_log_in(unit, log_in_id)))
    _secrets.unlock_store_key(context, signed_in.person_id, None)
    return signed_in


def from_actor(context: Context, actor: Actor) -> Advertiser:
    """Return the person who is signed in to a Business Center.

    Raises NotFound for somebody who is no member any more, TwoStepRequired.
    """
    with context.store.read() as session:
        if _commands.member_of(session, actor) is None:
            raise NotFound("business_center", actor.business_center_id)
        return _advertiser(session, actor.person_id)


def as_member(context: Context, advertiser: Advertiser, center_id: str = "") -> Actor:
    """Return the person in one of their Business Centers, the first by name where none is named. Raises NotFound."""
    with context.store.read() as session:
        actor = people.actor_in(session, advertiser.person_id, center_id or None)
    if actor is None:
        raise NotFound("business_center", center_id)
    return actor


def resume(context: Context) -> Advertiser | None:
    """Return who stays signed in on this computer, None where nobody does.

    Raises SecretPlaceLocked, TwoStepRequired.
    """
    actor = people.resume(context)
    return None if actor is None else from_actor(context, actor)


def sign_up(context: Context, name: str, email: str, password: str) -> Advertiser:
    """Make somebody who has no Business Center known by e-mail and password (A2-02), and sign them in.

    Raises InputRefused at ``person_name``, ``email`` (ValueTaken for somebody else's) or ``password``.
    """
    name = parse_text(name, "person_name", maximum=PERSON_NAME_CHARACTERS)
    address = parse_email(email)
    password_hash = _secrets.hasher(context).hash(check_password(password))

    def work(unit: UnitOfWork) -> Advertiser:
        if _passwords.person_by_email(unit.session, address) is not None:
            raise ValueTaken("email", address)
        return _add(unit, Person(id=new_id(), email=address, name=name, password_hash=password_hash))

    return context.store.run(work)


def sign_up_with_tiktok(context: Context, log_in_id: str, name: str, password: str) -> Advertiser:
    """Do the same for somebody without an e-mail address, by a log-in code their phone approved (A4-23).

    They sign in with "@handle" and ``password``, or with their phone; an address can be added when they create a
    Business Center. Raises InputRefused at ``person_name`` or ``password``, NotFound, LogInNotApproved,
    AdvertiserExists.
    """
    name = parse_text(name, "person_name", maximum=PERSON_NAME_CHARACTERS)
    password_hash = _secrets.hasher(context).hash(check_password(password))

    def work(unit: UnitOfWork) -> Advertiser:
        row = log_ins.use(unit, log_in_id, LogInPurpose.SIGN_UP_IN_ADS_MANAGER)
        handle = row.handle or ""
        known = unit.session.exec(select(Person.id).where(Person.tiktok_account_id == row.account_id)).first()
        if known is not None or _passwords.person_by_email(unit.session, sign_in_name(handle)) is not None:
            raise AdvertiserExists(handle)
        person = Person(id=new_id(), email=sign_in_name(handle), name=name, password_hash=password_hash)
        person.tiktok_handle, person.tiktok_account_id = row.handle, row.account_id
        return _add(unit, person)

    return context.store.run(work)


def sign_out(context: Context, advertiser: Advertiser) -> None:
    """Log that the person left Ads Manager; what the Business Center window of this process has open stays."""
    context.store.run(lambda unit: _note(unit, advertiser, ActivityAction.SIGNED_OUT))


def accounts(context: Context, advertiser: Advertiser) -> tuple[AdvertiserAccount, ...]:
    """Return the ad accounts a person can use, own ones and those of their Business Centers, by name; closed ones last.

    Where several ways lead to one, the higher role counts (domain.md 2.4.3).
    """
    with context.store.read() as session:
        ways = _ways(session, advertiser.person_id)
        found = [
            AdvertiserAccount(
                id=row.id,
                number=row.number,
                name=row.name,
                owner_name=row.center_name or row.person_name or "",
                is_own=row.owner_person_id == advertiser.person_id,
                role=role,
                sees_numbers=sees,
                status=row.status,
            )
            for row, role, sees in _with_roles(session, advertiser.person_id, ways)
        ]
    return tuple(sorted(found, key=lambda row: (row.status is AdAccountStatus.CLOSED, row.name.casefold(), row.number)))


def _ways(session: Session, person_id: str) -> dict[str, tuple[list[AssetRole], bool]]:
    """Return by ad account every role the person's Business Centers gave them, and whether one shows numbers."""
    columns: tuple[Any, ...] = (
        MemberAsset.asset_id,
        MemberAsset.role,
        MemberAsset.hides_numbers,
        col(AssetAccess.role).label("maximum"),
    )
    rows = (
        select(*columns)
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .join(
            AssetAccess,
            (col(AssetAccess.business_center_id) == col(Member.business_center_id))
            & (col(AssetAccess.asset_id) == col(MemberAsset.asset_id)),
        )
        .where(col(Member.person_id) == person_id, col(Member.status) == MemberStatus.BOUND, _reached.accepted())
    )
    ways: dict[str, tuple[list[AssetRole], bool]] = {}
    for asset_id, role, hides, maximum in session.execute(rows):
        roles, sees = ways.get(asset_id, ([], False))
        ways[asset_id] = ([*roles, least(maximum, role)], sees or not hides)
    return ways


def _with_roles(session: Session, person_id: str, ways: dict[str, tuple[list[AssetRole], bool]]) -> list[Any]:
    columns: tuple[Any, ...] = (
        Asset.id,
        Asset.number,
        Asset.name,
        Asset.owner_person_id,
        AdAccount.status,
        col(BusinessCenter.name).label("center_name"),
        col(Person.name).label("person_name"),
    )
    reached = select(MemberAsset.asset_id).join(Member, col(Member.id) == col(MemberAsset.member_id))
    reached = reached.where(Member.person_id == person_id, Member.status == MemberStatus.BOUND)
    rows = (
        select(*columns)
        .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
        .outerjoin(BusinessCenter, col(BusinessCenter.id) == col(Asset.owner_center_id))
        .outerjoin(Person, col(Person.id) == col(Asset.owner_person_id))
        .where(
            col(Asset.kind) == AssetKind.AD_ACCOUNT,
            (col(Asset.owner_person_id) == person_id) | col(Asset.id).in_(reached),
        )
    )
    found = []
    for row in session.execute(rows):
        roles, sees = ways.get(row.id, ([], False))
        if row.owner_person_id == person_id:
            roles, sees = [*roles, AssetRole.ADMIN], True
        role = mightiest(roles)
        if role is not None:
            found.append((row, role, sees))
    return found


def _advertiser(session: Session, person_id: str) -> Advertiser:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("person", person_id)
    asking = None if person.two_step_sealed is not None else _second_step.required_by(session, person_id)
    if asking is not None:
        raise TwoStepRequired(asking)
    return Advertiser(person.id, person.name, person.email)


def _signed_in(unit: UnitOfWork, person_id: str) -> Advertiser:
    advertiser = _advertiser(unit.session, person_id)
    _note(unit, advertiser, ActivityAction.SIGNED_IN)
    return advertiser


def _add(unit: UnitOfWork, person: Person) -> Advertiser:
    person.created_at = unit.now
    unit.session.add(person)
    unit.session.flush()
    unit.changed(ChangeKind.PERSON, person.id)
    advertiser = Advertiser(person.id, person.name, person.email)
    _note(unit, advertiser, ActivityAction.ADVERTISER_SIGNED_UP)
    return advertiser


def _note(unit: UnitOfWork, advertiser: Advertiser, action: ActivityAction) -> None:
    unit.record(
        STORE_CHAIN, entry_actor(advertiser), action, "person", advertiser.person_id, object_name=advertiser.name
    )

"""What an off-boarding ends: the plan of the way itself, and what may be added to it or left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services import _commands
from bcdesktop.services._ending import open_matters, ways_accounts, ways_ads, ways_people
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import Plan, Withdrawn
from bcdesktop.services._offboarding_lines import lines_of
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services.offboarding_records import Reach, ReachGroup, ReachLine, Subject, SubjectKind
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import (
    AdAccountRequest,
    AdLink,
    Asset,
    AssetAccess,
    Member,
    Partnership,
    Person,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Extra:
    """What may be left out: how it stands in the list, and how it is added to the plan."""

    line: ReachLine
    add: Callable[[Planned], None]


@dataclass
class OffboardingPlan:
    """``base`` ends whatever is chosen; each of ``extras`` may be added."""

    subject: Subject
    name: str
    detail: str
    base: Planned
    extras: list[Extra]

    def reach(self) -> Reach:
        """Return the list."""
        lines = (*lines_of(self.subject.kind, self.base), *(extra.line for extra in self.extras))
        places = {group: place for place, group in enumerate(ReachGroup)}
        ordered = sorted(lines, key=lambda line: (places[line.group], line.name.casefold(), line.id))
        return Reach(self.subject, self.name, self.detail, tuple(ordered))

    def ready(self, session: Session, chosen: Collection[str]) -> Planned:
        """Return the ending with what is chosen of the extras."""
        for extra in self.extras:
            if extra.line.id in chosen and not extra.line.helpers:
                extra.add(self.base)
        # what stops flowing follows from all of it together
        self.base.plan.computed.clear()
        ways_accounts.finish(session, self.base.plan)
        return self.base


def plan(session: Session, actor: Actor, subject: Subject, now: datetime) -> OffboardingPlan:
    """Return what ends with ``subject``. Raises as ``offboarding.reach``."""
    make = {SubjectKind.MEMBER: _member, SubjectKind.PARTNER: _partner, SubjectKind.CLIENT: _client}
    return make[subject.kind](session, actor, subject, now)


def merge(planned: Planned, other: Planned) -> None:
    """Let ``planned`` do what ``other`` does too, with its entry in the log."""
    _take(planned.plan, other.plan)
    first = planned.log

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        first(unit, by)
        other.log(unit, by)

    planned.log = log


def _take(plan: Plan, other: Plan) -> None:
    for field in fields(Plan):
        mine = getattr(plan, field.name)
        if isinstance(mine, dict):
            mine |= getattr(other, field.name)


# ------------------------------------------------------------------ a member
def _member(session: Session, actor: Actor, subject: Subject, now: datetime) -> OffboardingPlan:
    base = ways_people.member(session, actor, subject.id, now)
    member = session.get_one(Member, subject.id)
    person = session.get_one(Person, member.person_id)
    extras = [*_open_matters(base.plan)]
    owned = col(Asset.owner_person_id) == person.id
    extras += _reaches_of_mine(session, actor, owned, ReachGroup.OWN_AD_ACCOUNTS, now)
    return OffboardingPlan(subject, person.name, person.email, base, extras)


def _open_matters(plan: Plan) -> Iterator[Extra]:
    """Take what the member began out of ``plan``: somebody else may go on with it."""
    for field, group in (
        ("access_requests", ReachGroup.CODES),
        ("ad_account_requests", ReachGroup.REQUESTS),
        ("invitations", ReachGroup.INVITATIONS),
    ):
        kept: dict[str, Withdrawn] = getattr(plan, field)
        for id_, row in list(kept.items()):
            del kept[id_]
            yield _again(field, ReachLine(group, id_, row.about, is_optional=True), row)


def _again(field: str, line: ReachLine, row: Withdrawn) -> Extra:
    def add(planned: Planned) -> None:
        getattr(planned.plan, field)[row.id] = row

    return Extra(line, add)


# ------------------------------------------------------------------ a partner
def _partner(session: Session, actor: Actor, subject: Subject, now: datetime) -> OffboardingPlan:
    base = ways_people.partnership(session, actor, subject.id, now)
    row = session.get_one(Partnership, subject.id)
    center_id = actor.business_center_id
    gives = row.owner_center_id == center_id
    other_id = row.partner_center_id if gives else row.owner_center_id
    extras = [*_other_way(session, actor, row, other_id, now)]
    extras += _direct_reaches(session, actor, other_id, now)
    extras += _asked_of_mine(session, actor, other_id, now)
    return OffboardingPlan(subject, base.subject, other_id, base, extras)


def _other_way(session: Session, actor: Actor, row: Partnership, other_id: str, now: datetime) -> Iterator[Extra]:
    sides = {row.owner_center_id, row.partner_center_id}
    rows = select(Partnership).where(
        col(Partnership.id) != row.id,
        col(Partnership.owner_center_id).in_(sides),
        col(Partnership.partner_center_id).in_(sides),
        col(Partnership.state).in_(OPEN),
    )
    for other in session.exec(rows).all():
        planned = ways_people.partnership(session, actor, other.id, now)
        shared = len(planned.plan.shares) + len(planned.plan.reaches)
        # what they share with us is ours to lose, so it stays at first; what we share with them goes
        goes = other.partner_center_id == other_id
        line = ReachLine(ReachGroup.OTHER_WAY, other.id, planned.subject, str(shared), None, None, True, goes)
        yield _merged(line, planned)


def _direct_reaches(session: Session, actor: Actor, other_id: str, now: datetime) -> Iterator[Extra]:
    """Give what the other side reaches without the partnership: own ad accounts it asked for (U12)."""
    rows = (
        select(Asset.id, Asset.name, AssetAccess.role)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .where(
            col(AssetAccess.business_center_id) == other_id,
            col(AssetAccess.partnership_id).is_(None),
            col(Asset.owner_center_id) == actor.business_center_id,
            col(Asset.kind) == AssetKind.AD_ACCOUNT,
        )
    )
    for asset_id, name, role in session.exec(rows).all():
        line = ReachLine(
            ReachGroup.AD_ACCOUNTS, asset_id, name, "", AssetRole(role), AssetKind.AD_ACCOUNT, is_optional=True
        )
        yield _access(session, actor, line, other_id, now)


def _asked_of_mine(session: Session, actor: Actor, other_id: str, now: datetime) -> Iterator[Extra]:
    waiting = Plan(now)
    open_matters.add_ad_account_requests(
        session,
        waiting,
        col(AdAccountRequest.business_center_id) == other_id,
        col(Asset.owner_center_id) == actor.business_center_id,
    )
    for row in waiting.ad_account_requests.values():
        line = ReachLine(ReachGroup.REQUESTS, row.id, row.about, row.asked_by, is_optional=True)
        yield _again("ad_account_requests", line, row)


# ------------------------------------------------------------------ a client
def _client(session: Session, actor: Actor, subject: Subject, now: datetime) -> OffboardingPlan:
    base = ways_accounts.disconnect(session, actor, subject.id, now)
    base.way = EndWay.CLIENT
    link = session.get_one(TikTokAccountLink, subject.id)
    people = session.exec(select(Person).where(col(Person.tiktok_account_id) == link.account_id)).all()
    owned = col(Asset.owner_person_id).in_([person.id for person in people])
    used = col(Asset.id).in_(select(AdLink.asset_id).where(col(AdLink.link_id) == link.id))
    extras = [*_reaches_of_mine(session, actor, owned | used, ReachGroup.OWN_AD_ACCOUNTS, now)]
    for person in people:
        extras += _membership(session, actor, person, now)
    return OffboardingPlan(subject, f"@{link.handle}", link.display_name, base, extras)


def _membership(session: Session, actor: Actor, person: Person, now: datetime) -> Iterator[Extra]:
    rows = select(Member).where(
        col(Member.person_id) == person.id,
        col(Member.business_center_id) == actor.business_center_id,
        col(Member.status) == MemberStatus.BOUND,
    )
    member = session.exec(rows).first()
    # the people who lead the Business Center are not its clients
    if member is not None and member.role is not BusinessCenterRole.ADMIN:
        line = ReachLine(ReachGroup.MEMBERSHIP, member.id, person.name, person.email, None, None, True, False)
        yield _merged(line, ways_people.member(session, actor, member.id, now))


# ------------------------------------------------------------------ shared by them
def _reaches_of_mine(
    session: Session, actor: Actor, whose: object, group: ReachGroup, now: datetime
) -> Iterator[Extra]:
    """Give ad accounts of others that this Business Center reaches and can give up; at first they stay."""
    rows = (
        select(Asset.id, Asset.name, AssetAccess.role)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .where(
            col(AssetAccess.business_center_id) == actor.business_center_id,
            col(AssetAccess.relation) != AssetRelation.OWNER_BC,
            col(AssetAccess.partnership_id).is_(None),
            col(Asset.kind) == AssetKind.AD_ACCOUNT,
            whose,  # type: ignore[arg-type]
        )
    )
    for asset_id, name, role in session.exec(rows).all():
        line = ReachLine(group, asset_id, name, "", AssetRole(role), AssetKind.AD_ACCOUNT, True, False)
        yield _access(session, actor, line, actor.business_center_id, now)


def _access(session: Session, actor: Actor, line: ReachLine, center_id: str, now: datetime) -> Extra:
    """Return the end of a Business Center's reach into an ad account, or who can end it."""
    try:
        planned = ways_ads.ad_account_access(session, actor, ways_ads.reach_id(line.id, center_id), now)
    except NotAllowed as refused:
        names = refused.helpers or _commands.admin_names(session, actor.business_center_id)
        return Extra(replace(line, helpers=names), _nothing)
    return _merged(line, planned)


def _merged(line: ReachLine, planned: Planned) -> Extra:
    def add(base: Planned) -> None:
        merge(base, planned)

    return Extra(line, add)


def _nothing(_planned: Planned) -> None:
    """Add nothing."""

"""What tests of access to accounts share: linked accounts, members, partners, and short ways to give."""

from __future__ import annotations

import uuid

from sqlmodel import select

from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, tiktok_accounts
from bcdesktop.services.people_records import Assignment
from bcdesktop.store.tables import Member, Partnership

OPERATOR, ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST


def link(world, actor, handle):
    """Return the id of a new link to ``handle``, which is logged in on a phone of its own."""
    world.approve(world.request(actor, expected_handle=handle), world.sign_up(handle))
    return next(row.id for row in tiktok_accounts.list_all(world.context, actor) if row.handle == handle)


def holder_of(world, actor):
    """Return a person as a holder of grants."""
    rows = select(Member.id).where(
        Member.person_id == actor.person_id, Member.business_center_id == actor.business_center_id
    )
    with world.store.read() as session:
        return Holder(HolderKind.MEMBER, session.exec(rows).one())


def partner_of(world, owner, partner, state=PartnershipState.ACTIVE):
    """Make a partnership in which the Business Center of ``owner`` shares; return the partner as a holder."""
    row = Partnership(
        id=new_id(),
        owner_center_id=owner.business_center_id,
        owner_name=owner.business_center_name,
        partner_center_id=partner.business_center_id,
        partner_name=partner.business_center_name,
        state=state,
        invited_by=owner.name,
        created_at=world.clock.now(),
    )
    holder = Holder(HolderKind.PARTNER, row.id)
    world.store.run(lambda unit: unit.session.add(row))
    return holder


def give(world, actor, asset_id, holder, role, key=None):
    """Give ``role`` on one account to one holder; return how many grants changed."""
    return grants.assign(world.context, actor, [Assignment(asset_id, holder, role)], key or uuid.uuid4().hex)


def shared_id(world, actor, handle):
    """Return the id under which a Business Center sees an account that is shared with it."""
    rows = tiktok_accounts.list_all(world.context, actor)
    return next(row.id for row in rows if row.handle == handle and row.owner_name is not None)


def remove_member(world, actor):
    """Take a person out of the Business Center, with everything they were given."""
    from bcdesktop.services._commands import entry_actor
    from bcdesktop.services._ending import people
    from bcdesktop.services._ending.carrying import carry_out
    from bcdesktop.services._ending.plan import Plan
    from bcdesktop.services._grants import GrantBook

    member_id = holder_of(world, actor).id

    def work(unit):
        book, plan = GrantBook(unit, entry_actor(actor)), Plan(unit.now)
        people.end_member(unit.session, plan, member_id)
        carry_out(unit, book, plan)
        book.close()

    world.store.run(work)


def roles_of(rows):
    """Return (holder's name, account, role) of grants."""
    return [(row.holder_name, row.asset_name, row.role) for row in rows]


def told(changes):
    """Return (holder's name, account, before, after) of a history, oldest first."""
    return [(row.holder_name, row.asset_name, row.before, row.after) for row in reversed(changes)]

"""Inviting in tests: short ways to ask somebody in and to accept."""

from __future__ import annotations

import uuid

from bcdesktop.core.ids import new_id
from bcdesktop.core.mails import MailText
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole, BusinessCenterRole
from bcdesktop.services import invitations, members
from bcdesktop.services.people_records import Invited, MemberRow, NewInvitation
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import PartnerShare, Partnership
from tests.services.world import PASSWORD, World

ADMIN, STANDARD = BusinessCenterRole.ADMIN, BusinessCenterRole.STANDARD
TEXT = MailText("Join us", "Hello [[name]],\n\nyour code: [[code]]\n")


def invite(world: World, admin: Actor, *addresses: str, context=None, **new) -> tuple[Invited, ...]:
    """Invite ``addresses``, Standard without accounts where nothing else is said."""
    return invitations.invite(context or world.context, admin, NewInvitation(addresses, **new), TEXT, uuid.uuid4().hex)


def code_for(world: World, admin: Actor, address: str = "sam@example.com", **new) -> str:
    """Invite one address and return its code."""
    return invite(world, admin, address, **new)[0].code


def join(world: World, admin: Actor, name: str = "Sam", **new) -> Actor:
    """Invite somebody new and let them accept."""
    code = code_for(world, admin, f"{name.lower()}@example.com", **new)
    return invitations.accept(world.context, code, name, PASSWORD)


def row_of(world: World, admin: Actor, email: str) -> MemberRow:
    """Return the first row of the list with this address."""
    return next(row for row in members.list_all(world.context, admin).rows if row.email == email)


def member_id(world: World, admin: Actor, person: Actor) -> str:
    """Return the member id of ``person``."""
    return row_of(world, admin, person.email).id


def received_share(world: World, admin: Actor, role: AssetRole) -> str:
    """Let a partner share @bela with the Business Center of ``admin``; return the share's id."""
    otto = world.center("Otter Works", "Otto")
    now = world.clock.now()
    partnership = Partnership(
        id=new_id(),
        owner_center_id=otto.business_center_id,
        owner_name="Otter Works",
        partner_center_id=admin.business_center_id,
        partner_name=admin.business_center_name,
        state=PartnershipState.ACTIVE,
        invited_by="Otto",
        created_at=now,
    )
    share = PartnerShare(
        id=new_id(),
        partnership_id=partnership.id,
        account_id=new_id(),
        handle="bela",
        display_name="Bela",
        role=role,
        shared_at=now,
        shared_by="Otto",
    )
    world.store.run(lambda unit: unit.session.add_all((partnership, share)))
    return share.id

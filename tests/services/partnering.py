"""Steps of two Business Centers that become partners, for tests."""

from __future__ import annotations

import uuid

from sqlmodel import col, select

from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.mails import MailText
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, partners
from bcdesktop.services.context import Context
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.services.people_records import Assignment, PartnershipRow
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import GrantChange, Mail, Member, MemberPartnerShare

OPERATOR, ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST
TEXT = MailText("An invitation", "Hello [[name]]\n\n[[code]]")


def invite(
    context: Context, actor: Actor, center_id: str, *link_ids: str, role=ANALYST, key: str | None = None, **new: object
) -> PartnershipRow:
    """Invite a partner to some accounts."""
    shares = tuple((link_id, role) for link_id in link_ids)
    return partners.invite(context, actor, NewPartner(center_id, shares, **new), TEXT, key or uuid.uuid4().hex)


def member_id(context: Context, actor: Actor) -> str:
    """Return the id of the member that ``actor`` is."""
    with context.store.read() as session:
        rows = select(Member.id).where(
            col(Member.person_id) == actor.person_id, col(Member.business_center_id) == actor.business_center_id
        )
        return session.exec(rows).one()


def member(context: Context, actor: Actor) -> Holder:
    """Return ``actor`` as a holder of grants."""
    return Holder(HolderKind.MEMBER, member_id(context, actor))


def roles_of_members(context: Context) -> list[AssetRole]:
    """Return the roles partners' people have on shared accounts in a store."""
    with context.store.read() as session:
        return [row.role for row in session.exec(select(MemberPartnerShare))]


def mails(context: Context) -> list[Mail]:
    """Return every mail of a store, oldest first."""
    with context.store.read() as session:
        return list(session.exec(select(Mail).order_by(col(Mail.created_at), col(Mail.to_address))))


def history(context: Context, actor: Actor) -> list[tuple[str, str, str | None, str | None]]:
    """Return the history of grants of the Business Center of ``actor``: asset, holder, before, after; oldest first."""
    with context.store.read() as session:
        rows = select(GrantChange).where(col(GrantChange.business_center_id) == actor.business_center_id)
        return [
            (row.asset_name, row.holder_name, row.before, row.after)
            for row in session.exec(rows.order_by(col(GrantChange.seq)))
        ]


def give(world, actor: Actor, share_id: str, role: AssetRole) -> int:
    """Let ``actor`` give themselves an account that is shared with their Business Center."""
    world.wait(minutes=1)
    holder = member(world.context, actor)
    return grants.assign(world.context, actor, (Assignment(share_id, holder, role),), f"{share_id}{role}{holder.id}")

"""What a partnership shares: the one place that shares an account, changes its role or stops sharing it."""

from __future__ import annotations

import secrets

from sqlmodel import col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services._grants import GrantBook, link_asset
from bcdesktop.services._partner_log import name_of_partner
from bcdesktop.store.tables import PartnerShare, Partnership, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def set_share(
    unit: UnitOfWork,
    book: GrantBook,
    partnership: Partnership,
    link: TikTokAccountLink,
    role: AssetRole | None,
) -> bool:
    """Share an account as ``role``, change the role, or with None stop sharing it; tell whether anything changed.

    A role is lowered in one step (domain.md 13.21): the partner's people who had more are lowered with it. The history
    stands in the owner's book for the partner, and in the partner's for its people. The caller checks that the
    partnership is open and the link active.
    """
    share = share_of(unit, partnership, link)
    if role is None:
        if share is not None:
            book.drop_share(share, partnership)
        return share is not None
    before = None if share is None else share.role
    if not book.note(link_asset(link), partner_holder(partnership), partner_name(partnership), before, role):
        return False
    if share is None:
        share = PartnerShare(
            id=secrets.token_hex(16),
            partnership_id=partnership.id,
            link_id=link.id,
            account_id=link.account_id,
            handle=link.handle,
            display_name=link.display_name,
            role=role,
            shared_at=unit.now,
            shared_by=book.actor.name,
        )
    else:
        book.lower_members(share, partnership, role)
        share.role, share.shared_at, share.shared_by = role, unit.now, book.actor.name
    unit.session.add(share)
    partnership.sequence += 1
    unit.session.add(partnership)
    unit.changed(ChangeKind.PARTNER, partnership.id)
    return True


def share_of(unit: UnitOfWork, partnership: Partnership, link: TikTokAccountLink) -> PartnerShare | None:
    """Return the row of ``link`` in ``partnership``, None where it is not shared in it."""
    rows = select(PartnerShare).where(
        col(PartnerShare.partnership_id) == partnership.id, col(PartnerShare.link_id) == link.id
    )
    return unit.session.exec(rows).first()


def partner_holder(partnership: Partnership) -> Holder:
    """Return the partner as a holder of grants in the owner's book."""
    return Holder(HolderKind.PARTNER, partnership.id)


def partner_name(partnership: Partnership) -> str:
    """Return the partner's name, its id where no name is known yet."""
    return name_of_partner(partnership)

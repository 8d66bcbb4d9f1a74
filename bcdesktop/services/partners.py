"""Partners: sharing assets with another Business Center, and what others share with this one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotFound, ValueMalformed, ValueMissing
from bcdesktop.core.ids import is_id, parse_email, parse_text
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.mails import MailText
from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _commands, _mails, _partner_rows, _partnering, ending
from bcdesktop.services._partner_log import KIND
from bcdesktop.services._rows import activity_row
from bcdesktop.services.context import Context
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.services.people_errors import PartnerIsSelf
from bcdesktop.services.people_records import PartnershipRow
from bcdesktop.services.records import ActivityRow, Actor
from bcdesktop.store.tables import ActivityEntry, BusinessCenter, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork

NOTE_BYTES = LIMITS.purpose_bytes


def list_all(context: Context, actor: Actor) -> tuple[PartnershipRow, ...]:
    """Return every partnership of this Business Center, from either side, ended ones too, newest first.

    Raises NotAllowed.
    """
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        return _partner_rows.rows(session, actor.business_center_id)


def get(context: Context, actor: Actor, partnership_id: str) -> PartnershipRow:
    """Return one partnership. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        return _one(session, actor, partnership_id)


def waiting(context: Context, actor: Actor) -> tuple[PartnershipRow, ...]:
    """Return the invitations this Business Center has to answer, newest first. Raises NotAllowed."""
    return tuple(row for row in list_all(context, actor) if row.waits_for_me)


def look_up_center(context: Context, actor: Actor, center_id: str) -> str | None:
    """Return the name of the Business Center with this id in this store; None: it is in another one, reached by mail.

    Raises NotAllowed; ValueMissing, ValueMalformed and PartnerIsSelf at ``partner_center_id``.
    """
    wanted = _parse_center_id(actor, center_id)
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        row = session.get(BusinessCenter, wanted)
        return None if row is None else row.name


def invite(context: Context, actor: Actor, new: NewPartner, text: MailText, key: str) -> PartnershipRow:
    """Invite another Business Center as partner; what ``new`` shares with it counts once it accepts.

    In this store its admins get ``text`` as mail; for one in another store it goes to ``new.to_address`` with the
    partner text in its place, or nowhere where that is empty (``partner_texts.newest`` gives it then). Done twice with
    one ``key`` it gives the first result. Raises NotAllowed, InputRefused (PartnerIsSelf, ValueMissing("shares") ...),
    AlreadyPartner, NotFound, LinkNotActive, StoreKeyLocked, ClockMovedBack, and for other assets what ``change_shares``
    raises.
    """
    center_id = _parse_center_id(actor, new.center_id)
    if not new.shares:
        raise ValueMissing("shares")
    checked = NewPartner(
        center_id,
        new.shares,
        parse_text(new.note, "note", maximum=NOTE_BYTES, required=False, unit="bytes"),
        parse_email(new.to_address, "to_address") if new.to_address and new.to_address.strip() else None,
    )
    mail = _mails.parse_mail_text(text)

    def work(unit: UnitOfWork) -> str:
        return _partnering.invite(context, unit, actor, checked, mail)

    return get(context, actor, _commands.run(context, actor, Action.CHANGE_PARTNER, work, key=key))


def accept(context: Context, actor: Actor, partnership_id: str) -> PartnershipRow:
    """Accept an invitation: what is shared can be given to one's own members from now on.

    Raises NotAllowed, NotFound (the inviting side too), PartnershipNotOpen.
    """

    def work(unit: UnitOfWork) -> None:
        _partnering.accept(unit, actor, _on_side(unit.session, actor, partnership_id, PartnershipSide.RECEIVING))

    _commands.run(context, actor, Action.CHANGE_PARTNER, work)
    return get(context, actor, partnership_id)


def decline(context: Context, actor: Actor, partnership_id: str, reason: str = "") -> PartnershipRow:
    """Decline an invitation; nothing is shared then. Raises NotAllowed, NotFound, PartnershipNotOpen, InputRefused."""
    said = parse_text(reason, "reason", maximum=LIMITS.decline_reason_bytes, required=False, unit="bytes")

    def work(unit: UnitOfWork) -> None:
        row = _on_side(unit.session, actor, partnership_id, PartnershipSide.RECEIVING)
        _partnering.decline(unit, actor, row, said)

    _commands.run(context, actor, Action.CHANGE_PARTNER, work)
    return get(context, actor, partnership_id)


def change_shares(
    context: Context, actor: Actor, partnership_id: str, changes: Sequence[tuple[str, AssetRole | None]]
) -> PartnershipRow:
    """Share assets, raise or lower them, or with None stop sharing them; all or nothing, each in one step.

    ``changes`` are (asset id, role), the id being a link's for a TikTok account. The partner's people are lowered or
    lose the asset with it (domain.md 13.21). Raises NotAllowed, NotFound (the receiving side too), PartnershipNotOpen,
    LinkNotActive, AssetEnded, RoleNotForKind, BelongsToOther, OnlyInThisStore, ReachesAlready, TooManyAdAccounts.
    """

    def work(unit: UnitOfWork) -> None:
        row = _on_side(unit.session, actor, partnership_id, PartnershipSide.GIVING)
        _partnering.change_shares(unit, actor, row, changes)

    _commands.run(context, actor, Action.CHANGE_PARTNER, work)
    return get(context, actor, partnership_id)


def remove(context: Context, actor: Actor, partnership_id: str) -> PartnershipRow:
    """End a partnership from either side, with everything that hangs on it, at once (domain.md 5.1, U9 and U10).

    The inviting side also takes back an invitation that waits. Raises NotAllowed, NotFound, PartnershipNotOpen.
    """
    ending.end(context, actor, EndWay.PARTNERSHIP, partnership_id)
    return get(context, actor, partnership_id)


def activity_of(context: Context, actor: Actor, partnership_id: str) -> tuple[ActivityRow, ...]:
    """Return what happened to one partnership, newest first. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_PARTNERS) as session:
        _partner_rows.own(session, actor.business_center_id, partnership_id)
        entries = select(ActivityEntry).where(
            col(ActivityEntry.chain) == actor.business_center_id, col(ActivityEntry.object_id) == partnership_id
        )
        return tuple(activity_row(entry) for entry in session.exec(entries.order_by(col(ActivityEntry.seq).desc())))


def _parse_center_id(actor: Actor, text: str) -> str:
    center_id = "".join(text.split())
    if not center_id:
        raise ValueMissing("partner_center_id")
    if not is_id(center_id):
        raise ValueMalformed("partner_center_id", "number19")
    if center_id == actor.business_center_id:
        raise PartnerIsSelf("partner_center_id")
    return center_id


def _on_side(session: Session, actor: Actor, partnership_id: str, side: PartnershipSide) -> Partnership:
    row = _partner_rows.own(session, actor.business_center_id, partnership_id)
    if _partner_rows.side_of(row, actor.business_center_id) is not side:
        raise NotFound(KIND, partnership_id)
    return row


def _one(session: Session, actor: Actor, partnership_id: str) -> PartnershipRow:
    found = _partner_rows.rows(session, actor.business_center_id, partnership_id)
    if not found:
        raise NotFound(KIND, partnership_id)
    return found[0]

"""What people ask of the admins: signed in, or because they cannot get in (domain.md 13.17, A0-40, A0-43)."""

from __future__ import annotations

from sqlmodel import col, select

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.errors import NotFound
from bcdesktop.core.ids import parse_text
from bcdesktop.core.mails import MailText
from bcdesktop.core.policy import Action
from bcdesktop.services import _admin_requests, _commands, _outside_requests
from bcdesktop.services._admin_requests import Asked
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import AdminRequestDecided, TooManyAdminRequests
from bcdesktop.services.people_records import AdminRequestRow
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AdminRequest
from bcdesktop.store.unit_of_work import UnitOfWork

OBJECT_NAME_CHARACTERS = 120


def ask(
    context: Context,
    actor: Actor,
    subject: AdminRequestSubject,
    *,
    action: Action | None = None,
    object_id: str | None = None,
    object_name: str = "",
    text: str = "",
) -> AdminRequestRow:
    """Ask the admins of the own Business Center; the same request once more returns the open one as it is.

    ``action`` is what the person may not do, ``object_id`` and ``object_name`` say with what. Raises NotAllowed,
    InputRefused at ``text``, TooManyAdminRequests (domain.md 13.17, A0-40).
    """
    words = _admin_requests.parse_words(context, text, "text")
    name = parse_text(object_name, "object_name", maximum=OBJECT_NAME_CHARACTERS, required=False)
    asked = Asked(subject, words, action, object_id, name)

    def work(unit: UnitOfWork) -> str:
        own = select(AdminRequest).where(
            AdminRequest.business_center_id == actor.business_center_id,
            AdminRequest.person_id == actor.person_id,
            AdminRequest.state == AdminRequestState.OPEN,
        )
        waiting = unit.session.exec(own).all()
        for row in waiting:
            if (row.subject, row.action, row.object_id) == (subject, action, object_id):
                return row.id
        maximum = context.limits.open_admin_requests_per_person
        if len(waiting) >= maximum:
            raise TooManyAdminRequests(maximum)
        asker = _commands.entry_actor(actor)
        return _admin_requests.add(
            unit, asker, actor.business_center_id, asked, person_id=actor.person_id, email=actor.email
        ).id

    return _get(context, _commands.run(context, actor, Action.ASK_ADMIN, work))


def ask_from_outside(
    context: Context,
    email: str,
    subject: AdminRequestSubject,
    text: str,
    handle: str = "",
    *,
    mail: MailText | None = None,
) -> None:
    """Ask the admins without signing in (A0-43): to be let in, to be removed, or to take ``handle`` out.

    It goes to the Business Centers of this store the handle is linked to, else to those the address is a member of;
    each of their admins gets ``mail``. Whether there are any, and whether too much was open already, is not told,
    since an address or a handle is no proof of who asks. Raises InputRefused at ``email``, ``handle`` or ``text``.
    """
    _outside_requests.ask(context, email, subject, _admin_requests.parse_words(context, text, "text"), handle, mail)


def list_open(context: Context, actor: Actor, limit: int | None = None) -> tuple[AdminRequestRow, ...]:
    """Return the open requests, the oldest first; none of people who have left since. Raises NotAllowed."""
    rows = _admin_requests.open_of(actor.business_center_id)
    rows = rows.order_by(col(AdminRequest.created_at), col(AdminRequest.id)).limit(limit)
    with _commands.reading(context, actor, Action.ANSWER_ADMIN_REQUEST) as session:
        return _admin_requests.records(session, rows)


def mine(context: Context, actor: Actor) -> tuple[AdminRequestRow, ...]:
    """Return what the person asked: what is open, and the answers of the last 14 days, newest first.

    Raises NotAllowed for somebody who is no member.
    """
    with _commands.reading(context, actor, Action.ASK_ADMIN) as session:
        return _admin_requests.records(session, _admin_requests.own_of(actor, context.clock.now()))


def answer(context: Context, actor: Actor, request_id: str, *, done: bool, answer: str) -> AdminRequestRow:
    """Say that it was done, or decline it; ``answer`` is shown to the asker and may be empty.

    Raises NotAllowed, NotFound, InputRefused at ``answer``, AdminRequestDecided where another admin was faster.
    """
    words = _admin_requests.parse_words(context, answer, "answer")
    state = AdminRequestState.DONE if done else AdminRequestState.DECLINED

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(AdminRequest, request_id)
        if row is None or row.business_center_id != actor.business_center_id:
            raise NotFound("admin_request", request_id)
        decided = {"state": state, "decided_at": unit.now, "decided_by": actor.name, "answer": words}
        if not unit.compare_and_set(AdminRequest, row.id, {"state": AdminRequestState.OPEN}, decided):
            raise AdminRequestDecided(row.decided_by or "")
        _admin_requests.note(unit, _commands.entry_actor(actor), row, ActivityAction.ADMIN_ANSWERED)

    _commands.run(context, actor, Action.ANSWER_ADMIN_REQUEST, work)
    return _get(context, request_id)


def _get(context: Context, request_id: str) -> AdminRequestRow:
    with context.store.read() as session:
        return _admin_requests.records(session, select(AdminRequest).where(AdminRequest.id == request_id))[0]

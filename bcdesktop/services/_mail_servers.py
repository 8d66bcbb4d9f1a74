"""How a Business Center's mail is sent: read, changed, tried out, removed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotFound, ValueMissing
from bcdesktop.core.mail_servers import MailServerSettings, may_carry_password, parse_password, parse_settings
from bcdesktop.core.policy import Action
from bcdesktop.services import _commands, _mail_passwords, _smtp
from bcdesktop.services._eml import wire_address
from bcdesktop.services._sending import Post, settings_of
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.mail_records import MailServerRow
from bcdesktop.services.people_errors import MailLoginInTheOpen
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import MailServer
from bcdesktop.store.unit_of_work import UnitOfWork


def get(context: Context, actor: Actor) -> MailServerRow | None:
    """See ``outbox.mail_server``."""
    with _commands.reading(context, actor, Action.SEE_OUTBOX) as session:
        row = session.get(MailServer, actor.business_center_id)
    if row is None:
        return None
    settings = settings_of(row)
    return MailServerRow(
        **asdict(settings),
        password_kept=_mail_passwords.is_kept(context, actor.business_center_id, settings),
        version=row.version,
        password_held=_mail_passwords.is_held(context, actor.business_center_id, settings),
    )


def change(
    context: Context, actor: Actor, typed: MailServerSettings, password: str | None, version: int | None
) -> MailServerRow:
    """See ``outbox.change_mail_server``."""
    settings = _parse(typed, password)

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(MailServer, actor.business_center_id)
        if version != (None if row is None else row.version):
            raise ChangedMeanwhile("mail_server", actor.business_center_id)
        before = None if row is None else _told(settings_of(row))
        row = row or MailServer(business_center_id=actor.business_center_id, **asdict(settings))
        for name, value in asdict(settings).items():
            setattr(row, name, value)
        unit.session.add(row)
        _note(unit, actor, settings.host, {"before": before, "after": _told(settings)})

    _commands.run(context, actor, Action.CHANGE_BUSINESS_CENTER, work)
    if password:
        _mail_passwords.keep(context, actor.business_center_id, settings, password)
    found = get(context, actor)
    if found is None:
        raise NotFound("mail_server", actor.business_center_id)
    return found


def remove(context: Context, actor: Actor, version: int) -> None:
    """See ``outbox.remove_mail_server``."""

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(MailServer, actor.business_center_id)
        if row is None:
            raise NotFound("mail_server", actor.business_center_id)
        if row.version != version:
            raise ChangedMeanwhile("mail_server", actor.business_center_id)
        unit.session.delete(row)
        _note(unit, actor, row.host, {"before": _told(settings_of(row)), "after": None})

    _commands.run(context, actor, Action.CHANGE_BUSINESS_CENTER, work)
    _mail_passwords.forget(context, actor.business_center_id)


def test(context: Context, actor: Actor, typed: MailServerSettings, password: str | None) -> None:
    """See ``outbox.test_mail_server``."""
    with _commands.reading(context, actor, Action.CHANGE_BUSINESS_CENTER):
        pass
    settings = _parse(typed, password)
    known = password or _mail_passwords.find(context, actor.business_center_id, settings) or ""
    if settings.login and not known:
        raise ValueMissing("password")
    with _smtp.connected(Post(settings, known).server, context.mail_line) as delivery:
        delivery.would_take(wire_address(settings.from_address))


def _parse(typed: MailServerSettings, password: str | None) -> MailServerSettings:
    settings = parse_settings(typed)
    if password:
        parse_password(password)
    if settings.login and not may_carry_password(settings.security, settings.host):
        raise MailLoginInTheOpen("security", settings.host)
    return settings


def _told(settings: MailServerSettings) -> dict[str, Any]:
    return {**asdict(settings), "security": settings.security.value}


def _note(unit: UnitOfWork, actor: Actor, host: str, details: dict[str, Any]) -> None:
    unit.record(
        actor.business_center_id,
        _commands.entry_actor(actor),
        ActivityAction.MAIL_SERVER_CHANGED,
        "mail_server",
        actor.business_center_id,
        details,
        object_name=host,
    )
    unit.changed(ChangeKind.MAIL)

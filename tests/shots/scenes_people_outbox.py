"""The Outbox in every state of a mail, and Settings > Mail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.mails import MailKind, MailSecurity, MailState
from bcdesktop.services import mail, outbox
from bcdesktop.services._outbox_rows import failure_body
from bcdesktop.services.people_errors import (
    MailLoginRefused,
    MailMaybeSent,
    MailPasswordNeeded,
    MailRefused,
    MailServerUnreachable,
)
from bcdesktop.store.tables import Mail
from bcdesktop.ui.center.dialogs.mail_password import MailPasswordDialog
from bcdesktop.ui.kit.code_sheet import required_line
from tests.services.mail_world import put_mail, set_up, settings
from tests.shots.scenes_center import at_desk

SERVER = settings(587, MailSecurity.STARTTLS, host="mail.lantern.example", login="post@lantern.example")
HOST = SERVER.host


def set_row(world, mail_id, **values):
    world.store.run(lambda unit: unit.compare_and_set(Mail, mail_id, {}, values))


def fill(bench) -> dict[str, str]:
    """Put a mail of every state into the Outbox; return their ids."""
    world, admin = bench.world, bench.admin
    body = (
        f"{required_line()}\n\nHello Sam,\n\nLantern Media asks you to join its Business Center as Standard member.\n"
    )
    invited = {"kind": MailKind.INVITATION, "subject": "Lantern Media asks you to join"}
    ids = {}
    states = {
        "sent": {"state": MailState.SENT, "tries": 1},
        "by-hand": {"state": MailState.SENT_BY_HAND},
        "maybe": {"state": MailState.FAILED, "tries": 1, "failure": failure_body(MailMaybeSent(HOST))},
        "unreachable": {"state": MailState.FAILED, "tries": 2, "failure": failure_body(MailServerUnreachable(HOST))},
        "refused": {
            "state": MailState.FAILED,
            "tries": 1,
            "failure": failure_body(MailRefused(HOST, "550 5.1.1 No such person in this house")),
        },
        "read": {"read_at": world.clock.now()},
        "waiting": {},
    }
    for name, values in states.items():
        ids[name] = put_mail(world, admin, f"{name}.person@client.example", body=body, **invited)
        sent_at = world.clock.now() if values.get("state") in {MailState.SENT, MailState.SENT_BY_HAND} else None
        set_row(world, ids[name], **values, sent_at=sent_at)
        world.wait(minutes=7)
    old = bench.ask()
    ids["outdated"] = mail.send_code(
        world.context, admin, old.id, "mara@example.com", "Lantern Media asks for access", body, png=b"\x89PNG"
    )
    world.wait(minutes=12)
    return ids


def outbox_window(bench, *, server=True):
    if server:
        set_up(bench.world.context, bench.admin, SERVER, "secret")
    window = at_desk(bench, bench.admin)
    bench.center.page("outbox")
    bench.center.settle()
    return window


def scene_outbox_empty(bench, camera):
    camera.take("outbox-empty", outbox_window(bench, server=False))


@pytest.mark.parametrize("name", ["waiting", "unreachable", "refused", "maybe", "sent", "read", "outdated"])
def scene_outbox(bench, camera, name):
    ids = fill(bench)
    window = outbox_window(bench)
    bench.center.choose_row("outbox_table", ids[name])
    bench.center.settle()
    camera.take(f"outbox-{name}", window)


def scene_outbox_without_a_server(bench, camera):
    ids = fill(bench)
    window = outbox_window(bench, server=False)
    bench.center.choose_row("outbox_table", ids["waiting"])
    bench.center.settle()
    camera.take("outbox-no-server", window)


def scene_mail_password(bench, camera):
    window = at_desk(bench, bench.admin)
    dialog = MailPasswordDialog(
        bench.center.window.inside._session, window.navigator, MailPasswordNeeded(HOST, SERVER.login), len
    )
    window.navigator.open_dialog(dialog)
    camera.take("outbox-password", dialog)
    dialog._refused(MailLoginRefused(HOST))
    camera.take("outbox-password-refused", dialog)


def scene_mail_waits(bench, camera):
    set_up(bench.world.context, bench.admin, SERVER, "secret")
    window = at_desk(bench, bench.admin)
    request = bench.ask()
    window.navigator.open_code(request.id)
    bench.center.settle()
    bench.center.code_dialog().press("mail_button")
    bench.center.inside("send_mail_dialog").type("to_edit", "mara@example.com")
    bench.center.inside("send_mail_dialog").press("send_mail_button")
    bench.center.settle()
    camera.take("outbox-toast", bench.center.see("qr_code_dialog"))


def scene_mail_settings(bench, camera):
    window = at_desk(bench, bench.admin)
    bench.center.page("settings")
    window.navigator.go("settings", card="mail")
    bench.center.settle()
    camera.take("settings-mail-new", window)
    tab = window.inside.pages.page("settings").tabs_by_name["mail"]
    tab.mail_security_combo.setCurrentIndex(2)
    tab._refused(MailLoginRefused(HOST))
    bench.qtbot.waitUntil(lambda: not tab.bar.visibleRegion().isEmpty())
    bench.center.settle()
    camera.take("settings-mail-refused", window)


def scene_mail_settings_kept(bench, camera):
    outbox.change_mail_server(bench.world.context, bench.admin, replace(SERVER, port=587), "secret", None)
    window = at_desk(bench, bench.admin)
    bench.center.page("settings")
    window.navigator.go("settings", card="mail")
    bench.center.settle()
    camera.take("settings-mail-kept", window)

"""What the admins were asked for is closed by the ending that does it, and is told before (A0-40, A0-43)."""

from __future__ import annotations

import pytest

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.ending import EffectKind, EndWay
from bcdesktop.core.policy import Action
from bcdesktop.services import admin_requests, ending, revocations
from tests.services.access import link
from tests.services.revoking import revocation_for


def waiting(world, actor):
    return [(row.subject, row.object_name) for row in admin_requests.list_open(world.context, actor)]


@pytest.fixture
def asked(world, nora):
    """Three wishes about @mara and one about another account; return the link of @mara."""
    mara, bela, sam = link(world, nora, "mara"), link(world, nora, "bela"), world.standard_member(nora)
    for handle in ("mara", "bela"):
        subject = AdminRequestSubject.REMOVE_ACCOUNT
        admin_requests.ask_from_outside(world.context, f"{handle}@example.com", subject, "Please", handle)
    wish = {"action": Action.DISCONNECT_TIKTOK_ACCOUNT, "object_id": mara, "object_name": "@mara"}
    admin_requests.ask(world.context, sam, AdminRequestSubject.ACTION, **wish)
    wish = {"object_id": mara, "object_name": "@mara"}
    admin_requests.ask(world.context, sam, AdminRequestSubject.ACCESS, **wish)
    assert len(waiting(world, nora)) == 4
    assert bela != mara
    return mara


def test_disconnecting_says_which_requests_it_closes_and_closes_them(world, nora, asked):
    told = ending.effects(world.context, nora, EndWay.DISCONNECT, asked)

    ending.end(world.context, nora, EndWay.DISCONNECT, asked, announced=told.digest)

    closed = told.of_kind(EffectKind.REQUEST_WITHDRAWN)
    assert sorted((one.subject, one.holder) for one in closed) == [("@mara", "Sam"), ("@mara", "mara@example.com")]
    assert sorted(waiting(world, nora)) == [
        (AdminRequestSubject.ACCESS, "@mara"),
        (AdminRequestSubject.REMOVE_ACCOUNT, "@bela"),
    ]


def test_an_owner_who_revokes_by_themselves_closes_them_too(world, nora, asked):
    revocations.receive(world.context, nora, revocation_for(world, "mara", asked))

    assert (AdminRequestSubject.REMOVE_ACCOUNT, "@mara") not in waiting(world, nora)

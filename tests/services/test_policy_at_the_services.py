"""A Standard member, and somebody who is no member, at every function of the Business Center's side (A2-14)."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from typing import Any

import pytest

from bcdesktop import services
from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.drafts import Draft
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.mail_servers import MailServerSettings
from bcdesktop.core.mails import MailSecurity
from bcdesktop.services import (
    access_requests,
    activity,
    admin_requests,
    business_centers,
    grants,
    home,
    mail,
    outbox,
    people,
    tiktok_accounts,
)
from bcdesktop.services.people_errors import NoOwnAccess
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import BusinessCenterChange
from tests.services.world import PASSWORD, SPARK

MAIL_SERVER = MailServerSettings("mail.invalid", 465, MailSecurity.TLS, "", "nora@example.com", "")
DRAFT = Draft(Kind.LINK, Method.QR_CODE, SPARK)
SAM, OTTER = Holder(HolderKind.MEMBER, "sam"), Holder(HolderKind.PARTNER, "otter")

# every public function that takes an actor, and how it is called; ``w.request_id`` and ``w.link_id`` exist
FORBIDDEN_TO_STANDARD: dict[Any, Any] = {
    access_requests.create: lambda c, a, w: access_requests.create(c, a, DRAFT, "key"),
    access_requests.renew: lambda c, a, w: access_requests.renew(c, a, w.request_id, "key"),
    access_requests.send_notification_instead: lambda c, a, w: access_requests.send_notification_instead(
        c, a, w.request_id, "mara", "key"
    ),
    access_requests.cancel: lambda c, a, w: access_requests.cancel(c, a, w.request_id),
    access_requests.get: lambda c, a, w: access_requests.get(c, a, w.request_id),
    access_requests.list_all: lambda c, a, w: access_requests.list_all(c, a),
    access_requests.preflight: lambda c, a, w: access_requests.preflight(c, a),
    access_requests.check_handle: lambda c, a, w: access_requests.check_handle(c, a, "mara", Kind.LINK),
    tiktok_accounts.confirm: lambda c, a, w: tiktok_accounts.confirm(c, a, w.link_id),
    tiktok_accounts.disconnect: lambda c, a, w: tiktok_accounts.disconnect(c, a, w.link_id),
    tiktok_accounts.digits: lambda c, a, w: tiktok_accounts.digits(c, a, w.link_id),
    tiktok_accounts.mark_digits_compared: lambda c, a, w: tiktok_accounts.mark_digits_compared(c, a, w.link_id),
    tiktok_accounts.give_me_operator: lambda c, a, w: tiktok_accounts.give_me_operator(c, a, w.link_id),
    grants.assign: lambda c, a, w: grants.assign(c, a, [Assignment(w.link_id, SAM, None)], "key"),
    grants.candidates: lambda c, a, w: grants.candidates(c, a),
    grants.candidate: lambda c, a, w: grants.candidate(c, a, SAM),
    grants.asset_choices: lambda c, a, w: grants.asset_choices(c, a),
    grants.roles_on: lambda c, a, w: grants.roles_on(c, a, [w.link_id]),
    grants.assets_of: lambda c, a, w: (grants.assets_of(c, a, SAM), grants.assets_of(c, a, OTTER)),
    grants.matrix: lambda c, a, w: grants.matrix(c, a),
    grants.history: lambda c, a, w: grants.history(c, a),
    business_centers.change: lambda c, a, w: business_centers.change(c, a, BusinessCenterChange(name="Mine"), 1),
    business_centers.recovery_text: lambda c, a, w: business_centers.recovery_text(c, a, PASSWORD),
    activity.entries: lambda c, a, w: activity.entries(c, a),
    activity.verify: lambda c, a, w: activity.verify(c, a),
    admin_requests.list_open: lambda c, a, w: admin_requests.list_open(c, a),
    admin_requests.answer: lambda c, a, w: admin_requests.answer(c, a, "1", done=True, answer=""),
    mail.send_code: lambda c, a, w: mail.send_code(c, a, w.request_id, "mara@example.com", "Hello", "Text"),
    outbox.list_all: lambda c, a, w: outbox.list_all(c, a),
    outbox.get: lambda c, a, w: outbox.get(c, a, w.mail_id),
    outbox.eml: lambda c, a, w: outbox.eml(c, a, w.mail_id),
    outbox.mark_sent: lambda c, a, w: outbox.mark_sent(c, a, w.mail_id),
    outbox.send: lambda c, a, w: outbox.send(c, a, w.mail_id),
    outbox.send_all: lambda c, a, w: outbox.send_all(c, a),
    outbox.mail_server: lambda c, a, w: outbox.mail_server(c, a),
    outbox.change_mail_server: lambda c, a, w: outbox.change_mail_server(c, a, MAIL_SERVER, None, None),
    outbox.remove_mail_server: lambda c, a, w: outbox.remove_mail_server(c, a, 1),
    outbox.test_mail_server: lambda c, a, w: outbox.test_mail_server(c, a, MAIL_SERVER, None),
}
ASSIGNED_ONLY: dict[Any, Any] = {
    tiktok_accounts.get: lambda c, a, w: tiktok_accounts.get(c, a, w.link_id),
    tiktok_accounts.activity_of: lambda c, a, w: tiktok_accounts.activity_of(c, a, w.link_id),
    grants.holders_of: lambda c, a, w: grants.holders_of(c, a, w.link_id),
    grants.remove_own: lambda c, a, w: grants.remove_own(c, a, w.link_id),
}
ALLOWED_TO_STANDARD: dict[Any, Any] = {
    tiktok_accounts.list_all: lambda c, a, w: tiktok_accounts.list_all(c, a),
    grants.my_grants: lambda c, a, w: grants.my_grants(c, a),
    business_centers.get: lambda c, a, w: business_centers.get(c, a),
    business_centers.card: lambda c, a, w: business_centers.card(c, a),
    business_centers.fingerprint: lambda c, a, w: business_centers.fingerprint(c, a),
    admin_requests.ask: lambda c, a, w: admin_requests.ask(c, a, AdminRequestSubject.REMOVE_ME),
    admin_requests.mine: lambda c, a, w: admin_requests.mine(c, a),
    outbox.waiting: lambda c, a, w: outbox.waiting(c, a),
    home.overview: lambda c, a, w: home.overview(c, a),
    home.needs: lambda c, a, w: home.needs(c, a),
    people.admins: lambda c, a, w: people.admins(c, a),
    people.switch: lambda c, a, w: people.switch(c, a, a.business_center_id),
    people.sign_out: lambda c, a, w: people.sign_out(c, a),
    people.stay_signed_in: lambda c, a, w: people.stay_signed_in(c, a),
    activity.sign_head: lambda c, a, w: activity.sign_head(c, a),
}
# they concern only the person who calls, or say nothing about a Business Center
OPEN_TO_STRANGERS = {people.sign_out, people.stay_signed_in, activity.sign_head}


def name_of(function):
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


@pytest.fixture
def scene(world, nora, mara):
    world.link_id = world.approve(world.request(nora), mara).result.link_id
    world.request_id = world.request(nora, expected_handle="bela").id
    world.mail_id = mail.send_code(world.context, nora, world.request_id, "mara@example.com", "Hello", "Text")
    return world


@pytest.fixture
def sam(scene, nora):
    return scene.standard_member(nora)


@pytest.mark.parametrize("function", FORBIDDEN_TO_STANDARD, ids=name_of)
def test_a_standard_member_is_refused_and_told_who_can(scene, nora, sam, function):
    before = access_requests.list_all(scene.context, nora), tiktok_accounts.list_all(scene.context, nora)
    with pytest.raises(NotAllowed) as caught:
        FORBIDDEN_TO_STANDARD[function](scene.context, sam, scene)
    assert caught.value.helpers == ("Nora",)
    assert before == (access_requests.list_all(scene.context, nora), tiktok_accounts.list_all(scene.context, nora))


@pytest.mark.parametrize("function", ASSIGNED_ONLY, ids=name_of)
def test_a_standard_member_does_not_find_what_was_not_given_to_them(scene, sam, function):
    with pytest.raises((NotFound, NoOwnAccess)):
        ASSIGNED_ONLY[function](scene.context, sam, scene)


@pytest.mark.parametrize("function", ALLOWED_TO_STANDARD, ids=name_of)
def test_a_standard_member_may(scene, sam, function):
    ALLOWED_TO_STANDARD[function](scene.context, sam, scene)


EVERY_CALL = FORBIDDEN_TO_STANDARD | ASSIGNED_ONLY | ALLOWED_TO_STANDARD


@pytest.mark.parametrize("function", [f for f in EVERY_CALL if f not in OPEN_TO_STRANGERS], ids=name_of)
def test_somebody_of_another_business_center_is_refused(scene, nora, function):
    stranger = scene.center("Otter Works", "Otto")
    forged = replace(stranger, business_center_id=nora.business_center_id)
    with pytest.raises((NotAllowed, NotFound)):
        EVERY_CALL[function](scene.context, forged, scene)


def test_a_refused_command_is_in_the_activity_log(scene, nora, sam):
    with pytest.raises(NotAllowed):
        access_requests.create(scene.context, sam, DRAFT, "key")
    entry = scene.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.object_id) == ("action_refused", "Sam", "request_tiktok_account")
    assert entry.details["reason"] == "not_allowed"


def test_an_admin_who_lost_the_role_is_refused_with_an_old_sign_in(scene, nora):
    scene.make_standard(nora)
    with pytest.raises(NotAllowed):
        access_requests.create(scene.context, nora, DRAFT, "key")


def test_no_function_with_an_actor_is_forgotten():
    found = set()
    for info in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{info.name}")
        if info.name.startswith("_"):
            continue
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and "actor" in inspect.signature(function).parameters:
                found.add(function)
    assert {name_of(f) for f in found} == {name_of(f) for f in EVERY_CALL}


def test_every_public_function_says_what_it_does():
    for info in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                assert inspect.getdoc(function), f"{info.name}.{name}"

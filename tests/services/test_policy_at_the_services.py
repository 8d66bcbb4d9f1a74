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
from bcdesktop.core.mails import MailSecurity, MailText
from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole
from bcdesktop.services import (
    access_requests,
    activity,
    admin_requests,
    business_centers,
    elsewhere,
    grants,
    home,
    imports,
    invitations,
    mail,
    members,
    outbox,
    partner_texts,
    partners,
    people,
    tiktok_accounts,
    two_step,
)
from bcdesktop.services.import_records import ImportKind, ImportPreview
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.services.people_errors import NoOwnAccess
from bcdesktop.services.people_records import Assignment, NewInvitation
from bcdesktop.services.records import BusinessCenterChange
from bcdesktop.services.security_records import SecurityRules
from tests.services import policy_calls_ads
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD, SPARK

MAIL_SERVER = MailServerSettings("mail.invalid", 465, MailSecurity.TLS, "", "nora@example.com", "")
INVITATION_TEXT = MailText("Join us", "[[code]]")
RULES = SecurityRules(AppliesTo.NOBODY, AppliesTo.NOBODY, ())
DRAFT = Draft(Kind.LINK, Method.QR_CODE, SPARK)
NO_ACCESS = ImportPreview(ImportKind.ACCESS, (), (), ",", "utf-8")
PARTNER_ID = "7123456789012345678"
SAM, OTTER = Holder(HolderKind.MEMBER, "sam"), Holder(HolderKind.PARTNER, "otter")


def new_partner(world):
    return NewPartner(PARTNER_ID, ((world.link_id, AssetRole.ANALYST),))


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
    business_centers.change_security_rules: lambda c, a, w: business_centers.change_security_rules(c, a, RULES, 1),
    people.reset_sign_in: lambda c, a, w: people.reset_sign_in(c, a, "1"),
    business_centers.recovery_text: lambda c, a, w: business_centers.recovery_text(c, a, PASSWORD),
    activity.entries: lambda c, a, w: activity.entries(c, a),
    activity.verify: lambda c, a, w: activity.verify(c, a),
    imports.preview: lambda c, a, w: imports.preview(c, a, ImportKind.MEMBERS, b"email"),
    imports.apply: lambda c, a, w: imports.apply(c, a, NO_ACCESS, "key"),
    admin_requests.list_open: lambda c, a, w: admin_requests.list_open(c, a),
    admin_requests.answer: lambda c, a, w: admin_requests.answer(c, a, "1", done=True, answer=""),
    mail.send_code: lambda c, a, w: mail.send_code(c, a, w.request_id, "mara@example.com", "Hello", "Text"),
    members.list_all: lambda c, a, w: members.list_all(c, a),
    members.get: lambda c, a, w: members.get(c, a, w.member_id),
    members.activity_of: lambda c, a, w: members.activity_of(c, a, w.member_id),
    members.change_role: lambda c, a, w: members.change_role(c, a, w.member_id, BusinessCenterRole.ADMIN, None),
    members.losses: lambda c, a, w: members.losses(c, a, w.member_id),
    members.remove: lambda c, a, w: members.remove(c, a, w.member_id),
    invitations.check_addresses: lambda c, a, w: invitations.check_addresses(
        c, a, "ida@example.com", BusinessCenterRole.STANDARD
    ),
    invitations.invite: lambda c, a, w: invitations.invite(
        c, a, NewInvitation(("ida@example.com",)), INVITATION_TEXT, "key"
    ),
    invitations.get: lambda c, a, w: invitations.get(c, a, w.invitation_id),
    invitations.newest_mail: lambda c, a, w: invitations.newest_mail(c, a, w.invitation_id),
    invitations.resend: lambda c, a, w: invitations.resend(c, a, w.invitation_id, INVITATION_TEXT),
    invitations.resend_all: lambda c, a, w: invitations.resend_all(c, a, [(w.invitation_id, INVITATION_TEXT)]),
    invitations.withdraw_all: lambda c, a, w: invitations.withdraw_all(c, a, [w.invitation_id]),
    invitations.withdraw: lambda c, a, w: invitations.withdraw(c, a, w.invitation_id),
    partners.list_all: lambda c, a, w: partners.list_all(c, a),
    partners.get: lambda c, a, w: partners.get(c, a, "1"),
    partners.waiting: lambda c, a, w: partners.waiting(c, a),
    partners.look_up_center: lambda c, a, w: partners.look_up_center(c, a, PARTNER_ID),
    partners.invite: lambda c, a, w: partners.invite(c, a, new_partner(w), INVITATION_TEXT, "key"),
    partners.accept: lambda c, a, w: partners.accept(c, a, "1"),
    partners.decline: lambda c, a, w: partners.decline(c, a, "1"),
    partners.change_shares: lambda c, a, w: partners.change_shares(c, a, "1", ()),
    partners.remove: lambda c, a, w: partners.remove(c, a, "1"),
    partners.activity_of: lambda c, a, w: partners.activity_of(c, a, "1"),
    partner_texts.newest: lambda c, a, w: partner_texts.newest(c, a, "1"),
    partner_texts.send: lambda c, a, w: partner_texts.send(c, a, "1", "ida@example.com", INVITATION_TEXT),
    partner_texts.look_at: lambda c, a, w: partner_texts.look_at(c, a, "PI1:"),
    partner_texts.take: lambda c, a, w: partner_texts.take(c, a, "PI1:"),
    partner_texts.digits: lambda c, a, w: partner_texts.digits(c, a, "1"),
    outbox.list_all: lambda c, a, w: outbox.list_all(c, a),
    outbox.get: lambda c, a, w: outbox.get(c, a, w.mail_id),
    outbox.eml: lambda c, a, w: outbox.eml(c, a, w.mail_id),
    outbox.mark_sent: lambda c, a, w: outbox.mark_sent(c, a, w.mail_id),
    outbox.send: lambda c, a, w: outbox.send(c, a, w.mail_id),
    outbox.send_all: lambda c, a, w: outbox.send_all(c, a),
    outbox.has_mail_server: lambda c, a, w: outbox.has_mail_server(c, a),
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
    members.leave: lambda c, a, w: members.leave(c, a),
    elsewhere.answered: lambda c, a, w: elsewhere.answered(c, a, [w.request_id]),
    elsewhere.find_account: lambda c, a, w: elsewhere.find_account(c, a, "mara"),
    home.overview: lambda c, a, w: home.overview(c, a),
    home.needs: lambda c, a, w: home.needs(c, a),
    business_centers.security_rules: lambda c, a, w: business_centers.security_rules(c, a),
    people.must_set_up_two_step: lambda c, a, w: people.must_set_up_two_step(c, a),
    people.account_security: lambda c, a, w: people.account_security(c, a),
    people.end_sessions: lambda c, a, w: people.end_sessions(c, a, []),
    people.change_password: lambda c, a, w: people.change_password(c, a, PASSWORD, "another-harbour-43"),
    two_step.start: lambda c, a, w: two_step.start(c, a),
    two_step.confirm: lambda c, a, w: turn_on(w, a),
    two_step.turn_off: lambda c, a, w: two_step.turn_off(c, a, PASSWORD, turn_on(w, a).code()),
    two_step.new_recovery_codes: lambda c, a, w: two_step.new_recovery_codes(c, a, PASSWORD, turn_on(w, a).code()),
    people.admins: lambda c, a, w: people.admins(c, a),
    people.switch: lambda c, a, w: people.switch(c, a, a.business_center_id),
    people.sign_out: lambda c, a, w: people.sign_out(c, a),
    people.stay_signed_in: lambda c, a, w: people.stay_signed_in(c, a),
    activity.sign_head: lambda c, a, w: activity.sign_head(c, a),
}
# they concern only the person who calls, or say nothing about a Business Center
OPEN_TO_STRANGERS = {people.sign_out, people.stay_signed_in, activity.sign_head}

FORBIDDEN_TO_STANDARD |= policy_calls_ads.FORBIDDEN_TO_STANDARD
ASSIGNED_ONLY |= policy_calls_ads.ASSIGNED_ONLY
ALLOWED_TO_STANDARD |= policy_calls_ads.ALLOWED_TO_STANDARD


def name_of(function):
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


@pytest.fixture
def scene(world, nora, mara):
    world.link_id = world.approve(world.request(nora), mara).result.link_id
    world.request_id = world.request(nora, expected_handle="bela").id
    world.member_id = members.list_all(world.context, nora).rows[0].id
    world.invitation_id = invitations.invite(
        world.context, nora, NewInvitation(("tess@example.com",)), INVITATION_TEXT, "first"
    )[0].invitation_id
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

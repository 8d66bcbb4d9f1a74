"""Home: what needs this person now, and the first steps."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import admin_requests, end_dates, readiness, tiktok_accounts
from bcdesktop.ui.center.shell import CenterWindow
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.access import give, holder_of, link, partner_of
from tests.services.ad_world import ad_account, ad_link
from tests.services.world import LIVE
from tests.ui.center.linking import dialog_called, press


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_new_business_center_is_offered_the_next_step_only(desk, nora):
    desk.open(nora)
    assert desk.shows("first_steps_card")
    assert not desk.shows("home_add_button")
    with desk.qtbot.waitSignal(desk.window.navigator.add_requested):
        desk.press("step_add_button")


def test_after_a_request_the_next_step_opens_its_code(desk, world, nora):
    request = world.request(nora)
    desk.open(nora)
    with desk.qtbot.waitSignal(desk.window.navigator.code_requested) as opened:
        desk.press("step_open_code_button")
    assert opened.args == [request.id]


def test_the_first_steps_go_when_they_are_done(desk, world, nora):
    request = world.request(nora, expected_handle="mara")
    link_id = world.approve(request, world.sign_up("mara")).result.link_id
    tiktok_accounts.give_me_operator(world.context, nora, link_id)
    ad_link(world, nora, ad_account(world, nora), link_id)
    desk.open(nora)
    assert not desk.shows("first_steps_card")
    assert desk.shows("quiet_row")


def test_the_fourth_step_leads_to_the_account_to_give(desk, world, nora):
    request = world.request(nora, expected_handle="mara")
    link_id = world.approve(request, world.sign_up("mara")).result.link_id
    desk.open(nora)
    page = desk.go("home")
    assert "Give a member access" in words(page)
    # the step says it already
    assert "Nobody was given" not in words(page)
    with desk.qtbot.waitSignal(desk.window.navigator.page_requested) as asked:
        desk.press("step_give_access_button")
    assert asked.args == ["tiktok_accounts", {"link_id": link_id}]


def test_the_last_step_links_the_account_to_an_ad_account(desk, world, nora):
    link_id = world.approve(world.request(nora, expected_handle="mara"), world.sign_up("mara")).result.link_id
    tiktok_accounts.give_me_operator(world.context, nora, link_id)
    desk.open(nora)
    with desk.qtbot.waitSignal(desk.window.navigator.page_requested) as asked:
        desk.press("step_ad_account_button")
    assert asked.args == ["ad_accounts", {}]
    ad_account(world, nora)
    desk.go("home")
    desk.press("step_link_button")
    assert desk.shows("add_assets_dialog")


def test_pairs_that_are_not_ready_stand_in_a_card_that_leads_to_their_check(desk, world, nora):
    link_id = world.approve(world.request(nora, LIVE, expected_handle="mara"), world.sign_up("mara")).result.link_id
    asset_id = ad_account(world, nora)
    ad_link(world, nora, asset_id, link_id)
    desk.open(nora)
    card = desk.wait_for("readiness_card")
    assert "@mara in “Spring”" in words(card)
    assert "Existing posts" in words(card)
    desk.press(f"readiness_show_button_{link_id}_{asset_id}")
    page = desk.window.inside.pages.currentWidget()
    desk.qtbot.waitUntil(lambda: page.panel.readiness.view.verdict_badge.text() == "Not ready for Spark Ads")


def test_home_is_there_before_the_pairs_are_judged(desk, world, nora, monkeypatch):
    held = threading.Event()
    summary = readiness.summary
    monkeypatch.setattr(readiness, "summary", lambda *args: held.wait(10) and summary(*args))
    world.approve(world.request(nora, LIVE, expected_handle="mara"), world.sign_up("mara"))
    desk.window = CenterWindow(desk.frame)
    desk._opened.append(desk.window)
    desk.qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.attach(desk.session, nora)
    try:
        desk.qtbot.waitUntil(lambda: desk.shows("needs_you_card"))
        assert not desk.shows("readiness_card")
    finally:
        held.set()
    desk.settle()


def test_the_numbers_lead_to_their_pages(desk, world, nora):
    ad_account(world, nora)
    desk.open(nora)
    assert desk.text("number_ad_accounts_label") == "1"
    with desk.qtbot.waitSignal(desk.window.navigator.page_requested) as asked:
        desk.press("number_ad_accounts_button")
    assert asked.args == ["ad_accounts", {}]


def test_a_waiting_code_shows_the_time_left_and_goes_when_it_runs_out(desk, world, nora):
    world.request(nora)
    desk.open(nora)
    page = desk.go("home")
    assert "10:00 left" in words(page)
    world.wait(minutes=9)
    page._tick()
    assert "1:00 left" in words(page)
    world.wait(minutes=2)
    page._tick()
    desk.settle()
    assert "waits for" not in words(page)


def test_yes_confirms_the_account_an_open_code_brought(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    page = desk.go("home")
    assert "Is @mara the account you meant?" in words(page)
    link = tiktok_accounts.list_all(world.context, nora)[0]
    desk.press(f"confirm_button_{link.id}")
    assert not tiktok_accounts.get(world.context, nora, link.id).needs_confirmation
    assert "the account you meant" not in words(page)


def test_looking_at_it_goes_to_the_account(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    link = tiktok_accounts.list_all(world.context, nora)[0]
    desk.press(f"look_button_{link.id}")
    assert desk.window.inside.pages.current_name == "tiktok_accounts"


def test_accounts_not_ready_and_access_that_ends_soon_are_named(desk, world, nora):
    request = world.request(nora, LIVE, expected_handle="mara")
    world.approve(request, world.sign_up("mara"), ends_at=world.clock.now() + timedelta(days=3))
    desk.open(nora)
    page = desk.go("home")
    desk.wait_for("ending_soon_card")
    text = words(page)
    assert "@mara is not ready for Spark Ads" in text
    assert "The owner's consent for @mara" in text
    assert "in 3 days" in text


@pytest.fixture
def sam_ends(world, nora):
    """Sam's grant on @mara, which ends in three days; return the key of its line."""
    link_id = link(world, nora, "mara")
    sam = holder_of(world, world.standard_member(nora))
    give(world, nora, link_id, sam, AssetRole.OPERATOR)
    end_dates.set_for_grant(world.context, nora, link_id, sam.id, world.clock.now() + timedelta(days=3))
    return end_dates.ending_soon(world.context, nora).rows[0].key


def test_access_that_ends_soon_is_extended_from_home(desk, world, nora, sam_ends):
    desk.open(nora)
    page = desk.go("home")
    desk.wait_for("ending_soon_card")
    assert "Sam on @mara" in words(page)
    desk.press(f"extend_button_{sam_ends}")
    dialog = dialog_called(desk, "end_date_dialog")
    dialog.choice.set_date(dialog.choice.end_edit.date().addDays(30))
    press(desk, dialog, "save_end_button")
    desk.qtbot.waitUntil(page.ending_card.isHidden)
    assert end_dates.ending_soon(world.context, nora).count == 0


def test_access_that_ends_soon_is_ended_at_once_from_home(desk, world, nora, sam_ends):
    desk.open(nora)
    page = desk.go("home")
    desk.wait_for("ending_soon_card")
    desk.press(f"end_now_button_{sam_ends}")
    dialog = dialog_called(desk, "remove_access_dialog")
    press(desk, dialog, "accept_button")
    desk.qtbot.waitUntil(page.ending_card.isHidden)


def test_a_partnership_that_ends_soon_leads_to_off_boarding(desk, world, nora):
    otto = world.center("Otter Works", "Otto")
    partnership_id = partner_of(world, nora, otto).id
    end_dates.set_for_partnership(world.context, nora, partnership_id, world.clock.now() + timedelta(days=1))
    desk.open(nora)
    desk.go("home")
    desk.press(f"end_now_button_partnership_{partnership_id}")
    assert dialog_called(desk, "offboard_dialog")


def test_nothing_that_ends_soon_is_no_card(desk, nora):
    desk.open(nora)
    assert desk.go("home").ending_card.isHidden()


def test_a_change_of_another_window_shows_by_itself(desk, world, nora):
    desk.open(nora)
    page = desk.go("home")
    world.request(nora, expected_handle="bakery")
    desk.qtbot.waitUntil(lambda: "@bakery" in words(page))


def test_a_standard_member_is_told_that_nothing_waits(desk, world, nora):
    world.request(nora)
    desk.open(world.standard_member(nora))
    page = desk.go("home")
    assert desk.shows("quiet_row")
    assert "code" not in words(page).lower()


def linked(world, actor, handle):
    return world.approve(world.request(actor, expected_handle=handle), world.sign_up(handle)).result.link_id


def test_accounts_nobody_was_given_are_named(desk, world, nora):
    tiktok_accounts.give_me_operator(world.context, nora, linked(world, nora, "mara"))
    lonely = linked(world, nora, "bela")
    desk.open(nora)
    assert "Nobody was given @bela yet" in words(desk.go("home"))
    with desk.qtbot.waitSignal(desk.window.navigator.page_requested) as asked:
        desk.press("home_go_button_without_members")
    assert asked.args == ["tiktok_accounts", {"state": "nobody", "link_id": lonely}]


def test_a_second_admin_is_advised_where_there_are_others(desk, world, nora):
    link_id = linked(world, nora, "mara")
    tiktok_accounts.give_me_operator(world.context, nora, link_id)
    ad_link(world, nora, ad_account(world, nora), link_id)
    desk.open(nora)
    assert "only one admin" not in words(desk.go("home"))
    world.give(world.standard_member(nora), tiktok_accounts.list_all(world.context, nora)[0].id)
    desk.window.inside.refresh()
    desk.settle()
    text = words(desk.go("home"))
    assert "only one admin" in text
    assert "Nothing waits for you." in text


def test_what_people_ask_is_answered_from_home(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open(nora)
    page = desk.go("home")
    asked = admin_requests.ask(world.context, sam, AdminRequestSubject.REMOVE_ME, text="I changed jobs")
    desk.qtbot.waitUntil(lambda: "Sam asks to be removed" in words(page))
    desk.settle()
    assert "“I changed jobs”" in words(page)
    desk.qtbot.waitUntil(lambda: desk.widget("nav_home_button").count_badge.text() == "1")
    desk.press(f"done_ask_button_{asked.id}")
    desk.wait_for("answer_admin_request_dialog")
    desk.type("answer_ask_edit", "Good luck")
    desk.press("send_answer_ask_button")
    desk.qtbot.waitUntil(lambda: not desk.shows("asked_card"))
    assert admin_requests.mine(world.context, sam)[0].answer == "Good luck"


def test_the_asker_finds_the_answer_on_home(desk, world, nora):
    sam = world.standard_member(nora)
    asked = admin_requests.ask(world.context, sam, AdminRequestSubject.ACCESS, object_name="@mara")
    desk.open(sam)
    page = desk.go("home")
    assert "Give me access to @mara" in words(page)
    assert "Waits for an answer" in words(page)
    admin_requests.answer(world.context, nora, asked.id, done=False, answer="Not this season")
    desk.qtbot.waitUntil(lambda: "Declined by Nora: “Not this season”" in words(page))


@pytest.mark.parametrize(
    ("subject", "what", "page", "target"),
    [
        (AdminRequestSubject.REMOVE_ME, {}, "members", "member_id"),
        (AdminRequestSubject.ACCESS, {"object_id": "7", "object_name": "@mara"}, "tiktok_accounts", "link_id"),
        (AdminRequestSubject.ACTION, {"action": Action.INVITE_MEMBER}, "members", None),
        (AdminRequestSubject.ACTION, {"action": Action.SEE_REQUESTS}, "requests", None),
    ],
)
def test_a_request_leads_to_where_it_is_done(desk, world, nora, subject, what, page, target):
    sam = world.standard_member(nora)
    asked = admin_requests.ask(world.context, sam, subject, **what)
    desk.open(nora)
    gone = []
    desk.window.navigator.page_requested.disconnect(desk.window.inside.go)
    desk.window.navigator.page_requested.connect(lambda name, where: gone.append((name, list(where))))
    desk.press(f"ask_go_button_{asked.id}")
    assert gone == [(page, [target] if target else [])]
    desk.window.navigator.page_requested.connect(desk.window.inside.go)


def test_an_answer_that_another_admin_gave_first_is_told_in_the_dialog(desk, world, nora):
    sam = world.standard_member(nora)
    asked = admin_requests.ask(world.context, sam, AdminRequestSubject.REMOVE_ME)
    desk.open(nora)
    desk.press(f"decline_ask_button_{asked.id}")
    dialog = desk.wait_for("answer_admin_request_dialog")
    admin_requests.answer(world.context, replace(nora, name="Otto"), asked.id, done=True, answer="")
    desk.type("answer_ask_edit", "No")
    desk.press("send_answer_ask_button")
    assert "Otto" in dialog.bar.body_label.text()
    assert dialog.answer_ask_edit.toPlainText() == "No"


def test_the_cards_of_requests_have_names_and_translations(desk, world, nora, qapp):
    sam = world.standard_member(nora)
    asked = admin_requests.ask(world.context, sam, AdminRequestSubject.REMOVE_ME)
    admin_requests.ask(world.context, nora, AdminRequestSubject.ACTION, action=Action.INVITE_MEMBER)
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    desk.open(nora)
    desk.press(f"done_ask_button_{asked.id}")
    dialog = desk.wait_for("answer_admin_request_dialog")
    qapp.removeTranslator(translator)
    assert violations(desk.window) == []
    assert untranslated(dialog, lambda text: False) == []
    assert untranslated(desk.widget("asked_card"), lambda text: False) == []

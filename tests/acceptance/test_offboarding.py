"""After an ending: another account at once, nothing that comes back by itself, nobody who keeps access."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import access_requests, end_dates, members, partners, tiktok_accounts
from bcdesktop.services.relink_errors import AccessEndedSince
from tests.acceptance.test_members import linked
from tests.services.access import OPERATOR, give, holder_of
from tests.services.partnering import invite


def disconnect(bench, link_id: str) -> None:
    """End access to an account by its panel."""
    bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", link_id)
    bench.center.press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    dialog.press("accept_button")
    bench.center.until(lambda: not bench.center.sees("end_access_dialog"))
    bench.world.wait(minutes=1)


def states(bench) -> dict[str, LinkState]:
    return {row.handle: row.state for row in tiktok_accounts.list_all(bench.context, bench.admin)}


def test_a0_35_another_account_is_connected_as_soon_as_one_has_ended(bench):
    link_id = linked(bench, "mara")
    omar = bench.world.sign_up("omar")
    bench.center.open(bench.admin)
    disconnect(bench, link_id)

    bench.center.ask_by_wizard(handle="omar")
    bench.world.approve(access_requests.list_all(bench.context, bench.admin)[0], omar)

    bench.center.close_dialog("qr_code_dialog")
    assert bench.center.account_row("omar")["handle"] == "@omar"
    assert states(bench) == {"mara": LinkState.DISCONNECTED, "omar": LinkState.ACTIVE}


def test_a0_45_an_ended_account_does_not_come_back_by_itself_and_asking_again_says_so(bench):
    world = bench.world
    mara = world.sign_up("mara")
    first = world.approve(world.request(bench.admin, expected_handle="mara"), mara)
    world.wait(minutes=1)
    bench.center.open(bench.admin)
    disconnect(bench, first.result.link_id)

    with pytest.raises(AccessEndedSince):
        access_requests.receive_answer(bench.context, first.answer_text)
    assert states(bench) == {"mara": LinkState.DISCONNECTED}

    wizard = bench.center.start_wizard()
    for page in ("way_page", "sending_page", "permissions_page", "recipient_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.type("handle_edit", "mara")
    wizard.see("relink_label")
    assert "Nora ended access to @mara" in wizard.text("relink_label")
    wizard.press("next_button")
    wizard.see("relink_missing_label")
    wizard.press("relink_check")
    wizard.press("next_button")
    wizard.see("summary_page")
    wizard.press("finish_button")
    bench.center.code_dialog()
    world.approve(access_requests.list_all(bench.context, bench.admin)[0], mara)
    assert LinkState.ACTIVE in [row.state for row in tiktok_accounts.list_all(bench.context, bench.admin)]


def off_board(bench) -> str:
    """Walk the open dialog to its end; return what it said would stop."""
    dialog = bench.center.inside("offboard_dialog")
    dialog.press("offboard_next_button")
    dialog.see("accept_button")
    said = dialog.texts()
    dialog.press("accept_button")
    bench.center.until(lambda: bench.center.sees("receipt_dialog"))
    bench.center.close_dialog("receipt_dialog")
    return said


def test_a0_48_a_partner_is_off_boarded_as_soon_as_the_partnership_ends(bench):
    world, nora = bench.world, bench.admin
    otto = world.center("Otter Works", "Otto")
    row = invite(bench.context, nora, otto.business_center_id, linked(bench, "mara"))
    partners.accept(bench.context, otto, row.id)
    end_dates.set_for_partnership(bench.context, nora, row.id, world.clock.now() + timedelta(days=2))
    bench.center.open(nora)
    bench.center.page("home")
    bench.center.see("ending_soon_card")
    bench.center.press(f"show_ending_button_partnership_{row.id}")
    bench.center.see("partner_end_action_button")
    bench.center.press("partner_end_action_button")

    said = off_board(bench)

    assert "Revoke access as soon as a partnership ends" in said
    assert partners.get(bench.context, nora, row.id).state is PartnershipState.ENDED
    assert tiktok_accounts.list_all(bench.context, otto) == ()


def test_a0_48_nobody_has_to_think_of_it_an_end_date_does_it(bench):
    world, nora = bench.world, bench.admin
    otto = world.center("Otter Works", "Otto")
    row = invite(bench.context, nora, otto.business_center_id, linked(bench, "mara"))
    partners.accept(bench.context, otto, row.id)
    bench.center.open(nora)
    bench.center.page("partners")
    bench.center.choose_row("partners_table", row.id)
    bench.center.press("partner_end_date_button")
    dialog = bench.center.inside("end_date_dialog")
    dialog.press("access_end_check")
    dialog.press("save_end_button")
    bench.center.until(lambda: partners.get(bench.context, nora, row.id).ends_at is not None)

    world.wait(days=91)
    access_requests.expire_due(bench.context)

    assert partners.get(bench.context, nora, row.id).state is PartnershipState.ENDED


def test_a0_48_whoever_leaves_is_found_and_off_boarded_from_the_find_box(bench):
    world, nora = bench.world, bench.admin
    sam = world.standard_member(nora)
    give(world, nora, linked(bench, "mara"), holder_of(world, sam), OPERATOR)
    bench.center.open(nora)
    assert bench.center.find("Somebody leaves") == "Off-board a member, partner or client"
    choice = bench.center.inside("offboard_choice_dialog")
    choice.widget("leavers_table").select_record(f"member:{holder_of(world, sam).id}")
    choice.press("choose_leaver_button")
    bench.center.until(lambda: bench.center.sees("offboard_dialog"))

    said = off_board(bench)

    assert "Members who lose access: 1" in said
    states_of = {row.name: row.status for row in members.list_all(bench.context, nora).rows}
    assert states_of["Sam"] is MemberStatus.UNBOUND

"""Off-boarding, end dates and the relink guard: what stands in the window of the Business Center."""

from __future__ import annotations

from datetime import timedelta

from bcdesktop.services import end_dates, invitations, members, partners, people, tiktok_accounts
from bcdesktop.services.people_records import NewInvitation
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link
from tests.services.ad_world import ad_account, ad_link
from tests.services.inviting import TEXT
from tests.services.partnering import invite
from tests.shots.scenes_center import at_desk


def story(bench):
    """Ida, who leaves; a partner that reaches two accounts; dates within the week. Return ids by name."""
    world, nora = bench.world, bench.admin
    handles = ("mara.shop", "winter.live", "north.bikes", "cafe.corner")
    links = [link(world, nora, handle) for handle in handles]
    spring, autumn = ad_account(world, nora, "Spring shoes"), ad_account(world, nora, "Autumn coats")
    for asset_id in (spring, autumn):
        ad_link(world, nora, asset_id, links[0])
    ida = world.standard_member(nora, "Ida")
    holder = holder_of(world, ida)
    members.change_role(world.context, nora, holder.id, nora.role, None)
    for link_id in links[:3]:
        give(world, nora, link_id, holder, OPERATOR)
    give(world, nora, spring, holder, ANALYST)
    world.request(ida, expected_handle="omar.films")
    invitations.invite(world.context, ida, NewInvitation(("tess@example.com", "bo@example.com")), TEXT, "first")
    people.stay_signed_in(world.context, ida)
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, *links[:2], note="Winter campaign")
    partners.accept(world.context, otto, row.id)
    now = world.clock.now()
    end_dates.set_for_partnership(world.context, nora, row.id, now + timedelta(days=3, hours=11))
    end_dates.set_for_grant(world.context, nora, links[0], holder.id, now + timedelta(days=5, hours=11))
    wanted = world.request(nora, expected_handle="bela.beauty", wanted_end=now + timedelta(days=6, hours=11))
    world.approve(wanted, world.sign_up("bela.beauty"))
    return {"ida": holder.id, "partner": row.id, "mara": links[0], "cafe": links[3]}


def scene_home_ending(bench, camera):
    story(bench)
    window = at_desk(bench, bench.admin)
    bench.center.page("home")
    bench.center.see("ending_soon_card")
    card = window.findChild(object, "ending_soon_card")
    area = card.parentWidget().parentWidget().parentWidget()
    area.ensureWidgetVisible(card)
    bench.center.settle()
    camera.take("home-ending-soon", window)


def scene_offboard_member(bench, camera):
    ids = story(bench)
    window = at_desk(bench, bench.admin)
    bench.center.page("members")
    bench.center.choose_row("members_table", ids["ida"])
    bench.center.settle()
    camera.take("offboard-member-panel", window)
    window.inside.pages.page("members").panel.tabs.setCurrentIndex(1)
    bench.center.settle()
    window.inside.pages.page("members").panel.member_accounts_list.setCurrentRow(0)
    camera.take("end-date-member-panel", window)
    bench.center.press("member_end_date_button")
    camera.take("end-date-dialog", bench.center.see("end_date_dialog"))
    bench.center.see("end_date_dialog").reject()
    bench.center.press("off_board_member_button")
    dialog = bench.center.see("offboard_dialog")
    camera.take("offboard-member-list", dialog)
    bench.center.inside("offboard_dialog").press("offboard_next_button")
    camera.take("offboard-member-effects", dialog)
    bench.center.inside("offboard_dialog").press("accept_button")
    camera.take("offboard-member-receipt", bench.center.see("receipt_dialog"))


def scene_offboard_partner(bench, camera):
    ids = story(bench)
    window = at_desk(bench, bench.admin)
    bench.center.page("partners")
    bench.center.choose_row("partners_table", ids["partner"])
    bench.center.settle()
    camera.take("offboard-partner-panel", window)
    bench.center.press("off_board_partner_button")
    camera.take("offboard-partner-list", bench.center.see("offboard_dialog"))


def scene_offboard_client(bench, camera):
    ids = story(bench)
    window = at_desk(bench, bench.admin)
    bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", ids["mara"])
    bench.center.settle()
    camera.take("offboard-account-panel", window)
    panel = window.inside.pages.page("tiktok_accounts").panel
    panel.tabs.setCurrentWidget(panel.members)
    bench.center.settle()
    camera.take("end-date-asset-members", window)
    panel.tabs.setCurrentIndex(0)
    bench.center.press("off_board_client_button")
    camera.take("offboard-client-list", bench.center.see("offboard_dialog"))


def scene_offboard_choice(bench, camera):
    story(bench)
    window = at_desk(bench, bench.admin)
    window.navigator.go("members", off_board=True)
    bench.center.settle()
    camera.take("offboard-choice", bench.center.see("offboard_choice_dialog"))


def scene_relink_guard(bench, camera):
    ids = story(bench)
    bench.world.wait(minutes=1)
    tiktok_accounts.disconnect(bench.context, bench.admin, ids["cafe"])
    at_desk(bench, bench.admin)
    wizard = bench.center.start_wizard()
    for page in ("way_page", "sending_page", "permissions_page", "recipient_page"):
        wizard.press("next_button")
        wizard.see(page)
    wizard.type("handle_edit", "cafe.corner")
    wizard.see("relink_label")
    camera.take("relink-wizard", wizard.window)
    wizard.press("next_button")
    wizard.see("relink_missing_label")
    camera.take("relink-wizard-missing", wizard.window)

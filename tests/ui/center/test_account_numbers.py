"""Numbers in the panel of a TikTok account, and on Home."""

from __future__ import annotations

from bcdesktop.services import reports
from tests.services.access import link
from tests.services.ad_world import ad_account, advertiser
from tests.services.report_world import bring_in, line, report


def test_the_panel_of_an_account_shows_the_sums_of_ads_that_ran_on_it(desk, world, nora):
    link_id = link(world, nora, "harbour_shoes")
    account = ad_account(world, nora)
    desk.open(nora)
    desk.go("tiktok_accounts", account_id=link_id)
    desk.widget("accounts_table").select_record(link_id)
    desk.settle()
    assert desk.shows("link_label")
    assert not desk.shows("account_numbers")
    person = advertiser(world, nora)
    done = bring_in(world, person, account, report(line(), line(ad="Fern 02", handle="@other")))
    desk.wait_for("account_numbers_label")
    assert "1 Oct 2026" in desk.text("account_numbers_label")
    spoken = desk.widget("account_numbers").facts.spoken().replace(",", "")
    assert spoken.startswith("Impressions: 1000. Clicks: 10.")
    reports.remove_import(world.context, person, done.id)
    desk.qtbot.waitUntil(lambda: not desk.shows("account_numbers"))

"""The Analytics page, reports in with every kind of trouble, imports, the sheet, and the card on Home."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_numbers_access
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.report_world import bring_in, line, report

ROOM = (1280, 800)
ADS = (("Poppy 01 boots", "Autumn"), ("Fern 02 laces", "Autumn"), ("Reel from the harbour", "Winter sale"))


def sample(first=date(2026, 9, 1), count=80, ads=ADS):
    """Return a report that goes up and down over the weeks, with days nothing ran."""
    lines = []
    for place in range(count):
        day = first + timedelta(days=place)
        for number, (ad, campaign) in enumerate(ads, start=1):
            if (place + number) % 17 < 15:
                views = 1400 * number + (place * 37 % 23) * 120 * number + (600 if day.weekday() > 4 else 0)
                spend = f"{views / 310:.2f}"
                numbers = f"{views},{views // 61},{views * 7 // 10},{views // 900},{spend}"
                lines.append(line(day, ad, numbers, campaign=campaign))
    return report(*lines)


@pytest.fixture
def shop(bench):
    """An ad account with numbers of eighty days, and one without."""
    bench.account = ad_account(bench.world, bench.admin, "Harbour Shoes")
    bench.empty = ad_account(bench.world, bench.admin, "Harbour Outlet")
    bench.person = advertiser(bench.world, bench.admin)
    bring_in(bench.world, bench.person, bench.account, sample(), "ads-manager-september-november.csv")
    return bench


def at_desk(made, person=None, account=None):
    window = made.ads.open(person or made.person, account or made.account)
    window.resize(*ROOM)
    made.ads.page("analytics")
    made.ads.settle()
    made.qtbot.wait(60)
    return window


def scene_analytics(shop, camera):
    window = at_desk(shop)
    camera.take("analytics", window)
    shop.ads.widget("ad_numbers_table").select_record(("Winter sale", "Reel from the harbour"))
    shop.ads.widget("ad_numbers_table").activated.emit(shop.ads.widget("ad_numbers_table").current_record())
    shop.ads.settle()
    chart = shop.ads.widget("analytics_chart")
    chart.setFocus()
    chart._point_at(date(2026, 10, 14))
    combo = shop.ads.widget("analytics_kind_combo")
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    metric = shop.ads.widget("analytics_metric_combo")
    metric.setCurrentIndex(metric.count() - 1)
    metric.activated.emit(metric.count() - 1)
    shop.ads.settle()
    camera.take("analytics-ad-bars", window)
    shop.ads.press("imports_button")
    shop.qtbot.wait(60)
    camera.take("analytics-imports", shop.ads.widget("report_imports_dialog"))


def scene_analytics_empty(shop, camera):
    camera.take("analytics-empty", at_desk(shop, account=shop.empty))
    sam = shop.world.standard_member(shop.admin)
    holder = holder_of(shop.world, sam)
    give(shop.world, shop.admin, shop.account, holder, AssetRole.OPERATOR)
    ad_numbers_access.set_hidden(shop.world.context, shop.admin, shop.account, holder.id, True)
    camera.take("analytics-hidden", at_desk(shop, advertiser(shop.world, sam)))


def read_file(shop, folder, name, data):
    path = folder / name
    path.write_bytes(data)
    dialog = shop.ads.widget("import_report_dialog")
    dialog.read(str(path))
    shop.ads.settle()
    shop.qtbot.wait(60)
    return dialog


def scene_analytics_import(shop, camera, tmp_path):
    at_desk(shop)
    shop.ads.press("import_report_button")
    shop.qtbot.wait(60)
    camera.take("analytics-import", shop.ads.widget("import_report_dialog"))
    good = "Bericht\n\n" + sample(date(2026, 11, 10), 12).decode().replace("Cost", "CTR,Cost").replace(",EUR,", ",EUR,")
    lines = [
        text if number < 3 else ",".join([*text.split(",")[:-1], "1.2%", text.split(",")[-1]])
        for number, text in enumerate(good.split("\n"))
    ]
    camera.take("analytics-import-good", read_file(shop, tmp_path, "november.csv", "\n".join(lines).encode()))
    bad = report(
        line(date(2026, 11, 20)),
        line(date(2026, 11, 21), numbers='1000,10,800,2,"12,50"'),
        line("some day", numbers="x,1,2,3,4.00"),
        line(date(2026, 11, 22), numbers="1.2K,1,2,3,4.00"),
    )
    camera.take("analytics-import-bad", read_file(shop, tmp_path, "mended-by-hand.csv", bad))
    asks = b"Date;Ad name;Clicks;Cost\n03/04/2026;Poppy 01;1200;1.234\n05/06/2026;Poppy 01;900;2.345\n"
    camera.take("analytics-import-asks", read_file(shop, tmp_path, "asks.csv", asks))
    camera.take("analytics-import-broken", read_file(shop, tmp_path, "broken.xlsx", b"PK\x03\x04"))


def scene_home_performance(shop, camera):
    window = shop.center.open(shop.admin)
    window.resize(*ROOM)
    shop.center.page("home")
    shop.center.settle()
    shop.qtbot.wait(60)
    camera.take("home-performance", window)

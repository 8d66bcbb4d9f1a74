"""Following results: reports in through the window, lines per ad account and ad, and the numbers on Home."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.report_records import Metric
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import reports
from bcdesktop.services.report_records import Money
from tests.services.access import give, holder_of
from tests.services.ad_scene import linked_account, running_ad
from tests.services.ad_world import ad_account, advertiser, number_of
from tests.services.report_world import bring_in, days, line, report

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")

GERMAN = (
    "Nach Tag;Kampagnenname;Anzeigenname;Kosten (EUR);Impressionen;Klicks (Ziel);Videoaufrufe\n"
    "01.10.2026;Herbst;Mohn 01;1.234,50;12.345;1.012;9.876\n"
    "02.10.2026;Herbst;Mohn 01;0,50;7;–;3\n"
    "02.10.2026;Herbst;Farn 02;2,25;1.000;9;–\n"
    "Gesamtsumme von 3 Ergebnissen;–;–;1.237,25;13.352;1.021;9.879\n"
).encode("cp1252")
BROKEN = report(line(), line("soon"), line(days(3)[2], numbers='1,2,3,4,"5,60"'))


def import_file(bench, folder, name, data):
    """Open the import dialog of the page in view, choose a file; return hands on the dialog."""
    button = "first_import_button" if bench.ads.sees("first_import_button") else "import_report_button"
    bench.ads.press(button)
    dialog = bench.ads.inside("import_report_dialog")
    path = folder / name
    path.write_bytes(data)
    dialog.press("choose_report_button")
    bench.ads.choose_file("choose_report_dialog", path)
    return dialog


def counts(bench):
    return [count for _day, count in bench.ads.see("analytics_chart").data.points]


def test_a0_01_home_shows_accounts_ads_and_the_numbers_of_imported_reports(bench):
    world, nora = bench.world, bench.admin
    account = ad_account(world, nora)
    link_id = linked_account(world, nora, "mara")
    running_ad(world, nora, account, link_id=link_id)
    bench.center.open(nora)
    bench.center.until(lambda: bench.center.sees("performance_card"))
    assert "No report was imported yet" in bench.center.text("performance_label")
    assert not bench.center.sees("performance_impressions_label")

    bring_in(world, advertiser(world, nora), account, report(line(), line(days(2)[1])))

    bench.center.until(lambda: bench.center.sees("performance_impressions_label"))
    numbers = {metric: bench.center.text(f"performance_{metric}_label").replace(",", "") for metric in Metric}
    assert [numbers[metric] for metric in Metric] == ["2000", "20", "1600", "4", "25.00\N{NO-BREAK SPACE}EUR"]
    assert [bench.center.text(f"number_{name}_label") for name in ("accounts", "ad_accounts", "ads")] == ["1", "1", "1"]
    assert "one ad account, 1 Oct 2026 to 2 Oct 2026" in bench.center.text("performance_label")


def test_a0_01_a_report_is_imported_after_a_preview_and_results_are_followed(bench, tmp_path):
    world, nora = bench.world, bench.admin
    account, person = ad_account(world, nora), advertiser(world, nora)
    bench.ads.open(person, account)
    bench.ads.page("analytics")
    assert bench.ads.see("no_numbers_view")
    dialog = import_file(bench, tmp_path, "bericht.csv", GERMAN)
    dialog.until(lambda: dialog.sees("report_summary_label"))
    assert dialog.text("report_summary_label") == (
        "Rows: 3. Ads: 2. Days with numbers: 2 (1 Oct 2026 to 2 Oct 2026). Money is in EUR."
        " Rows of totals or notes left out: 1."
    )
    assert "Impressions from “Impressionen”" in dialog.text("report_columns_label")
    assert reports.imports(bench.context, person, account) == ()

    dialog.press("take_report_button")

    bench.ads.until(lambda: bench.ads.sees("analytics_chart"))
    assert counts(bench) == [12345, 1007]
    table = bench.ads.choose_row("ad_numbers_table", ("Herbst", "Mohn 01"))
    bench.qtbot.keyClick(table, Qt.Key.Key_Return)
    bench.ads.until(lambda: counts(bench) == [12345, 7])
    (found,) = reports.imports(bench.context, person, account)
    assert (found.file_name, found.rows, found.currency) == ("bericht.csv", 3, "EUR")
    assert reports.totals(bench.context, nora).spend == (Money("EUR", 123725),)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("no-days.csv", b"Ad name,Clicks\nPoppy,5\n", "The column with the day is missing"),
        ("twice.csv", b"Date,Clicks,Clicks\n2026-10-01,5,6\n", "A column is there twice"),
        ("broken.xlsx", b"PK\x03\x04", "This file cannot be read"),
    ],
    ids=["missing", "doubled", "broken"],
)
def test_a0_01_a_file_that_is_no_report_is_refused_with_the_reason(bench, tmp_path, name, data, said):
    account, person = ad_account(bench.world, bench.admin), advertiser(bench.world, bench.admin)
    bench.ads.open(person, account)
    bench.ads.page("analytics")
    dialog = import_file(bench, tmp_path, name, data)

    assert dialog.notice(dialog.window.bar).title == said
    assert not dialog.can_press("take_report_button")
    assert reports.imports(bench.context, person, account) == ()


def test_a0_01_a_report_with_mistakes_names_them_by_line_and_nothing_is_imported(bench, tmp_path):
    account, person = ad_account(bench.world, bench.admin), advertiser(bench.world, bench.admin)
    bench.ads.open(person, account)
    bench.ads.page("analytics")
    dialog = import_file(bench, tmp_path, "mistakes.csv", BROKEN)
    dialog.until(lambda: dialog.sees("report_problems_view"))

    assert dialog.reads("“By Day” holds no single day. Lines: 3 (1 in all).")
    assert dialog.reads("The report writes decimals with “.”, “Cost” does not everywhere. Lines: 4 (1 in all).")
    assert not dialog.can_press("take_report_button")
    dialog.press("cancel_report_button")
    assert reports.imports(bench.context, person, account) == ()


def test_a2_38_an_analyst_of_an_ad_account_follows_its_numbers_and_imports_none(bench):
    world, nora = bench.world, bench.admin
    account = ad_account(world, nora)
    bring_in(world, advertiser(world, nora), account, report(line(), line(days(2)[1])))
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.ANALYST)
    person = advertiser(world, sam)
    bench.ads.open(person, account)
    assert bench.ads.see("open_account_number_label").text() == number_of(world, nora, account)
    bench.ads.page("analytics")

    assert counts(bench) == [1000, 1000]
    button = bench.ads.widget("import_report_button")
    assert (button.isEnabled(), "Ask Nora." in button.toolTip()) == (False, True)
    assert bench.ads.can_press("export_numbers_button")
    with pytest.raises(NotAllowed):
        reports.preview(bench.context, person, account, GERMAN)

"""The Analytics page: numbers over days and ads, reports in with a preview, CSV and paper out, and who sees it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from bcdesktop.core.report_records import Metric
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_numbers_access, reports
from bcdesktop.ui.kit.chart_painting import ChartKind
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser, personal_ad_account
from tests.services.report_world import FIRST, bring_in, days, line, report


@pytest.fixture
def person(world, nora):
    return advertiser(world, nora)


@pytest.fixture
def account(world, nora):
    return ad_account(world, nora)


def many():
    """Return a report of two ads over ten days, the fourth day without any number."""
    lines = [
        line(day, ad, f"{1000 + 100 * place},{10 + place},800,2,12.50")
        for place, day in enumerate(days(10))
        for ad in ("Poppy 01", "Fern 02")
        if place != 3
    ]
    return report(*lines)


def page_with_numbers(desk, world, person, account):
    bring_in(world, person, account, many())
    desk.open(person, account)
    return desk.go("analytics")


def read_file(desk, tmp_path, data, name="october.csv"):
    """Choose a file in the import dialog the way the file dialog would give it."""
    path = tmp_path / name
    path.write_bytes(data)
    desk.press("choose_report_button")
    desk.widget("choose_report_dialog").fileSelected.emit(str(path))
    desk.widget("choose_report_dialog").close()
    desk.settle()


def values(desk):
    return [value for _day, value in desk.widget("analytics_chart").data.points]


# ---------------------------------------------------------------------- the page
def test_without_an_import_the_page_says_how_to_get_a_report(desk, person, account) -> None:
    desk.open(person, account)
    desk.go("analytics")
    assert "Ads Manager" in desk.widget("no_numbers_view").text_label.text()
    assert not desk.widget("export_numbers_button").isEnabled()
    desk.press("first_import_button")
    assert desk.shows("import_report_dialog")


def test_the_line_of_the_account_and_of_one_ad_are_shown(desk, world, person, account) -> None:
    page_with_numbers(desk, world, person, account)
    assert values(desk)[:3] == [2000, 2200, 2400]
    table = desk.widget("ad_numbers_table")
    assert [ad.ad_name for ad in table.shown_records()] == ["Fern 02", "Poppy 01"]
    assert table.select_record(("Autumn", "Fern 02"))
    desk.qtbot.keyClick(table, Qt.Key.Key_Return)
    desk.settle()
    assert values(desk)[:3] == [1000, 1100, 1200]
    assert "Fern 02 in Autumn" in desk.text("chart_title_label")
    desk.press("whole_account_button")
    assert values(desk)[:3] == [2000, 2200, 2400]


def test_a_day_without_a_number_is_a_gap_and_read_out_as_none(desk, world, person, account) -> None:
    page_with_numbers(desk, world, person, account)
    chart = desk.widget("analytics_chart")
    assert "9 of 10 days" in chart.accessibleDescription()
    chart.setFocus()
    for _step in range(4):
        desk.qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "4 Oct 2026: no number"
    desk.qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().replace(",", "") == "10 Oct 2026: 3800"


def test_number_days_and_kind_of_chart_can_be_chosen(desk, world, person, account) -> None:
    page_with_numbers(desk, world, person, account)
    combo = desk.widget("analytics_metric_combo")
    combo.setCurrentIndex(combo.findData(Metric.SPEND))
    combo.activated.emit(combo.currentIndex())
    desk.settle()
    assert values(desk) == [2500] * 9
    assert desk.text("chart_sum_label") == "Together 225.00\N{NO-BREAK SPACE}EUR"
    desk.widget("analytics_first_edit").setDate(QDate(2026, 10, 9))
    desk.settle()
    assert values(desk) == [2500] * 2
    assert desk.widget("analytics_range_combo").currentText() == "Other days"
    bars = desk.widget("analytics_kind_combo")
    bars.setCurrentIndex(1)
    bars.activated.emit(1)
    desk.settle()
    assert desk.widget("analytics_chart").data.kind is ChartKind.BARS


def test_a_first_day_after_the_last_one_takes_the_last_one_along(desk, world, person, account) -> None:
    page_with_numbers(desk, world, person, account)
    desk.widget("analytics_first_edit").setDate(QDate(2026, 11, 1))
    desk.settle()
    assert desk.widget("analytics_last_edit").date() == QDate(2026, 11, 1)
    assert desk.shows("analytics_chart")
    assert desk.widget("ad_numbers_table").shown_records() == []


def test_money_of_two_currencies_is_shown_beside_each_other(desk, world, person, account) -> None:
    bring_in(world, person, account, report(line()))
    bring_in(world, person, account, report(line(days(2)[1])).replace(b",EUR,", b",USD,"), "dollars.csv")
    desk.open(person, account)
    desk.go("analytics")
    (ad,) = desk.widget("ad_numbers_table").shown_records()
    columns = {column.name: column for column in desk.widget("ad_numbers_table").record_model.columns}
    assert columns["spend"].value(ad).replace("\N{NO-BREAK SPACE}", " ") == "12.50 EUR + 12.50 USD"
    assert not desk.shows("analytics_currency_combo")
    combo = desk.widget("analytics_metric_combo")
    combo.setCurrentIndex(combo.findData(Metric.SPEND))
    combo.activated.emit(combo.currentIndex())
    desk.settle()
    assert desk.widget("analytics_currency_combo").count() == 2
    assert values(desk) == [1250]


# ---------------------------------------------------------------------- reports in
def test_a_report_is_previewed_and_taken_over(desk, world, person, account, tmp_path) -> None:
    desk.open(person, account)
    desk.go("analytics")
    desk.press("first_import_button")
    assert not desk.widget("take_report_button").isEnabled()
    read_file(desk, tmp_path, many())
    assert desk.text("report_summary_label").startswith(
        "Rows: 18. Ads: 2. Days with numbers: 9 (1 Oct 2026 to 10 Oct 2026)"
    )
    assert "Clicks from “Clicks (destination)”" in desk.text("report_columns_label")
    assert len(desk.widget("report_sample_table").shown_records()) == 18
    assert reports.imports(world.context, person, account) == ()
    desk.press("take_report_button")
    assert not desk.shows("import_report_dialog")
    assert values(desk)[:3] == [2000, 2200, 2400]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"Campaign name,Impressions\nAutumn,5\n", "a.csv", "The column with the day is missing"),
        (b"Date,Cost,Spend\n2026-10-01,5,6\n", "b.csv", "A column is there twice"),
        (b"PK\x03\x04broken", "c.xlsx", "This file cannot be read"),
    ],
    ids=["missing", "doubled", "broken"],
)
def test_a_file_that_cannot_be_read_is_said_in_the_dialog(desk, person, account, tmp_path, data, name, said) -> None:
    desk.open(person, account)
    desk.go("analytics")
    desk.press("first_import_button")
    read_file(desk, tmp_path, data, name)
    dialog = desk.widget("import_report_dialog")
    assert dialog.bar.title_label.text() == said
    assert not desk.widget("take_report_button").isEnabled()


def test_problems_name_their_lines_and_nothing_can_be_taken_over(desk, world, person, account, tmp_path) -> None:
    desk.open(person, account)
    desk.go("analytics")
    desk.press("first_import_button")
    read_file(desk, tmp_path, report(line(), line(days(2)[1], numbers='1,2,3,4,"3,50"')))
    told = " ".join(
        label.text()
        for label in desk.widget("report_problems_view").findChildren(type(desk.widget("report_summary_label")))
    )
    assert "Another decimal mark than the rest" in told
    assert "Lines: 3 (1 in all)" in told
    assert "problems" in desk.widget("take_report_button").toolTip()
    desk.press("cancel_report_button")
    assert reports.imports(world.context, person, account) == ()


def test_an_undecidable_order_of_day_and_month_is_asked(desk, world, person, account, tmp_path) -> None:
    desk.open(person, account)
    desk.go("analytics")
    desk.press("first_import_button")
    read_file(desk, tmp_path, b"Date,Clicks\n03/04/2026,5\n")
    assert not desk.widget("take_report_button").isEnabled()
    combo = desk.widget("day_order_combo")
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    desk.settle()
    desk.press("take_report_button")
    assert reports.overview(world.context, person, account).first_day == date(2026, 3, 4)


def test_the_preview_names_what_is_replaced_and_cancel_leaves_it(desk, world, person, account, tmp_path) -> None:
    page_with_numbers(desk, world, person, account)
    desk.press("import_report_button")
    read_file(desk, tmp_path, report(line(numbers="7,7,7,7,7.00")), "again.csv")
    assert "october.csv by Nora" in desk.text("report_replaces_label")
    assert desk.widget("take_report_button").text() == "Replace and &import"
    desk.press("cancel_report_button")
    assert values(desk)[0] == 2000
    desk.press("import_report_button")
    read_file(desk, tmp_path, report(line(numbers="7,7,7,7,7.00")), "again.csv")
    desk.press("take_report_button")
    assert values(desk)[0] == 7


def test_an_import_is_removed_after_a_question(desk, world, person, account) -> None:
    page_with_numbers(desk, world, person, account)
    desk.press("imports_button")
    assert not desk.widget("remove_import_button").isEnabled()
    table = desk.widget("imports_table")
    table.select_record(table.shown_records()[0].id)
    desk.press("remove_import_button")
    desk.press("accept_button")
    assert reports.imports(world.context, person, account) == ()
    desk.press("close_imports_button")
    assert desk.shows("no_numbers_view")


# ---------------------------------------------------------------------- out
def test_the_ads_in_view_are_exported(desk, world, person, account, tmp_path) -> None:
    page = page_with_numbers(desk, world, person, account)
    desk.press("export_numbers_button")
    target = tmp_path / "numbers.csv"
    desk.window.findChild(QFileDialog, "export_numbers_dialog").fileSelected.emit(str(target))
    desk.settle()
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("First day,Last day,Campaign,Ad,Impressions")
    assert lines[1] == "2026-10-01,2026-10-10,Autumn,Fern 02,13200,132,7200,18,112.50,EUR"
    assert page.isVisible()


def test_the_sheet_has_the_chart_and_the_ads(desk, world, person, account) -> None:
    from bcdesktop.ui.paper.output import pdf_bytes

    page = page_with_numbers(desk, world, person, account)
    sheet = page._export.sheet(page._view, "Spring (1)", page.ad_numbers_table.shown_records())
    assert [row[0] for row in sheet.rows] == ["Fern 02", "Poppy 01"]
    assert len(sheet.chart.values) == 9
    assert pdf_bytes(sheet).startswith(b"%PDF")


# ---------------------------------------------------------------------- who sees it
def test_an_analyst_sees_the_numbers_and_import_says_who_can(desk, world, nora, person, account) -> None:
    bring_in(world, person, account, many())
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.ANALYST)
    desk.open(advertiser(world, sam), account)
    desk.go("analytics")
    assert len(values(desk)) == 9
    button = desk.widget("import_report_button")
    assert not button.isEnabled()
    assert "Nora" in button.toolTip()
    assert desk.widget("export_numbers_button").isEnabled()


def test_who_may_not_see_the_numbers_reads_why(desk, world, nora, person, account) -> None:
    bring_in(world, person, account, many())
    sam = world.standard_member(nora)
    holder = holder_of(world, sam)
    give(world, nora, account, holder, AssetRole.OPERATOR)
    desk.open(advertiser(world, sam), account)
    desk.go("analytics")
    assert desk.shows("analytics_chart")
    ad_numbers_access.set_hidden(world.context, nora, account, holder.id, True)
    desk.qtbot.waitUntil(lambda: desk.shows("hidden_numbers_view"))
    assert "Ask Nora." in desk.text("hidden_numbers_label")
    assert not desk.widget("import_report_button").isEnabled()
    assert not desk.shows("analytics_chart")


def test_a_person_without_a_business_center_imports_into_an_own_ad_account(desk, world, ida, tmp_path) -> None:
    own = personal_ad_account(world, ida)
    desk.open(ida, own)
    desk.go("analytics")
    desk.press("first_import_button")
    read_file(desk, tmp_path, many())
    desk.press("take_report_button")
    assert len(values(desk)) == 9
    assert FIRST + timedelta(days=3) not in desk.widget("analytics_chart").data.values

"""Performance reports as people export them, and files that are none."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.csv_files import CsvQuoteOpen
from bcdesktop.core.report_columns import ReportColumn, meaning
from bcdesktop.core.report_days import DayOrder
from bcdesktop.core.report_errors import (
    ReadingStopped,
    ReportColumnsDoubled,
    ReportCurrenciesMixed,
    ReportCurrencyUnknown,
    ReportDaysUnreadable,
    ReportDecimalsMixed,
    ReportEmpty,
    ReportEncrypted,
    ReportFormulasOpen,
    ReportHasNoDays,
    ReportHasNoNumbers,
    ReportNumbersUnreadable,
    ReportTooLarge,
    ReportTooLong,
    ReportUnreadable,
    ReportWrongType,
)
from bcdesktop.core.report_numbers import DecimalMark
from bcdesktop.core.report_records import Metric, ReportChoices, ReportQuestion, Watch
from bcdesktop.core.reports import read_report
from tests.core.report_files import changed, french, german, spanish, swiss, workbook

HEADS = ("Date", "Campaign name", "Ad name", "Currency", "Impressions", "Clicks", "Cost")
SHEET = "xl/worksheets/sheet1.xml"


def read(data, limit_rows=1000, **given):
    return read_report(data if isinstance(data, bytes) else data.encode(), limit_rows=limit_rows, **given)


def numbers(report):
    """Return day and numbers of each row."""
    return [(row.day.day, row.impressions, row.clicks, row.video_views, row.spend_hundredths) for row in report.rows]


FIRST_TWO = [(1, 12345, 1012, 9876, 123450), (2, 7, None, 3, 50)]


# ---------------------------------------------------------------------- what people really export
@pytest.mark.parametrize(
    ("data", "currency", "left_out"),
    [(german(), "EUR", 1), (french(), "EUR", 1), (swiss(), "CHF", 0)],
    ids=["german", "french", "swiss"],
)
def test_a_report_says_the_same_in_every_language_and_form(data: bytes, currency: str, left_out: int) -> None:
    report = read(data)
    assert numbers(report) == FIRST_TWO
    assert (report.currency, report.left_out, report.problems, report.questions) == (currency, left_out, (), ())


def test_a_spanish_one_in_utf_16_is_read_and_a_zero_stays_one() -> None:
    report = read(spanish())
    assert numbers(report) == [*FIRST_TWO, (15, 0, 0, 0, None)]


def test_lines_are_those_of_the_file_below_its_titles() -> None:
    assert [row.line for row in read(german()).rows] == [5, 6]


def test_of_two_kinds_of_clicks_those_on_the_destination_count() -> None:
    report = read(german())
    assert report.heads.get(ReportColumn.CLICKS).heading == "Klicks (Ziel)"
    assert report.heads.ignored == ("Klicks (alle)", "CTR")
    assert read("Date,Clicks (all)\n2026-03-01,5\n").rows[0].clicks == 5


def test_handles_and_names_are_told_without_signs_around() -> None:
    (row,) = read("Date,Identity,Ad name,Clicks\n2026-03-01,@Harbour_Shoes,  Poppy   01 ,5\n").rows
    assert (row.handle, row.ad_name, row.campaign_name) == ("harbour_shoes", "Poppy 01", "")


def test_sums_and_notes_at_the_end_are_left_out_and_counted() -> None:
    report = read(
        "Date,Ad name,Clicks\n2026-03-01,Poppy,5\n2026-03-02,Total look,6\nTotal,,11\nExported by Nora,,\n,,11\n"
    )
    assert [(row.ad_name, row.clicks) for row in report.rows] == [("Poppy", 5), ("Total look", 6)]
    assert report.left_out == 3


def test_a_dash_is_missing_and_never_zero() -> None:
    report = read("Date,Clicks,Cost\n2026-03-01,-,–\n2026-03-01,N/A,0\n")
    assert [(row.clicks, row.spend_hundredths) for row in report.rows] == [(None, None), (None, 0)]


@given(order=st.permutations(HEADS), separator=st.sampled_from(";\t|"), decimal=st.sampled_from(",."))
def test_columns_are_found_in_any_order_and_with_any_separator(order, separator: str, decimal: str) -> None:
    cells = {"Date": "2026-03-01", "Campaign name": "Spring", "Ad name": "Poppy", "Currency": "EUR"}
    cells |= {"Impressions": "1234", "Clicks": "56", "Cost": f"7{decimal}89"}
    text = f"{separator.join(order)}\n{separator.join(cells[head] for head in order)}\n"
    (row,) = read(text).rows
    assert row[1:] == (date(2026, 3, 1), "Spring", "Poppy", "", 1234, 56, None, None, 789)


@pytest.mark.parametrize(
    ("heading", "column", "currency"),
    [
        ("Cost", ReportColumn.SPEND, ""),
        ("Cost (EUR)", ReportColumn.SPEND, "EUR"),
        ("Spend [USD]", ReportColumn.SPEND, "USD"),
        ("Amount spent in GBP", ReportColumn.SPEND, "GBP"),
        ("Kosten (€)", ReportColumn.SPEND, "EUR"),
        ("COÛT", ReportColumn.SPEND, ""),
        ("by day", ReportColumn.DAY, ""),
    ],
)
def test_a_heading_is_known_with_its_currency(heading: str, column: ReportColumn, currency: str) -> None:
    assert meaning(heading)[::2] == (column, currency)


@pytest.mark.parametrize(
    "heading", ["CTR", "Clicks (%)", "Cost per click", "CPM", "2-second video views", "Impressions (EUR)"]
)
def test_what_only_sounds_like_a_column_is_none(heading: str) -> None:
    assert meaning(heading) is None


# ---------------------------------------------------------------------- workbooks
def sheet(*rows, **given) -> bytes:
    return workbook([["Date", "Ad name", "Impressions", "Cost"], *rows], **given)


def test_a_workbook_is_read_with_titles_days_and_numbers() -> None:
    data = sheet(
        [date(2026, 3, 1), "Poppy", 12345, 1234.5],
        ["2026-03-02", "Fern", "7", None],
        ["Total of 2 results", None, 12352, 1234.5],
        title="Ad performance",
    )
    report = read(data)
    assert [(row.line, row.day.day, row.ad_name, row.impressions, row.spend_hundredths) for row in report.rows] == [
        (4, 1, "Poppy", 12345, 123450),
        (5, 2, "Fern", 7, None),
    ]
    assert report.left_out == 1


def test_days_a_sheet_only_keeps_as_numbers_are_days() -> None:
    assert read(sheet([46082, "Poppy", 5, 1.0])).rows[0].day == date(2026, 3, 1)
    mac = sheet([date(2026, 3, 1), "Poppy", 5, 1.0], from_1904=True)
    assert read(mac).rows[0].day == date(2026, 3, 1)


def test_the_first_sheet_with_headings_is_taken() -> None:
    assert len(read(sheet(["2026-03-01", "Poppy", 5, 1.0], sheets=["Cover"])).rows) == 1


def test_formulas_count_by_their_results_and_are_told_where_there_are_none() -> None:
    data = sheet(["2026-03-01", "Poppy", "=2+3", 1.0])
    with pytest.raises(ReportFormulasOpen) as refused:
        read(data)
    assert refused.value.count == 1
    solved = changed(data, SHEET, lambda xml: xml.replace(b"<v />", b"<v>5</v>").replace(b"<v></v>", b"<v>5</v>"))
    assert read(solved).rows[0].impressions == 5


def test_an_error_of_the_sheet_is_no_number() -> None:
    (problem,) = read(sheet(["2026-03-01", "Poppy", "#DIV/0!", 1.0])).problems
    assert (type(problem), problem.lines) == (ReportNumbersUnreadable, (2,))


def test_text_days_beside_real_ones_are_not_trusted() -> None:
    report = read(sheet([date(2026, 4, 3), "Poppy", 5, 1.0], ["13/04/2026", "Poppy", 5, 1.0]))
    assert [(type(problem), problem.lines) for problem in report.problems] == [(ReportDaysUnreadable, (3,))]


def test_cells_written_into_the_sheet_itself_are_read() -> None:
    inline = (
        b'<c r="B2" t="inlineStr"><is><r><t>Pop</t></r><r><t>py 02</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
    )
    data = changed(
        sheet(["2026-03-01", 1, 5, 1.0]), SHEET, lambda xml: xml.replace(b'<c r="B2" t="n"><v>1</v></c>', inline)
    )
    assert read(data).rows[0].ad_name == "Poppy 02"


# ---------------------------------------------------------------------- bad input
@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", ReportEmpty),
        ("\n\n", ReportEmpty),
        ("Date,Clicks\n", ReportEmpty),
        ("Date,Clicks\nTotal,5\n", ReportEmpty),
        ("Ad name,Clicks\nPoppy,5\n", ReportHasNoDays),
        ("Hello\nworld\n", ReportHasNoDays),
        ("Date,Ad name\n2026-03-01,Poppy\n", ReportHasNoNumbers),
        ("Date,Cost,Spend\n2026-03-01,1,2\n", ReportColumnsDoubled),
        ("Date,Date,Cost\n2026-03-01,1,2\n", ReportColumnsDoubled),
        ('Date,Clicks\n2026-03-01,"5\n2026-03-02,6\n', CsvQuoteOpen),
    ],
)
def test_what_is_no_report_says_why(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(text)


def test_missing_and_doubled_columns_are_named() -> None:
    with pytest.raises(ReportHasNoDays) as no_days:
        read("Ad name,Clicks\nPoppy,5\n")
    assert no_days.value.found == ("Ad name", "Clicks")
    with pytest.raises(ReportHasNoNumbers) as no_numbers:
        read("Date,Reach\n2026-03-01,5\n")
    assert "Impressions" in no_numbers.value.missing
    with pytest.raises(ReportColumnsDoubled) as doubled:
        read("Date,Cost,Amount spent (EUR)\n2026-03-01,1,2\n")
    assert doubled.value.columns == ("Cost", "Amount spent (EUR)")


def test_unreadable_cells_are_told_with_their_lines() -> None:
    report = read("Date,Clicks,Cost\n2026-03-01,5,1.00\nsoon,x,2.00\n2026-03-03,5.5,-1\n")
    told = [(type(problem), problem.column, problem.count, problem.lines, problem.text) for problem in report.problems]
    assert told == [
        (ReportDaysUnreadable, "Date", 1, (3,), "soon"),
        (ReportNumbersUnreadable, "Clicks", 2, (3, 4), "x"),
        (ReportNumbersUnreadable, "Cost", 1, (4,), "-1"),
    ]
    assert [row.line for row in report.rows] == [2]


def test_another_decimal_comma_than_the_rest_is_told() -> None:
    report = read('Date,Cost\n2026-03-01,1.50\n2026-03-02,2.50\n2026-03-03,"3,50"\n')
    (problem,) = report.problems
    assert (type(problem), problem.lines, problem.text, problem.mark) == (ReportDecimalsMixed, (4,), "3,50", ".")


def test_an_order_or_a_mark_nothing_tells_is_asked_and_then_taken() -> None:
    text = "Date,Cost\n03/04/2026,1.234\n"
    assert read(text).questions == (ReportQuestion.DAY_ORDER, ReportQuestion.DECIMAL_MARK)
    (row,) = read(text, choices=ReportChoices(DayOrder.MONTH_FIRST, DecimalMark.COMMA)).rows
    assert (row.day, row.spend_hundredths) == (date(2026, 3, 4), 123400)


def test_several_currencies_and_none_are_told() -> None:
    mixed = read("Date,Cost,Currency\n2026-03-01,1.00,EUR\n2026-03-02,1.00,USD\n").problems
    assert [type(problem) for problem in mixed] == [ReportCurrenciesMixed]
    assert mixed[0].currencies == ("EUR", "USD")
    strange = read("Date,Cost,Currency\n2026-03-01,1.00,shells\n").problems
    assert [type(problem) for problem in strange] == [ReportCurrencyUnknown]


def test_a_currency_beside_the_amounts_counts_too() -> None:
    assert read('Date,Cost\n2026-03-01,"1,50 €"\n').currency == "EUR"
    assert [type(found) for found in read("Date,Cost (USD)\n2026-03-01,1.50 EUR\n").problems] == [ReportCurrenciesMixed]


def test_one_row_too_many_is_refused_and_sums_do_not_count() -> None:
    rows = "".join(f"2026-03-{day:02},5\n" for day in range(1, 4))
    assert len(read(f"Date,Clicks\n{rows}Total,15\n", limit_rows=3).rows) == 3
    with pytest.raises(ReportTooLong):
        read(f"Date,Clicks\n{rows}2026-03-04,5\n", limit_rows=3)


def ole(text: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + text.encode("utf-16-le")


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "kind"),
    [
        (b"PK\x03\x04 and no more", ReportUnreadable, None),
        (ole("EncryptedPackage"), ReportEncrypted, None),
        (ole("Workbook"), ReportWrongType, "old_workbook"),
        (zipped("mimetype", "content.xml"), ReportWrongType, "open_document"),
        (zipped("holiday.jpg"), ReportWrongType, "other"),
        (b"%PDF-1.7", ReportWrongType, "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", ReportUnreadable, None),
    ],
    ids=["cut off", "encrypted", "xls", "ods", "zip", "pdf", "picture"],
)
def test_other_files_are_told_for_what_they_are(data: bytes, error: type[Exception], kind: str | None) -> None:
    with pytest.raises(error) as refused:
        read(data)
    assert getattr(refused.value, "kind", None) == kind


def test_a_workbook_that_would_become_too_large_is_not_unpacked() -> None:
    huge = changed(sheet(["2026-03-01", "Poppy", 5, 1.0]), "xl/styles.xml", lambda xml: xml + b" " * 17 * 1024 * 1024)
    with pytest.raises(ReportTooLarge):
        read(huge)


def test_a_workbook_with_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = changed(
        sheet(["2026-03-01", "Poppy", 5, 1.0]), SHEET, lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet", 1)
    )
    with pytest.raises(ReportUnreadable):
        read(data)


def test_a_damaged_workbook_is_one_error_whatever_is_damaged() -> None:
    whole = sheet(*(["2026-03-01", f"Poppy {number}", number, 1.5] for number in range(40)))
    choose = random.Random(4)
    for _try in range(150):
        data = bytearray(whole)
        for _change in range(choose.randint(1, 6)):
            data[choose.randrange(4, len(data))] = choose.randrange(256)
        try:
            read(bytes(data))
        except (ReportUnreadable, ReportWrongType, ReportEncrypted, ReportTooLarge, ReportHasNoDays, ReportEmpty):
            continue


@pytest.mark.parametrize(
    "change", [(b'r="B2"', b'r="ZZZZZ2"'), (b'<row r="2"', b'<row r="99999999"'), (b'r="C2"', b'r="A2"')]
)
def test_a_sheet_with_impossible_places_is_unreadable(change: tuple[bytes, bytes]) -> None:
    data = changed(sheet(["2026-03-01", "Poppy", 5, 1.0]), SHEET, lambda xml: xml.replace(*change, 1))
    with pytest.raises(ReportUnreadable):
        read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_report_or_a_typed_error(data: bytes) -> None:
    from bcdesktop.core.errors import RuleRefused

    try:
        read(data)
    except RuleRefused:
        return


# ---------------------------------------------------------------------- progress
def test_reading_tells_how_far_it_is_and_can_be_stopped() -> None:
    text = "Date,Clicks\n" + "2026-03-01,5\n" * 3_000
    told: list[float] = []
    read(text, limit_rows=5_000, watch=Watch(told.append))
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.75 <= told[-1] <= 1
    with pytest.raises(ReadingStopped):
        read(text, limit_rows=5_000, watch=Watch(stopped=lambda: len(told) > 3))


def test_what_is_kept_of_a_report_are_its_numbers() -> None:
    assert read(german()).metrics == (Metric.IMPRESSIONS, Metric.CLICKS, Metric.VIDEO_VIEWS, Metric.SPEND)
    assert read(german()).days == (date(2026, 3, 1), date(2026, 3, 2))

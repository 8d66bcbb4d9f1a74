"""Performance numbers: brought in whole or not at all, added up, and shown to whom the role allows it."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from sqlmodel import func, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.report_errors import (
    ReportColumnsDoubled,
    ReportDecimalsMixed,
    ReportHasNoDays,
    ReportNumbersUnreadable,
    ReportTooLong,
    ReportUnreadable,
)
from bcdesktop.core.report_records import Metric, ReportQuestion
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_numbers_access, grants, reports
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.report_errors import ReportDaysAhead, ReportDaysTaken, ReportReplacesOther, ReportUnanswered
from bcdesktop.services.report_records import Money
from bcdesktop.store.tables import ReportRow
from tests.services.access import holder_of, link
from tests.services.ad_world import ad_account, advertiser, personal_ad_account
from tests.services.report_world import FIRST, bring_in, days, line, report

LAST = date(2026, 11, 22)


@pytest.fixture
def nora(world):
    return world.center()


@pytest.fixture
def asset_id(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def ads(world, nora):
    return advertiser(world, nora)


def _rows(world) -> int:
    with world.store.read() as session:
        return session.execute(select(func.count()).select_from(ReportRow)).scalar_one()


def _member(world, nora, asset_id, role):
    sam = world.standard_member(nora)
    holder = holder_of(world, sam)
    given = Assignment(asset_id, holder, role)
    grants.assign(world.context, nora, [given], uuid.uuid4().hex)
    return sam, holder.id


# ---------------------------------------------------------------------- preview
def test_a_preview_tells_columns_rows_days_and_currency_and_writes_nothing(world, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, report(line(), line(days(2)[1])), file_name="october.csv")
    assert (len(shown.report.rows), shown.report.days, shown.currency) == (2, tuple(days(2)), "EUR")
    assert shown.report.metrics == tuple(Metric)
    assert shown.can_import
    assert not shown.is_currency_assumed
    assert _rows(world) == 0


def test_without_a_currency_in_the_report_that_of_the_ad_account_is_taken_and_said(world, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, b"Date,Cost\n2026-10-01,5.00\n")
    assert (shown.currency, shown.is_currency_assumed) == ("EUR", True)


def test_a_preview_names_the_import_whose_days_would_be_replaced(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, report(*(line(day) for day in days(5))), "first.csv")
    shown = reports.preview(world.context, ads, asset_id, report(line(days(3)[2]), line(days(9)[8])))
    assert [(row.file_name, row.rows, row.first_day) for row in shown.replaces] == [("first.csv", 1, days(3)[2])]


def test_days_that_are_still_to_come_are_a_problem(world, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, report(line(date(2026, 12, 24))))
    assert [type(problem) for problem in shown.problems] == [ReportDaysAhead]
    assert not shown.can_import


# ---------------------------------------------------------------------- bad input: nothing is half imported
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (report(line(numbers="1000,10,x,2,3.50")), ReportNumbersUnreadable),
        (report(line(), line(days(2)[1], numbers='7,7,7,7,"3,50"')), ReportDecimalsMixed),
    ],
    ids=["no number", "another decimal comma"],
)
def test_a_report_with_a_problem_is_not_taken_over(world, ads, asset_id, data, problem) -> None:
    shown = reports.preview(world.context, ads, asset_id, data)
    assert [type(found) for found in shown.problems] == [problem]
    with pytest.raises(problem):
        reports.import_report(world.context, ads, asset_id, shown, "key")
    assert _rows(world) == 0
    assert reports.imports(world.context, ads, asset_id) == ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"Campaign name,Impressions\nAutumn,5\n", ReportHasNoDays),
        (b"Date,Impressions,Impressions\n2026-10-01,5,6\n", ReportColumnsDoubled),
        (b"PK\x03\x04 and then nothing of it", ReportUnreadable),
    ],
    ids=["missing column", "doubled column", "broken file"],
)
def test_a_file_that_cannot_be_read_says_what_is_wrong(world, ads, asset_id, data, error) -> None:
    with pytest.raises(error):
        reports.preview(world.context, ads, asset_id, data)


def test_more_rows_than_the_limit_are_refused(world, ads, asset_id) -> None:
    few = world.limited(rows_per_report=2)
    three = report(*(line(day) for day in days(3)))
    with pytest.raises(ReportTooLong) as refused:
        reports.preview(few, ads, asset_id, three)
    assert refused.value.maximum == 2
    assert len(reports.preview(few, ads, asset_id, report(*(line(day) for day in days(2)))).report.rows) == 2


def test_a_report_with_an_open_question_is_not_taken_over(world, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, b"Date,Clicks\n03/04/2026,5\n")
    assert shown.report.questions == (ReportQuestion.DAY_ORDER,)
    with pytest.raises(ReportUnanswered):
        reports.import_report(world.context, ads, asset_id, shown, "key")


# ---------------------------------------------------------------------- taking over
def test_an_import_is_taken_over_once_per_key_told_and_logged(world, nora, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, report(line(), line(days(2)[1])), file_name="october.csv")
    heard = []
    world.store.subscribe(lambda changes: heard.extend(change.kind for change in changes))
    done = reports.import_report(world.context, ads, asset_id, shown, "key")
    assert reports.import_report(world.context, ads, asset_id, shown, "key") == done
    assert (done.rows, done.replaced, _rows(world)) == (2, 0, 2)
    assert ChangeKind.REPORT in heard
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["file"], entry.details["rows"]) == ("report_imported", "october.csv", 2)


def test_the_same_days_are_replaced_and_the_rest_stays(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, report(*(line(day) for day in days(5))), "first.csv")
    done = bring_in(world, ads, asset_id, report(line(days(3)[2], numbers="1,1,1,1,1.00")), "second.csv")
    assert (done.replaced, _rows(world)) == (1, 5)
    found = reports.per_day(world.context, ads, asset_id, Metric.IMPRESSIONS, FIRST, LAST)
    assert [count for _day, count in found.points] == [1000, 1000, 1, 1000, 1000]
    rows = {row.file_name: row.rows for row in reports.imports(world.context, ads, asset_id)}
    assert rows == {"first.csv": 4, "second.csv": 1}


def test_an_import_that_was_replaced_whole_is_no_longer_listed(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, name="first.csv")
    bring_in(world, ads, asset_id, name="second.csv")
    assert [row.file_name for row in reports.imports(world.context, ads, asset_id)] == ["second.csv"]


def test_without_leave_to_replace_nothing_happens(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, name="first.csv")
    with pytest.raises(ReportDaysTaken):
        bring_in(world, ads, asset_id, name="second.csv", replace=False)
    assert [row.file_name for row in reports.imports(world.context, ads, asset_id)] == ["first.csv"]


def test_numbers_the_preview_did_not_name_are_not_replaced(world, ads, asset_id) -> None:
    shown = reports.preview(world.context, ads, asset_id, report(line()), file_name="mine.csv")
    bring_in(world, ads, asset_id, name="theirs.csv")
    with pytest.raises(ReportReplacesOther):
        reports.import_report(world.context, ads, asset_id, shown, "key")
    assert [row.file_name for row in reports.imports(world.context, ads, asset_id)] == ["theirs.csv"]


def test_an_import_can_be_removed_and_its_numbers_go(world, nora, ads, asset_id) -> None:
    done = bring_in(world, ads, asset_id)
    assert reports.remove_import(world.context, ads, done.id) == 1
    assert _rows(world) == 0
    assert reports.overview(world.context, ads, asset_id).first_day is None
    assert world.last_entry(nora).action == "report_removed"
    with pytest.raises(NotFound):
        reports.remove_import(world.context, ads, done.id)


# ---------------------------------------------------------------------- sums
def test_a_day_without_a_number_is_no_zero(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, report(line(), line(days(2)[1], numbers="-,5,-,-,-"), line(days(4)[3])))
    views = reports.per_day(world.context, ads, asset_id, Metric.VIDEO_VIEWS, FIRST, LAST)
    assert views.points == ((FIRST, 800), (days(4)[3], 800))


def test_sums_are_made_per_ad_and_a_line_of_one_ad(world, ads, asset_id) -> None:
    two = [line(day, ad) for day in days(3) for ad in ("Poppy 01", "Fern 02")]
    bring_in(world, ads, asset_id, report(*two[:-1]))
    found = reports.per_ad(world.context, ads, asset_id, FIRST, LAST)
    assert [(ad.ad_name, ad.days, ad.numbers.clicks, ad.numbers.spend) for ad in found] == [
        ("Fern 02", 2, 20, (Money("EUR", 2500),)),
        ("Poppy 01", 3, 30, (Money("EUR", 3750),)),
    ]
    one = reports.per_day(world.context, ads, asset_id, Metric.SPEND, FIRST, LAST, ad=found[0].id, currency="EUR")
    assert one.points == ((FIRST, 1250), (days(2)[1], 1250))


def test_money_of_two_currencies_is_never_added(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id)
    dollars = report(line(days(2)[1])).replace(b",EUR,", b",USD,")
    bring_in(world, ads, asset_id, dollars, "dollars.csv")
    (found,) = reports.per_ad(world.context, ads, asset_id, FIRST, LAST)
    assert found.numbers.spend == (Money("EUR", 1250), Money("USD", 1250))
    assert found.numbers.impressions == 2000
    euros = reports.per_day(world.context, ads, asset_id, Metric.SPEND, FIRST, LAST, currency="EUR")
    assert euros.points == ((FIRST, 1250),)
    assert reports.overview(world.context, ads, asset_id).currencies == ("EUR", "USD")


def test_a_column_the_report_lacks_is_none(world, ads, asset_id) -> None:
    bring_in(world, ads, asset_id, b"Date,Clicks\n2026-10-01,5\n")
    (found,) = reports.per_ad(world.context, ads, asset_id, FIRST, LAST)
    assert (found.numbers.clicks, found.numbers.impressions, found.numbers.spend) == (5, None, ())
    assert reports.overview(world.context, ads, asset_id).metrics == (Metric.CLICKS,)


# ---------------------------------------------------------------------- who sees what
def test_an_analyst_sees_the_numbers_and_may_not_import(world, nora, ads, asset_id) -> None:
    bring_in(world, ads, asset_id)
    sam, _member_id = _member(world, nora, asset_id, AssetRole.ANALYST)
    view = reports.overview(world.context, advertiser(world, sam), asset_id)
    assert (view.can_import, view.importers) == (False, ("Nora",))
    assert len(reports.per_ad(world.context, advertiser(world, sam), asset_id, FIRST, LAST)) == 1
    with pytest.raises(NotAllowed) as refused:
        reports.preview(world.context, advertiser(world, sam), asset_id, report(line()))
    assert refused.value.helpers == ("Nora",)


def test_an_operator_whose_numbers_are_hidden_sees_and_imports_none(world, nora, ads, asset_id) -> None:
    bring_in(world, ads, asset_id)
    sam, member_id = _member(world, nora, asset_id, AssetRole.OPERATOR)
    assert reports.overview(world.context, advertiser(world, sam), asset_id).can_import
    ad_numbers_access.set_hidden(world.context, nora, asset_id, member_id, True)
    who = advertiser(world, sam)
    for refused in (
        lambda: reports.overview(world.context, who, asset_id),
        lambda: reports.per_day(world.context, who, asset_id, Metric.CLICKS, FIRST, LAST),
        lambda: reports.per_ad(world.context, who, asset_id, FIRST, LAST),
        lambda: reports.imports(world.context, who, asset_id),
        lambda: reports.preview(world.context, who, asset_id, report(line())),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert reports.totals(world.context, sam) is None


def test_somebody_without_a_role_learns_nothing(world, nora, asset_id) -> None:
    stranger = advertiser(world, world.standard_member(nora))
    with pytest.raises(NotFound):
        reports.overview(world.context, stranger, asset_id)


def test_who_owns_an_ad_account_without_a_business_center_imports_and_sees(world, nora) -> None:
    sam = advertiser(world, world.standard_member(nora))
    own = personal_ad_account(world, sam)
    bring_in(world, sam, own)
    assert reports.overview(world.context, sam, own).first_day == FIRST


# ---------------------------------------------------------------------- totals
def test_totals_are_of_the_ad_accounts_whose_numbers_a_person_may_see(world, nora, ads, asset_id) -> None:
    assert reports.totals(world.context, nora) is None
    other = ad_account(world, nora, "Autumn")
    bring_in(world, ads, asset_id)
    bring_in(world, ads, other, report(line(days(2)[1])))
    both = reports.totals(world.context, nora)
    assert (both.impressions, both.spend, both.ad_accounts) == (2000, (Money("EUR", 2500),), 2)
    assert (both.first_day, both.last_day) == (FIRST, days(2)[1])
    sam, _member_id = _member(world, nora, other, AssetRole.ANALYST)
    assert reports.totals(world.context, sam).ad_accounts == 1


def test_numbers_of_ads_that_ran_on_a_tiktok_account_are_added_up(world, nora, ads, asset_id) -> None:
    link_id = link(world, nora, "harbour_shoes")
    assert reports.per_account(world.context, nora, AssetKind.TIKTOK_ACCOUNT, link_id) is None
    bring_in(world, ads, asset_id, report(line(), line(ad="Fern 02", handle="@somebody_else")))
    found = reports.per_account(world.context, nora, AssetKind.TIKTOK_ACCOUNT, link_id)
    assert (found.impressions, found.clicks) == (1000, 10)
    with pytest.raises(NotFound):
        reports.per_account(world.context, world.standard_member(nora), AssetKind.TIKTOK_ACCOUNT, link_id)

"""Performance numbers: reports are brought in after a preview, and added up by day, ad and account (part 3, Analytics).

Nothing is ever made up: what no report held is None. Only Admin, Operator and Analyst of an ad account see its numbers
(domain.md 2.4), and an Operator from whom they are hidden does not (A2-06).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import AD_TABLE, Action, AdAction, ad_may
from bcdesktop.core.report_records import Metric, Report, ReportChoices, Watch
from bcdesktop.core.reports import read_report
from bcdesktop.services import _account_rows, _ad_commands, _ad_roles, _commands, _report_sums, _report_taking
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.services.report_errors import ReportDaysAhead, ReportDaysTaken, ReportReplacesOther, ReportUnanswered
from bcdesktop.services.report_records import (
    AdNumbers,
    DaySeries,
    ImportedReport,
    ImportRow,
    Numbers,
    NumbersOverview,
    ReportPreview,
)
from bcdesktop.store.tables import AdAccount, AssetAccess, Member, MemberAsset, ReportImport, ReportRow

FILE_NAME_CHARACTERS = 255


# ---------------------------------------------------------------------- bringing in
def preview(
    context: Context,
    advertiser: Advertiser,
    asset_id: str,
    data: bytes,
    *,
    file_name: str = "",
    choices: ReportChoices | None = None,
    watch: Watch | None = None,
) -> ReportPreview:
    """Say what a file would bring into an ad account, and write nothing.

    Needs the roles for importing and for seeing numbers. Raises NotFound, NotAllowed, and what
    ``core.reports.read_report`` raises for a file that cannot be read at all.
    """
    with context.store.read() as session:
        _require_importer(session, advertiser, asset_id)
    report = read_report(data, limit_rows=context.limits.rows_per_report, choices=choices, watch=watch)
    with context.store.read() as session:
        currency = report.currency or session.get_one(AdAccount, asset_id).currency
        replaces = _report_taking.replaced(session, asset_id, report.days)
    name = file_name[-FILE_NAME_CHARACTERS:]
    problems = (*report.problems, *_ahead(report, context.clock.now().date()))
    ads = report.rows.ads
    return ReportPreview(asset_id, name, report, currency, not report.currency, ads, replaces, problems)


def import_report(
    context: Context, advertiser: Advertiser, asset_id: str, shown: ReportPreview, key: str, *, replace: bool = True
) -> ImportedReport:
    """Take over what ``shown`` has, all of it or nothing; numbers of the same days are replaced.

    A repeated call with ``key`` returns the first result. Raises NotFound, NotAllowed, the first of the preview's
    problems, ReportUnanswered, ReportDaysTaken without ``replace``, and ReportReplacesOther where numbers would go that
    the preview did not name.
    """

    def work(deed: Deed) -> dict[str, Any]:
        _require_importer(deed.unit.session, advertiser, asset_id)
        if shown.problems:
            raise shown.problems[0]
        if shown.report.questions:
            raise ReportUnanswered
        days = shown.report.days
        before = _report_taking.replaced(deed.unit.session, asset_id, days)
        named = {row.id for row in shown.replaces}
        for row in before:
            if not replace:
                raise ReportDaysTaken(row.file_name)
            if row.id not in named:
                raise ReportReplacesOther(row.file_name)
        gone = _report_taking.drop_days(deed, days, before) if before else 0
        import_id = _report_taking.write(deed, shown)
        rows = len(shown.report.rows)
        _note(deed, ActivityAction.REPORT_IMPORTED, shown.file_name, rows, (days[0], days[-1]), gone)
        return {"id": import_id, "rows": rows, "replaced": gone}

    done = _ad_commands.run(context, advertiser, AdAction.IMPORT_NUMBERS, asset_id, work, key=key)
    return ImportedReport(**done)


def imports(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[ImportRow, ...]:
    """Return the files whose numbers count, the newest first. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_NUMBERS)
        return _report_sums.imports(session, ReportImport.asset_id == asset_id)


def remove_import(context: Context, advertiser: Advertiser, import_id: str) -> int:
    """Take the numbers of one file away again; return how many rows went.

    What it replaced when it was brought in does not come back. Raises NotFound, NotAllowed.
    """
    with context.store.read() as session:
        asset_id = session.execute(select(ReportImport.asset_id).where(ReportImport.id == import_id)).scalar()
    if asset_id is None:
        raise NotFound("report", import_id)
    return _ad_commands.run(context, advertiser, AdAction.IMPORT_NUMBERS, asset_id, partial(_remove, import_id))


# ---------------------------------------------------------------------- looking at
def overview(context: Context, advertiser: Advertiser, asset_id: str) -> NumbersOverview:
    """Return what was imported of an ad account, and whether the person may import. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        asset, role = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_NUMBERS)
        can_import = ad_may(AdAction.IMPORT_NUMBERS, role.role)
        importers = () if can_import else _ad_roles.admin_names(session, asset)
        found = _report_sums.imports(session, ReportImport.asset_id == asset_id)
        if not found:
            return NumbersOverview(None, None, (), (), can_import, importers)
        return NumbersOverview(
            min(row.first_day for row in found),
            max(row.last_day for row in found),
            _report_sums.metrics(session, asset_id),
            _report_sums.currencies(session, found),
            can_import,
            importers,
        )


def per_day(
    context: Context,
    advertiser: Advertiser,
    asset_id: str,
    metric: Metric,
    first: date,
    last: date,
    *,
    ad: tuple[str, str] | None = None,
    currency: str = "",
) -> DaySeries:
    """Return a number by day from ``first`` to ``last``, of the ad account or of one ad (campaign's name, its name).

    Of money only the one ``currency``. Raises NotFound, NotAllowed.
    """
    where = _within(asset_id, first, last)
    if ad is not None:
        where += [col(ReportRow.campaign_name) == ad[0], col(ReportRow.ad_name) == ad[1]]
    if metric is Metric.SPEND:
        where.append(col(ReportImport.currency) == currency)
    with context.store.read() as session:
        _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_NUMBERS)
        points = _report_sums.by_day(session, metric, *where)
    return DaySeries(metric, currency if metric is Metric.SPEND else "", points)


def per_ad(context: Context, advertiser: Advertiser, asset_id: str, first: date, last: date) -> tuple[AdNumbers, ...]:
    """Return the sums of each ad from ``first`` to ``last``, by name. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_NUMBERS)
        found = _report_sums.by_ad(session, *_within(asset_id, first, last))
    return tuple(sorted(found, key=lambda ad: (ad.campaign_name.casefold(), ad.ad_name.casefold())))


def per_account(context: Context, actor: Actor, kind: AssetKind, ref: str) -> Numbers | None:
    """Return the sums of ads that ran on a TikTok account, in ad accounts of this Business Center; None for nothing.

    Operator and Analyst of the account see them (domain.md 2.4), but not those of an ad account that hides its numbers
    from them. ``ref`` is the id of the link or share. Raises NotAllowed; NotFound where it was not given to them.
    """
    with context.store.read() as session:
        me = _commands.require(session, actor, Action.SEE_TIKTOK_ACCOUNTS, assigned=True)
        found = _account_rows.read(session, me, context.clock.now(), ref)
        if not found:
            raise NotFound(kind.value, ref)
        reached = select(AssetAccess.asset_id).where(AssetAccess.business_center_id == actor.business_center_id)
        hidden = select(MemberAsset.asset_id).where(MemberAsset.member_id == me.id, col(MemberAsset.hides_numbers))
        return _report_sums.numbers(
            session,
            col(ReportRow.handle) == found[0].handle.casefold(),
            col(ReportRow.asset_id).in_(reached),
            col(ReportRow.asset_id).not_in(hidden),
        )


def totals(context: Context, actor: Actor) -> Numbers | None:
    """Return the sums of everything imported in ad accounts whose numbers the person may see; None for nothing (A0-01).

    Counts roles given in this Business Center only. Raises NotAllowed for somebody who is no member.
    """
    with context.store.read() as session:
        me = _commands.require(session, actor, Action.SEE_AD_ACCOUNTS, assigned=True)
        return _report_sums.numbers(session, col(ReportRow.asset_id).in_(_seen_by(me)))


def _seen_by(me: Member) -> Any:
    return (
        select(MemberAsset.asset_id)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(MemberAsset.asset_id))
        .where(
            AssetAccess.business_center_id == me.business_center_id,
            MemberAsset.member_id == me.id,
            col(MemberAsset.hides_numbers).is_(False),
            col(MemberAsset.role).in_(AD_TABLE[AdAction.SEE_NUMBERS]),
        )
    )


def _within(asset_id: str, first: date, last: date) -> list[Any]:
    return [col(ReportRow.asset_id) == asset_id, col(ReportRow.day).between(first, last)]


def _require_importer(session: Session, advertiser: Advertiser, asset_id: str) -> None:
    for action in (AdAction.SEE_NUMBERS, AdAction.IMPORT_NUMBERS):
        _ad_roles.require(session, advertiser.person_id, asset_id, action)


def _ahead(report: Report, today: date) -> tuple[AppError, ...]:
    """Return the problem of days to come; a day more is let pass, for the time zones."""
    days = report.days
    late = bool(days) and days[-1] > today + timedelta(days=1)
    return (ReportDaysAhead(days[-1]),) if late else ()


def _remove(import_id: str, deed: Deed) -> int:
    row = deed.unit.session.get(ReportImport, import_id)
    if row is None or row.removed_at is not None:
        raise NotFound("report", import_id)
    file_name, days = row.file_name, (row.first_day, row.last_day)
    gone = _report_taking.drop_import(deed, row)
    _note(deed, ActivityAction.REPORT_REMOVED, file_name, gone, days)
    return gone


def _note(
    deed: Deed, action: ActivityAction, file_name: str, rows: int, days: tuple[date, date], replaced: int = 0
) -> None:
    body: dict[str, object] = {"file": file_name, "rows": rows, "days": [day.isoformat() for day in days]}
    deed.record(action, body | ({"replaced_rows": replaced} if replaced else {}))
    deed.unit.changed(ChangeKind.REPORT, deed.asset.id)

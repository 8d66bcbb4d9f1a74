"""Analytics (part 3, point 7): numbers of imported reports over days, per ad account and per ad; nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotAllowed
from bcdesktop.ui.ads.dialogs.import_report import ImportReportDialog
from bcdesktop.ui.ads.dialogs.report_imports import ReportImportsDialog
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.ads.numbers_export import NumbersExport
from bcdesktop.ui.ads.pages.analytics_chart import AnalyticsChartCard
from bcdesktop.ui.ads.pages.analytics_filters import AnalyticsFilters
from bcdesktop.ui.ads.pages.analytics_table import ad_number_columns
from bcdesktop.ui.ads.pages.analytics_view import AnalyticsView, Wish, read_view
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.report_records import AdNumbers, ImportedReport
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session

_LISTENS_TO = (ChangeKind.REPORT, ChangeKind.GRANT, ChangeKind.AD_ACCOUNT, ChangeKind.MEMBER)


class AnalyticsPage(Page):
    """One of three views: the numbers, how to get them, or why somebody does not see them."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(
            self.tr("Analytics"),
            self.tr("Numbers of imported reports. Nothing is estimated; a day without a number is a gap."),
            bridge=session.bridge,
        )
        self._session, self._advertiser, self._navigator = session, advertiser, navigator
        self._asset_id = ""
        self._wish = Wish()
        self._view: AnalyticsView | None = None
        self._export = NumbersExport(session, navigator, self)
        self._build_buttons()
        self._build_numbers()
        self._build_others()
        self.content.addWidget(self.analytics_views, 1)
        self.listen(_LISTENS_TO, self.refresh)
        self._show_buttons()

    # ------------------------------------------------------------------ building
    def _build_buttons(self) -> None:
        self.imports_button = QPushButton(self.tr("I&mports…"))
        self.imports_button.setObjectName("imports_button")
        set_button_icon(self.imports_button, "history")
        self.imports_button.clicked.connect(self.show_imports)
        self.export_numbers_button = QPushButton(self.tr("&Export CSV…"))
        self.export_numbers_button.setObjectName("export_numbers_button")
        set_button_icon(self.export_numbers_button, "file-down")
        self.export_numbers_button.clicked.connect(self.export_numbers)
        self.print_numbers_button = QPushButton(self.tr("&Print…"))
        self.print_numbers_button.setObjectName("print_numbers_button")
        set_button_icon(self.print_numbers_button, "printer")
        self.print_numbers_button.clicked.connect(self.print_numbers)
        self.import_report_button = QPushButton(self.tr("&Import report…"))
        self.import_report_button.setObjectName("import_report_button")
        self.import_report_button.setProperty("kind", "primary")
        set_button_icon(self.import_report_button, "upload", "on_primary")
        self.import_report_button.clicked.connect(self.import_report)
        self.set_primary(
            self.imports_button, self.export_numbers_button, self.print_numbers_button, self.import_report_button
        )

    def _build_numbers(self) -> None:
        self.filters = AnalyticsFilters()
        self.filters.changed.connect(self._choose)
        self.chart_card = AnalyticsChartCard()
        self.chart_card.whole_requested.connect(self.show_whole_account)
        self.ad_numbers_table = RecordTable(
            "ad_numbers_table",
            ad_number_columns(),
            accessible_name=self.tr("Ads with their numbers; Enter shows the line of one"),
            settings=self._session.settings,
            empty=EmptyState(
                self.tr("No numbers of these days"),
                self.tr("Choose other days above."),
                icon_name="calendar",
            ),
        )
        self.ad_numbers_table.activated.connect(self.show_ad)
        self.ad_numbers_table.clicked.connect(self._show_current)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("analytics_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.addWidget(self.chart_card)
        splitter.addWidget(self.ad_numbers_table)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self.numbers_view = QWidget()
        self.numbers_view.setObjectName("numbers_view")
        column = QVBoxLayout(self.numbers_view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.filters)
        column.addWidget(splitter, 1)

    def _build_others(self) -> None:
        self.first_import_button = QPushButton(self.tr("Import &report…"))
        self.first_import_button.setObjectName("first_import_button")
        self.first_import_button.setProperty("kind", "primary")
        self.first_import_button.clicked.connect(self.import_report)
        self.no_numbers_view = EmptyState(
            self.tr("No numbers yet"),
            self.tr(
                "Numbers come from the reports of TikTok's own Ads Manager. Open it in the browser, go to Campaign or"
                " to Reporting, choose the days and the breakdown By Day, and press Export. Then import the CSV or"
                " XLSX file here."
            ),
            self.first_import_button,
            icon_name="chart-column",
        )
        self.no_numbers_view.setObjectName("no_numbers_view")
        self.hidden_numbers_view = EmptyState(self.tr("You do not see these numbers"), " ", icon_name="eye-off")
        self.hidden_numbers_view.setObjectName("hidden_numbers_view")
        self.hidden_numbers_view.text_label.setObjectName("hidden_numbers_label")
        self.analytics_views = QStackedWidget()
        self.analytics_views.setObjectName("analytics_views")
        self.loading_view = QWidget()
        for view in (self.loading_view, self.numbers_view, self.no_numbers_view, self.hidden_numbers_view):
            self.analytics_views.addWidget(view)

    # ------------------------------------------------------------------ reading
    def show_account(self, asset_id: str) -> None:
        """Show another ad account."""
        if asset_id != self._asset_id:
            self._asset_id, self._wish, self._view = asset_id, Wish(), None
            self.analytics_views.setCurrentWidget(self.loading_view)
            self._show_buttons()
            self.refresh()

    def show_item(self, *, import_report: bool = False, **_what: Any) -> None:
        """Open the import dialog where that is asked for."""
        if import_report and self.import_report_button.isEnabled():
            self.import_report()

    def refresh(self) -> None:
        """Read everything again."""
        if self._asset_id:
            work = partial(read_view, self._session.context, self._advertiser, self._asset_id, self._wish)
            self._session.runner.run(self, work, self._show, self._refused)

    def _show(self, view: AnalyticsView) -> None:
        if view.asset_id != self._asset_id:
            return
        self._view = view
        self._show_buttons()
        if view.series is None:
            self.analytics_views.setCurrentWidget(self.no_numbers_view)
            return
        self.filters.show_view(view)
        self.chart_card.show_view(view)
        self.ad_numbers_table.set_records(view.ads)
        self.analytics_views.setCurrentWidget(self.numbers_view)

    def _refused(self, error: Exception) -> None:
        self._view = None
        if not isinstance(error, NotAllowed):
            self._navigator.notices.show_error(error)
            return
        text = self.tr(
            "Your role on this ad account does not show its performance numbers, or they are hidden from you."
        )
        if error.helpers:
            who = self.tr("Ask %1.").replace("%1", self.locale().createSeparatedList(list(error.helpers)))
            text = f"{text} {who}"
        self.hidden_numbers_view.text_label.setText(text)
        self.analytics_views.setCurrentWidget(self.hidden_numbers_view)
        self._show_buttons()

    def _show_buttons(self) -> None:
        view = self._view
        hidden = self.analytics_views.currentWidget() is self.hidden_numbers_view
        unseen = self.tr("You do not see the numbers of this ad account.") if hidden else self.tr("Just a moment.")
        none = self.tr("Nothing was imported yet.")
        why_not = unseen if view is None else (none if view.series is None else "")
        for button in (self.imports_button, self.export_numbers_button, self.print_numbers_button):
            allow(button, why_not)
        may_not = unseen
        if view is not None:
            may_not = "" if view.overview.can_import else self._only(view.overview.importers)
        for button in (self.import_report_button, self.first_import_button):
            allow(button, may_not, self.tr("A CSV or XLSX file that Ads Manager exported"))
        # one primary button at a time: without numbers it stands in the middle
        self.import_report_button.setVisible(view is None or view.series is not None)

    def _only(self, names: tuple[str, ...]) -> str:
        text = self.tr("Only an Admin or Operator of the ad account imports reports.")
        return f"{text} {self.tr('Ask %1.').replace('%1', self.locale().createSeparatedList(list(names)))}"

    # ------------------------------------------------------------------ choosing
    def _choose(self, wish: Wish) -> None:
        self._wish = wish
        self.refresh()

    def _show_current(self) -> None:
        record = self.ad_numbers_table.current_record()
        if record is not None:
            self.show_ad(record)

    def show_ad(self, ad: AdNumbers) -> None:
        """Show the line of one ad."""
        if self._view is not None:
            self._choose(replace(self._view.wish, ad=ad.id))

    def show_whole_account(self) -> None:
        """Show the line of all ads together."""
        if self._view is not None:
            self.ad_numbers_table.clearSelection()
            self._choose(replace(self._view.wish, ad=None))

    # ------------------------------------------------------------------ in and out
    def import_report(self) -> QDialog:
        """Open the dialog that takes a report in; return it."""
        dialog = ImportReportDialog(self._session, self._advertiser, self._navigator, self._asset_id)
        dialog.imported.connect(self._say_imported)
        return self._navigator.open_dialog(dialog)

    def _say_imported(self, done: ImportedReport) -> None:
        # the days of the new report are what somebody wants to see now
        self._wish = Wish(metric=self._wish.metric, kind=self._wish.kind)
        rows = self.locale().toString(done.rows)
        text = self.tr("%1 rows imported.").replace("%1", rows)
        if done.replaced:
            text = self.tr("%1 rows imported, %2 replaced.").replace("%1", rows)
            text = text.replace("%2", self.locale().toString(done.replaced))
        self._navigator.notices.success(text)
        self.refresh()

    def show_imports(self) -> QDialog:
        """Open the list of imported files; return it."""
        can_remove = self._view is not None and self._view.overview.can_import
        why_not = "" if can_remove or self._view is None else self._only(self._view.overview.importers)
        dialog = ReportImportsDialog(self._session, self._advertiser, self._navigator, self._asset_id, why_not)
        return self._navigator.open_dialog(dialog)

    def export_numbers(self) -> None:
        """Write the ads in view to a CSV."""
        self._export.ask(self.ad_numbers_table.shown_records())

    def print_numbers(self) -> None:
        """Show the sheet with chart and table, to be printed."""
        account = self._navigator.account
        if self._view is not None:
            name = "" if account is None else f"{account.name} ({account.number})"
            self._export.print_view(self._view, name, self.ad_numbers_table.shown_records())

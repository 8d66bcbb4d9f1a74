"""Why an account is not among those that can be used: each one's conditions, and who can mend what does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.core.ads import AdKind
from bcdesktop.core.permissions import Permission
from bcdesktop.core.readiness import ConditionName, is_ready_for_live
from bcdesktop.ui.ads.ads_words import missing_texts, origin_text
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.readiness_view import ReadinessView
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import IdentityRow, Line

_ON_THE_PHONE = (ConditionName.ACCOUNT_PUBLIC, ConditionName.ACCOUNT_AVAILABLE)
_IN_THE_CENTER = (
    ConditionName.LINK_ACTIVE,
    ConditionName.EXISTING_POSTS,
    ConditionName.NEW_VIDEOS,
    ConditionName.AD_LINK,
)


class MissingAccounts(QWidget):
    """A table, and below it the check of the account under the cursor."""

    filter_cleared = Signal()
    mend_requested = Signal(object, object)
    """An IdentityRow, and the ConditionName whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missing_accounts")
        self._kind = AdKind.SPARK
        empty = EmptyState(
            self.tr("No account is missing"),
            self.tr("Every account you could think of can be used. Another one has to be linked first."),
            icon_name="circle-check",
        )
        self.missing_table = RecordTable(
            "missing_accounts_table", self._columns(), accessible_name=self.tr("Accounts that are missing"), empty=empty
        )
        self.missing_live_label = text_label("", "error", wrap=True)
        self.missing_live_label.setObjectName("missing_live_label")
        self.missing_live_label.hide()
        self.readiness_view = ReadinessView("identity")
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.missing_live_label)
        lines.addWidget(self.readiness_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.missing_table, 2)
        column.addWidget(scrolled(inside), 3)
        self.missing_table.current_changed.connect(self._show_lines)
        self.missing_table.filter_cleared.connect(self.filter_cleared)
        self.readiness_view.mend_requested.connect(self._ask_mending)

    def show_rows(self, rows: Sequence[IdentityRow], kind: AdKind) -> None:
        """Show the accounts an ad of this kind cannot run under."""
        self._kind = kind
        self.missing_table.set_records(rows)
        self._show_lines(self.missing_table.current_record())

    def set_text_filter(self, text: str) -> None:
        """Show only accounts that hold every word of ``text``."""
        self.missing_table.set_text_filter(text)

    def _columns(self) -> list[Column]:
        return [
            Column("account", QCoreApplication.translate("MissingAccounts", "TikTok account"), _handle, width=20),
            Column(
                "missing",
                QCoreApplication.translate("MissingAccounts", "What is missing"),
                self._missing,
                tooltip=self._all_missing,
                width=36,
            ),
            Column("from", QCoreApplication.translate("MissingAccounts", "From"), origin_text, width=16),
        ]

    def _missing(self, row: IdentityRow) -> str:
        texts = missing_texts(row, self._kind)
        if len(texts) < 2:
            return "".join(texts)
        more = QCoreApplication.translate("MissingAccounts", "%1, and %2 more")
        return more.replace("%1", texts[0]).replace("%2", str(len(texts) - 1))

    def _all_missing(self, row: IdentityRow) -> str:
        return "\n".join(missing_texts(row, self._kind))

    def _show_lines(self, row: IdentityRow | None) -> None:
        if row is None:
            self.readiness_view.clear()
            self.missing_live_label.hide()
            return
        self.readiness_view.show_lines(self._lines_of(row), self._verbs(row))
        is_live = self._kind is AdKind.LIVE
        # its verdict speaks of Spark Ads
        self.readiness_view.verdict_badge.setVisible(not is_live)
        self.readiness_view.verdict_label.setVisible(not is_live)
        text = self.tr("The owner did not grant the permission “%1”. An admin can request it.")
        self.missing_live_label.setText(text.replace("%1", label_of(Permission.LIVE_VIDEOS)))
        self.missing_live_label.setVisible(is_live and not row.can_live)

    def _verbs(self, row: IdentityRow) -> dict[ConditionName, str]:
        """Return the buttons: the owner's phone, or the check in the Business Center, which leads on from there."""
        verbs = dict.fromkeys(_ON_THE_PHONE, self.tr("Open the Phone"))
        if row.center_id:
            verbs |= dict.fromkeys(_IN_THE_CENTER, self.tr("Open in the Business Center"))
        return verbs

    def _ask_mending(self, name: ConditionName) -> None:
        self.mend_requested.emit(self.missing_table.current_record(), name)

    def _lines_of(self, row: IdentityRow) -> list[Line]:
        """Return what matters for this kind: a LIVE ad needs neither permission of a Spark Ad."""
        if self._kind is not AdKind.LIVE:
            return list(row.conditions)
        return [line for line in row.conditions if not is_ready_for_live((replace(line.condition, ok=False),))]


def _handle(row: IdentityRow) -> str:
    return f"@{row.handle}"

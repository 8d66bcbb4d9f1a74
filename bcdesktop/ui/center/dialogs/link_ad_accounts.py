"""Link an asset to ad accounts: tick them; those that cannot be linked say why (domain.md 8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import assets
from bcdesktop.ui.center.asset_words import ad_accounts_text
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tables import Column
from bcdesktop.ui.kit.tick_table import TickTable
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.asset_records import AdAccountChoice, AssetRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.badges import BadgeKind
    from bcdesktop.ui.kit.session import Session


class LinkAdAccountsDialog(QDialog):
    """What was ticked stays on a refusal."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, row: AssetRow) -> None:
        super().__init__(navigator.window)
        self.setObjectName("link_ad_accounts_dialog")
        self._session, self._actor, self._navigator, self._row = session, actor, navigator, row
        title = self.tr("Link “%1” to ad accounts").replace("%1", row.name)
        self.setWindowTitle(title)
        self.title_label = text_label(title, "heading", wrap=True)
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("link_ad_accounts_notice_close_button")
        self.bar.notice_action_button.setObjectName("link_ad_accounts_notice_action_button")
        self.link_filter_edit = QLineEdit()
        self.link_filter_edit.setObjectName("link_filter_edit")
        self.link_filter_edit.setPlaceholderText(self.tr("Search ad accounts by name or ID"))
        self.link_filter_edit.setAccessibleName(self.tr("Search ad accounts"))
        self.link_filter_edit.setClearButtonEnabled(True)
        self.link_ad_accounts_table = self._table()
        self.link_filter_edit.textChanged.connect(self.link_ad_accounts_table.set_text_filter)
        self.link_ad_accounts_table.filter_cleared.connect(self.link_filter_edit.clear)
        self.link_ad_accounts_table.ticks_changed.connect(self.show_effect)
        self.effect_label = text_label("", wrap=True)
        self.effect_label.setObjectName("link_effect_label")
        self.link_cancel_button = QPushButton(self.tr("Cancel"))
        self.link_cancel_button.setObjectName("link_cancel_button")
        self.link_cancel_button.setAutoDefault(False)
        self.link_cancel_button.clicked.connect(self.reject)
        self.link_now_button = QPushButton(self.tr("&Link"))
        self.link_now_button.setObjectName("link_now_button")
        self.link_now_button.setProperty("kind", "primary")
        self.link_now_button.setDefault(True)
        self.link_now_button.clicked.connect(self.link)
        self._lay_out()
        self.show_effect()
        self.link_filter_edit.setFocus()
        work = partial(assets.ad_account_choices, session.context, actor, row.id)
        session.runner.run(self, work, self.link_ad_accounts_table.set_records, self._refused)

    def _table(self) -> TickTable:
        return TickTable(
            "link_ad_accounts_table",
            (
                Column("name", self.tr("Ad account"), _name, width=32),
                Column("number", self.tr("ID"), _number, width=24),
                Column("state", self.tr("State"), _state, badge=_state_kind, width=14),
                Column("note", self.tr("Note"), why_not_text, tooltip=why_not_text, width=26),
            ),
            accessible_name=self.tr("Ad accounts"),
            empty=EmptyState(
                self.tr("No ad accounts yet"),
                self.tr("Create one, or request access to one, in Accounts > Ad accounts."),
                icon_name="megaphone",
            ),
            whole_row=True,
        )

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.effect_label, 1)
        bottom.addWidget(self.link_cancel_button)
        bottom.addWidget(self.link_now_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for part in (self.title_label, self.bar, self.link_filter_edit):
            layout.addWidget(part)
        layout.addWidget(self.link_ad_accounts_table, 1)
        layout.addLayout(bottom)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 108, line * 30)

    def chosen(self) -> list[AdAccountChoice]:
        """Return the ticked ad accounts that can be linked."""
        return [choice for choice in self.link_ad_accounts_table.ticked_records() if not choice.why_not]

    def show_effect(self) -> None:
        """Say what Link would do, and what is left out."""
        chosen, ticked = self.chosen(), self.link_ad_accounts_table.ticked_records()
        text = self.tr("%1 chosen.").replace("%1", ad_accounts_text(len(chosen))) if ticked else ""
        if len(ticked) > len(chosen):
            left_out = self.tr("%1 left out: the column Note says why.")
            text = f"{text} {left_out.replace('%1', ad_accounts_text(len(ticked) - len(chosen)))}"
        self.effect_label.setText(text)
        why = self._why_not(len(chosen))
        self.link_now_button.setEnabled(not why)
        self.link_now_button.setToolTip(why)
        self.link_now_button.setStatusTip(why)

    def _why_not(self, count: int) -> str:
        if not count:
            return self.tr("Tick at least one ad account that can be linked.")
        maximum = self._session.context.limits.pixel_links_per_call
        if self._row.kind is AssetKind.PIXEL and count > maximum:
            return self.tr("A pixel is linked to at most %1 ad accounts at a time.").replace("%1", str(maximum))
        return ""

    def link(self) -> None:
        """Do it in one step."""
        self.bar.dismiss()
        self.link_now_button.setEnabled(False)
        ids = [choice.id for choice in self.chosen()]
        work = partial(assets.link, self._session.context, self._actor, self._row.id, ids)
        self._session.runner.run(self, work, self._linked, self._refused)

    def _linked(self, count: int) -> None:
        text = self.tr("“%1” is linked to %2 more.").replace("%1", self._row.name)
        self._navigator.notices.success(text.replace("%2", ad_accounts_text(count)))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.show_effect()
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)


def why_not_text(choice: AdAccountChoice) -> str:
    """Return what is in the way of linking an ad account; empty where nothing is."""
    translate = QCoreApplication.translate
    return {
        "linked": translate("LinkAdAccountsDialog", "Linked already"),
        "not_approved": translate("LinkAdAccountsDialog", "Not approved"),
        "not_owned": translate("LinkAdAccountsDialog", "Belongs to somebody else"),
    }.get(choice.why_not, "")


def _name(choice: AdAccountChoice) -> str:
    return choice.name


def _number(choice: AdAccountChoice) -> str:
    return choice.number


def _state(choice: AdAccountChoice) -> str:
    return label_of(choice.status)


def _state_kind(choice: AdAccountChoice) -> BadgeKind:
    return badge_of(choice.status)

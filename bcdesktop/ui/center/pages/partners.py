"""Partners: with whom this Business Center shares assets, and who shares with it (domain.md 6.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import partners
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from bcdesktop.ui.center.dialogs.assign_access import AssignAccessDialog
from bcdesktop.ui.center.dialogs.decline_partner import DeclinePartnerDialog
from bcdesktop.ui.center.dialogs.enter_partner_text import EnterPartnerTextDialog
from bcdesktop.ui.center.dialogs.partner_text import PartnerTextDialog
from bcdesktop.ui.center.dialogs.remove_partner import ask_remove_partner, said_removed
from bcdesktop.ui.center.dialogs.share_more import ShareMoreDialog
from bcdesktop.ui.center.dialogs.share_with_partner import ShareWithPartnerDialog
from bcdesktop.ui.center.endings import Endings
from bcdesktop.ui.center.offboarding import Offboarding
from bcdesktop.ui.center.own_center_id import OwnCenterId
from bcdesktop.ui.center.pages.partner_columns import partner_columns
from bcdesktop.ui.center.pages.partner_panel import PartnerPanel
from bcdesktop.ui.center.partner_words import name_of
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Page
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class PartnersPage(Page):
    """The table of partnerships with the panel beside it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(
            self.tr("Partners"),
            self.tr("Other Business Centers, such as agencies and clients: what you share with each other."),
            bridge=session.bridge,
        )
        self._session, self._actor, self._navigator = session, actor, navigator
        self._wanted_id: str | None = None
        self._build_buttons()
        self._build_filter()
        self._build_table()
        self.listen({ChangeKind.PARTNER, ChangeKind.GRANT, ChangeKind.BUSINESS_CENTER}, self.refresh)
        self.refresh()

    def _build_buttons(self) -> None:
        self.enter_partner_text_button = QPushButton(self.tr("&Enter a partner text…"))
        self.enter_partner_text_button.setObjectName("enter_partner_text_button")
        self.enter_partner_text_button.setToolTip(self.tr("For what a partner on another computer sent"))
        self.enter_partner_text_button.clicked.connect(self.enter_text)
        self.share_with_partner_button = QPushButton(self.tr("&Share with a partner"))
        self.share_with_partner_button.setObjectName("share_with_partner_button")
        self.share_with_partner_button.setProperty("kind", "primary")
        self.share_with_partner_button.setIcon(icon("plus", self._session.theme, "on_primary"))
        self.share_with_partner_button.clicked.connect(self.share)
        self.set_primary(self.enter_partner_text_button, self.share_with_partner_button)

    def _build_filter(self) -> None:
        self.partners_filter_edit = QLineEdit()
        self.partners_filter_edit.setObjectName("partners_filter_edit")
        self.partners_filter_edit.setPlaceholderText(self.tr("Filter by name or ID"))
        self.partners_filter_edit.setAccessibleName(self.tr("Filter partners"))
        self.partners_filter_edit.setClearButtonEnabled(True)
        self.partners_side_combo = self._combo("partners_side_combo", self.tr("Direction"))
        for text, side in (
            (self.tr("Both directions"), None),
            (self.tr("You share"), PartnershipSide.GIVING),
            (self.tr("Shared with you"), PartnershipSide.RECEIVING),
        ):
            self.partners_side_combo.addItem(text, side)
        self.partners_state_combo = self._combo("partners_state_combo", self.tr("State"))
        for text, states in self._state_choices():
            self.partners_state_combo.addItem(text, states)
        self.partners_refresh_button = QPushButton(self.tr("Re&fresh"))
        self.partners_refresh_button.setObjectName("partners_refresh_button")
        set_button_icon(self.partners_refresh_button, "refresh-cw")
        self.partners_refresh_button.setToolTip(self.tr("Read the list again (F5)"))
        self.partners_refresh_button.clicked.connect(self.refresh)
        self.filter_row.addWidget(self.partners_filter_edit, 1)
        self.filter_row.addWidget(self.partners_side_combo)
        self.filter_row.addWidget(self.partners_state_combo)
        self.filter_row.addWidget(self.partners_refresh_button)

    def _combo(self, name: str, spoken: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        return combo

    def _state_choices(self) -> list[tuple[str, frozenset[PartnershipState] | None]]:
        return [
            (self.tr("All states"), None),
            (self.tr("Waiting"), frozenset({PartnershipState.PENDING})),
            (self.tr("Accepted"), frozenset({PartnershipState.ACTIVE})),
            (self.tr("Declined or ended"), frozenset({PartnershipState.DECLINED, PartnershipState.ENDED})),
        ]

    def _build_table(self) -> None:
        self.partners_empty_share_button = QPushButton(self.tr("Share with a partner"))
        self.partners_empty_share_button.setObjectName("partners_empty_share_button")
        self.partners_empty_share_button.setProperty("kind", "primary")
        self.partners_empty_share_button.clicked.connect(self.share)
        empty = EmptyState(
            self.tr("No partners yet"),
            self.tr(
                "Agencies and freelancers work from their own Business Center. Add them as partner, not as member: you "
                "share accounts and assets, they give them to their own people."
            ),
            self.partners_empty_share_button,
            icon_name="share-2",
        )
        self.partners_table = RecordTable(
            "partners_table",
            partner_columns(self._session.context.clock),
            accessible_name=self.tr("Partners"),
            settings=self._session.settings,
            empty=empty,
        )
        self.panel = PartnerPanel(self._session, self._actor, self._navigator)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.partners_table, 1)
        row.addWidget(self.panel)
        self.content.addWidget(OwnCenterId(self._actor, self._navigator, "partners"))
        self.content.addLayout(row, 1)
        self.partners_table.current_changed.connect(self._show_details)
        self.partners_table.delete_pressed.connect(self._remove_current)
        self.partners_table.filter_cleared.connect(self._clear_filter)
        self.partners_table.filter.layoutChanged.connect(self._hide_lost_panel)
        self.partners_table.filter.rowsRemoved.connect(self._hide_lost_panel)
        self.partners_filter_edit.textChanged.connect(self.partners_table.set_text_filter)
        self.partners_side_combo.currentIndexChanged.connect(self._filter)
        self.partners_state_combo.currentIndexChanged.connect(self._filter)
        self.panel.accept_requested.connect(self.accept)
        self.panel.decline_requested.connect(self.decline)
        self.panel.remove_requested.connect(self.remove)
        self.panel.off_board_requested.connect(self.off_board)
        self.panel.text_requested.connect(self.show_text)
        self.panel.give_requested.connect(self.give)
        self.panel.shares.changed.connect(self._offer_text)
        self.panel.shares.more_requested.connect(self.share_more)

    def show_item(
        self, *, partnership_id: str | None = None, share: bool = False, enter_text: bool = False, **_what: Any
    ) -> None:
        """Select one partnership, begin to share, or to enter a text."""
        if share:
            self.share()
        if enter_text:
            self.enter_text()
        self._wanted_id = partnership_id
        if partnership_id is not None and self.partners_table.select_record(partnership_id):
            self._wanted_id = None

    def refresh(self) -> None:
        """Read the partnerships again."""
        work = partial(partners.list_all, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, rows: tuple[PartnershipRow, ...]) -> None:
        self.partners_table.set_records(rows)
        if self._wanted_id is not None:
            self.show_item(partnership_id=self._wanted_id)

    def _filter(self) -> None:
        side, states = self.partners_side_combo.currentData(), self.partners_state_combo.currentData()
        everything = side is None and states is None
        self.partners_table.set_predicate(None if everything else partial(_is_wanted, side, states))

    def _clear_filter(self) -> None:
        self.partners_filter_edit.clear()
        self.partners_side_combo.setCurrentIndex(0)
        self.partners_state_combo.setCurrentIndex(0)

    def _hide_lost_panel(self) -> None:
        if self.partners_table.filter.rowCount() == 0:
            self.panel.hide()

    def _show_details(self, row: PartnershipRow | None) -> None:
        if row is None:
            self.panel.hide()
        else:
            self.panel.show_row(row)
            self.panel.show()

    def share(self) -> None:
        """Open the dialog that invites a partner."""
        self._navigator.open_dialog(ShareWithPartnerDialog(self._session, self._actor, self._navigator))

    def share_more(self, row: PartnershipRow) -> None:
        """Open the dialog that shares more with a partner."""
        dialog = ShareMoreDialog(self._session, self._actor, self._navigator, row)
        dialog.shared.connect(self._offer_text)
        self._navigator.open_dialog(dialog)

    def enter_text(self) -> None:
        """Open the dialog for a text of a partner on another computer."""
        self._navigator.open_dialog(EnterPartnerTextDialog(self._session, self._actor, self._navigator))

    def show_text(self, row: PartnershipRow) -> None:
        """Show the text for a partner on another computer."""
        self._navigator.open_dialog(PartnerTextDialog(self._session, self._actor, self._navigator, row))

    def give(self, row: PartnershipRow, kind: AssetKind = AssetKind.TIKTOK_ACCOUNT) -> None:
        """Give what a partner shares of one kind to one's own members."""
        ids = [share.asset_id or share.id for share in row.shares if share.kind is kind]
        self._navigator.open_dialog(AssignAccessDialog(self._session, self._actor, self._navigator, ids, kind))

    def accept(self, row: PartnershipRow) -> None:
        """Accept an invitation."""
        work = partial(partners.accept, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, self._accepted, self._navigator.notices.show_error)

    def _accepted(self, row: PartnershipRow) -> None:
        text = self.tr("Accepted. Now give what “%1” shares to your members.").replace("%1", name_of(row))
        self._navigator.notices.success(text)
        self._offer_text(row)

    def decline(self, row: PartnershipRow) -> None:
        """Ask for a reason and decline."""
        dialog = DeclinePartnerDialog(self._session, self._actor, self._navigator, row)
        dialog.declined.connect(self._offer_text)
        self._navigator.open_dialog(dialog)

    def remove(self, row: PartnershipRow) -> None:
        """List what ends, and end it when the person says so."""
        ask_remove_partner(self._session, self._actor, self._navigator, row, partial(self._removed, row))

    def off_board(self, row: PartnershipRow) -> None:
        """Show everything the partner reaches, and end it when the person says so."""
        subject = Subject(SubjectKind.PARTNER, row.id)
        Offboarding(self._session, self._actor, self._navigator).start(subject, partial(self._off_boarded, row))

    def _off_boarded(self, row: PartnershipRow, _receipt: EndReceiptRow) -> None:
        work = partial(partners.get, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, self._offer_text, self._navigator.notices.show_error)

    def _remove_current(self) -> None:
        row = self.partners_table.current_record()
        if row is not None and row.is_open and not row.waits_for_me:
            self.remove(row)

    def _removed(self, row: PartnershipRow, receipt: EndReceiptRow) -> None:
        Endings(self._session, self._actor, self._navigator).say(said_removed(row), receipt)
        work = partial(partners.get, self._session.context, self._actor, row.id)
        self._session.runner.run(self, work, self._offer_text, self._navigator.notices.show_error)

    def _offer_text(self, row: PartnershipRow) -> None:
        """Show the text the other computer needs to hear of what was done."""
        if row.has_text:
            self.show_text(row)

    def focus_widget(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.partners_filter_edit


def _is_wanted(side: PartnershipSide | None, states: frozenset[PartnershipState] | None, row: PartnershipRow) -> bool:
    return side in (None, row.side) and (states is None or row.state in states)

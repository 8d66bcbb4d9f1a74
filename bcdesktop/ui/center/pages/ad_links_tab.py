"""What TikTok accounts and ad accounts are linked to, as a tab of either's panel (domain.md 7.12; A1-28)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.services import people
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.unlinking import Unlinking
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import date_text, exact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.ad_records import AdLinkRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.empty_state import EmptyState
    from bcdesktop.ui.kit.session import Session


class AdLinksTab(QWidget):
    """The list with Link, Unlink and Show. Reads when it is shown first, and again when links change.

    ``name`` begins the object names, so that the panels of one window do not share them.
    """

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_ad_links")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._name = name
        self._shown: tuple[AssetKind, str, str] | None = None
        self._is_read = False
        self._ended = ""
        self._admins: tuple[str, ...] | None = None
        self._may_link = may(Action.LINK_AD_ACCOUNT, actor.role)
        self.unlinking = Unlinking(session, actor, navigator, self)
        self.links_table = RecordTable(
            f"{name}_ad_links_table", self._columns(), accessible_name=self._title(), empty=self._empty()
        )
        self.links_table.selection_changed.connect(self._show_buttons)
        self.links_table.delete_pressed.connect(self.ask_unlink)
        self.links_table.activated.connect(self._go)
        self.link_button = self._button("link_button", self._verb(), self.link)
        set_button_icon(self.link_button, "link")
        self.show_button = self._button("show_link_button", self.tr("Sho&w"), self.show_other)
        self.unlink_button = self._button("unlink_button", self.tr("&Unlink…"), self.ask_unlink)
        self._lay_out()
        self._listener = Listener(self, session.bridge)
        self._listener.listen({ChangeKind.AD_LINK, ChangeKind.AD_ACCOUNT, ChangeKind.TIKTOK_ACCOUNT}, self.read_again)
        self._show_buttons()

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._name}_{name}")
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.link_button)
        buttons.addStretch(1)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.unlink_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.links_table, 1)
        layout.addLayout(buttons)

    # ------------------------------------------------------------------ what subclasses say
    def _title(self) -> str:
        raise NotImplementedError

    def _columns(self) -> Sequence[Column]:
        raise NotImplementedError

    def _empty(self) -> EmptyState:
        raise NotImplementedError

    def _verb(self) -> str:
        raise NotImplementedError

    def _work(self) -> Callable[[], tuple[AdLinkRow, ...]]:
        raise NotImplementedError

    def link(self) -> None:
        """Open the dialog in which more are ticked."""
        raise NotImplementedError

    def _go(self, row: AdLinkRow) -> None:
        raise NotImplementedError

    # ------------------------------------------------------------------ what is shown
    def show_asset(self, asset_id: str, kind: AssetKind, name: str, *, why_ended: str = "") -> None:
        """Show the links of one asset; ``why_ended`` says why nothing more can be linked to it, empty where it can."""
        if self._shown is None or self._shown[1] != asset_id:
            self.links_table.set_records(())
        self._shown, self._ended = (kind, asset_id, name), why_ended
        self._is_read = False
        self._show_buttons()
        if self.isVisible():
            self.read_again()

    def name_admins(self, admins: tuple[str, ...]) -> None:
        """Say who can do what is grey here."""
        self._admins = admins
        self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while another tab was in front."""
        super().showEvent(event)
        if not self._is_read:
            self.read_again()

    def read_again(self) -> None:
        """Read the links; for a Standard member also who can link."""
        if self._shown is None:
            return
        self._is_read = True
        run, failed = self._session.runner.run, self._navigator.notices.show_error
        run(self, self._work(), partial(self._show, self._shown[1]), self._failed)
        if not self._may_link and self._admins is None:
            self._admins = ()
            run(self, partial(people.admins, self._session.context, self._actor), self.name_admins, failed)

    def _show(self, asset_id: str, rows: tuple[AdLinkRow, ...]) -> None:
        if self._shown is not None and self._shown[1] == asset_id:
            self.links_table.set_records(rows)
            self._show_buttons()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            # it went while it was read; the page shows the next moment
            self.links_table.set_records(())
        else:
            self._navigator.notices.show_error(error)

    def _show_buttons(self) -> None:
        why_not = "" if self._may_link else reason_text(self._admins or ())
        first = "" if self.links_table.selected_records() else self.tr("Choose one in the list first.")
        for button, reason in (
            (self.link_button, why_not or self._ended),
            (self.show_button, first),
            (self.unlink_button, why_not or first),
        ):
            button.setEnabled(not reason)
            button.setToolTip(reason)
            button.setStatusTip(reason)
            button.setAccessibleDescription(reason)

    def show_other(self) -> None:
        """Go to what is chosen in the list."""
        for row in self.links_table.selected_records()[:1]:
            self._go(row)

    def ask_unlink(self) -> None:
        """Ask before what is chosen is unlinked."""
        if self.unlink_button.isEnabled():
            self.unlinking.ask(self.links_table.selected_records())


def since_column(title: str) -> Column:
    """Return the column that says since when a pair is linked, and by whom."""
    return Column("since", title, _since, sort=_linked_at, tooltip=_linked, width=12)


def _since(row: AdLinkRow) -> str:
    return date_text(row.linked_at)


def _linked_at(row: AdLinkRow) -> object:
    return row.linked_at


def _linked(row: AdLinkRow) -> str:
    return f"{exact(row.linked_at)}, {row.linked_by}"

"""Settings: business info, codes, security, appearance, data, about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTabWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.core.policy import Action, may
from bcdesktop.services import business_centers, people
from bcdesktop.services.records import BusinessCenterChange, BusinessCenterRow
from bcdesktop.ui.center.grey_reason import reason_text
from bcdesktop.ui.center.pages.settings_cards.about import AboutTab
from bcdesktop.ui.center.pages.settings_cards.appearance import AppearanceTab
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.center.pages.settings_cards.business_info import BusinessInfoTab
from bcdesktop.ui.center.pages.settings_cards.codes import CodesTab
from bcdesktop.ui.center.pages.settings_cards.data import DataTab
from bcdesktop.ui.center.pages.settings_cards.mail import MailTab
from bcdesktop.ui.center.pages.settings_cards.security import SecurityTab
from bcdesktop.ui.center.pages.settings_cards.your_account import YourAccountTab
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import Page, text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_TABS = (BusinessInfoTab, YourAccountTab, CodesTab, SecurityTab, MailTab, AppearanceTab, DataTab, AboutTab)


class SettingsPage(Page):
    """Business info, codes and the first choice of security are saved together; the rest works at once."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__("", "", bridge=session.bridge)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row: BusinessCenterRow | None = None
        self._then: Callable[[], object] | None = None
        self._refusal_shown = False
        self._may_change = may(Action.CHANGE_BUSINESS_CENTER, actor.role)
        self.setObjectName("settings_page")
        self.title_label.setText(self.tr("Settings"))
        self.sentence_label.setText(self.tr("Your Business Center, its codes and this computer."))
        self.sentence_label.show()
        self.settings_tabs = QTabWidget()
        self.settings_tabs.setObjectName("settings_tabs")
        self.settings_tabs.setAccessibleName(self.tr("Settings"))
        self.settings_tabs.setDocumentMode(True)
        self.tabs_by_name: dict[str, SettingsTab] = {}
        for make in _TABS:
            tab = make(session, actor, navigator)
            tab.edited.connect(self._show_dirty)
            self.tabs_by_name[tab.name] = tab
            self.settings_tabs.addTab(tab, tab.title)
        self.content.addWidget(self.settings_tabs, 1)
        self.content.addWidget(self._save_bar())
        if not self._may_change:
            self._forbid(())
            work = partial(people.admins, session.context, actor)
            session.runner.run(self, work, self._forbid, navigator.notices.show_error)
        self.listen([ChangeKind.BUSINESS_CENTER], self.refresh)
        self.refresh()

    def _save_bar(self) -> QFrame:
        self.save_bar = QFrame()
        self.save_bar.setProperty("role", "panel")
        self.undo_button = QPushButton(self.tr("&Undo"))
        self.undo_button.setObjectName("undo_button")
        self.undo_button.clicked.connect(self.discard)
        self.save_button = QPushButton(self.tr("&Save"))
        self.save_button.setObjectName("save_button")
        self.save_button.setProperty("kind", "primary")
        self.save_button.clicked.connect(self._save)
        row = QHBoxLayout(self.save_bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(Badge(self.tr("Not saved"), BadgeKind.WARNING))
        row.addWidget(text_label(self.tr("You changed something."), "muted"), 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.save_button)
        self.save_bar.hide()
        return self.save_bar

    def _forbid(self, admins: tuple[str, ...]) -> None:
        for tab in self.tabs_by_name.values():
            tab.forbid(reason_text(admins))

    def show_item(self, *, card: str = "", **_more: Any) -> None:
        """Show the tab called ``card``."""
        if card in self.tabs_by_name:
            self.tabs_by_name[card].ensure_built()
            self.settings_tabs.setCurrentWidget(self.tabs_by_name[card])

    def refresh(self) -> None:
        """Read the Business Center again; what was typed stays."""
        work = partial(business_centers.get, self._session.context, self._actor)
        self._session.runner.run(self, work, self._show, self._navigator.notices.show_error)

    def _show(self, row: BusinessCenterRow) -> None:
        if not self.has_unsaved():
            self._take(row)

    def _take(self, row: BusinessCenterRow) -> None:
        self._row = row
        for tab in self.tabs_by_name.values():
            tab.show_row(row)
        self._show_dirty()

    def _changes(self) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for tab in self.tabs_by_name.values():
            changes.update(tab.changes())
        return changes

    def has_unsaved(self) -> bool:
        """Tell whether a value differs from the stored one."""
        return self._row is not None and bool(self._changes())

    def discard(self) -> None:
        """Show the stored values again."""
        if self._row is not None:
            self._take(self._row)
        self.refresh()

    def _save(self) -> None:
        self.save()

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save what was changed and call ``then``; a refused value is shown at its field and ``then`` is not called."""
        if self._row is None:
            return
        self._then = then
        for tab in self.tabs_by_name.values():
            tab.clear_errors()
        self._set_busy(True)
        change = BusinessCenterChange(**self._changes())
        work = partial(business_centers.change, self._session.context, self._actor, change, self._row.version)
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, row: BusinessCenterRow) -> None:
        self._set_busy(False)
        self._take(row)
        if self._refusal_shown:
            self._refusal_shown = False
            self._navigator.notices.bar.dismiss()
        self._navigator.notices.success(self.tr("Settings saved."))
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self._then = None
        if isinstance(error, AppError):
            for tab in self.tabs_by_name.values():
                if tab.show_refusal(error):
                    self.settings_tabs.setCurrentWidget(tab)
                    return
            self._refusal_shown = True
            self._read_version_again()
        self._navigator.notices.show_error(error)

    def _read_version_again(self) -> None:
        """After a change by somebody else: what was typed stays, and saving again counts from the new state."""
        work = partial(business_centers.get, self._session.context, self._actor)
        self._session.runner.run(self, work, self._take_version, self._navigator.notices.show_error)

    def _take_version(self, row: BusinessCenterRow) -> None:
        self._row = row
        for tab in self.tabs_by_name.values():
            tab.rebase(row)
        self._show_dirty()

    def _show_dirty(self) -> None:
        self.save_bar.setVisible(self.has_unsaved() and self._may_change)

    def _set_busy(self, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.undo_button.setEnabled(not busy)
        self.save_button.setText(self.tr("Saving…") if busy else self.tr("&Save"))

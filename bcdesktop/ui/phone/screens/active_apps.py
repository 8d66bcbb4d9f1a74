"""The apps with access to the active account, as this phone last heard it (A0-22, A0-23, A0-37, A0-41)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import date_text, exact, relative
from bcdesktop.ui.phone.app_names import app_name
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row, button, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.versions import AppsPlace, apps_place

if TYPE_CHECKING:
    from bcdesktop.profile import AppEntry, AppList, PhoneAccount, PhoneProfile
    from bcdesktop.services.context import Context

    Found = tuple[PhoneAccount | None, AppList]


def read_apps(context: Context, phone: PhoneProfile) -> Found:
    """Return the active account and its list."""
    from bcdesktop.services import owner_endings

    apps = owner_endings.apps(context, phone)
    return phone.active, apps


class ActiveAppsScreen(Screen):
    """One row per app; ``app_row_ID`` names the rows. It goes on by itself once another account is the active one."""

    name = "active_apps_screen"
    resumes = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._place = apps_place(host.profile.settings.app_version)
        self._entries: dict[str, AppEntry] = {}
        self.error = ErrorCard()
        self.account_label = text("", "muted")
        self.account_label.setObjectName("account_label")
        self.updated_label = text("", "small")
        self.updated_label.setObjectName("updated_label")
        self.old_list = self._build_old_list()
        self.rows = Card(tight=True)
        self.nothing = NothingYet(
            "shield-check",
            self.tr("No app has access"),
            self.tr("Nobody else may use this account. What you authorize appears here at once."),
        )
        self.wrong_account = self._build_wrong_account()
        self.add_all([self.error, self.account_label, self.old_list, self.rows, self.nothing, self.wrong_account])
        self.body.addStretch(1)
        self.body.addWidget(self.updated_label)
        for widget in (self.rows, self.nothing, self.wrong_account, self.old_list):
            widget.hide()
        host.apps_keeper.updated.connect(self.refresh)
        host.account_changed.connect(self.refresh)

    def _build_old_list(self) -> Card:
        self.open_cache_button = button(self.tr("Cache & cellular"), "open_cache_button", "link")
        self.open_cache_button.setText(self.tr("Cache && cellular"))
        self.open_cache_button.clicked.connect(self.host.routes.cache_and_cellular)
        card = Card(
            text(self.tr("This list is from before the phone was on"), "strong"),
            text(
                self.tr(
                    "What was ended since then may still stand here. If so, clear the cache, log out and log in again."
                )
            ),
            self.open_cache_button,
        )
        card.setProperty("role", "")
        card.setProperty("notice", "warning")
        return card

    def _build_wrong_account(self) -> Card:
        self.hint_label = text("")
        self.hint_label.setObjectName("hint_label")
        self.switch_apps_account_button = button(self.tr("Switch account"), "switch_apps_account_button", "primary")
        self.switch_apps_account_button.clicked.connect(self.host.routes.accounts)
        return Card(
            text(self.tr("Is another account logged in?"), "strong"), self.hint_label, self.switch_apps_account_button
        )

    def title(self) -> str:
        """Return the title, which the version decides."""
        if self._place is AppsPlace.AUTHORISED_APPS:
            return self.tr("Authorised apps")
        return self.tr("Active apps")

    def first_focus(self) -> QWidget | None:
        """Return the first app."""
        return self.rows.findChild(Row)

    def refresh(self) -> None:
        """Read the phone's copy."""
        self.host.run(self, partial(read_apps, self.host.context, self.host.profile), self._show, self._failed)

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)

    def _show(self, found: Found) -> None:
        account, apps = found
        self.error.clear()
        self.rows.clear()
        self._entries = {entry.id: entry for entry in apps.entries}
        handle = "" if account is None else account.handle
        for entry in apps.entries:
            self.rows.add(self._row(entry), line=True)
        self.account_label.setText(self.tr("Who may use @{handle} besides you").format(handle=handle))
        self.hint_label.setText(
            self.tr(
                "TikTok for Business does not stand here for @{handle}. If you expected it, the access was given by "
                "another account: switch to it and look again."
            ).format(handle=handle)
        )
        when = relative(apps.updated_at, self.host.now())
        self.updated_label.setText(self.tr("Last updated: {when}").format(when=when))
        self.updated_label.setToolTip(exact(apps.updated_at))
        self.rows.setVisible(bool(apps.entries))
        self.nothing.setVisible(not apps.entries)
        self.wrong_account.setVisible(not apps.entries)
        self.old_list.setVisible(bool(apps.entries) and apps.updated_at < self.host.apps_keeper.on_since)

    def _row(self, entry: AppEntry) -> Row:
        since = self.tr("Since {date}").format(date=date_text(entry.since))
        if entry.business_center_name:
            since = self.tr("{name} · since {date}").format(
                name=entry.business_center_name, date=date_text(entry.since)
            )
        icon_name = "briefcase" if entry.business_center_id else "megaphone"
        row = Row(app_name(entry.app), f"app_row_{entry.id}", icon_name=icon_name, detail=since)
        if entry.is_claim:
            row.add(Badge(self.tr("Owner"), BadgeKind.WARNING))
        elif entry.business_center_id and not entry.link_id:
            row.add(Badge(self.tr("Elsewhere"), BadgeKind.NEUTRAL))
        row.setToolTip(exact(entry.since))
        row.setProperty("entry_id", entry.id)
        row.clicked.connect(self._open)
        return row

    def _open(self) -> None:
        row = self.sender()
        entry = self._entries.get(str(row.property("entry_id"))) if row is not None else None
        if entry is not None:
            centres = [one for one in self._entries.values() if one.business_center_id]
            self.host.routes.app_detail(entry, [] if entry.business_center_id else centres)

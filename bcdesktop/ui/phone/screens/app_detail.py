"""One app with access: who, since when, what it may do, what stops and what stays; the way out (A0-23, A0-24)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from bcdesktop.core.ending import Effects
from bcdesktop.core.errors import AppError, WrongPasscode
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.services.errors import ClaimedCannotBeRevoked, LinkNotActive
from bcdesktop.services.owner_ending_errors import GrantKeyGone, NotInList
from bcdesktop.ui.kit.time_text import date_text, exact
from bcdesktop.ui.kit.words import permission_words
from bcdesktop.ui.phone.app_names import app_name, who
from bcdesktop.ui.phone.effects_cards import StaysCard, StopsCard
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.screens.remove_access_sheet import RemoveAccessSheet
from bcdesktop.ui.phone.sheet import Sheet
from bcdesktop.ui.phone.versions import says_unlink

if TYPE_CHECKING:
    from bcdesktop.profile import AppEntry
    from bcdesktop.services.phone_records import Delivery


_NEVER = (LinkNotActive, ClaimedCannotBeRevoked, NotInList, GrantKeyGone)
"""What no second try mends."""


class AppDetailScreen(Screen):
    """``centres`` are the Business Centers below the entry "TikTok for Business", else empty."""

    name = "app_detail_screen"
    passing = True

    def __init__(self, host: Host, entry: AppEntry, centres: Sequence[AppEntry]) -> None:
        super().__init__(host)
        self.entry, self._centres = entry, tuple(centres)
        self._effects = Effects(())
        self._block = False
        self._sheet: Sheet | None = None
        self.detail_error = ErrorCard()
        self.detail_cache_button = button("", "detail_cache_button", "link")
        self.detail_cache_button.setText(self.tr("Open Cache && cellular"))
        self.detail_cache_button.setAccessibleName(self.tr("Open Cache & cellular"))
        self.detail_cache_button.clicked.connect(host.routes.cache_and_cellular)
        self.detail_cache_button.hide()
        self.stops = StopsCard()
        self.add_all([self.detail_error, self.detail_cache_button, self._who()])
        if entry.scope:
            self.body.addWidget(text(self.tr("What it may do"), "caption"))
            lines = permission_words(PermissionSet.from_scope(entry.scope))
            self.body.addWidget(Card(*(text(line) for line in lines)))
        stops, stays = text(self.tr("What stops"), "caption"), text(self.tr("What stays"), "caption")
        self._ending_parts = [stops, self.stops, stays, StaysCard()]
        self.add_all(self._ending_parts)
        self.block_centre = QCheckBox(self.tr("&Block this Business Center"))
        self.block_centre.setObjectName("block_centre")
        self.block_centre.setAccessibleName(self.tr("Block this Business Center"))
        if entry.business_center_id:
            further = text(self.tr("Its further codes and notifications are refused without asking you."), "muted")
            self._ending_parts.append(Card(self.block_centre, further))
            self.body.addWidget(self._ending_parts[-1])
        self.body.addStretch(1)
        self._build_foot()

    def _who(self) -> Card:
        entry = self.entry
        card = Card(text(who(entry), "heading", selectable=True))
        if entry.business_center_id:
            card.add(text(self.tr("Business Center {id}").format(id=entry.business_center_id), "small"))
        else:
            names = sorted(one.business_center_name for one in self._centres)
            card.add(text(self.tr("The platform through which Business Centers use your account."), "muted"))
            card.add(text(self.tr("Business Centers"), "caption"))
            card.add(text("\n".join(names) if names else self.tr("None")))
            if any(not one.link_id for one in self._centres):
                card.add(
                    text(self.tr("Those on other computers are ended one by one, from the list before this."), "small")
                )
        card.add(text(self.tr("Since"), "caption"))
        since = text(date_text(entry.since))
        since.setToolTip(exact(entry.since))
        card.add(since)
        if entry.business_center_id:
            card.add(text(self.tr("Until"), "caption"))
            card.add(text(self.tr("No end") if entry.ends_at is None else date_text(entry.ends_at)))
            card.add(text(self.tr("Last heard from you"), "caption"))
            elsewhere = self.tr("Not known: it is on another computer")
            card.add(text(elsewhere if entry.heard_at is None else date_text(entry.heard_at)))
        return card

    def _build_foot(self) -> None:
        unlink = says_unlink(self.host.profile.settings.app_version)
        self._verb = self.tr("Unlink") if unlink else self.tr("Remove access")
        self.remove_access_button = button(self._verb, "remove_access_button", "danger")
        self.remove_access_button.setEnabled(False)
        self.remove_access_button.clicked.connect(self._ask)
        self.foot.addWidget(self.remove_access_button)
        self.show_foot()

    def title(self) -> str:
        """Return the name under which the app stands in the list."""
        return app_name(self.entry.app)

    def first_focus(self) -> QWidget:
        """Return the scrolling part's own first control, never the button that ends."""
        return self.block_centre if self.entry.business_center_id else self.host.window.header.back_button

    def refresh(self) -> None:
        """Compute what would stop."""
        from bcdesktop.services import owner_endings

        work = partial(owner_endings.effects, self.host.context, self.host.profile, self.entry.id)
        self.host.run(self, work, self._show, self._cannot)

    def _show(self, effects: Effects) -> None:
        self._effects = effects
        self.detail_error.clear()
        self.detail_cache_button.hide()
        is_elsewhere = bool(self.entry.business_center_id) and not self.entry.link_id
        self.stops.show_effects(effects, is_elsewhere=is_elsewhere)
        self.remove_access_button.setEnabled(True)
        self.remove_access_button.setToolTip("")

    def _cannot(self, error: AppError) -> None:
        """Say why it cannot be ended here, and where it can."""
        from bcdesktop.ui.kit.wording import word

        if isinstance(error, LinkNotActive):
            self.detail_error.show_words(
                self.tr("This access has ended already"),
                self.tr("The list on this phone is old. Nothing more is to do here."),
                self.tr("Clear the cache, and if it still stands in the list, log out and log in again."),
            )
        else:
            self.detail_error.show_error(error)
        self.detail_cache_button.setVisible(isinstance(error, LinkNotActive))
        never = isinstance(error, _NEVER)
        self.remove_access_button.setEnabled(not never)
        self.remove_access_button.setToolTip(word(error).title if never else "")
        self.remove_access_button.setStatusTip(self.remove_access_button.toolTip())
        for part in self._ending_parts:
            part.setVisible(not never)
        if self.detail_cache_button.isVisible():
            self.detail_cache_button.setFocus()
        self.scroll.ensureWidgetVisible(self.detail_error)

    # ------------------------------------------------------------------ ending it
    def _ask(self) -> None:
        name = who(self.entry)
        sheet = RemoveAccessSheet(self.host, name, self._verb, self._effects, block=self.block_centre.isChecked())
        sheet.confirmed.connect(self._confirmed)
        self._open_sheet(sheet)

    def _confirmed(self) -> None:
        self._block = self.block_centre.isChecked()
        if not self.host.profile.has_passcode:
            self._revoke(None)
            return
        self._close_sheet()
        sheet = PasscodeSheet(self.host, self._verb, self.tr("It signs that you take the access back."))
        sheet.confirmed.connect(self._revoke)
        self._open_sheet(sheet)

    def _revoke(self, passcode: str | None) -> None:
        from bcdesktop.services import owner_endings

        self.remove_access_button.setEnabled(False)
        work = partial(
            owner_endings.revoke,
            self.host.context,
            self.host.profile,
            self.entry.id,
            block=self._block,
            passcode=passcode,
        )
        self.host.run(self, work, self._revoked, self._failed)

    def _revoked(self, delivery: Delivery) -> None:
        """Show the result once what changed elsewhere was read and painted: others wait for that."""
        self._close_sheet()
        show = partial(self.host.routes.access_removed, self.entry, delivery, blocked=self._block)
        self.host.session.runner.run_last(self, show)

    def _failed(self, error: AppError) -> None:
        self.remove_access_button.setEnabled(True)
        if isinstance(error, WrongPasscode | PasscodeThrottled) and isinstance(self._sheet, PasscodeSheet):
            self._sheet.show_error(error)
            return
        self._close_sheet()
        self._cannot(error)

    def _open_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        sheet.closed.connect(self._sheet_closed)
        sheet.open()

    def _sheet_closed(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()

"""The parts of the consent screen: who asks, for which account, which rights, until when (security.md 2.3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bcdesktop.core.clock import from_unix
from bcdesktop.core.code.text import has_mixed_script
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.kit.time_text import countdown, date_text, exact, time_left, to_local
from bcdesktop.ui.kit.words import description_of, label_of
from bcdesktop.ui.phone.digit_lines import in_lines
from bcdesktop.ui.phone.measures import GAP, MEDIUM, SMALL, em
from bcdesktop.ui.phone.pieces import Avatar, Card, Picture, button, text

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneAccount
    from bcdesktop.services.phone_records import CentreView, ScannedRequest

MOST_DANGEROUS_FIRST = (
    Permission.MANAGE_TIKTOK_ACCOUNT_IN_BC,
    Permission.MESSAGE_ADS,
    Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS,
    Permission.EXCLUSIVE_LIVE_GMV_MAX,
    Permission.LIVE_VIDEOS,
    Permission.SHOWCASE,
    Permission.SERIES,
    Permission.EXISTING_POSTS,
)
"""What reaches furthest into the account stands first (security.md 2.3)."""

_REACHES_FURTHER = frozenset(MOST_DANGEROUS_FIRST[:4])


class WhoCard(Card):
    """The Business Center, by its pinned name, and since when this phone knows it."""

    def __init__(self, centre: CentreView) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(Avatar(centre.name, 2.6))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        self.centre_name_label = text(centre.name, "heading", selectable=True)
        self.centre_name_label.setObjectName("centre_name_label")
        words.addWidget(self.centre_name_label)
        words.addWidget(text(self.tr("Business Center {id}").format(id=centre.business_center_id), "small"))
        head.addLayout(words, 1)
        self.column.addLayout(head)
        self.known_badge = Badge()
        self.known_badge.setObjectName("known_badge")
        self.column.addWidget(self.known_badge)
        if has_mixed_script(centre.name):
            self.add(Badge(self.tr("Name mixes alphabets: look twice"), BadgeKind.DANGER))
        if centre.known_since is None:
            self.known_badge.set_badge(self.tr("Never seen before on this phone"), BadgeKind.WARNING)
            self.add(
                text(
                    self.tr(
                        "Anybody can give themselves a name. If you did not expect this, decline. To be sure, let them "
                        "read these 30 digits to you:"
                    ),
                    "muted",
                )
            )
            self.digits_label = text(in_lines(centre.digits), "code", centred=True, selectable=True)
            self.digits_label.setObjectName("digits_label")
            self.add(self.digits_label)
        else:
            since = date_text(centre.known_since)
            self.known_badge.set_badge(self.tr("Known since {date}").format(date=since), BadgeKind.SUCCESS)
            self.known_badge.setToolTip(exact(centre.known_since))
            if centre.digits_compared_at is not None:
                self.add(Badge(self.tr("30 digits compared"), BadgeKind.SUCCESS))
        self.compare_digits_button = button(self.tr("Compare 30 digits…"), "compare_digits_button", "link")
        self.add(self.compare_digits_button)


class AccountCard(Card):
    """The account that would answer, and the way to another one."""

    def __init__(self, account: PhoneAccount, button_name: str) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setSpacing(MEDIUM)
        line.addWidget(Avatar(account.display_name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text(account.display_name, "label"))
        self.logged_in_handle_label = text(f"@{account.handle}", "muted")
        self.logged_in_handle_label.setObjectName("logged_in_handle_label")
        words.addWidget(self.logged_in_handle_label)
        line.addLayout(words, 1)
        self.switch_button = button(self.tr("Switch"), button_name, "link")
        self.switch_button.setAccessibleName(self.tr("Switch account"))
        line.addWidget(self.switch_button)
        self.column.addLayout(line)


class PermissionTicks(Card):
    """One tick per asked permission; ticks can be taken away, never added (security.md 1.3, A7)."""

    changed = Signal()

    def __init__(self, asked: PermissionSet) -> None:
        super().__init__()
        self._asked = asked
        self.ticks: dict[Permission, QCheckBox] = {}
        self.column.setSpacing(SMALL)
        for permission in MOST_DANGEROUS_FIRST:
            if permission in asked.permissions:
                self._add(permission)

    def _add(self, permission: Permission) -> None:
        tick = QCheckBox(label_of(permission))
        tick.setObjectName(f"permission_{permission.name.lower()}")
        tick.setChecked(True)
        meaning = description_of(permission)
        tick.setAccessibleName(tick.text())
        tick.setAccessibleDescription(meaning)
        tick.toggled.connect(self.changed)
        self.ticks[permission] = tick
        self.column.addWidget(tick)
        self._explain(meaning)
        if permission is Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS and self._asked.visibility is not None:
            self.visibility_label = self._explain(label_of(self._asked.visibility), "label")
            self.visibility_label.setObjectName("visibility_label")
            self._explain(description_of(self._asked.visibility))

    def _explain(self, words: str, role: str = "muted") -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(round(em(self) * 1.6), 0, 0, 0)
        label = text(words, role)
        line.addWidget(label)
        self.column.addLayout(line)
        return label

    def chosen(self) -> PermissionSet | None:
        """Return what is ticked, None where nothing is."""
        kept = [permission for permission, tick in self.ticks.items() if tick.isChecked()]
        return self._asked.narrowed_to(kept) if kept else None


class EndDate(Card):
    """Until when: the asked end, or an earlier one the owner sets (security.md 2.3)."""

    def __init__(self, wanted_end: datetime | None, now: datetime) -> None:
        super().__init__()
        self._wanted_end = wanted_end
        self.set_end = QCheckBox(self.tr("End it &by itself on"))
        self.set_end.setObjectName("set_end")
        self.set_end.setAccessibleName(self.tr("End the access by itself on a date"))
        self.end_date = QDateEdit()
        self.end_date.setObjectName("end_date")
        self.end_date.setAccessibleName(self.tr("Last day of the access"))
        self.end_date.setCalendarPopup(True)
        self.end_date.setDisplayFormat("d MMM yyyy")
        tomorrow = to_local(now).date().addDays(1)
        if wanted_end is None:
            self.end_label = text(self.tr("No end asked for. It lasts until you or they end it."), "muted")
            self.end_date.setDate(tomorrow.addMonths(3))
            self.end_date.setMinimumDate(tomorrow)
            self.end_date.setEnabled(False)
            self.set_end.toggled.connect(self.end_date.setEnabled)
        else:
            last = to_local(wanted_end).date()
            self.end_label = text(
                self.tr("Asked for until {date}. You can set an earlier day.").format(date=date_text(wanted_end)),
                "muted",
            )
            self.end_label.setToolTip(exact(wanted_end))
            self.set_end.setChecked(True)
            self.set_end.setEnabled(False)
            self.end_date.setDateRange(min(tomorrow, last), last)
            self.end_date.setDate(last)
        self.end_label.setObjectName("end_label")
        self.add(self.end_label)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.set_end)
        line.addWidget(self.end_date, 1)
        self.column.addLayout(line)

    def ends_at(self) -> datetime | None:
        """Return the end of the chosen day, never after the asked end; None where there is no end."""
        if not self.set_end.isChecked():
            return None
        day: QDate = self.end_date.date()
        end = QDateTime(day, QTime(23, 59, 59))
        chosen = from_unix(end.toSecsSinceEpoch())
        return chosen if self._wanted_end is None else min(chosen, self._wanted_end)


class TimeLeft(QWidget):
    """How long the request can still be answered, as a bar and as text."""

    def __init__(self, issued_at: datetime, expires_at: datetime) -> None:
        super().__init__()
        self._expires_at = expires_at
        self._life = max(timedelta(seconds=1), expires_at - issued_at)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.time_left_bar = QProgressBar()
        self.time_left_bar.setObjectName("time_left_bar")
        self.time_left_bar.setAccessibleName(self.tr("Time left to answer"))
        self.time_left_bar.setRange(0, 1000)
        self.time_left_bar.setTextVisible(False)
        self.time_left_label = text("", "small")
        self.time_left_label.setObjectName("time_left_label")
        layout.addWidget(self.time_left_label)
        layout.addWidget(self.time_left_bar)

    def show_left(self, now: datetime) -> bool:
        """Show what is left at ``now``; False once nothing is."""
        left = self._expires_at - now
        share = max(0.0, min(1.0, left / self._life))
        self.time_left_bar.setValue(round(share * 1000))
        kind = "danger" if share < 0.1 else "warning" if share < 0.25 else ""
        if self.time_left_bar.property("kind") != kind:
            self.time_left_bar.setProperty("kind", kind)
            restyle(self.time_left_bar)
        if left >= timedelta(hours=1):
            words = time_left(left)
        else:
            words = self.tr("{time} left to answer").format(time=countdown(left))
        self.time_left_label.setText(words if left > timedelta(0) else self.tr("The time to answer is over."))
        return left > timedelta(0)


class ThreeChecks(Card):
    """Right account, known Business Center, fitting permissions (domain.md 3.4.3)."""

    def __init__(self, scanned: ScannedRequest) -> None:
        super().__init__()
        self._scanned = scanned
        self.column.setSpacing(SMALL)
        account, centre = scanned.account, scanned.centre
        named = scanned.handle is not None
        self._line(
            named,
            self.tr("Right account: @{handle} was asked for").format(handle=account.handle)
            if named
            else self.tr("Right account? Nobody was named; you answer as @{handle}").format(handle=account.handle),
            "check_account_label",
        )
        self._line(
            not centre.is_new,
            self.tr("Known Business Center")
            if not centre.is_new
            else self.tr("Known Business Center? You meet it for the first time"),
            "check_centre_label",
        )
        further = len(scanned.permissions.permissions & _REACHES_FURTHER)
        self._line(
            further == 0,
            self.tr("Fitting permissions: all of them only use what exists")
            if further == 0
            else self.tr("Fitting permissions? Those at the top reach furthest"),
            "check_permissions_label",
        )

    def _line(self, good: bool, words: str, name: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(Picture("circle-check", "success", 1.1) if good else Picture("circle-alert", "warning", 1.1))
        label = text(words)
        label.setObjectName(name)
        line.addWidget(label, 1)
        self.column.addLayout(line)

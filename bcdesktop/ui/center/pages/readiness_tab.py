"""The tab Readiness of a TikTok account's panel: choose the ad account and the person, see what is missing (13.5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import ad_links, members, readiness
from bcdesktop.ui.center.link_choices import open_ad_accounts
from bcdesktop.ui.center.readiness_mending import ReadinessMending
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.choices import Choice
from bcdesktop.ui.kit.fields import SearchCombo
from bcdesktop.ui.kit.readiness_view import ReadinessView

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.core.readiness import ConditionName
    from bcdesktop.services.ad_records import Readiness
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_KINDS = {
    *(ChangeKind.AD_LINK, ChangeKind.AD_ACCOUNT, ChangeKind.TIKTOK_ACCOUNT, ChangeKind.DIRECTORY),
    *(ChangeKind.GRANT, ChangeKind.PARTNER, ChangeKind.MEMBER),
}


@dataclass(frozen=True)
class _Offer:
    """What can be chosen: ad accounts, those that are linked first; people for an admin."""

    ad_accounts: tuple[Choice, ...]
    people: tuple[Choice, ...]


class ReadinessTab(QWidget):
    """Reads when it is shown, and again when anything it depends on changes."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.setObjectName("account_readiness")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._account: tuple[AssetKind, str] | None = None
        self._wanted_asset_id: str | None = None
        self._is_read = False
        self._found: Readiness | None = None
        self._mending = ReadinessMending(session, actor, navigator, self)
        self.readiness_ad_account_combo = SearchCombo()
        self.readiness_person_combo = SearchCombo()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(12)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        self._layout.addLayout(self._choices)
        self._field("readiness_ad_account_combo", self.tr("Ad acco&unt"), self.readiness_ad_account_combo)
        self._is_admin = may(Action.SEE_MEMBERS, actor.role)
        if self._is_admin:
            self._field("readiness_person_combo", self.tr("&Person"), self.readiness_person_combo)
        self.nothing_label = text_label(self.tr("Choose an ad account to see what is ready and what not."), wrap=True)
        self.nothing_label.setProperty("role", "muted")
        self.nothing_label.setObjectName("readiness_nothing_label")
        self.view = ReadinessView("account")
        self.view.mend_requested.connect(self._mend)
        self._layout.addWidget(self.nothing_label)
        self._layout.addWidget(scrolled(self.view), 1)
        self.readiness_ad_account_combo.chosen.connect(self._check)
        self.readiness_person_combo.chosen.connect(self._check)
        self._listener = Listener(self, session.bridge)
        self._listener.listen(_KINDS, self.read_again)

    def _field(self, name: str, text: str, field: SearchCombo) -> None:
        label = text_label(text, "label")
        label.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(text.replace("&", ""))
        field.setMinimumContentsLength(14)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        self._choices.addLayout(column, 1)

    def choose(self, asset_id: str | None) -> None:
        """Choose an ad account as soon as it is in the list."""
        self._wanted_asset_id = asset_id
        self._is_read = False
        if self.isVisible():
            self.read_again()

    def show_account(self, kind: AssetKind, ref: str) -> None:
        """Show the check of one TikTok account."""
        is_other = self._account != (kind, ref)
        self._account = kind, ref
        if is_other:
            self._found = None
            self.view.clear()
        self._is_read = False
        if self.isVisible():
            self.read_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while another tab was in front."""
        super().showEvent(event)
        if not self._is_read:
            self.read_again()

    def read_again(self) -> None:
        """Read what can be chosen, then the check."""
        if self._account is None:
            return
        self._is_read = True
        work = partial(_offer, self._session.context, self._actor, *self._account, is_admin=self._is_admin)
        self._session.runner.run(self, work, partial(self._show_offer, self._account), self._failed)

    def _show_offer(self, account: tuple[AssetKind, str], offer: _Offer) -> None:
        if account != self._account:
            return
        wanted = self._wanted_asset_id or self.readiness_ad_account_combo.value()
        self._fill(self.readiness_ad_account_combo, offer.ad_accounts, wanted)
        if self._is_admin:
            person = self.readiness_person_combo.value() or self._actor.person_id
            self._fill(self.readiness_person_combo, offer.people, person)
        self._wanted_asset_id = None
        self._check()

    @staticmethod
    def _fill(combo: SearchCombo, choices: tuple[Choice, ...], wanted: str) -> None:
        combo.blockSignals(True)
        combo.set_choices(choices)
        if not combo.set_value(wanted) and choices:
            combo.setCurrentIndex(0)
        combo.blockSignals(False)

    def _check(self) -> None:
        asset_id = self.readiness_ad_account_combo.value()
        for combo in (self.readiness_ad_account_combo, self.readiness_person_combo):
            # a long choice shows its beginning
            combo.lineEdit().setCursorPosition(0)
        self.nothing_label.setVisible(not asset_id)
        if self._account is None or not asset_id:
            self.view.clear()
            return
        person_id = (self.readiness_person_combo.value() if self._is_admin else "") or None
        context, actor, (kind, ref) = self._session.context, self._actor, self._account
        work = partial(readiness.check, context, actor, kind, ref, asset_id, person_id)
        self._session.runner.run(self, work, partial(self._show, asset_id), self._failed)

    def _show(self, asset_id: str, found: Readiness) -> None:
        account = found.account_kind, found.account_ref
        if account == self._account and asset_id == self.readiness_ad_account_combo.value():
            self._found = found
            self.view.show_lines(found.lines, self._mending.verbs(found))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            # it went while it was read; the page shows the next moment
            self.view.clear()
        else:
            self._navigator.notices.show_error(error)

    def _mend(self, name: ConditionName) -> None:
        if self._found is not None:
            self._mending.mend(self._found, name)


def _offer(context: Context, actor: Actor, kind: AssetKind, ref: str, *, is_admin: bool) -> _Offer:
    linked = {row.asset_id for row in ad_links.of_account(context, actor, kind, ref)}
    rows = sorted(open_ad_accounts(context, actor), key=lambda row: row.id not in linked)
    ad_accounts = tuple(Choice(row.id, f"{row.name} · {row.number}") for row in rows)
    if not is_admin:
        return _Offer(ad_accounts, ())
    found = [row for row in members.list_all(context, actor).rows if row.status is MemberStatus.BOUND]
    return _Offer(ad_accounts, tuple(Choice(row.person_id or "", f"{row.name} · {row.email}") for row in found))

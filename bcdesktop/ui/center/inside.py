"""What the window does for the signed-in person: pages, counts, find box, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.policy import Action, may
from bcdesktop.ui.center import entrance
from bcdesktop.ui.center.actions import action_entry
from bcdesktop.ui.center.elsewhere_notice import ElsewhereNotice
from bcdesktop.ui.center.find_box import FindBox
from bcdesktop.ui.center.find_entries import FindEntry, find_entries
from bcdesktop.ui.center.membership import Membership
from bcdesktop.ui.center.registry import ADD_TIKTOK_ACCOUNT, PAGES, QR_CODE, load_class, page_entry
from bcdesktop.ui.kit.change_bridge import Listener
from bcdesktop.ui.kit.page_stack import PageStack
from bcdesktop.ui.kit.unsaved import UnsavedDialog

if TYPE_CHECKING:
    from bcdesktop.core.grants import Holder
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.shell import CenterWindow
    from bcdesktop.ui.kit.session import Session

_COUNTED = (
    ChangeKind.ACCESS_REQUEST,
    ChangeKind.TIKTOK_ACCOUNT,
    ChangeKind.BUSINESS_CENTER,
    ChangeKind.PERSON,
    ChangeKind.MAIL,
    ChangeKind.MEMBER,
    ChangeKind.PARTNER,
    ChangeKind.ADMIN_REQUEST,
)
_COUNT_AGAIN_MILLISECONDS = 30_000
"""Codes run out without a change in the store."""


class Inside(QObject):
    """Lives from sign-in to sign-out. ``begin`` shows the first page, ``end`` closes everything."""

    def __init__(self, window: CenterWindow, session: Session, actor: Actor) -> None:
        super().__init__(window)
        self._window, self._session, self.actor = window, session, actor
        self._admins: tuple[str, ...] = ()
        self._codes: dict[str, QDialog] = {}
        self._wizard: QDialog | None = None
        self._last: list[Callable[[], None]] = []
        self.navigator = window.navigator
        self.pages = PageStack(self._make_page)
        self.pages.page_shown.connect(self._remember_page)
        self._elsewhere = ElsewhereNotice(session, actor, self.navigator, self)
        self._membership = Membership(window, session, actor, self)
        self._listener = Listener(self.pages, session.bridge)
        self._listener.listen(_COUNTED, self._count_next, even_hidden=True)
        self._listener.listen([ChangeKind.ACTIVITY], self._keep_signed_next, even_hidden=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_COUNT_AGAIN_MILLISECONDS)
        self._timer.timeout.connect(self.count)

    @property
    def may_add(self) -> bool:
        """Whether the person sees Add TikTok account at all (A2-14)."""
        return may(Action.SEE_ADD_TIKTOK_ACCOUNT, self.actor.role)

    def begin(self) -> None:
        """Build the sidebar and show the page the program was left on."""
        sidebar = self._window.sidebar
        sidebar.show_actor(self.actor)
        sidebar.page_chosen.connect(self._go_to)
        sidebar.ask_requested.connect(self.ask_admin)
        sidebar.switcher.chosen.connect(self._ask_switch)
        self.navigator.page_requested.connect(self.go)
        self.navigator.add_requested.connect(self.add_tiktok_account)
        self.navigator.code_requested.connect(self.open_code)
        self.navigator.phone_requested.connect(self._window.phone_requested)
        self.navigator.ads_requested.connect(self._window.ads_requested)
        self.navigator.switch_requested.connect(self._switch_to_accounts)
        self.navigator.left.connect(self._membership.left)
        self.navigator.access_requested.connect(self.grant_access)
        self.go(self._first_page(), {})
        self.count()
        self._timer.start()

    def end(self) -> None:
        """Close the person's dialogs and pages."""
        self._timer.stop()
        self._window.sidebar.page_chosen.disconnect(self._go_to)
        self._window.sidebar.ask_requested.disconnect(self.ask_admin)
        self.navigator.page_requested.disconnect(self.go)
        self.navigator.add_requested.disconnect(self.add_tiktok_account)
        self.navigator.code_requested.disconnect(self.open_code)
        self.navigator.phone_requested.disconnect(self._window.phone_requested)
        self.navigator.ads_requested.disconnect(self._window.ads_requested)
        self.navigator.switch_requested.disconnect(self._switch_to_accounts)
        self.navigator.left.disconnect(self._membership.left)
        self.navigator.access_requested.disconnect(self.grant_access)
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
        self.pages.drop_all()
        self._window.notices.clear()
        self.deleteLater()

    def go(self, page_name: str, what: dict[str, Any]) -> None:
        """Show a page, after asking about what is not saved on the one in view."""
        if page_name != self.pages.current_name and self.pages.unsaved() is not None:
            self._window.sidebar.set_current(self.pages.current_name)
            self.ask_before_leaving(partial(self._show_page, page_name, what))
        else:
            self._show_page(page_name, what)

    def _show_page(self, page_name: str, what: dict[str, Any]) -> None:
        entry = page_entry(page_name)
        if not entry.is_listed(self.actor.finance_role):
            from bcdesktop.core.errors import NotAllowed

            self._window.notices.bar.show_error(NotAllowed(str(entry.finance)))
            return
        needs = entry.needs
        if needs is not None and not may(needs, self.actor.role):
            from bcdesktop.core.errors import NotAllowed

            self._window.notices.bar.show_error(
                NotAllowed(str(needs), self._admins),
                action=self.tr("Ask an admin…"),
                on_action=partial(self.ask_admin, needs),
            )
            return
        self.pages.show_page(page_name, what)

    def _make_page(self, name: str) -> QWidget:
        return page_entry(name).load()(self._session, self.actor, self.navigator)

    def _go_to(self, page_name: str) -> None:
        self.go(page_name, {})

    def _first_page(self) -> str:
        name = self._session.settings.last_page
        listed = [page for page in PAGES if page.is_listed(self.actor.finance_role)]
        allowed = {page.name for page in listed if page.needs is None or may(page.needs, self.actor.role)}
        return name if name in allowed else PAGES[0].name

    def _remember_page(self, name: str) -> None:
        self._session.settings.last_page = name
        self._window.sidebar.set_current(name)
        self._window.setWindowTitle(f"{page_entry(name).title_text} · {self.actor.business_center_name}")

    def refresh(self) -> None:
        """Read the page and the counts again."""
        self.pages.refresh()
        self.count()

    def count(self) -> None:
        """Read what the sidebar shows."""
        work = partial(entrance.surroundings, self._session.context, self.actor)
        self._session.runner.run(self, work, self._show_counts, self._membership.not_read)

    def _count_next(self) -> None:
        """Count last: the page in view reads and paints its rows first, since people wait for those."""
        self._do_last(self.count)

    def _keep_signed_next(self) -> None:
        self._do_last(self._keep_signed)

    def _do_last(self, work: Callable[[], None]) -> None:
        """Do ``work`` last; several changes on one heap call for it once."""
        if not self._last:
            self._session.runner.run_last(self, self._do_all_last)
        if work not in self._last:
            self._last.append(work)

    def _do_all_last(self) -> None:
        works, self._last = self._last, []
        for work in works:
            work()

    def _keep_signed(self) -> None:
        work = partial(entrance.keep_signed, self._session.context, self.actor)
        self._session.runner.run(self, work, self._kept_signed, self._window.notices.show_error)

    def _kept_signed(self, _changed: bool) -> None:
        """Nothing of it is shown."""

    def _show_counts(self, found: entrance.Surroundings) -> None:
        sidebar = self._window.sidebar
        self._admins = found.admins
        sidebar.switcher.show_centers(found.centers, self.actor.business_center_id)
        sidebar.name_admins(found.admins)
        self._membership.check_role(found.centers)
        self._elsewhere.has_others = len(found.centers) > 1
        self._limit_centers(len(found.centers))
        counts = found.overview
        invited = counts.invitations_waiting + counts.invitations_expired
        for name, count, text in (
            ("home", counts.asked, self.tr("%1 asked by people")),
            ("requests", counts.codes_waiting, self.tr("%1 waiting")),
            ("tiktok_accounts", counts.accounts_to_confirm, self.tr("%1 to confirm")),
            ("members", invited, self.tr("%1 invitations without an answer")),
            ("partners", counts.partners_waiting, self.tr("%1 to answer")),
        ):
            if name in sidebar.buttons:
                sidebar.buttons[name].set_count(count, text.replace("%1", str(count)))
        mails = self.tr("%1 to be sent").replace("%1", str(found.mails_waiting))
        sidebar.buttons["outbox"].set_count(found.mails_waiting, mails)

    def _limit_centers(self, present: int) -> None:
        """Make the way to another Business Center grey where the person has as many as one may."""
        maximum = self._session.context.limits.business_centers_per_person
        action = self._window.actions_by_name["create_center"]
        reason = self.tr("You belong to %1 Business Centers, and nobody can belong to more.")
        action.setEnabled(present < maximum)
        text = action_entry("create_center").tip_text if present < maximum else reason.replace("%1", str(maximum))
        action.setStatusTip(text)
        action.setToolTip(text)

    def ask_admin(self, action: Action | None = None) -> None:
        """Open the dialog that asks the admins: for ``action``, or for what is chosen there."""
        from bcdesktop.core.admin_requests import AdminRequestSubject
        from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog

        subject = None if action is None else AdminRequestSubject.ACTION
        dialog = ask_admin_dialog(self._session, self.actor, self.navigator, subject, action=action)
        self.navigator.open_dialog(dialog)

    def end_access(self) -> None:
        """Open the assistant that finds out where access to an account is ended (A0-02)."""
        from bcdesktop.ui.center.wizards.end_access import open_end_access

        open_end_access(self._session, self.actor, self.navigator)

    def grant_access(self, holder: Holder) -> None:
        """Open the dialog that gives accounts to a member or a partner."""
        from bcdesktop.ui.center.dialogs.grant_access import GrantAccessDialog

        self.navigator.open_dialog(GrantAccessDialog(self._session, self.actor, self.navigator, holder))

    def add_tiktok_account(self, handle: str = "") -> None:
        """Open the wizard, or bring the open one to the front; ``handle`` is filled in where none was typed."""
        if self._wizard is not None:
            self._wizard.suggest_handle(handle)
            self._wizard.raise_()
            return
        wizard = load_class(ADD_TIKTOK_ACCOUNT)(self._session, self.actor, self.navigator)
        wizard.suggest_handle(handle)
        self._wizard = wizard
        wizard.finished.connect(self._forget_wizard)
        self.navigator.open_dialog(wizard)

    def _forget_wizard(self) -> None:
        self._wizard = None

    def open_code(self, request_id: str) -> None:
        """Open the QR dialog of a request, or bring the open one to the front."""
        if request_id in self._codes:
            self._codes[request_id].raise_()
            self._codes[request_id].activateWindow()
            return
        dialog = load_class(QR_CODE)(self._session, self.actor, self.navigator, request_id)
        self._codes[request_id] = dialog
        dialog.finished.connect(partial(self._forget_code, request_id))
        self.navigator.open_dialog(dialog)

    def _forget_code(self, request_id: str, _result: int = 0) -> None:
        self._codes.pop(request_id, None)

    def open_find_box(self) -> FindBox:
        """Open the find box and return it."""
        actions = self._window.actions_by_name
        native = QKeySequence.SequenceFormat.NativeText
        shortcuts = {name: action.shortcut().toString(native) for name, action in actions.items()}
        box = FindBox(find_entries(self.actor.role, self.actor.finance_role), shortcuts, self._window)
        box.chosen.connect(self._follow)
        self.navigator.open_dialog(box)
        return box

    def _follow(self, entry: FindEntry) -> None:
        if entry.page:
            self.go(entry.page, dict(entry.what))
            return
        action = self._window.actions_by_name[entry.action]
        if action.isEnabled():
            action.trigger()
        else:
            self._window.notices.bar.show_notice(action.text(), action.statusTip())

    def ask_before_leaving(self, then: Callable[[], object]) -> None:
        """Call ``then`` at once, or after the person said what to do with what is not saved."""
        page = self.pages.unsaved()
        if page is None:
            then()
            return
        dialog = UnsavedDialog(page, then, self._window)
        self.navigator.open_dialog(dialog)

    def _ask_switch(self, business_center_id: str) -> None:
        if business_center_id != self.actor.business_center_id:
            self.ask_before_leaving(partial(self._switch, business_center_id))

    def _switch_to_accounts(self, business_center_id: str) -> None:
        self.ask_before_leaving(partial(self._switch, business_center_id, "tiktok_accounts"))

    def _switch(self, business_center_id: str, page_name: str = "") -> None:
        work = partial(entrance.switch, self._session.context, self.actor, business_center_id)
        enter = partial(self._enter, page_name)
        self._session.runner.run(self, work, enter, self._window.notices.show_error)

    def _enter(self, page_name: str, actor: Actor) -> None:
        """Open the pages for ``actor``, the same person elsewhere; at the page of now unless one is named."""
        if page_name:
            self._session.settings.last_page = page_name
        self._window.enter(actor)

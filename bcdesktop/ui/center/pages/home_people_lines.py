"""The lines of Home about people, partners and mails."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from bcdesktop.services.home_records import HomePartner
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.center.pages.home_data import HomeData
from bcdesktop.ui.center.pages.home_rows import HomeRow
from bcdesktop.ui.kit.theme import Theme

_HANDLES = 3


class PeopleLines(QObject):
    """Builds the lines; each leads to the page where something can be done about it."""

    def __init__(self, theme: Theme, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._navigator = theme, navigator

    def rows(self, data: HomeData) -> list[HomeRow]:
        """Return the lines, what waits for an answer first."""
        rows = [self._partner(row) for row in data.needs.partner_invitations.rows]
        rows += self._more_partners(data)
        rows += self._invitations(data)
        rows += self._without_access(data)
        rows += self._mails(data)
        return rows

    def advice(self, data: HomeData) -> list[HomeRow]:
        """Return what would be good to do, though nothing waits for it (domain.md 13.13)."""
        if not data.has_one_admin:
            return []
        title = self.tr("This Business Center has only one admin")
        text = self.tr("Should the password be lost, nobody can let them in again. Make a second person an admin.")
        return [self._line("one_admin", "shield-check", "muted", (title, text, self.tr("Show the members")), "members")]

    def _line(
        self, key: str, icon_name: str, token: str, words: tuple[str, str, str], page: str, **what: Any
    ) -> HomeRow:
        """Return a line; ``words`` are title, text and the verb of the button that goes to ``page``."""
        title, text, verb = words
        row = HomeRow(self._theme, key, icon_name, token, title, text)
        button = row.add_button("home_go_button", verb)
        button.clicked.connect(partial(self._navigator.go, page, **what))
        return row

    def _partner(self, partner: HomePartner) -> HomeRow:
        title = self.tr("“%1” wants to share TikTok accounts with you").replace("%1", partner.name)
        text = self.tr("One account.") if partner.accounts == 1 else self.tr("%1 accounts.")
        text = text.replace("%1", str(partner.accounts))
        words = (title, text, self.tr("Look at it"))
        return self._line(f"partner_{partner.id}", "share-2", "primary", words, "partners", partnership_id=partner.id)

    def _more_partners(self, data: HomeData) -> list[HomeRow]:
        more = data.needs.partner_invitations.more
        if not more:
            return []
        title = self.tr("%1 more partners wait for an answer").replace("%1", str(more))
        return [self._line("more_partners", "ellipsis", "muted", (title, "", self.tr("Show all")), "partners")]

    def _invitations(self, data: HomeData) -> list[HomeRow]:
        rows = []
        expired, waiting = data.needs.invitations_expired, data.needs.invitations_waiting
        if expired:
            title = self.tr("An invitation ran out") if expired == 1 else self.tr("%1 invitations ran out")
            text = self.tr("Nobody can accept any more. Send again, or withdraw.")
            words = (title.replace("%1", str(expired)), text, self.tr("Show"))
            rows.append(self._line("invitations_expired", "timer", "warning", words, "members", status="expired"))
        if waiting:
            one = self.tr("An invitation waits for an answer")
            title = one if waiting == 1 else self.tr("%1 invitations wait for an answer")
            words = (title.replace("%1", str(waiting)), "", self.tr("Show"))
            rows.append(self._line("invitations_waiting", "mail", "muted", words, "members", status="invited"))
        return rows

    def _without_access(self, data: HomeData) -> list[HomeRow]:
        rows = []
        accounts, members = data.accounts_without_members, data.needs.members_without_accounts
        if accounts:
            first = data.needs.without_members.rows
            handles = ", ".join(f"@{row.handle}" for row in first[:_HANDLES])
            one = self.tr("Nobody was given %1 yet").replace("%1", handles)
            title = one if accounts == 1 else self.tr("%1 accounts were given to nobody yet")
            text = self.tr("Linking is only half: give the account to the people who work with it.")
            if accounts > 1:
                text = handles if accounts <= _HANDLES else f"{handles} …"
            words = (title.replace("%1", str(accounts)), text, self.tr("Give access"))
            rows.append(
                self._line(
                    "without_members",
                    "triangle-alert",
                    "warning",
                    words,
                    "tiktok_accounts",
                    state="nobody",
                    link_id=first[0].id,
                )
            )
        if members:
            title = self.tr("A member sees no account yet") if members == 1 else self.tr("%1 members see no account")
            text = self.tr("Whoever was given nothing finds an empty list.")
            words = (title.replace("%1", str(members)), text, self.tr("Show"))
            rows.append(self._line("members_without", "user", "warning", words, "members", status="nothing"))
        return rows

    def _mails(self, data: HomeData) -> list[HomeRow]:
        rows = []
        failed, waiting = data.needs.mails_failed, data.needs.mails_waiting
        if failed:
            title = self.tr("A mail could not be sent") if failed == 1 else self.tr("%1 mails could not be sent")
            text = self.tr("The Outbox says why.")
            words = (title.replace("%1", str(failed)), text, self.tr("Open the Outbox"))
            rows.append(self._line("mails_failed", "circle-alert", "danger", words, "outbox"))
        if waiting:
            title = self.tr("A mail waits in the Outbox") if waiting == 1 else self.tr("%1 mails wait in the Outbox")
            text = self.tr("Send it from there, or open it in your own mail program.")
            words = (title.replace("%1", str(waiting)), text, self.tr("Open the Outbox"))
            rows.append(self._line("mails_waiting", "mail", "muted", words, "outbox"))
        return rows

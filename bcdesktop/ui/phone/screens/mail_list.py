"""The Mail app: mails to the address of any account on this phone."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services.phone_records import MailRow
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row
from bcdesktop.ui.phone.screen import Screen


class MailListScreen(Screen):
    """One row per mail, the newest first; ``mail_row_ID`` names the rows."""

    name = "mail_list_screen"
    listens_to = frozenset({ChangeKind.MAIL, ChangeKind.DIRECTORY})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._mails: dict[str, MailRow] = {}
        self.rows = Card(tight=True)
        self.nothing = NothingYet(
            "mail",
            self.tr("No mail"),
            self.tr("A code sent to the e-mail address of an account on this phone arrives here."),
        )
        self.add_all([self.rows, self.nothing])
        self.body.addStretch(1)
        self.rows.hide()
        self.nothing.hide()

    def title(self) -> str:
        """Return the app's name."""
        return self.tr("Mail")

    def first_focus(self) -> QWidget | None:
        """Return the newest mail."""
        return self.rows.findChild(Row)

    def refresh(self) -> None:
        """Read the mails anew."""
        from bcdesktop.services import mail

        self.host.run(self, partial(mail.inbox, self.host.context, self.host.profile), self._show)

    def _show(self, mails: tuple[MailRow, ...]) -> None:
        self.rows.clear()
        self._mails = {entry.id: entry for entry in mails}
        now = self.host.now()
        for entry in mails:
            row = Row(
                entry.subject,
                f"mail_row_{entry.id}",
                icon_name="mail" if entry.read_at is None else "mail-open",
                arrow=False,
            )
            row.set_detail(
                self.tr("{name} · {when}").format(name=entry.from_name, when=relative(entry.created_at, now))
            )
            if entry.read_at is None:
                row.add(Badge(self.tr("New"), BadgeKind.INFO))
            row.setToolTip(exact(entry.created_at))
            row.setProperty("mail_id", entry.id)
            row.clicked.connect(self._open)
            self.rows.add(row, line=True)
        self.rows.setVisible(bool(mails))
        self.nothing.setVisible(not mails)

    def _open(self) -> None:
        row = self.sender()
        entry = self._mails.get(str(row.property("mail_id"))) if row is not None else None
        if entry is not None:
            self.host.routes.letter(entry)

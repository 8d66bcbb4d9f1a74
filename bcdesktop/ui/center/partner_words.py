"""Partnerships in words: for the list, its panel, the tab of an account and the dialogs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services.people_records import PartnershipRow, ShareRow
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.time_text import relative
from bcdesktop.ui.kit.words import badge_of, label_of

_SHOWN = 12
"""Lines of a list of accounts; what is more is counted."""


class _Words(QObject):
    """Holds the texts with numbers: lupdate sees those only in ``tr`` of a class."""

    def accounts(self, count: int) -> str:
        return self.tr("1 account") if count == 1 else self.tr("%1 accounts").replace("%1", str(count))

    def people(self, count: int) -> str:
        return self.tr("1 person") if count == 1 else self.tr("%1 people").replace("%1", str(count))

    def more(self, count: int) -> str:
        return self.tr("and 1 more") if count == 1 else self.tr("and %1 more").replace("%1", str(count))


def name_of(row: PartnershipRow) -> str:
    """Return the other side's name; its id until a name is known."""
    return row.other_name or row.other_id


def side_text(row: PartnershipRow) -> str:
    """Return who shares with whom."""
    if row.side is PartnershipSide.GIVING:
        return QCoreApplication.translate("PartnerWords", "You share")
    return QCoreApplication.translate("PartnerWords", "Shared with you")


def state_badge(row: PartnershipRow) -> tuple[str, BadgeKind]:
    """Return word and colour; what has to be answered here, or told to a partner elsewhere, stands out."""
    if row.waits_for_me:
        return QCoreApplication.translate("PartnerWords", "Waits for you"), BadgeKind.WARNING
    if row.is_behind and row.state is not PartnershipState.PENDING:
        if row.state is PartnershipState.ENDED:
            return QCoreApplication.translate("PartnerWords", "End not heard"), BadgeKind.WARNING
        return QCoreApplication.translate("PartnerWords", "Not heard yet"), BadgeKind.WARNING
    return label_of(row.state), badge_of(row.state)


def place_text(row: PartnershipRow) -> str:
    """Return where the other side lives."""
    if row.is_elsewhere:
        return QCoreApplication.translate("PartnerWords", "On another computer, reached by mail")
    return QCoreApplication.translate("PartnerWords", "In this store")


def accounts_text(count: int) -> str:
    """Return "3 accounts"."""
    return _Words().accounts(count)


def people_text(count: int) -> str:
    """Return "3 people"."""
    return _Words().people(count)


def state_sentence(row: PartnershipRow) -> str:
    """Return where the partnership stands and what that means."""
    gives = row.side is PartnershipSide.GIVING
    if row.state is PartnershipState.PENDING:
        text = _pending(row)
    elif row.state is PartnershipState.ACTIVE:
        text = _active_giving() if gives else _active_receiving()
    elif row.state is PartnershipState.DECLINED:
        text = _declined(row)
    else:
        text = QCoreApplication.translate("PartnerWords", "Ended by %2. Nothing is shared any more.")
    return text.replace("%1", name_of(row)).replace("%2", row.ended_by).replace("%3", row.decline_reason)


def _pending(row: PartnershipRow) -> str:
    if row.waits_for_me:
        return QCoreApplication.translate(
            "PartnerWords",
            "“%1” wants to share these with you. Accept, and you can give them to your members.",
        )
    if row.is_elsewhere:
        return QCoreApplication.translate(
            "PartnerWords", "Give the text to “%1” and enter its answer here. Nothing is shared until it accepts."
        )
    return QCoreApplication.translate("PartnerWords", "“%1” has not answered yet. Nothing is shared until it accepts.")


def _active_giving() -> str:
    return QCoreApplication.translate(
        "PartnerWords", "“%1” gives these to its own people, never in a higher role than you share them in."
    )


def _active_receiving() -> str:
    return QCoreApplication.translate(
        "PartnerWords",
        "You can give these to your members, up to the role shown. They stay the property of “%1”.",
    )


def _declined(row: PartnershipRow) -> str:
    if row.side is PartnershipSide.RECEIVING:
        return QCoreApplication.translate("PartnerWords", "Declined here. Nothing is shared.")
    if row.decline_reason:
        return QCoreApplication.translate("PartnerWords", "“%1” declined and wrote: “%3”")
    return QCoreApplication.translate("PartnerWords", "“%1” declined and gave no reason.")


def heard_title(row: PartnershipRow, now: datetime) -> str:
    """Return when something was heard from a partner on another computer; empty for one in this store."""
    if not row.is_elsewhere:
        return ""
    if row.heard_at is None:
        return QCoreApplication.translate("PartnerWords", "Nothing heard yet")
    return QCoreApplication.translate("PartnerWords", "Last heard %1").replace("%1", relative(row.heard_at, now))


def heard_meaning(row: PartnershipRow) -> str:
    """Return what is not known of a partner on another computer (security.md 2.6); empty where nothing is left open."""
    if not row.is_elsewhere or row.state is PartnershipState.DECLINED:
        return ""
    if row.side is PartnershipSide.RECEIVING:
        open_text = QCoreApplication.translate(
            "PartnerWords", "“%1” may have changed or ended it since. Only a newer text from there tells."
        )
        return open_text.replace("%1", name_of(row)) if row.is_open else ""
    if not row.is_behind or row.state is PartnershipState.PENDING:
        return ""
    if row.state is PartnershipState.ENDED:
        text = QCoreApplication.translate(
            "PartnerWords",
            "“%1” has not confirmed the end. Until it enters the newest text, its computer goes on with what it knew, "
            "and nothing here can make it stop.",
        )
    else:
        text = QCoreApplication.translate(
            "PartnerWords",
            "“%1” has not confirmed the newest change. Until it enters the newest text, its computer goes on with what "
            "it knew.",
        )
    return text.replace("%1", name_of(row))


def share_line(share: ShareRow) -> str:
    """Return an account with its role and how many of the partner's people use it."""
    line = f"{share.name} · {label_of(share.role)}"
    return f"{line} · {people_text(share.members)}" if share.members else line


def some_lines(lines: Iterable[str]) -> list[str]:
    """Return the first lines of a list, and how many more there are."""
    every = list(lines)
    if len(every) <= _SHOWN:
        return every
    return [*every[: _SHOWN - 1], _Words().more(len(every) - _SHOWN + 1)]

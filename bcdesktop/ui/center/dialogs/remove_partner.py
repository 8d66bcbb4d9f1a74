"""Before something stops: a partnership, a share, a role in one. What stops is listed (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.ui.center.partner_words import name_of, people_text, share_line, some_lines
from bcdesktop.ui.kit.dialogs import MessageDialog, question
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.people_records import PartnershipRow, ShareRow


def remove_partner_question(row: PartnershipRow, parent: QWidget, do_it: Callable[[], object]) -> MessageDialog:
    """Return the dialog that lists what ends with the partnership; accepted, it calls ``do_it``."""
    name = name_of(row)
    if row.state is PartnershipState.PENDING:
        title = QCoreApplication.translate("RemovePartner", "Take the invitation to “%1” back?")
        verb = QCoreApplication.translate("RemovePartner", "Take it back")
    else:
        title = QCoreApplication.translate("RemovePartner", "Remove the partner “%1”?")
        verb = QCoreApplication.translate("RemovePartner", "Remove partner")
    dialog = question(
        parent,
        title.replace("%1", name),
        QCoreApplication.translate(
            "RemovePartner", "This takes effect at once. To share again, invite the partner anew."
        ),
        verb,
        effects=_what_ends(row),
        effects_heading=QCoreApplication.translate("RemovePartner", "What ends:"),
        danger=True,
    )
    dialog.setObjectName("remove_partner_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def stop_sharing_question(
    row: PartnershipRow, shares: Sequence[ShareRow], parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that asks before accounts are no longer shared; accepted, it calls ``do_it``."""
    title = QCoreApplication.translate("RemovePartner", "Stop sharing with “%1”?").replace("%1", name_of(row))
    effects = [*some_lines(map(share_line, shares)), *_people_lose(shares), *_honest(row)]
    dialog = question(
        parent,
        title,
        "",
        QCoreApplication.translate("RemovePartner", "Stop sharing"),
        effects=effects,
        effects_heading=QCoreApplication.translate("RemovePartner", "What ends:"),
        danger=True,
    )
    dialog.setObjectName("stop_sharing_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def lower_share_question(
    row: PartnershipRow, shares: Sequence[ShareRow], role: AssetRole, parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that asks before shares are lowered to ``role``; accepted, it calls ``do_it``."""
    title = QCoreApplication.translate("RemovePartner", "Lower what “%1” may do?").replace("%1", name_of(row))
    lowered = QCoreApplication.translate("RemovePartner", "%1 becomes %2: %3").replace("%2", label_of(role))
    effects = some_lines(
        lowered.replace("%3", role_description(share.kind, role)).replace("%1", share.name) for share in shares
    )
    count = sum(share.members for share in shares)
    if count:
        people = QCoreApplication.translate(
            "RemovePartner", "Of the partner's people, %1 use it; whoever has more becomes %2."
        )
        effects.append(people.replace("%1", people_text(count)).replace("%2", label_of(role)))
    dialog = question(
        parent,
        title,
        QCoreApplication.translate("RemovePartner", "It happens in one step; the partner keeps access."),
        QCoreApplication.translate("RemovePartner", "Lower to %1").replace("%1", label_of(role)),
        effects=[*effects, *_honest(row)],
        danger=True,
    )
    dialog.setObjectName("lower_share_dialog")
    dialog.accepted.connect(do_it)
    return dialog


def _what_ends(row: PartnershipRow) -> list[str]:
    lines = some_lines(map(share_line, row.shares))
    if not lines:
        lines = [QCoreApplication.translate("RemovePartner", "Nothing is shared at the moment.")]
    if row.state is not PartnershipState.PENDING:
        lines += _people_lose(row.shares, own=row.side is PartnershipSide.RECEIVING)
        lines.append(
            QCoreApplication.translate(
                "RemovePartner", "The assets themselves and their links in this Business Center stay."
            )
        )
    return lines + _honest(row)


def _people_lose(shares: Sequence[ShareRow], *, own: bool = False) -> list[str]:
    if not any(share.members for share in shares):
        return []
    if own:
        return [QCoreApplication.translate("RemovePartner", "Your members who were given any of these lose it.")]
    return [QCoreApplication.translate("RemovePartner", "The partner's people who use any of these lose it.")]


def _honest(row: PartnershipRow) -> list[str]:
    if not row.is_elsewhere:
        return []
    text = QCoreApplication.translate(
        "RemovePartner", "“%1” works on another computer: there it counts once the newest text is entered, not before."
    )
    return [text.replace("%1", name_of(row))]

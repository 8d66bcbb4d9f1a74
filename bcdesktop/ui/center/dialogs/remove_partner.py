"""Before something stops: a partnership, a share, a role in one. What stops is listed (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import EndWay
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import ending, partners
from bcdesktop.services.ending_errors import EffectsChanged
from bcdesktop.ui.center.endings import Endings, together
from bcdesktop.ui.center.partner_words import name_of, people_text, some_lines
from bcdesktop.ui.kit.dialogs import MessageDialog, question
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.ending_dialog import EndingQuestion, EndingWords
from bcdesktop.ui.kit.role_words import role_description
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.ending import Effects
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.people_records import PartnershipRow, ShareRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


def ask_remove_partner(
    session: Session,
    actor: Actor,
    navigator: Navigator,
    row: PartnershipRow,
    done: Callable[[EndReceiptRow], object] | None = None,
) -> None:
    """Ask before a partnership ends with everything it shares, and end it when confirmed (U10).

    ``done`` gets the receipt in place of the toast.
    """
    translate, name = QCoreApplication.translate, name_of(row)
    if row.state is PartnershipState.PENDING:
        title = translate("RemovePartner", "Take the invitation to “%1” back?")
        verb = translate("RemovePartner", "Take it back")
    else:
        title = translate("RemovePartner", "Remove the partner “%1”?")
        verb = translate("RemovePartner", "Remove partner")
    words = EndingWords(
        name="remove_partner_dialog",
        title=title.replace("%1", name),
        text=translate("RemovePartner", "This takes effect at once. To share again, invite the partner anew."),
        verb=verb,
        said=said_removed(row),
        lines=tuple(_honest(row)),
    )
    Endings(session, actor, navigator).ask(EndWay.PARTNERSHIP, row.id, words, done)


def said_removed(row: PartnershipRow) -> str:
    """Return what the toast says after the partnership ended."""
    if row.side is PartnershipSide.GIVING:
        text = QCoreApplication.translate("RemovePartner", "Nothing is shared with “%1” any more.")
    else:
        text = QCoreApplication.translate("RemovePartner", "“%1” shares nothing with you any more.")
    return text.replace("%1", name_of(row))


def ask_stop_sharing(
    session: Session,
    actor: Actor,
    navigator: Navigator,
    row: PartnershipRow,
    shares: Sequence[ShareRow],
    done: Callable[[PartnershipRow], object],
) -> None:
    """Ask before assets are no longer shared, and stop it in one step; ``done`` gets the partnership (U9)."""
    translate, context = QCoreApplication.translate, session.context
    read = partial(together, [partial(ending.effects, context, actor, EndWay.SHARE, share.id) for share in shares])
    changes = tuple((share.ref, None) for share in shares if share.ref is not None)
    asked = EndingQuestion(
        name="stop_sharing_dialog",
        title=translate("RemovePartner", "Stop sharing with “%1”?").replace("%1", name_of(row)),
        text=translate("RemovePartner", "This takes effect at once. You can share again at any time."),
        verb=translate("RemovePartner", "Stop sharing"),
        read=read,
        end=partial(_stop, read, partial(partners.change_shares, context, actor, row.id, changes)),
        stays=what_stays(EndWay.SHARE),
        lines=tuple(_honest(row)),
    )
    Endings(session, actor, navigator).ask_question(asked, done)


def _stop(read: Callable[[], Effects], stop: Callable[[], PartnershipRow], announced: str, _key: str) -> PartnershipRow:
    effects = read()
    if effects.digest != announced:
        raise EffectsChanged(effects)
    return stop()


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


def _honest(row: PartnershipRow) -> list[str]:
    if not row.is_elsewhere:
        return []
    text = QCoreApplication.translate(
        "RemovePartner", "“%1” works on another computer: there it counts once the newest text is entered, not before."
    )
    return [text.replace("%1", name_of(row))]

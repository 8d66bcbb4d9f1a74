"""Before an ad account is closed, or taken out: what stands in the way, and everything that stops (domain.md 7.15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.ad_accounts import CloseProblem
from bcdesktop.core.ending import EndWay
from bcdesktop.services import ending
from bcdesktop.ui.center.endings import Endings
from bcdesktop.ui.kit.dialogs import MessageDialog, alert, question
from bcdesktop.ui.kit.ending_dialog import EndingWords
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_account_records import Closing
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_NAMED = 5
"""Names in one line; of more the number is told."""


def close_ad_account_dialog(
    row: AdAccountRow, closing: Closing, parent: QWidget, do_it: Callable[[], object]
) -> MessageDialog:
    """Return the dialog that asks before closing, or that says why it cannot be closed now.

    Accepted, it calls ``do_it``; its verb is grey before the person said that no bill is open.
    """
    if closing.problems:
        return _cannot(row, closing, parent)
    dialog = question(
        parent,
        QCoreApplication.translate("CloseAdAccount", "Close “%1” for good?").replace("%1", row.name),
        QCoreApplication.translate(
            "CloseAdAccount", "A closed ad account cannot be opened again. It stays in the list, with its history."
        ),
        QCoreApplication.translate("CloseAdAccount", "Close ad account"),
        effects=_what_stops(closing),
        effects_heading=QCoreApplication.translate("CloseAdAccount", "What stops:"),
        danger=True,
    )
    dialog.setObjectName("close_ad_account_dialog")
    tick = QCheckBox(QCoreApplication.translate("CloseAdAccount", "No bill of this ad account is open"))
    tick.setObjectName("no_open_bill_check")
    why = QCoreApplication.translate(
        "CloseAdAccount", "The program keeps no bills, so only you can know: tick it first."
    )
    tick.setToolTip(why)
    dialog.words.addSpacing(8)
    dialog.words.addWidget(tick)
    verb = dialog.accept_button
    verb.setEnabled(False)
    verb.setToolTip(why)
    verb.setStatusTip(why)
    tick.toggled.connect(verb.setEnabled)
    dialog.no_open_bill_check = tick
    dialog.accepted.connect(do_it)
    return dialog


def ask_give_up(session: Session, actor: Actor, navigator: Navigator, row: AdAccountRow) -> None:
    """Ask before somebody else's ad account is taken out of this Business Center, and do it when confirmed."""
    translate = QCoreApplication.translate
    stays = translate("CloseAdAccount", "The ad account itself stays with “%1”").replace("%1", row.owner_name)
    words = EndingWords(
        name="give_up_ad_account_dialog",
        title=translate("CloseAdAccount", "Remove “%1” from this Business Center?").replace("%1", row.name),
        text=translate("CloseAdAccount", "This takes effect at once. To get it back, ask the owner again."),
        verb=translate("CloseAdAccount", "Remove ad account"),
        said=translate("CloseAdAccount", "“%1” was removed from this Business Center.").replace("%1", row.name),
        stays=(stays,),
    )
    subject = ending.reach_id(row.id, actor.business_center_id)
    Endings(session, actor, navigator).ask(EndWay.AD_ACCOUNT_ACCESS, subject, words)


def _cannot(row: AdAccountRow, closing: Closing, parent: QWidget) -> MessageDialog:
    dialog = alert(
        parent,
        QCoreApplication.translate("CloseAdAccount", "“%1” cannot be closed now").replace("%1", row.name),
        "",
        icon_name="triangle-alert",
    )
    dialog.setObjectName("cannot_close_ad_account_dialog")
    dialog.add_effects(
        QCoreApplication.translate("CloseAdAccount", "What stands in the way:"),
        [f"{label_of(problem)}. {_advice(problem)}" for problem in closing.problems],
    )
    return dialog


def _advice(problem: CloseProblem) -> str:
    texts = {
        CloseProblem.DELIVERING: QCoreApplication.translate(
            "CloseAdAccount", "Pause or end every ad in Ads Manager, and wait three days."
        ),
        CloseProblem.UNPAID_BILL: QCoreApplication.translate("CloseAdAccount", "Pay it first."),
        CloseProblem.SUSPENDED: QCoreApplication.translate("CloseAdAccount", "The suspension has to be lifted first."),
        CloseProblem.UNFINISHED_TRANSFER: QCoreApplication.translate(
            "CloseAdAccount", "Answer the request first, in Requests."
        ),
    }
    return texts[problem]


def _what_stops(closing: Closing) -> list[str]:
    told = (
        (closing.ads, QCoreApplication.translate("CloseAdAccount", "Running ads pause: %1")),
        (closing.members, QCoreApplication.translate("CloseAdAccount", "Members lose it: %1")),
        (closing.centers, QCoreApplication.translate("CloseAdAccount", "Other Business Centers lose it: %1")),
        (closing.tiktok_accounts, QCoreApplication.translate("CloseAdAccount", "TikTok accounts are unlinked: %1")),
        (
            closing.assets,
            QCoreApplication.translate("CloseAdAccount", "Catalogs, pixels and audiences are unlinked: %1"),
        ),
    )
    lines = [text.replace("%1", _some(names)) for names, text in told if names]
    lines.append(QCoreApplication.translate("CloseAdAccount", "Nobody can make ads in it any more."))
    return lines


def _some(names: Sequence[str]) -> str:
    named = ", ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return named
    more = QCoreApplication.translate("CloseAdAccount", "%1 and %2 more")
    return more.replace("%1", named).replace("%2", str(len(names) - _NAMED))

"""Asking before access ends, in the Business Center window: the list, the confirmation, the toast, the receipt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import Effects
from bcdesktop.core.policy import Action, may
from bcdesktop.services.ending_errors import EffectsChanged
from bcdesktop.ui.kit.ending_dialog import EndingQuestion, EndingWords, ask_ending, question_of

if TYPE_CHECKING:
    from bcdesktop.core.ending import EndWay
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class Endings:
    """Handed to whatever ends access; the window outlives what it does."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        self._session, self._actor, self._navigator = session, actor, navigator

    def ask(
        self,
        way: EndWay,
        subject_id: str,
        words: EndingWords,
        done: Callable[[EndReceiptRow], object] | None = None,
    ) -> None:
        """Read what would stop, ask, end it, say ``words.said`` with the way to the receipt.

        ``done`` is called in place of the toast.
        """
        asked = question_of(self._session.context, self._actor, way, subject_id, words)
        self.ask_question(asked, done or partial(self.say, words.said))

    def ask_question(self, asked: EndingQuestion, done: Callable[[Any], object]) -> None:
        """Ask a question that was put together elsewhere."""
        ask_ending(self._session, self._navigator, asked, done, self._navigator)

    def say(self, said: str, receipt: EndReceiptRow) -> None:
        """Say what was ended, with the way to its receipt."""
        verb = QCoreApplication.translate("Endings", "Receipt")
        self._navigator.notices.success(said, partial(self.show_receipt, receipt), verb=verb)

    def show_receipt(self, receipt: EndReceiptRow) -> None:
        """Open a receipt."""
        from bcdesktop.ui.paper.receipt_view import ReceiptDialog

        dialog = ReceiptDialog(
            self._session,
            self._navigator,
            receipt,
            center_name=self._actor.business_center_name,
            found=where_found(self._actor),
        )
        self._navigator.open_dialog(dialog)


def where_found(actor: Actor) -> str:
    """Return where the receipt is found again."""
    if may(Action.READ_ACTIVITY_LOG, actor.role):
        return QCoreApplication.translate("Endings", "Find it again under Activity log > Receipts.")
    return QCoreApplication.translate("Endings", "Admins find it again under Activity log > Receipts. Keep your own.")


def together(reads: Sequence[Callable[[], Effects]]) -> Effects:
    """Return what several endings stop together."""
    return Effects.of(one for read in reads for one in read().effects)


def end_as_announced(read: Callable[[], Effects], do: Callable[[], object], announced: str, _key: str) -> None:
    """Do ``do`` if what it stops is still what was announced. Raises EffectsChanged."""
    effects = read()
    if effects.digest != announced:
        raise EffectsChanged(effects)
    do()

"""Starting an off-boarding from wherever somebody is shown: the list, the question, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.services import offboarding
from bcdesktop.ui.center.dialogs.offboard import OffboardDialog
from bcdesktop.ui.center.dialogs.offboard_choice import Leaver, OffboardChoiceDialog, leavers
from bcdesktop.ui.center.endings import Endings

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.offboarding_records import Reach, Subject
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class Offboarding:
    """Handed to panels and menus; the window outlives what it does."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        self._session, self._actor, self._navigator = session, actor, navigator

    def start(self, subject: Subject, done: Callable[[EndReceiptRow], object] | None = None) -> None:
        """Read what ``subject`` reaches and open the dialog; the receipt is shown, and given to ``done``."""
        work = partial(offboarding.reach, self._session.context, self._actor, subject)
        show = partial(self._open, done)
        self._session.runner.run(self._navigator, work, show, self._navigator.notices.show_error)

    def choose(self) -> None:
        """Ask who leaves, and start."""
        work = partial(leavers, self._session.context, self._actor)
        self._session.runner.run(self._navigator, work, self._ask, self._navigator.notices.show_error)

    def _ask(self, found: tuple[Leaver, ...]) -> None:
        dialog = OffboardChoiceDialog(self._navigator, found)
        # a partial keeps this alive as long as the dialog
        dialog.chosen.connect(partial(self.start))
        self._navigator.open_dialog(dialog)

    def _open(self, done: Callable[[EndReceiptRow], object] | None, reach: Reach) -> None:
        dialog = OffboardDialog(self._session, self._actor, self._navigator, reach)
        dialog.ended.connect(partial(self._ended, done))
        self._navigator.open_dialog(dialog)

    def _ended(self, done: Callable[[EndReceiptRow], object] | None, receipt: EndReceiptRow) -> None:
        if done is not None:
            done(receipt)
        Endings(self._session, self._actor, self._navigator).show_receipt(receipt)

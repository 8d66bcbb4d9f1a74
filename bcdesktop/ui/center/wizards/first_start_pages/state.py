"""What the first-start wizard knows; kept by the window, so that closing the wizard loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bcdesktop.core.flows.first_start import FirstStart, Start, Welcome

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.records import Actor, Created, LogInRow


@dataclass
class FirstStartState:
    """``typed`` holds what was typed by field, also where it was not checked yet.

    ``actor`` is the person who is signed in, in this window or in Ads Manager, and makes a Business Center for
    themselves; None at first start.
    """

    flow: FirstStart = field(default_factory=FirstStart)
    log_in: LogInRow | None = None
    typed: dict[str, str] = field(default_factory=dict)
    stay_signed_in: bool = True
    created: Created | None = None
    actor: Actor | Advertiser | None = None
    left_at: str = "log_in"
    """The step that was in view last."""

    def go_to_start(self) -> None:
        """Go to the log-in; the step before is answered: who opens the wizard wants an own Business Center."""
        while not self.flow.is_first:
            self.flow.back()
        self.flow.next(Welcome(Start.CREATE))

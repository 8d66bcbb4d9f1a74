"""What the first-start wizard knows; kept by the window, so that closing the wizard loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bcdesktop.core.flows.first_start import FirstStart, Start, Welcome

if TYPE_CHECKING:
    from bcdesktop.services.records import Created, LogInRow


@dataclass
class FirstStartState:
    """``typed`` holds what was typed by field, also where it was not checked yet."""

    flow: FirstStart = field(default_factory=FirstStart)
    log_in: LogInRow | None = None
    typed: dict[str, str] = field(default_factory=dict)
    stay_signed_in: bool = True
    created: Created | None = None

    def __post_init__(self) -> None:
        """Answer the first step: who opens the wizard wants an own Business Center."""
        if self.flow.step == "welcome":
            self.flow.next(Welcome(Start.CREATE))

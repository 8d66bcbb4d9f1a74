"""What a window is handed instead of reaching for globals: the open store's context and the kit's shared parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bcdesktop.services.context import Context
    from bcdesktop.ui.kit.change_bridge import ChangeBridge
    from bcdesktop.ui.kit.runner import Runner
    from bcdesktop.ui.kit.theme import Theme
    from bcdesktop.ui.kit.ui_settings import UiSettings


@dataclass(frozen=True)
class Frame:
    """What exists before the store is open: enough to paint a window."""

    theme: Theme
    settings: UiSettings
    runner: Runner
    bridge: ChangeBridge
    data_dir: Path


@dataclass(frozen=True)
class Session:
    """An open store, as the windows use it. ``frame`` is shared by every window of the process."""

    frame: Frame
    context: Context

    @property
    def runner(self) -> Runner:
        """The workers that all store access goes through."""
        return self.frame.runner

    @property
    def bridge(self) -> ChangeBridge:
        """Changes of this and every other process, on the GUI thread."""
        return self.frame.bridge

    @property
    def theme(self) -> Theme:
        """Colours and icons' colours."""
        return self.frame.theme

    @property
    def settings(self) -> UiSettings:
        """What the windows remember."""
        return self.frame.settings

"""The kit's icons on buttons, under the name the pages of this window know."""

from __future__ import annotations

from bcdesktop.ui.kit.button_icon import set_button_icon

__all__ = ["set_button_icon"]

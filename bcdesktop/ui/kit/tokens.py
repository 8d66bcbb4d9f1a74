"""The colours of one scheme, read from ``resources/themes``; JSON, which is loaded twice as fast as TOML at start.

Every pair that is read together has a contrast of 4.5 or more (tests/ui/kit/test_theme.py).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

from bcdesktop.ui.kit.resources import resource


@dataclass(frozen=True, eq=False, repr=False)
class Tokens:
    """Colours as ``#rrggbb``. ``*_soft`` is the background that belongs to the colour of the same name."""

    background: str
    surface: str
    raised: str
    border: str
    control_border: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    primary_pressed: str
    primary_soft: str
    on_primary: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_hover: str
    danger_soft: str
    on_danger: str
    neutral_soft: str
    focus: str
    selection: str

    def color(self, name: str) -> str:
        """Return the colour called ``name``. Raises KeyError for a name that is no token."""
        if name not in {f.name for f in fields(self)}:
            raise KeyError(name)
        return str(getattr(self, name))


def load_tokens(name: str) -> Tokens:
    """Return the tokens of ``resources/themes/<name>.json``. Raises TypeError where one is missing or unknown."""
    return Tokens(**json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8")))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""

    def luminance(color: str) -> float:
        channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

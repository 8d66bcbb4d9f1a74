"""Where the files of ``resources/`` lie: beside the package in a checkout, inside the bundle of a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def resources_dir() -> Path:
    """Return the folder ``resources``. Raises FileNotFoundError where the installation lacks it."""
    places = [_PACKAGE.parent / "resources", _PACKAGE / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(str(places[0]))


def resource(*parts: str) -> Path:
    """Return the path of one resource, such as ``resource("icons", "house.svg")``."""
    return resources_dir().joinpath(*parts)

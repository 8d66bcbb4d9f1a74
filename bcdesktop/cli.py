"""Arguments of the program; parsing them imports neither Qt nor the ORM."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from bcdesktop import __version__


class Command(StrEnum):
    """What this start of the program is for."""

    BUSINESS_CENTER = "business_center"
    PHONE = "phone"
    ADS_MANAGER = "ads_manager"
    SELF_TEST = "self_test"
    TOUR = "tour"
    VERIFY = "verify"


DEFAULT_PHONE = "phone"
"""The phone that is opened when none is named."""


@dataclass(frozen=True)
class Options:
    """One start of the program. ``target`` is the tour's folder or what ``--verify`` looks at."""

    command: Command = Command.BUSINESS_CENTER
    store: Path | None = None
    data_dir: Path | None = None
    phone_profile: str = DEFAULT_PHONE
    target: str = ""


LONGEST_PHONE_NAME = 200
"""Characters of a phone's folder name; file systems take 255 bytes."""


def _phone_name(text: str) -> str:
    name = text.strip()
    if not name or not name.isprintable():
        raise argparse.ArgumentTypeError("the name of a phone needs at least one letter and no control characters")
    if len(quote(name)) > LONGEST_PHONE_NAME:
        raise argparse.ArgumentTypeError("this name is too long for a phone; take a shorter one")
    return name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bcdesktop",
        description="Business Center Desktop: who may use which account, who agreed to it, and how to take it back.",
    )
    parser.add_argument("--version", action="version", version=f"Business Center Desktop {__version__}")
    parser.add_argument("--store", type=Path, metavar="FILE", help="open this store instead of the one used last")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in this folder")
    parser.add_argument(
        "--phone-profile",
        type=_phone_name,
        default=DEFAULT_PHONE,
        metavar="NAME",
        help="which phone to open (default: phone)",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--phone", action="store_true", help="open the phone in a process of its own, on the same store")
    what.add_argument("--ads", action="store_true", help="open Ads Manager in place of the Business Center")
    what.add_argument("--self-test", action="store_true", help="try the program on a temporary store and exit")
    what.add_argument("--tour", metavar="DIR", help="walk through the main job, one picture per step into DIR")
    what.add_argument("--verify", metavar="FILE_OR_TEXT", help="say what a code is and whether its signature holds")
    return parser


def parse(arguments: Sequence[str]) -> Options:
    """Return the options in ``arguments``. Exits with code 2 and a message on wrong ones, with 0 on --version."""
    given = _parser().parse_args(arguments)
    command, target = Command.BUSINESS_CENTER, ""
    if given.phone:
        command = Command.PHONE
    elif given.ads:
        command = Command.ADS_MANAGER
    elif given.self_test:
        command = Command.SELF_TEST
    elif given.tour is not None:
        command, target = Command.TOUR, given.tour
    elif given.verify is not None:
        command, target = Command.VERIFY, given.verify
    return Options(command, given.store, given.data_dir, given.phone_profile, target)

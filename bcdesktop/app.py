"""Composition root: the one module that sees every layer. The order of imports here is the start-up time.

Arguments → data folder → log → window painted → store on a worker → data (docs/ARCHITECTURE.md, "Start-up").
"""

from __future__ import annotations

import builtins
import faulthandler
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bcdesktop.cli import Command, Options, parse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

APP_ID = "org.bcdesktop.BusinessCenterDesktop"


def main(arguments: Sequence[str]) -> int:
    """Run the program with ``arguments`` (without its name) and return the exit code."""
    options = parse(arguments)
    if sys.stderr is not None:
        faulthandler.enable()
    if options.command is Command.VERIFY:
        from bcdesktop.checks.verify import verify

        return verify(options.target)
    if options.command is Command.TOUR:
        # the tour takes pictures of its own windows only, whatever stands on the person's screen
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.command is Command.SELF_TEST:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.command in (Command.BUSINESS_CENTER, Command.PHONE, Command.ADS_MANAGER):
        # nearly all that is made until the store is open stays; collect_again follows
        gc.disable()
    app = make_application()
    if options.command is Command.SELF_TEST:
        from bcdesktop.checks.self_test import self_test

        return self_test(app)
    if options.command is Command.TOUR:
        from bcdesktop.checks.tour import tour

        return tour(app, options.target)
    return _run(app, options)


def import_qt() -> None:
    """Import Qt and put the plain import back: PySide6 looks at every later import for a feature not used here."""
    plain_import = builtins.__import__
    from PySide6 import QtWidgets  # noqa: F401 - imported for its side effect

    builtins.__import__ = plain_import


def make_application() -> QApplication:
    """Return the QApplication with the name desktops know the program by."""
    import_qt()
    from PySide6.QtWidgets import QApplication

    from bcdesktop import __version__
    from bcdesktop.ui.kit.theme import STYLE_ARGUMENTS

    app = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    app.setApplicationName("business-center-desktop")
    app.setApplicationDisplayName("Business Center Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    return app


def collect_again() -> None:
    """Switch garbage collection on, but never look again at what start-up made: that took a tenth of the start, and
    every full collection later would block the GUI thread for tens of milliseconds.
    """
    gc.freeze()
    gc.enable()


def _run(app: QApplication, options: Options) -> int:
    from bcdesktop.store.places import data_dir
    from bcdesktop.windows import Windows, make_frame

    try:
        frame = make_frame(app, data_dir(options.data_dir))
    except Exception as error:
        # known conditions are shown; their module is loaded only then
        from bcdesktop.core.errors import AppError

        if not isinstance(error, AppError):
            raise
        collect_again()
        return _explain(app, error)
    windows = Windows(app, frame, options)
    windows.settled.connect(collect_again)
    windows.loaded.connect(collect_again)
    windows.start()
    code = app.exec()
    windows.close()
    return code


def _explain(app: QApplication, error: Exception) -> int:
    """Say what is wrong before any window could be made; exit code 1."""
    from bcdesktop.ui.kit.dialogs import error_alert
    from bcdesktop.ui.kit.fonts import apply_font
    from bcdesktop.ui.kit.theme import Theme

    theme = Theme(app)
    apply_font(app)
    theme.apply(app)
    dialog = error_alert(None, error)  # type: ignore[arg-type]
    dialog.open()
    app.exec()
    return 1

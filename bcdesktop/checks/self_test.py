"""`--self-test`: the real windows on a temporary example store; every page, a code read from pixels, a PDF."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QPushButton

from bcdesktop.checks.steps import Step, StepFailed, StepRunner, find, run_steps
from bcdesktop.cli import Options
from bcdesktop.store.places import example_store_path, private_folder
from bcdesktop.ui.center.registry import PAGES, PageEntry
from bcdesktop.ui.kit.fonts import check_font
from bcdesktop.windows import Windows, make_frame

if TYPE_CHECKING:
    from bcdesktop.services.records import RequestRow
    from bcdesktop.ui.center.dialogs.qr_code import QrCodeDialog
    from bcdesktop.ui.center.shell import CenterWindow

_FILLING_SECONDS = 120.0
"""The example is forty days of work; a slow computer takes its time."""


def self_test(app: QApplication) -> int:
    """Try the program on a temporary store; print each step. Return 0 when all went well, 1 with the step that did not.

    Nothing of the person's is touched: data folder, settings and keys lie in a folder that is removed afterwards.
    """
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with tempfile.TemporaryDirectory(prefix="bcdesktop-self-test-") as name:
        folder = private_folder(Path(name) / "data")
        windows = Windows(
            app,
            make_frame(app, folder),
            Options(store=example_store_path(folder), data_dir=folder),
            backend="file",
        )
        test = SelfTest(app, windows)
        runner = StepRunner(test.steps(), windows)
        windows.crashed.connect(runner.fail)
        code = run_steps(app, runner)
        for window in app.topLevelWidgets():
            window.close()
        windows.close()
    if code == 0:
        print(
            QCoreApplication.translate("SelfTest", "The self-test passed: {count} steps.").format(
                count=len(runner.reached)
            )
        )
    return code


class SelfTest:
    """The steps of the self-test over ``windows``."""

    def __init__(self, app: QApplication, windows: Windows) -> None:
        self._app, self._windows = app, windows
        self._row: RequestRow | None = None

    def steps(self) -> Iterator[Step]:
        """Yield the steps; each is made when its turn comes, with what is there by then."""
        yield Step(QCoreApplication.translate("SelfTest", "the bundled font is in use"), partial(check_font, self._app))
        yield Step(
            QCoreApplication.translate("SelfTest", "the window is painted"), self._windows.start, self._is_painted
        )
        yield Step(
            QCoreApplication.translate("SelfTest", "the example store is made and opened"),
            until=self._is_inside,
            timeout=_FILLING_SECONDS,
        )
        for entry in PAGES:
            name = QCoreApplication.translate("SelfTest", "page “{title}” is shown with its data").format(
                title=entry.title_text
            )
            yield Step(name, partial(self._go, entry), partial(self._is_on, entry))
        yield Step(QCoreApplication.translate("SelfTest", "a waiting request is found"), self._find_request)
        yield Step(
            QCoreApplication.translate("SelfTest", "its code is painted"), self._open_code, self._code_is_painted
        )
        yield Step(QCoreApplication.translate("SelfTest", "the code is read back from the pixels"), self._read_pixels)
        yield Step(QCoreApplication.translate("SelfTest", "a PDF with the code is made"), self._make_pdf)
        yield Step(
            QCoreApplication.translate("SelfTest", "the phone is opened"), self._windows.show_phone, self._phone_is_open
        )

    @property
    def _center(self) -> CenterWindow:
        center = self._windows.center
        if center is None:
            raise LookupError("center")
        return center

    def _is_painted(self) -> bool:
        handle = self._center.windowHandle()
        return handle is not None and handle.isExposed()

    def _is_inside(self) -> bool:
        self._refuse_errors()
        return self._center.inside is not None and not self._windows.session.runner.busy

    def _refuse_errors(self) -> None:
        """Raise StepFailed with what the window's bar says went wrong."""
        bar = self._center.notices.bar
        if bar.isVisible() and bar.property("notice") == "danger":
            raise StepFailed(f"{bar.title_label.text()} {bar.body_label.text()}")

    def _go(self, entry: PageEntry) -> None:
        find(self._center, f"nav_{entry.name}_button", QPushButton).click()

    def _is_on(self, entry: PageEntry) -> bool:
        self._refuse_errors()
        inside = self._center.inside
        page = inside.pages.page(entry.name)
        is_shown = inside.pages.current_name == entry.name and page is not None and page.isVisible()
        return is_shown and not self._windows.session.runner.busy

    def _find_request(self) -> None:
        from bcdesktop.core.access_requests import Method, RequestState
        from bcdesktop.services import access_requests

        rows = access_requests.list_all(self._windows.session.context, self._center.actor)
        waiting = [row for row in rows if row.state is RequestState.PENDING and row.method is Method.QR_CODE]
        if not waiting:
            raise StepFailed(QCoreApplication.translate("SelfTest", "no request in the example store is waiting"))
        self._row = max(waiting, key=lambda row: row.expires_at)

    def _dialog(self) -> QrCodeDialog:
        from bcdesktop.ui.center.dialogs.qr_code import QrCodeDialog

        return find(self._center, "qr_code_dialog", QrCodeDialog)

    def _open_code(self) -> None:
        self._center.navigator.open_code(self._row.id)

    def _code_is_painted(self) -> bool:
        return self._dialog().code_view.readable

    def _read_pixels(self) -> None:
        from bcdesktop.core.code import open_code
        from bcdesktop.ui.kit.qr_reading import find_our_code

        text = find_our_code(self._dialog().grab().toImage())
        if open_code(text).text != self._row.code_text:
            raise StepFailed(QCoreApplication.translate("SelfTest", "another code was read than was painted"))

    def _make_pdf(self) -> None:
        from bcdesktop.ui.center.request_words import sheet_of
        from bcdesktop.ui.paper.output import pdf_bytes

        if not pdf_bytes(sheet_of(self._row)).startswith(b"%PDF"):
            raise StepFailed(QCoreApplication.translate("SelfTest", "what was made is no PDF"))
        self._dialog().close()

    def _phone_is_open(self) -> bool:
        phone = self._windows.phone
        return phone is not None and phone.isVisible() and phone.navigator.top is not None

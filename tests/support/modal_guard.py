"""Fails a test that opens a dialog which waits for an answer: nobody is there to give one."""

from __future__ import annotations

import pytest

_STATICS = {
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
}
_WAITING = ("QDialog", "QMessageBox", "QFileDialog", "QMenu")


@pytest.fixture(autouse=True)
def no_modal_dialogs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """Replace what blocks. A test may put its own answer over a static function with monkeypatch."""
    if not request.node.get_closest_marker("gui"):
        yield
        return
    from PySide6 import QtPrintSupport, QtWidgets

    opened: list[str] = []

    def refuse(name: str):
        def blocked(*_args, **_kwargs):
            opened.append(name)
            raise AssertionError(f"{name} waits for an answer: build the dialog, return it and call open()")

        return blocked

    for name, methods in _STATICS.items():
        for method in methods:
            monkeypatch.setattr(getattr(QtWidgets, name), method, staticmethod(refuse(f"{name}.{method}")))
    for name in _WAITING:
        monkeypatch.setattr(getattr(QtWidgets, name), "exec", refuse(f"{name}.exec"))
    monkeypatch.setattr(QtPrintSupport.QPrintDialog, "exec", refuse("QPrintDialog.exec"))
    yield
    assert not opened, f"waited for an answer: {', '.join(opened)}"

"""Activity log > Receipts: what was ended, to open and keep."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from bcdesktop.core.ending import EndReason, EndWay
from bcdesktop.services import ending
from bcdesktop.ui.kit.walk import violations
from tests.services.access import link
from tests.support.code_sheets import pdf_text
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def receipts(desk, world, nora):
    """The list, with two endings in it."""
    for handle, reason in (("mara", EndReason.LEAVING), ("omar", EndReason.PRIVACY)):
        ending.end(world.context, nora, EndWay.DISCONNECT, link(world, nora, handle), reason=reason)
        world.wait(minutes=5)
    desk.open(nora)
    desk.go("activity")
    desk.press("receipts_button")
    return dialog_called(desk, "receipts_dialog")


def subjects(dialog) -> list[str]:
    return [row.subject for row in dialog.receipts_table.shown_records()]


def open_receipt(desk, receipts, subject: str):
    child(receipts, "receipts_filter_edit").setText(subject)
    receipts.receipts_table.selectRow(0)
    press(desk, receipts, "open_receipt_button")
    return dialog_called(desk, "receipt_dialog")


def save(desk, dialog, button: str, name: str, path) -> None:
    press(desk, dialog, button)
    asked = dialog_called(desk, name)
    assert isinstance(asked, QFileDialog)
    asked.selectFile(str(path))
    asked.accept()
    desk.settle()


def test_everything_that_was_ended_is_listed_newest_first(receipts):
    assert subjects(receipts) == ["@omar", "@mara"]


def test_the_list_is_searched_by_reason_too(receipts):
    child(receipts, "receipts_filter_edit").setText("brand partnership")
    assert subjects(receipts) == ["@mara"]


def test_a_receipt_is_opened_and_saved_as_pdf_and_as_text(desk, receipts, tmp_path):
    dialog = open_receipt(desk, receipts, "@mara")
    assert dialog.title_label.text() == "Access ended: @mara"
    save(desk, dialog, "receipt_pdf_button", "receipt_pdf_dialog", tmp_path / "a.pdf")
    assert "Leaving an agency" in pdf_text((tmp_path / "a.pdf").read_bytes())
    save(desk, dialog, "receipt_text_button", "receipt_text_dialog", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("Access ended: @mara")
    assert child(dialog, "receipt_said_label").text() == "Saved as a.txt"


def test_every_control_has_a_name(desk, receipts):
    assert violations(receipts) == []
    assert violations(open_receipt(desk, receipts, "@omar")) == []

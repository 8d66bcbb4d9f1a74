"""An answer from another computer, as text, file or picture; each refusal in its own words (domain.md 3.5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.services import access_requests, owner_endings, tiktok_accounts
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from tests.services.answers import answer
from tests.services.world import NOON
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def mara(world):
    return world.sign_up("mara")


@pytest.fixture
def request_row(world, nora):
    return world.request(nora)


@pytest.fixture
def text(world, request_row, mara):
    return answer(request_row, mara, NOON)


@pytest.fixture
def dialog(desk, nora, request_row):
    desk.open(nora)
    desk.go("requests")
    press(desk, desk.window, "enter_answer_button")
    return dialog_called(desk, "enter_answer_dialog")


def take(desk, dialog, text):
    child(dialog, "answer_edit").setPlainText(text)
    press(desk, dialog, "check_button")


def said(dialog):
    assert dialog.bar.isVisible()
    return f"{dialog.bar.title_label.text()} {dialog.bar.body_label.text()} {dialog.bar.advice_label.text()}"


def test_a_pasted_answer_links_the_account(desk, dialog, world, nora, request_row, text):
    QGuiApplication.clipboard().setText(f"Here is my answer:\n\n{text}\n\nMara")

    press(desk, dialog, "paste_button")

    assert world.state(nora, request_row) is RequestState.APPROVED
    assert said(dialog).startswith("@mara agreed.")


def test_an_answer_is_taken_from_a_text_file(desk, dialog, world, nora, request_row, text, tmp_path):
    path = tmp_path / "answer.txt"
    path.write_text(text, encoding="utf-8")

    dialog.open_file(str(path))
    desk.settle()

    assert world.state(nora, request_row) is RequestState.APPROVED


def test_an_answer_is_taken_from_the_pixels_of_a_dropped_picture(
    desk, dialog, world, nora, request_row, text, tmp_path
):
    path = tmp_path / "answer.png"
    image(QrMatrix.of(text), 4).save(str(path))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])

    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    desk.settle()

    assert world.state(nora, request_row) is RequestState.APPROVED


def test_an_answer_is_taken_from_a_picture_on_the_clipboard(desk, dialog, world, nora, request_row, text):
    QGuiApplication.clipboard().setImage(image(QrMatrix.of(text), 4))

    press(desk, dialog, "paste_button")

    assert world.state(nora, request_row) is RequestState.APPROVED


def test_a_refusal_of_the_owner_is_taken_too(desk, dialog, world, nora, request_row, mara):
    take(desk, dialog, answer(request_row, mara, NOON, decision=code.Decision.DECLINE, scope=None, grant_id=None))

    assert world.state(nora, request_row) is RequestState.DECLINED
    assert said(dialog).startswith("@mara declined.")


def test_the_request_can_be_shown_after_its_answer(desk, dialog, request_row, text, qtbot):
    take(desk, dialog, text)

    with qtbot.waitSignal(desk.window.navigator.page_requested) as asked:
        dialog.bar.notice_action_button.click()

    assert asked.args == ["requests", {"request_id": request_row.id}]


def test_a_second_answer_says_that_the_code_was_used(desk, dialog, world, nora, request_row, text):
    take(desk, dialog, text)
    tom = world.sign_up("tom")

    take(desk, dialog, answer(request_row, tom, NOON))

    assert "already" in said(dialog).lower()
    assert access_requests.get(world.context, nora, request_row.id).answered_handle == "mara"


def test_a_tampered_answer_is_refused_and_stays_in_the_field(desk, dialog, world, nora, request_row, text):
    place = len(text) // 2
    tampered = text[:place] + ("7" if text[place] != "7" else "8") + text[place + 1 :]

    take(desk, dialog, tampered)

    assert said(dialog)
    assert child(dialog, "answer_edit").toPlainText() == tampered
    assert world.state(nora, request_row) is RequestState.PENDING


def test_an_answer_for_another_store_says_so(desk, dialog, world, nora, request_row):
    other = world.other_store()
    owner_there = world.center("Far Away", "Otto", context=other)
    theirs = world.request(owner_there, context=other)
    phone = world.sign_up("mara", world.phone("there"), context=other)

    take(desk, dialog, answer(theirs, phone, NOON))

    assert "belongs elsewhere" in said(dialog)
    assert world.state(nora, request_row) is RequestState.PENDING


def test_a_request_in_place_of_an_answer_says_what_it_is(desk, dialog, world, nora, request_row):
    take(desk, dialog, request_row.code_text)

    assert said(dialog)
    assert world.state(nora, request_row) is RequestState.PENDING


def test_an_answer_that_comes_too_late_says_so(desk, dialog, world, nora, request_row, mara):
    late = answer(request_row, mara, NOON + timedelta(minutes=11))
    world.wait(minutes=12)

    take(desk, dialog, late)

    assert "late" in said(dialog).lower() or "expired" in said(dialog).lower()
    assert world.state(nora, request_row) is RequestState.EXPIRED


@pytest.mark.parametrize("wrong", ["hello", "", "x" * 10_000_000])
def test_text_without_a_code_is_a_sentence_and_no_freeze(desk, dialog, world, nora, request_row, wrong):
    QGuiApplication.clipboard().setText(wrong)

    press(desk, dialog, "paste_button")

    assert said(dialog)
    assert world.state(nora, request_row) is RequestState.PENDING


def test_a_picture_without_a_code_is_a_sentence(desk, dialog, tmp_path, request_row):
    path = tmp_path / "empty.png"
    path.write_bytes(b"not a picture")

    dialog.open_file(str(path))
    desk.settle()

    assert said(dialog)


def revoked(world, nora):
    """Let a phone on another computer approve and take back; return the link's id and the text of the revocation."""
    far = world.other_store()
    phone = world.sign_up("otto", context=far)
    reply = world.approve(world.request(nora, expected_handle="otto"), phone, far)
    link_id = access_requests.receive_answer(world.context, reply.answer_text).link_id
    entry = owner_endings.apps(far, phone).entries[1]
    return link_id, owner_endings.revoke(far, phone, entry.id).answer_text


@pytest.mark.parametrize("way", ["text", "file", "picture"])
def test_a_revocation_ends_the_access_however_it_comes(desk, dialog, world, nora, tmp_path, way):
    link_id, text = revoked(world, nora)

    if way == "text":
        take(desk, dialog, f"Please note:\n{text}\nOtto")
    elif way == "file":
        path = tmp_path / "revocation.txt"
        path.write_text(text, encoding="utf-8")
        dialog.open_file(str(path))
    else:
        path = tmp_path / "revocation.png"
        assert image(QrMatrix.of(text), 6).save(str(path), "PNG")
        dialog.open_file(str(path))
    desk.settle()

    assert tiktok_accounts.get(world.context, nora, link_id).state is LinkState.REVOKED
    assert said(dialog).startswith("@otto was taken back by its owner.")


def test_a_revocation_for_another_store_changes_nothing_and_says_so(desk, dialog, world, nora):
    far = world.other_store()
    ina = world.center("Far Away", "Ina", context=far)
    phone = world.sign_up("otto", context=far)
    world.approve(world.request(ina, context=far), phone, far)
    entry = owner_endings.apps(far, phone).entries[1]

    take(desk, dialog, owner_endings.revoke(far, phone, entry.id).answer_text)

    assert said(dialog).startswith("This revocation is not for anything here")

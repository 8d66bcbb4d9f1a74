"""Ending the same access twice at the window: in a hurry, from two windows, after the owner did it (issue 5)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.services import ending, revocations, tiktok_accounts
from bcdesktop.store.tables import EndReceipt
from bcdesktop.ui.center.dialogs.end_access import ask_end_access
from tests.services.access import link
from tests.services.inviting import ADMIN, join
from tests.services.revoking import revocation_for
from tests.ui.center.linking import child


@pytest.fixture
def mara(world, nora):
    """The id of the link of @mara."""
    return link(world, nora, "mara")


def question(desk, window, actor, link_id):
    """Open the question in a window; return its dialog."""
    ask_end_access(desk.session, actor, window.navigator, link_id, "mara")
    desk.settle()
    return child(window, "end_access_dialog")


def receipts(world):
    with world.store.read() as session:
        return session.exec(select(EndReceipt)).all()


def assert_says_it_has_ended(dialog):
    assert dialog.isVisible()
    assert dialog.notice.title_label.text() == "The link has ended"
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == "The link has ended"
    assert dialog.cancel_button.text() == "Close"


def test_confirming_twice_in_a_hurry_ends_it_once(desk, world, nora, mara):
    dialog = question(desk, desk.open(nora), nora, mara)

    dialog.accept_button.click()
    dialog.accept_button.click()
    desk.settle()

    assert len(receipts(world)) == 1


def test_of_two_windows_the_second_is_told_and_changes_nothing(desk, world, nora, mara):
    ada = join(world, nora, "Ada", role=ADMIN)
    one, other = desk.open(nora), desk.open(ada)
    first, second = question(desk, one, nora, mara), question(desk, other, ada, mara)
    first.accept_button.click()
    desk.settle()

    second.accept_button.click()
    desk.qtbot.waitUntil(second.notice.isVisible)

    assert_says_it_has_ended(second)
    (receipt,) = receipts(world)
    assert receipt.by_name == "Nora"
    one.close()


def test_the_owner_who_was_quicker_is_told_to_who_confirms(desk, world, nora, mara):
    dialog = question(desk, desk.open(nora), nora, mara)
    revocations.receive(world.context, None, revocation_for(world, "mara", mara))

    dialog.accept_button.click()
    desk.qtbot.waitUntil(dialog.notice.isVisible)

    assert_says_it_has_ended(dialog)
    assert tiktok_accounts.get(world.context, nora, mara).state is LinkState.REVOKED
    assert [row.by_name for row in ending.list_receipts(world.context, nora)] == ["@mara"]


def test_asking_about_what_has_ended_opens_no_question_and_says_why(desk, world, nora, mara):
    tiktok_accounts.disconnect(world.context, nora, mara)
    window = desk.open(nora)

    ask_end_access(desk.session, nora, window.navigator, mara, "mara")
    desk.settle()

    assert not desk.shows("end_access_dialog")
    assert window.notices.bar.title_label.text() == "The link has ended"

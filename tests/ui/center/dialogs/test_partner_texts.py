"""Partners on another computer, as a person works with them: texts that are copied, saved, mailed, pasted, opened."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import partner_texts, partners
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.text_reading import find_code_in_file, find_code_in_text
from tests.services.partnering import ANALYST, invite, mails
from tests.ui.center.linking import dialog_called, dialogs, press, type_in


@pytest.fixture
def link_id(world, nora):
    return world.approve(world.request(nora), world.sign_up("mara")).result.link_id


@pytest.fixture
def there(world):
    """The context of the other computer."""
    return world.other_store()


@pytest.fixture
def otto(world, there):
    """The admin of the Business Center "Otter Works" on the other computer."""
    return world.center("Otter Works", "Otto", there)


@pytest.fixture
def page(desk, nora, link_id, otto):
    desk.open(nora)
    return desk.go("partners")


def invite_elsewhere(desk, page, otto, link_id, address=""):
    press(desk, page, "share_with_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    type_in(desk, dialog, "partner_id_edit", otto.business_center_id)
    desk.settle()
    assert dialog.address_edit.isVisible(), "nobody in this store has this id"
    type_in(desk, dialog, "partner_address_edit", address)
    dialog.picker.pick(link_id)
    press(desk, dialog, "share_button")


def the_row(desk, page):
    desk.qtbot.waitUntil(lambda: page.partners_table.record_model.rowCount() == 1)
    return page.partners_table.record_model.records[0]


def test_an_invitation_without_an_address_is_a_text_to_copy(desk, page, there, otto, link_id):
    invite_elsewhere(desk, page, otto, link_id)
    dialog = dialog_called(desk, "partner_text_dialog")
    press(desk, dialog, "copy_partner_text_button")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(required_line())
    assert "Enter a partner text" in copied
    row = partner_texts.take(there, otto, find_code_in_text(copied))
    assert [(share.handle, share.role) for share in row.shares] == [("mara", ANALYST)]


def test_the_text_is_saved_as_a_file(desk, page, there, otto, link_id, tmp_path):
    invite_elsewhere(desk, page, otto, link_id)
    dialog = dialog_called(desk, "partner_text_dialog")
    dialog.save_to(str(tmp_path / "for-otter.txt"))
    desk.settle()
    content = (tmp_path / "for-otter.txt").read_text(encoding="utf-8")
    assert content.startswith(required_line())
    assert (
        partner_texts.look_at(there, otto, find_code_in_file(tmp_path / "for-otter.txt")).other_name == "Lantern Media"
    )


def test_an_invitation_with_an_address_lies_in_the_outbox(desk, page, world, there, otto, link_id):
    invite_elsewhere(desk, page, otto, link_id, "otto@example.com")
    (mail,) = mails(world.context)
    assert mail.to_address == "otto@example.com"
    assert mail.body.startswith(required_line())
    assert partner_texts.look_at(there, otto, find_code_in_text(mail.body)).other_name == "Lantern Media"
    assert not dialogs(desk, "partner_text_dialog")


def test_an_address_that_is_none_is_told_at_its_field(desk, page, otto, link_id):
    invite_elsewhere(desk, page, otto, link_id, "otto")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    assert dialog.second_form.error_text("to_address")


def test_a_text_can_be_mailed_later(desk, page, world, otto, link_id):
    invite_elsewhere(desk, page, otto, link_id)
    dialog = dialog_called(desk, "partner_text_dialog")
    press(desk, dialog, "mail_partner_text_button")
    assert dialog.form.error_text("to_address")
    type_in(desk, dialog, "partner_text_address_edit", "otto@example.com")
    press(desk, dialog, "mail_partner_text_button")
    assert [mail.to_address for mail in mails(world.context)] == ["otto@example.com"]


@pytest.fixture
def received_text(world, there, otto, nora, link_id):
    """The text in which Lantern Media shares @mara with Otter Works."""
    row = invite(world.context, nora, otto.business_center_id, link_id, note="Winter campaign")
    return partner_texts.newest(world.context, nora, row.id)


def enter(desk, page, text):
    press(desk, page, "enter_partner_text_button")
    dialog = dialog_called(desk, "enter_partner_text_dialog")
    dialog.partner_text_edit.setPlainText(text)
    press(desk, dialog, "check_partner_text_button")
    return dialog


@pytest.fixture
def incoming(world, there, otto, nora):
    """A text in which the other computer's Otter Works shares @bela with Lantern Media here."""
    link = world.approve(world.request(otto, context=there), world.sign_up("bela", context=there), there).result.link_id
    row = invite(there, otto, nora.business_center_id, link, note="Winter campaign")
    return partner_texts.newest(there, otto, row.id)


def test_a_pasted_text_is_shown_before_anything_is_done(desk, page, world, nora, incoming):
    dialog = enter(desk, page, f"Hello,\n\n{incoming}\n\nBest wishes")
    assert dialog.what_label.text() == "“Otter Works” wants to share TikTok accounts with you"
    facts = {fact.name: fact.value for fact in dialog.facts.facts}
    assert (facts["Accounts"], facts["Its note"]) == ("@bela · Analyst", "Winter campaign")
    assert dialog.bar.title_label.text() == "First contact with this Business Center"
    assert partners.list_all(world.context, nora) == ()


def test_taken_in_it_waits_for_an_answer_and_the_answer_is_a_text(desk, page, world, there, otto, nora, incoming):
    press(desk, enter(desk, page, incoming), "take_partner_text_button")
    row = the_row(desk, page)
    desk.qtbot.waitUntil(page.panel.accept_button.isVisible)
    press(desk, page, "accept_partner_button")
    dialog = dialog_called(desk, "partner_text_dialog")
    press(desk, dialog, "copy_partner_text_button")
    answer = partner_texts.take(there, otto, find_code_in_text(QGuiApplication.clipboard().text()))
    assert (answer.id, answer.state) == (row.id, PartnershipState.ACTIVE)


def test_a_text_that_was_entered_before_says_so_and_cannot_be_taken_again(desk, page, world, nora, incoming):
    partner_texts.take(world.context, nora, incoming)
    dialog = enter(desk, page, incoming)
    assert dialog.meaning_label.text() == "It was taken in before. Nothing changes."
    assert not dialog.take_button.isVisible()


def test_a_text_for_somebody_else_is_refused_in_words_and_stays(desk, page, received_text):
    dialog = enter(desk, page, received_text)
    assert dialog.bar.title_label.text() == "Meant for another Business Center"
    assert dialog.partner_text_edit.toPlainText() == received_text


def test_a_text_without_a_code_is_refused_in_words(desk, page):
    dialog = enter(desk, page, "Dear all")
    assert dialog.bar.isVisible()
    assert dialog.steps.currentIndex() == 0


def test_an_eml_file_is_opened(desk, page, incoming, tmp_path):
    mail = EmailMessage(policy=policy.SMTP)
    mail["Subject"] = "Sharing"
    mail.set_content(f"Hello\n\n{incoming}\n")
    (tmp_path / "mail.eml").write_bytes(mail.as_bytes())
    press(desk, page, "enter_partner_text_button")
    dialog = dialog_called(desk, "enter_partner_text_dialog")
    dialog.open_file(str(tmp_path / "mail.eml"))
    desk.settle()
    assert dialog.steps.currentIndex() == 1


def test_the_clipboard_is_pasted_and_checked_at_once(desk, page, incoming):
    QGuiApplication.clipboard().setText(incoming)
    press(desk, page, "enter_partner_text_button")
    dialog = dialog_called(desk, "enter_partner_text_dialog")
    press(desk, dialog, "paste_partner_text_button")
    assert dialog.steps.currentIndex() == 1


def test_the_panel_says_when_a_partner_has_not_heard_of_the_newest(desk, page, world, there, otto, nora, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id)
    partner_texts.take(there, otto, partner_texts.newest(world.context, nora, row.id))
    partners.accept(there, otto, row.id)
    partner_texts.take(world.context, nora, partner_texts.newest(there, otto, row.id))
    desk.qtbot.waitUntil(lambda: page.partners_table.select_record(row.id))
    desk.settle()
    assert not page.panel.heard_bar.isVisible()
    press(desk, page, "remove_partner_button")
    press(desk, dialog_called(desk, "remove_partner_dialog"), "accept_button")
    press(desk, dialog_called(desk, "partner_text_dialog"), "close_partner_text_button")
    desk.qtbot.waitUntil(page.panel.heard_bar.isVisible)
    assert "nothing here can make it stop" in page.panel.heard_bar.body_label.text()


def test_thirty_digits_are_there_to_be_compared(desk, page, world, there, otto, nora, incoming):
    row = partner_texts.take(world.context, nora, incoming)
    desk.qtbot.waitUntil(lambda: page.partners_table.select_record(row.id))
    desk.settle()
    digits = [fact.value for fact in page.panel.facts.facts if fact.name.startswith("30 digits")]
    assert digits == [partner_texts.digits(world.context, nora, row.id)]


def test_a_name_that_may_only_look_familiar_is_marked(desk, page, world, there, nora):
    wily = world.center("\u041etter Works", "Wily", there)
    link = world.approve(world.request(wily, context=there), world.sign_up("cleo", context=there), there).result.link_id
    row = invite(there, wily, nora.business_center_id, link)
    dialog = enter(desk, page, partner_texts.newest(there, wily, row.id))
    assert dialog.bar.title_label.text() == "The name mixes letters of different scripts"

"""A text from a partner on another computer: what it says is shown before anything is done with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.core.code import has_mixed_script
from bcdesktop.core.errors import AppError
from bcdesktop.core.pictures import TextTooLong
from bcdesktop.services import partner_texts
from bcdesktop.ui.center.partner_text_words import account_lines, meaning, take_verb, title_of
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.fields import TextField
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.pictures import file_of_mime, text_from_mime
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.text_reading import LONGEST_WITH_LIST, find_code_in_file, find_code_in_text
from bcdesktop.ui.kit.time_text import exact, short

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from bcdesktop.services.partner_records import PartnerText
    from bcdesktop.services.people_records import PartnershipRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class _PartnerTextField(TextField):
    """Takes a partner's list in a message around it."""

    limit = LONGEST_WITH_LIST


class EnterPartnerTextDialog(QDialog):
    """First the text, then what it says, with the verb that carries it out."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self.setObjectName("enter_partner_text_dialog")
        self.setWindowTitle(self.tr("Enter a partner text"))
        self.setAcceptDrops(True)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._text = ""
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("enter_partner_notice_close_button")
        self.bar.notice_action_button.setObjectName("enter_partner_notice_action_button")
        self.steps = QStackedWidget()
        self.steps.addWidget(self._first_step())
        self.steps.addWidget(self._second_step())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.bar)
        layout.addWidget(self.steps, 1)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 84, line * 26)

    def _first_step(self) -> QWidget:
        sentence = self.tr(
            "A partner on another computer sends what it shares, and its answers, as a text or a file. The signature "
            "is checked here, and you see what it says before anything happens."
        )
        self.partner_text_edit = _PartnerTextField()
        self.partner_text_edit.setObjectName("partner_text_edit")
        self.partner_text_edit.setAccessibleName(self.tr("Text of the partner"))
        self.partner_text_edit.setPlaceholderText(
            self.tr("Paste the whole message here. The text in it starts with PI1: or PA1:")
        )
        # what is dropped goes to the dialog, which reads files too
        self.partner_text_edit.setAcceptDrops(False)
        self.partner_text_edit.too_long.connect(self._refuse_length)
        self.open_partner_file_button = self._button("open_partner_file_button", self.tr("Open &file…"), self._choose)
        self.paste_partner_text_button = self._button("paste_partner_text_button", self.tr("&Paste"), self._paste)
        self.cancel_partner_text_button = self._button("cancel_partner_text_button", self.tr("Cancel"), self.reject)
        self.check_partner_text_button = self._button("check_partner_text_button", self.tr("&Check"), self.check)
        self.check_partner_text_button.setProperty("kind", "primary")
        self.check_partner_text_button.setDefault(True)
        left = (self.open_partner_file_button, self.paste_partner_text_button)
        right = (self.cancel_partner_text_button, self.check_partner_text_button)
        return _column([text_label(sentence, "muted", wrap=True), self.partner_text_edit], left, right)

    def _second_step(self) -> QWidget:
        self.what_label = text_label("", "heading", wrap=True)
        self.what_label.setObjectName("partner_text_what_label")
        self.meaning_label = text_label("", wrap=True)
        self.meaning_label.setObjectName("partner_text_meaning_label")
        self.facts = FactList()
        self.back_button = self._button("partner_text_back_button", self.tr("&Back"), self._back)
        self.take_button = self._button("take_partner_text_button", "", self._take)
        self.take_button.setProperty("kind", "primary")
        self.close_button = self._button("close_partner_text_check_button", self.tr("Close"), self.reject)
        parts = [self.what_label, self.meaning_label, scrolled(self.facts)]
        return _column(parts, (self.back_button,), (self.close_button, self.take_button))

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def check(self) -> None:
        """Look at what stands in the field."""
        try:
            self._look_at(find_code_in_text(self.partner_text_edit.toPlainText()))
        except AppError as error:
            self.bar.show_error(error)

    def _look_at(self, text: str) -> None:
        self._text = text
        self.bar.dismiss()
        self.check_partner_text_button.setEnabled(False)
        work = partial(partner_texts.look_at, self._session.context, self._actor, text)
        self._session.runner.run(self, work, self._show, self._refused)

    def _show(self, found: PartnerText) -> None:
        self.check_partner_text_button.setEnabled(True)
        self.what_label.setText(title_of(found))
        self.meaning_label.setText(meaning(found))
        facts = [Fact(self.tr("Accounts"), "\n".join(account_lines(found)))] if found.accounts else []
        if found.note:
            facts.append(Fact(self.tr("Its note"), found.note))
        if found.decline_reason:
            facts.append(Fact(self.tr("Its reason"), found.decline_reason))
        facts.append(Fact(self.tr("Made"), short(found.made_at), exact(found.made_at)))
        facts.append(Fact(self.tr("Business Center ID"), found.other_id))
        facts.append(Fact(self.tr("30 digits of both keys"), found.digits))
        self.facts.show_facts(facts)
        self.take_button.setText(take_verb(found))
        self.take_button.setVisible(not found.is_known)
        self.take_button.setEnabled(True)
        self.steps.setCurrentIndex(1)
        self._say_trust(found)
        (self.close_button if found.is_known else self.take_button).setFocus()

    def _say_trust(self, found: PartnerText) -> None:
        if has_mixed_script(found.other_name):
            self.bar.show_notice(
                self.tr("The name mixes letters of different scripts"),
                self.tr("It may only look like a name you know: “%1”.").replace("%1", found.other_name),
                self.tr("Compare the 30 digits before you take it in."),
            )
        elif found.key_is_new:
            self.bar.show_notice(
                self.tr("Signed with another key than in the earlier partnership"),
                self.tr("The earlier one is over, so this may be right: after a loss of its key, for instance."),
                self.tr("Call the people you know there and compare the 30 digits."),
            )
        elif found.is_first_contact:
            self.bar.show_notice(
                self.tr("First contact with this Business Center"),
                self.tr("The signature is right, but nobody has compared whose key it is."),
                self.tr("Call the people you know there and compare the 30 digits; both sides see the same ones."),
                kind=BadgeKind.INFO,
            )

    def _back(self) -> None:
        self.bar.dismiss()
        self.steps.setCurrentIndex(0)
        self.partner_text_edit.setFocus()

    def _take(self) -> None:
        self.take_button.setEnabled(False)
        work = partial(partner_texts.take, self._session.context, self._actor, self._text)
        self._session.runner.run(self, work, self._taken, self._refused)

    def _taken(self, row: PartnershipRow) -> None:
        self._navigator.go("partners", partnership_id=row.id)
        self._navigator.notices.success(self.tr("The text was taken in."))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.check_partner_text_button.setEnabled(True)
        self.take_button.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

    def _refuse_length(self, length: int) -> None:
        self.bar.show_error(TextTooLong(length, _PartnerTextField.limit))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a partner text"))
        dialog.setObjectName("open_partner_text_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, path: str) -> None:
        """Read a text file or a mail (.eml)."""
        work = partial(find_code_in_file, Path(path))
        self._session.runner.run(self, work, self._look_at, self._refused, lane=Lane.PURE)

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self._take_mime(mime)

    def _take_mime(self, mime: QMimeData) -> None:
        try:
            path = file_of_mime(mime)
            if path is not None:
                self.open_file(str(path))
                return
            self.partner_text_edit.setPlainText(text_from_mime(mime, LONGEST_WITH_LIST))
            self.check()
        except AppError as error:
            self.bar.show_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self._take_mime(event.mimeData())
        event.acceptProposedAction()


def _column(parts: list[QWidget], left: tuple[QPushButton, ...], right: tuple[QPushButton, ...]) -> QWidget:
    """Return a step: its parts, the last of which takes the room, and a row of buttons."""
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    for button in left:
        buttons.addWidget(button)
    buttons.addStretch(1)
    for button in right:
        buttons.addWidget(button)
    step = QWidget()
    layout = QVBoxLayout(step)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for part in parts[:-1]:
        layout.addWidget(part)
    layout.addWidget(parts[-1], 1)
    layout.addLayout(buttons)
    return step

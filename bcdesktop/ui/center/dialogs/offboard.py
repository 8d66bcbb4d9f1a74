"""Off-boarding in two steps: what is reached, with ticks; then what stops, why, and the red verb (A0-48)."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bcdesktop.core.ending import EndReason
from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.services import offboarding
from bcdesktop.services.ending_errors import EffectsChanged
from bcdesktop.ui.center.offboard_words import advice, sentence, stays, title, verb
from bcdesktop.ui.center.reach_view import ReachView
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.effects_view import EffectsView
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.waiting_button import WaitingButton
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.ending import Effects
    from bcdesktop.services.offboarding_records import Reach
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_LINES_TALL, _LETTERS_WIDE = 34, 88


class OffboardDialog(QDialog):
    """``ended`` carries the receipt. Where the list changed meanwhile it shows the new one and asks again."""

    ended = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, reach: Reach) -> None:
        super().__init__(navigator.window)
        self.setObjectName("offboard_dialog")
        self.setWindowTitle(title(reach))
        self._session, self._actor, self._reach = session, actor, reach
        self._digest, self._key = "", uuid.uuid4().hex
        self.title_label = text_label(title(reach), "heading", wrap=True)
        self.detail_label = text_label(reach.detail, "muted")
        self.sentence_label = text_label(sentence(reach), wrap=True)
        self.sentence_label.setObjectName("offboard_sentence_label")
        self.notice = NoticeBar()
        self.notice.notice_close_button.setObjectName("offboard_notice_close_button")
        self.notice.notice_action_button.setObjectName("offboard_notice_action_button")
        self.reach_view = ReachView(reach)
        self.effects_view = EffectsView("offboard")
        self.steps = QStackedWidget()
        self.steps.setObjectName("offboard_steps")
        self.steps.addWidget(scrolled(self.reach_view))
        self.steps.addWidget(self._second_step())
        self._make_buttons()
        self._lay_out()
        self._show_step(0)

    def _second_step(self) -> QWidget:
        self.reason_combo = QComboBox()
        self.reason_combo.setObjectName("offboard_reason_combo")
        self.reason_combo.setAccessibleName(self.tr("Why"))
        self.reason_combo.addItem(self.tr("No reason given"), None)
        for reason in EndReason:
            self.reason_combo.addItem(label_of(reason), reason)
        caption = text_label(self.tr("&Why"), "label")
        caption.setBuddy(self.reason_combo)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(caption)
        row.addWidget(self.reason_combo, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.effects_view)
        column.addWidget(text_label(self.tr("Worth doing as well:"), "strong"))
        for heading, text in advice(self._reach.subject.kind):
            column.addWidget(text_label(f"{heading}. {text}", "muted", wrap=True))
        column.addStretch(1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row)
        return page

    def _make_buttons(self) -> None:
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.clicked.connect(self.reject)
        self.back_button = QPushButton(self.tr("&Back"))
        self.back_button.setObjectName("offboard_back_button")
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(self._back)
        self.next_button = WaitingButton(self.tr("&Next: what stops"), self.tr("One moment…"))
        self.next_button.setObjectName("offboard_next_button")
        self.next_button.setProperty("kind", "primary")
        self.next_button.clicked.connect(self.look)
        self.accept_button = WaitingButton(verb(self._reach), self.tr("Ending…"))
        self.accept_button.setObjectName("accept_button")
        self.accept_button.setProperty("kind", "danger")
        self.accept_button.setAutoDefault(False)
        self.accept_button.clicked.connect(self._end)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.next_button, self.accept_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for part in (self.title_label, self.detail_label, self.sentence_label, self.notice):
            layout.addWidget(part)
        layout.addWidget(self.steps, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * _LETTERS_WIDE, line * _LINES_TALL)

    def _show_step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        is_first = step == 0
        self.next_button.setVisible(is_first)
        self.back_button.setVisible(not is_first)
        self.accept_button.setVisible(not is_first)
        # Enter goes on, and never ends
        self.next_button.setDefault(is_first)
        self.cancel_button.setDefault(not is_first)
        (self.next_button if is_first else self.cancel_button).setFocus()

    def _back(self) -> None:
        self.notice.dismiss()
        self._show_step(0)

    def look(self) -> None:
        """Read what would stop, and show it."""
        self.notice.dismiss()
        self.next_button.set_busy(True)
        chosen = self.reach_view.chosen()
        work = partial(offboarding.effects, self._session.context, self._actor, self._reach.subject, chosen)
        self._session.runner.run(self, work, self._show_effects, self._failed)

    def _show_effects(self, effects: Effects) -> None:
        self.next_button.set_busy(False)
        self._digest = effects.digest
        self.effects_view.show_effects(effects, stays(self._reach.subject.kind))
        self._show_step(1)

    def _end(self) -> None:
        self.notice.dismiss()
        self.accept_button.set_busy(True)
        reason = self.reason_combo.currentData()
        work = partial(
            offboarding.end,
            self._session.context,
            self._actor,
            self._reach.subject,
            self.reach_view.chosen(),
            reason=None if reason is None else EndReason(reason),
            announced=self._digest,
            key=self._key,
        )
        self._session.runner.run(self, work, self._done, self._failed)

    def _done(self, receipt: object) -> None:
        self.ended.emit(receipt)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.next_button.set_busy(False)
        self.accept_button.set_busy(False)
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, EffectsChanged):
            self._show_effects(error.effects)
        if isinstance(error, NotFound):
            self.accept_button.setEnabled(False)
            self.next_button.setEnabled(False)
        self.notice.show_error(error)

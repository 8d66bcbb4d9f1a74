"""The question before access ends: the list of what stops, computed by the code that ends it, and a red verb.

Knows no window: it is handed how to read the list and how to end, and tells the receipt.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.services import ending
from bcdesktop.services.ending_errors import NOTHING_TO_END, EffectsChanged
from bcdesktop.ui.kit.cards import scrolled, text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.effects_view import EffectsView
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.core.ending import Effects, EndWay
    from bcdesktop.services.context import Context
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.runner import Runner
    from bcdesktop.ui.kit.session import Session

_LINES_TALL = 16


class Window(Protocol):
    """What is asked of the navigator of a window."""

    @property
    def window(self) -> QWidget:
        """Parent for dialogs."""
        ...

    @property
    def notices(self) -> Notices:
        """Toasts and notices of the window."""
        ...

    def open_dialog(self, dialog: QDialog) -> QDialog:
        """Open a dialog over the window."""
        ...


@dataclass(frozen=True)
class EndingWords:
    """What one question says. ``name`` is the object name of its dialog, ``said`` the toast after it was done."""

    name: str
    title: str
    text: str
    verb: str
    said: str = ""
    stays: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class EndingQuestion:
    """One question. ``read`` returns the list; ``end`` takes its digest and a key, and returns the receipt or nothing.

    ``name`` is the object name of the dialog, ``lines`` are sentences below ``text``, ``stays`` what stays as it is.
    """

    name: str
    title: str
    text: str
    verb: str
    read: Callable[[], Effects]
    end: Callable[[str, str], Any]
    stays: tuple[str, ...] = ()
    lines: tuple[str, ...] = field(default=())


def question_of(context: Context, who: ending.Who, way: EndWay, subject_id: str, words: EndingWords) -> EndingQuestion:
    """Return the question before one ending of the engine."""
    return EndingQuestion(
        name=words.name,
        title=words.title,
        text=words.text,
        verb=words.verb,
        read=partial(ending.effects, context, who, way, subject_id),
        end=partial(_end, context, who, way, subject_id),
        stays=words.stays or what_stays(way),
        lines=words.lines,
    )


def _end(context: Context, who: ending.Who, way: EndWay, subject_id: str, announced: str, key: str) -> EndReceiptRow:
    return ending.end(context, who, way, subject_id, announced=announced, key=key)


class EndingDialog(QDialog):
    """Cancel has the focus. Where the list changed meanwhile it shows the new one and asks again."""

    ended = Signal(object)
    """The receipt, or None where this ending has none."""

    def __init__(self, runner: Runner, asked: EndingQuestion, effects: Effects, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(asked.name)
        self.setWindowTitle(asked.title)
        self._runner, self._asked, self._key = runner, asked, uuid.uuid4().hex
        self.title_label = text_label(asked.title, "heading", wrap=True)
        self.text_label = text_label(asked.text, wrap=True, selectable=True)
        self.notice = NoticeBar()
        self.notice.notice_close_button.setObjectName("ending_notice_close_button")
        self.notice.notice_action_button.setObjectName("ending_notice_action_button")
        self.view = EffectsView("ending")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button = WaitingButton(asked.verb, self.tr("Ending…"))
        self.accept_button.setObjectName("accept_button")
        self.accept_button.setProperty("kind", "danger")
        self.accept_button.setAutoDefault(False)
        self.accept_button.clicked.connect(self._end)
        self._lay_out()
        self._show(effects)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()
        DialogRoom(self)

    def _lay_out(self) -> None:
        picture = QLabel()
        side = round(self.fontMetrics().height() * 1.6)
        picture.setPixmap(pixmap("triangle-alert", theme_of(self), "danger", side, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.title_label)
        words.addWidget(self.text_label)
        for line in self._asked.lines:
            words.addWidget(text_label(line, "muted", wrap=True))
        # shown without a parent it would flash up as a window of its own
        if not self._asked.text:
            self.text_label.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._area = scrolled(self.view)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumWidth(letter * 72)
        self._area.setMinimumHeight(line * _LINES_TALL)

    def _show(self, effects: Effects) -> None:
        self._digest = effects.digest
        self.view.show_effects(effects, self._asked.stays)

    def _end(self) -> None:
        self.notice.dismiss()
        self.accept_button.set_busy(True)
        self._runner.run(self, partial(self._asked.end, self._digest, self._key), self._done, self._failed)

    def _done(self, receipt: object) -> None:
        self.ended.emit(receipt)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.accept_button.set_busy(False)
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, EffectsChanged):
            self._show(error.effects)
        self.notice.show_error(error)
        if isinstance(error, NOTHING_TO_END):
            self.accept_button.setEnabled(False)
            self.accept_button.setToolTip(self.notice.title_label.text())
            self.accept_button.setStatusTip(self.notice.title_label.text())
            self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setFocus()


def ask_ending(
    session: Session, navigator: Window, asked: EndingQuestion, done: Callable[[Any], object], owner: QObject
) -> None:
    """Read what would stop, open the dialog, and call ``done`` with the receipt; trouble goes to the notices.

    ``owner`` must live until the dialog is closed: the navigator, where nothing shorter is meant.
    """
    show = partial(_open, session.runner, navigator, asked, done)
    session.runner.run(owner, asked.read, show, navigator.notices.show_error)


def _open(
    runner: Runner, navigator: Window, asked: EndingQuestion, done: Callable[[Any], object], effects: Effects
) -> None:
    dialog = EndingDialog(runner, asked, effects, navigator.window)
    dialog.ended.connect(done)
    navigator.open_dialog(dialog)

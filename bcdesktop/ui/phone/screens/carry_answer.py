"""An answer to a request of another computer: as a code, as text, as a file (decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bcdesktop.core.code.messages import CodeKind
from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.screen import Screen


class CarryAnswerScreen(Screen):
    """Harmless to show: only the store that made the request can use the answer."""

    name = "carry_answer_screen"

    def __init__(self, host: Host, answer_text: str) -> None:
        super().__init__(host)
        self.answer_text = answer_text
        self._is_revocation = answer_text.startswith(f"{CodeKind.REVOCATION.value}:")
        self.answer_view = QrView()
        self.answer_view.setObjectName("answer_view")
        self.answer_view.set_code(answer_text, self.title())
        self.error = ErrorCard()
        self.copy_answer_button = button(self.tr("&Copy as text"), "copy_answer_button", "primary")
        self.save_answer_button = button(self.tr("&Save as a file…"), "save_answer_button")
        self.add_all(
            [
                text(self._what_for(), "muted"),
                self.answer_view,
                text(self.tr("Open this in Business Center Desktop. The TikTok app cannot read it."), "small"),
                self.error,
            ]
        )
        self.body.addStretch(1)
        self.foot.addWidget(self.copy_answer_button)
        self.foot.addWidget(self.save_answer_button)
        self.show_foot()
        self.copy_answer_button.clicked.connect(self._copy)
        self.save_answer_button.clicked.connect(self._save)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Your revocation") if self._is_revocation else self.tr("Your answer")

    def _what_for(self) -> str:
        if self._is_revocation:
            return self.tr(
                "Send this to the Business Center. There it belongs into Requests > Enter an answer, and the access "
                "ends at once. Whoever else sees it can do nothing with it."
            )
        return self.tr(
            "Send this to the Business Center. There it belongs into Requests > Enter an answer. It is good for that "
            "one request and useless for anybody else."
        )

    def first_focus(self) -> QWidget:
        """Return Copy."""
        return self.copy_answer_button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.answer_text)
        self.host.say(self.tr("Copied."))

    def _save(self) -> None:
        dialog = QFileDialog(self.host.window, self.tr("Save the answer"))
        dialog.setObjectName("save_answer_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text") + " (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("revocation.txt" if self._is_revocation else "answer.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the answer's text to ``path``."""
        self.error.clear()
        content = (self.answer_text + "\n").encode()
        self.host.run(self, partial(write_file, Path(path), content), self._saved, self._failed, lane=Lane.PURE)

    def _saved(self, _result: object) -> None:
        self.host.say(self.tr("Saved."))

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)

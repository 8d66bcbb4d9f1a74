"""What every page of a wizard over ``core.flows`` shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.core.flows.base import Flow
    from bcdesktop.ui.kit.session import Session


class FlowPage(QWizardPage):
    """Title, sentence, notice, ``body``. A subclass gives ``step`` and ``answer()``; ``form`` where it has one."""

    step = ""
    form: Form | None = None

    def __init__(self, session: Session, flow: Flow, title: str = "", sentence: str = "") -> None:
        super().__init__()
        self.session, self.flow = session, flow
        self.setObjectName(f"{self.step}_page")
        self.title_label = text_label(title, "title", wrap=True)
        self.sentence_label = text_label(sentence, "muted", wrap=True)
        self.notice = NoticeBar()
        self.notice.notice_close_button.setObjectName(f"{self.step}_notice_close_button")
        self.notice.notice_action_button.setObjectName(f"{self.step}_notice_action_button")
        self.notice.notice_action_button.setAutoDefault(False)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title_label)
        layout.addWidget(self.sentence_label)
        layout.addSpacing(8)
        layout.addWidget(self.notice)
        layout.addLayout(self.body, 1)

    def answer(self) -> Any:
        """Return the answer of the flow's dataclass for this step."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts; None leaves it to the wizard's own button."""
        return None

    def keep(self) -> None:
        """Put what was typed into a place that outlives the page, checked or not."""

    def validatePage(self) -> bool:
        """Give the answer to the flow; a refused value is shown at its field."""
        self.keep()
        self.notice.dismiss()
        if self.form is not None:
            self.form.clear_errors()
        try:
            self.flow.next(self.answer())
        except InputRefused as error:
            self.show_error(error)
            return False
        return True

    def cleanupPage(self) -> None:
        """Going back keeps everything that was typed."""
        self.keep()
        self.flow.back()

    def show_error(self, error: Exception) -> None:
        """Show an error at its field, or above the page."""
        if isinstance(error, InputRefused) and self.form is not None and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.notice.show_error(error)


class StepPage(FlowPage):
    """A page that has a name in the list of steps beside a ``FlowWizard``."""

    def name(self) -> str:
        """Return the name of the step for the list of steps."""
        raise NotImplementedError

"""Why a code cannot be used: one sentence per case, and what to do now (domain.md 3.5)."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from bcdesktop.core.code.errors import CodeExpired
from bcdesktop.core.errors import AppError, Trouble
from bcdesktop.profile.errors import CentreKeyChanged
from bcdesktop.services import errors
from bcdesktop.ui.kit.wording import word
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import SMALL
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen

_OVER = (errors.RequestExpired, errors.AnswerTooLate, CodeExpired)
_DONE = (errors.AlreadyAnswered, errors.AlreadyLinked, errors.RequestReplaced, errors.RequestCancelled)


class FailureScreen(Screen):
    """Nothing was changed unless the sentence says so. The code is kept, so that a second try needs no second scan."""

    name = "failure_screen"
    passing = True
    resumes = True

    def __init__(self, host: Host, error: AppError, code_text: str) -> None:
        super().__init__(host)
        self.error = error
        self._code_text = code_text
        self._is_stale = False
        words = word(error)
        icon_name, token = self._sign(error)
        self.failure_title_label = text(words.title, "title", centred=True)
        self.failure_title_label.setObjectName("failure_title_label")
        self.failure_body_label = text(words.body, "", centred=True, selectable=True)
        self.failure_body_label.setObjectName("failure_body_label")
        self.failure_advice_label = text(words.advice)
        self.failure_advice_label.setObjectName("failure_advice_label")
        self.body.addStretch(1)
        self.add_all([Picture(icon_name, token, 3.2), self.failure_title_label, self.failure_body_label])
        if words.advice:
            self.body.addSpacing(SMALL)
            self.body.addWidget(Card(text(self.tr("What to do now"), "strong"), self.failure_advice_label))
        self.body.addStretch(2)
        self._buttons = self._ways()
        for made in self._buttons:
            self.foot.addWidget(made)
        self.show_foot()
        host.account_changed.connect(self._set_stale)

    def _sign(self, error: AppError) -> tuple[str, str]:
        if isinstance(error, _OVER):
            return "hourglass", "warning"
        if isinstance(error, errors.WrongAccount | errors.NotLoggedIn):
            return "users", "warning"
        if isinstance(error, _DONE):
            return "info", "primary"
        if isinstance(error, Trouble):
            return "triangle-alert", "danger"
        return "shield-alert", "danger"

    def _ways(self) -> list[QPushButton]:
        ways: list[QPushButton] = []
        if isinstance(self.error, errors.WrongAccount):
            ways.append(self._way(self.tr("Switch account"), "failure_switch_button", self.host.routes.accounts))
        elif isinstance(self.error, errors.NotLoggedIn):
            ways.append(self._way(self.tr("Log in"), "failure_log_in_button", self.host.routes.tiktok))
        elif isinstance(self.error, errors.AccountPrivate | errors.AccountUnfit):
            ways.append(self._way(self.tr("Open Privacy"), "failure_privacy_button", self.host.routes.privacy))
        elif isinstance(self.error, errors.CentreMuted):
            ways.append(
                self._way(
                    self.tr("Blocked Business Centers"),
                    "failure_centers_button",
                    self.host.routes.blocked_business_centers,
                )
            )
        if self._may_try_again():
            ways.append(self._way(self.tr("Try again"), "failure_try_again_button", self._try_again))
        ways.append(self._way(self.tr("Scan another code"), "failure_scan_button", self.host.routes.scanner))
        for made in ways[1:]:
            made.setProperty("kind", "quiet" if made is ways[-1] else "")
        return ways

    def _may_try_again(self) -> bool:
        mendable = (errors.WrongAccount, errors.NotLoggedIn, errors.AccountPrivate, errors.AccountUnfit)
        return isinstance(self.error, Trouble | errors.CentreMuted | mendable[0] | mendable[2] | mendable[3])

    def _way(self, words: str, name: str, action: object) -> QPushButton:
        made = button(words, name, "primary")
        made.clicked.connect(action)
        setattr(self, name, made)
        return made

    def title(self) -> str:
        """Return the title."""
        return self.tr("Changed key") if isinstance(self.error, CentreKeyChanged) else self.tr("Not possible")

    def first_focus(self) -> QWidget:
        """Return the way that most probably helps."""
        return self._buttons[0]

    def refresh(self) -> None:
        """Check again once another account is the active one."""
        if self._is_stale:
            self._is_stale = False
            self._try_again()

    def _set_stale(self) -> None:
        self._is_stale = True

    def _try_again(self) -> None:
        self.host.routes.check(self._code_text, in_place=True)

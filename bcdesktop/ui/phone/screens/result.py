"""What came of an answer: authorized, declined, logged in; or how it still has to travel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services.phone_records import Delivery, Joined, ScannedLogIn, ScannedRequest
from bcdesktop.ui.kit.words import permission_words
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class ResultScreen(Screen):
    """A sign, a title, a sentence; Done leads back to the app. Base of all results."""

    def __init__(self, host: Host, icon_name: str, token: str, title: str, sentence: str) -> None:
        super().__init__(host)
        self.result_title_label = text(title, "title", centred=True)
        self.result_title_label.setObjectName("result_title_label")
        self.result_text_label = text(sentence, "muted", centred=True)
        self.result_text_label.setObjectName("result_text_label")
        self.body.addStretch(1)
        self.add_all([Picture(icon_name, token, 3.8), self.result_title_label, self.result_text_label])
        self.done_button = button(self.tr("Done"), "done_button", "primary")
        self.done_button.clicked.connect(host.routes.tiktok)
        self.foot.addWidget(self.done_button)
        self.show_foot()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Done")

    def first_focus(self) -> QWidget:
        """Return Done."""
        return self.done_button

    def offer_carrying(self, delivery: Delivery) -> None:
        """Offer to show the answer as a code where it has to travel."""
        self.carry_answer_button = button(self.tr("Show the answer"), "carry_answer_button", "primary")
        self.done_button.setProperty("kind", "quiet")
        self._answer_text = delivery.answer_text
        self.carry_answer_button.clicked.connect(self._carry)
        self.foot.insertWidget(0, self.carry_answer_button)

    def _carry(self) -> None:
        self.host.routes.carry_answer(self._answer_text)


class ApprovedScreen(ResultScreen):
    """After Authorize."""

    name = "result_screen"

    def __init__(self, host: Host, scanned: ScannedRequest, delivery: Delivery, permissions: PermissionSet) -> None:
        name, handle = scanned.centre.name, scanned.account.handle
        if delivery.delivered:
            title = self.tr("Authorized")
            sentence = self.tr("{name} can use @{handle} now.").format(name=name, handle=handle)
        else:
            title = self.tr("Signed. Now send it")
            sentence = self.tr(
                "The request came from another computer. {name} can use @{handle} once your answer arrives there."
            ).format(name=name, handle=handle)
        super().__init__(host, "circle-check", "success", title, sentence)
        lines = [text(line) for line in permission_words(permissions)]
        self.body.addWidget(Card(text(self.tr("What you gave"), "strong"), *lines))
        self.body.addWidget(text(self.tr("The receipt is kept under Profile > Your answers."), "small", centred=True))
        self.body.addStretch(2)
        if not delivery.delivered:
            self.offer_carrying(delivery)

    def first_focus(self) -> QWidget:
        """Return what is to be done next."""
        return getattr(self, "carry_answer_button", self.done_button)


class DeclinedScreen(ResultScreen):
    """After Decline."""

    name = "declined_screen"

    def __init__(self, host: Host, scanned: ScannedRequest, delivery: Delivery) -> None:
        name = scanned.centre.name
        sentence = (
            self.tr("{name} was told. It has no access by this request.").format(name=name)
            if delivery.delivered
            else self.tr("{name} gets no access. If you want it to know, send your answer.").format(name=name)
        )
        super().__init__(host, "circle-x", "danger", self.tr("Declined"), sentence)
        self.body.addStretch(2)
        if not delivery.delivered:
            self.offer_carrying(delivery)


class LogInDecidedScreen(ResultScreen):
    """After a log-in code."""

    name = "log_in_decided_screen"

    def __init__(self, host: Host, scanned: ScannedLogIn, *, approved: bool) -> None:
        if approved:
            sentence = self.tr("“{computer}” is logged in as @{handle}. Go on there.").format(
                computer=scanned.computer_name, handle=scanned.account.handle
            )
            super().__init__(host, "circle-check", "success", self.tr("Logged in"), sentence)
        else:
            sentence = self.tr("“{computer}” was not logged in.").format(computer=scanned.computer_name)
            super().__init__(host, "circle-x", "danger", self.tr("Log-in declined"), sentence)
        self.body.addStretch(2)


class JoinedScreen(ResultScreen):
    """After an invitation was accepted; Done leads back to the mails."""

    name = "joined_screen"

    def __init__(self, host: Host, joined: Joined) -> None:
        sentence = self.tr("You are a member of {name}. On a computer, sign in there as {email}.").format(
            name=joined.center_name, email=joined.email
        )
        if joined.handle is not None:
            way = self.tr("“Log in with TikTok” works too: scan the code there as @{handle}.")
            sentence = f"{sentence} {way.format(handle=joined.handle)}"
        super().__init__(host, "circle-check", "success", self.tr("Welcome"), sentence)
        self.body.addStretch(2)
        self.done_button.clicked.disconnect(host.routes.tiktok)
        self.done_button.clicked.connect(host.routes.mail)

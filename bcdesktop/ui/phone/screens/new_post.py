"""A new post: its words, and who sees it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bcdesktop.core.ads import PostState
from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button
from bcdesktop.ui.phone.screen import Screen

_AUDIENCES = (PostState.PUBLIC, PostState.FRIENDS, PostState.ONLY_ME)


class NewPostScreen(Screen):
    """A field, a choice, and Post."""

    name = "new_post_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.form = Form()
        self.caption_edit = QLineEdit()
        self.caption_edit.setObjectName("caption_edit")
        self.caption_edit.setMaxLength(LIMITS.ad_text_characters)
        self.audience_combo = QComboBox()
        self.audience_combo.setObjectName("audience_combo")
        for state in _AUDIENCES:
            self.audience_combo.addItem(label_of(state), state)
        self.form.add("caption", self.tr("&Caption"), self.caption_edit)
        self.form.add(
            "state",
            self.tr("&Who can see it"),
            self.audience_combo,
            help=self.tr("Only a post that everyone sees can be used in ads."),
        )
        self.error = ErrorCard()
        self.add_all([self.form, self.error])
        self.body.addStretch(1)
        self.publish_button = button(self.tr("&Post"), "publish_button", "primary")
        self.publish_button.clicked.connect(self._publish)
        self.caption_edit.returnPressed.connect(self._publish)
        self.foot.addWidget(self.publish_button)
        self.show_foot()

    def title(self) -> str:
        """Return the title."""
        return self.tr("New post")

    def first_focus(self) -> QWidget:
        """Return the words."""
        return self.caption_edit

    def _publish(self) -> None:
        from bcdesktop.services import posts

        if not self.publish_button.isEnabled():
            return
        self.form.clear_errors()
        self.error.clear()
        self.publish_button.setEnabled(False)
        caption, state = self.caption_edit.text(), self.audience_combo.currentData()
        work = partial(posts.publish, self.host.context, self.host.profile, caption, state)
        self.host.run(self, work, self._published, self._failed)

    def _published(self, _post_id: str) -> None:
        self.host.navigator.pop()
        self.host.say(self.tr("Posted."))

    def _failed(self, error: AppError) -> None:
        self.publish_button.setEnabled(True)
        if not (isinstance(error, InputRefused) and self.form.show_error(error)):
            self.error.show_error(error)

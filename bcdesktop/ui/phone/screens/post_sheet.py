"""One post: who sees it, whether ads use it, and Delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ads import PostState
from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.sheet import Sheet

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import OwnPostRow


class PostSheet(Sheet):
    """A post that ads use cannot be deleted (domain.md 10.8); the refusal says so."""

    def __init__(self, host: Host, post: OwnPostRow) -> None:
        super().__init__(host.display, "post_sheet", post.caption)
        self._host, self._post = host, post
        self.body.addWidget(text(self._seen_by()))
        if post.ads:
            used = self.tr("Ads that use it: {number}").format(number=QLocale().toString(post.ads))
            self.body.addWidget(text(used, "muted"))
        self.error = ErrorCard()
        self.keep_post_button = button(self.tr("Keep it"), "keep_post_button", "primary")
        self.delete_post_button = button(self.tr("Delete post"), "delete_post_button", "danger")
        for widget in (self.error, self.keep_post_button, self.delete_post_button):
            self.body.addWidget(widget)
        self.keep_post_button.clicked.connect(self.close_sheet)
        self.delete_post_button.clicked.connect(self._delete)

    def _seen_by(self) -> str:
        if self._post.state is PostState.ADS_ONLY:
            return self.tr("It shows through ads only and is not on your profile.")
        return self.tr("Who can see it: {state}").format(state=label_of(self._post.state))

    def first_focus(self) -> QWidget:
        """Return the way that changes nothing."""
        return self.keep_post_button

    def _delete(self) -> None:
        from bcdesktop.services import posts

        self.error.clear()
        self.delete_post_button.setEnabled(False)
        work = partial(posts.delete, self._host.context, self._host.profile, self._post.id)
        self._host.run(self, work, self._deleted, self._failed)

    def _deleted(self, _result: None) -> None:
        host = self._host
        self.close_sheet()
        host.say(self.tr("The post was deleted."))

    def _failed(self, error: AppError) -> None:
        self.delete_post_button.setEnabled(True)
        self.error.show_error(error)

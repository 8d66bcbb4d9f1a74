"""The posts of a TikTok account that may become a Spark Ad (A3-14)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.services import posts
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.tables import Column, RecordTable
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.wording import word

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.ad_form_records import PostRow
    from bcdesktop.services.ad_records import Advertiser, IdentityRow
    from bcdesktop.ui.kit.session import Session


class PostPicker(QWidget):
    """A table of public posts; what goes wrong in reading them is said below it."""

    changed = Signal()

    def __init__(self, session: Session, advertiser: Advertiser, asset_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("post_picker")
        self._session, self._advertiser, self._asset_id = session, advertiser, asset_id
        self._identity: IdentityRow | None = None
        empty = EmptyState(
            self.tr("No public post is known"),
            self.tr("The owner can post something on the phone, or you use a new video."),
            icon_name="file-text",
        )
        self.posts_table = RecordTable(
            "posts_table", _columns(session.context.clock), accessible_name=self.tr("Posts"), empty=empty
        )
        self.posts_hint_label = text_label(self.tr("Choose a TikTok account first."), "muted", wrap=True)
        self.posts_hint_label.setObjectName("posts_hint_label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.posts_table, 1)
        column.addWidget(self.posts_hint_label)
        self.posts_table.selection_changed.connect(self.changed)
        self.posts_table.hide()

    def show_identity(self, identity: IdentityRow | None) -> None:
        """Read the posts of another account."""
        if identity is not None and self._identity is not None and identity.id == self._identity.id:
            self._identity = identity
            return
        self._identity = identity
        self.posts_table.set_records(())
        self.posts_table.hide()
        self.posts_hint_label.setText(self.tr("Choose a TikTok account first."))
        self.posts_hint_label.show()
        if identity is not None:
            self.posts_hint_label.setText(self.tr("Reading…"))
            work = partial(
                posts.usable,
                self._session.context,
                self._advertiser,
                self._asset_id,
                identity.kind,
                identity.id,
            )
            self._session.runner.run(self, work, partial(self._show, identity.id), self._failed)

    def chosen(self) -> PostRow | None:
        """Return the chosen post."""
        rows = self.posts_table.selected_records()
        return rows[0] if len(rows) == 1 else None

    def _show(self, identity_id: str, rows: tuple[PostRow, ...]) -> None:
        if self._identity is None or self._identity.id != identity_id:
            return
        self.posts_hint_label.hide()
        self.posts_table.set_records(rows)
        self.posts_table.show()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        words = word(error)
        self.posts_hint_label.setText(" ".join(filter(None, (words.title, words.body))))


def _columns(clock: Clock) -> list[Column]:
    return [
        Column("caption", QCoreApplication.translate("PostPicker", "Post"), _caption, tooltip=_caption, width=44),
        Column(
            "posted",
            QCoreApplication.translate("PostPicker", "Posted"),
            partial(_posted, clock),
            sort=_posted_at,
            tooltip=_posted_tip,
            width=18,
        ),
    ]


def _caption(row: PostRow) -> str:
    return row.caption


def _posted(clock: Clock, row: PostRow) -> str:
    return relative(row.posted_at, clock.now())


def _posted_at(row: PostRow) -> datetime:
    return row.posted_at


def _posted_tip(row: PostRow) -> str:
    return exact(row.posted_at)

"""The posts of the account: those on its profile, and apart from them those that only ads show (A3-16)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from bcdesktop.core.ads import PostState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.nothing_yet import NothingYet
from bcdesktop.ui.phone.pieces import Card, Row, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.ad_form_records import OwnPostRow


class PostsScreen(Screen):
    """One row per post, the newest first; ``post_row_ID`` names the rows."""

    name = "posts_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY, ChangeKind.AD})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._posts: dict[str, OwnPostRow] = {}
        self.profile_label = text(self.tr("On your profile"), "heading")
        self.profile_rows = Card(tight=True)
        self.used_label = text(self.tr("Used in ads"), "heading")
        self.used_hint_label = text(
            self.tr("New videos that others put on your account for ads. They show through ads only."), "muted"
        )
        self.used_rows = Card(tight=True)
        self.nothing = NothingYet(
            "image", self.tr("No posts yet"), self.tr("What you post stands here and on your profile.")
        )
        self.add_all(
            [
                self.profile_label,
                self.profile_rows,
                self.used_label,
                self.used_hint_label,
                self.used_rows,
                self.nothing,
            ]
        )
        self.body.addStretch(1)
        for part in self._profile_parts() + self._used_parts() + [self.nothing]:
            part.hide()
        self.new_post_button = button(self.tr("&New post"), "new_post_button", "primary")
        self.new_post_button.clicked.connect(host.routes.new_post)
        self.foot.addWidget(self.new_post_button)
        self.show_foot()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Your posts")

    def first_focus(self) -> QWidget:
        """Return what a person comes for."""
        return self.new_post_button

    def _profile_parts(self) -> list[QWidget]:
        return [self.profile_label, self.profile_rows]

    def _used_parts(self) -> list[QWidget]:
        return [self.used_label, self.used_hint_label, self.used_rows]

    def refresh(self) -> None:
        """Read the posts anew."""
        from bcdesktop.services import posts

        self.host.run(self, partial(posts.own, self.host.context, self.host.profile), self._show)

    def _show(self, rows: tuple[OwnPostRow, ...]) -> None:
        self._posts = {row.id: row for row in rows}
        on_profile = [row for row in rows if row.is_on_profile]
        ads_only = [row for row in rows if not row.is_on_profile]
        for card, parts, some in (
            (self.profile_rows, self._profile_parts(), on_profile),
            (self.used_rows, self._used_parts(), ads_only),
        ):
            card.clear()
            for row in some:
                card.add(self._row(row), line=True)
            for part in parts:
                part.setVisible(bool(some))
        self.nothing.setVisible(not rows)

    def _row(self, post: OwnPostRow) -> Row:
        when = relative(post.posted_at, self.host.now())
        detail = when
        if post.posted_by:
            detail = self.tr("{when}, by {name}").format(when=when, name=post.posted_by)
        row = Row(post.caption, f"post_row_{post.id}", icon_name="play", detail=detail)
        spoken = [row.accessibleName()]
        if post.state not in (PostState.PUBLIC, PostState.ADS_ONLY):
            row.add(Badge(label_of(post.state), BadgeKind.NEUTRAL))
            spoken.append(label_of(post.state))
        if post.ads:
            word = self.tr("Ads: {number}").format(number=QLocale().toString(post.ads))
            row.add(Badge(word, BadgeKind.INFO))
            spoken.append(word)
        row.setAccessibleName(", ".join(spoken))
        row.setToolTip(exact(post.posted_at))
        row.setProperty("post_id", post.id)
        row.clicked.connect(self._open)
        return row

    def _open(self) -> None:
        row = self.sender()
        post = self._posts.get(str(row.property("post_id"))) if row is not None else None
        if post is not None:
            self.host.routes.post_sheet(post)

"""The Profile tab: the active account, its menu and Find Friends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.services.phone_records import DirectoryRow
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import GAP, MEDIUM
from bcdesktop.ui.phone.pieces import Avatar, Card, Row, button, icon_button, text
from bcdesktop.ui.phone.screen import Screen, Tab
from bcdesktop.ui.phone.versions import menu_icon, shows_find_friends_first


class ProfileScreen(Screen):
    """Followers, posts, and the ways N1 to N3 to the scanner."""

    name = "profile_screen"
    tab = Tab.PROFILE
    listens_to = frozenset({ChangeKind.DIRECTORY, ChangeKind.TIKTOK_ACCOUNT})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        version = host.profile.settings.app_version
        self.find_friends_button = icon_button(self.tr("Find Friends"), "find_friends_button", "user-plus")
        self.profile_menu_button = icon_button(self.tr("Menu"), "profile_menu_button", menu_icon(version))
        self.actions_at_top = [self.find_friends_button, self.profile_menu_button]
        self.avatar = Avatar("?", 4.6)
        self.display_name_label = text("", "title", centred=True)
        self.switch_account_button = button("", "switch_account_button", "quiet")
        self.switch_account_button.setToolTip(self.tr("Switch account"))
        self.kind_badge = Badge()
        self.public_badge = Badge()
        self._lay_out(first_find_friends=shows_find_friends_first(version))
        self.find_friends_button.clicked.connect(host.routes.find_friends)
        self.profile_menu_button.clicked.connect(host.routes.profile_menu)
        self.switch_account_button.clicked.connect(host.routes.accounts)

    def _lay_out(self, *, first_find_friends: bool) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self.body.addWidget(self.avatar, 0, middle)
        self.body.addWidget(self.display_name_label)
        self.body.addWidget(self.switch_account_button, 0, middle)
        badges = QHBoxLayout()
        badges.setSpacing(GAP)
        badges.addStretch(1)
        badges.addWidget(self.kind_badge)
        badges.addWidget(self.public_badge)
        badges.addStretch(1)
        self.body.addLayout(badges)
        counts = QHBoxLayout()
        self.followers_label, self.posts_label = text("–", "number", centred=True), text("–", "number", centred=True)
        for number, words in ((self.followers_label, self.tr("Followers")), (self.posts_label, self.tr("Posts"))):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(text(words, "muted", centred=True))
            counts.addLayout(column)
        self.body.addLayout(counts)
        self.receipts_row = Row(self.tr("Your answers"), "profile_receipts_row", icon_name="receipt")
        self.receipts_row.set_detail(self.tr("What you authorized or declined on this phone"))
        self.receipts_row.clicked.connect(self.host.routes.receipts)
        self.centers_row = Row(self.tr("Business Centers"), "profile_centers_row", icon_name="briefcase")
        self.centers_row.set_detail(self.tr("Who asked you, and the 30 digits to compare"))
        self.centers_row.clicked.connect(self.host.routes.business_centers)
        self.posts_row = Row(self.tr("Your posts"), "profile_posts_row", icon_name="play")
        self.posts_row.clicked.connect(self.host.routes.posts)
        rows = [self.posts_row, self.receipts_row, self.centers_row]
        if first_find_friends:
            self.find_friends_row = Row(self.tr("Find Friends"), "find_friends_row", icon_name="user-plus")
            self.find_friends_row.clicked.connect(self.host.routes.find_friends)
            rows.insert(0, self.find_friends_row)
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(Card(*rows, tight=True))
        self.body.addStretch(1)

    def title(self) -> str:
        """Return the tab's name."""
        return self.tr("Profile")

    def first_focus(self) -> QWidget:
        """Return the menu."""
        return self.profile_menu_button

    def refresh(self) -> None:
        """Read the account anew."""
        from bcdesktop.services import directory

        work = partial(directory.profile, self.host.context, self.host.profile)
        self.host.run(self, work, self._show)

    def _show(self, row: DirectoryRow) -> None:
        numbers = QLocale()
        self.avatar.set_name(row.display_name)
        self.display_name_label.setText(row.display_name)
        self.switch_account_button.setText(f"@{row.handle}")
        self.switch_account_button.setAccessibleName(self.tr("@{handle}, switch account").format(handle=row.handle))
        self.followers_label.setText(numbers.toString(row.followers))
        self.posts_label.setText(numbers.toString(row.posts))
        kinds = {"brand": self.tr("Brand"), "creator": self.tr("Creator"), "personal": self.tr("Personal")}
        self.kind_badge.set_badge(kinds.get(row.kind, row.kind), BadgeKind.NEUTRAL)
        if row.is_public:
            self.public_badge.set_badge(self.tr("Public"), BadgeKind.SUCCESS)
        else:
            self.public_badge.set_badge(self.tr("Private"), BadgeKind.WARNING)

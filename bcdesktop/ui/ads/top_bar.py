"""The bar on top of Ads Manager: which ad account is open, and at the right the person (A0-27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.advertiser_records import AdvertiserAccount

_INITIALS = 2


class ProfileButton(QToolButton):
    """The person's photo, which is their initials in a circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = ""
        self.setObjectName("profile_button")
        self.setProperty("kind", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme_of(self).changed.connect(self.update)

    def show_person(self, name: str, email: str) -> None:
        """Show whose it is."""
        words = name.split()
        self._initials = "".join(word[0] for word in (words[:1] + words[1:][-1:]))[:_INITIALS].upper()
        self.setAccessibleName(self.tr("Your profile, %1").replace("%1", name))
        self.setToolTip(f"{name}\n{email}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a circle that is easy to hit."""
        side = round(self.fontMetrics().height() * 2.2)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle over the button, whose frame shows the focus."""
        super().paintEvent(event)
        tokens = theme_of(self).tokens
        side = round(self.fontMetrics().height() * 1.8)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.primary))
        painter.drawEllipse(place)
        painter.setPen(QColor(tokens.on_primary))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()


class TopBar(QFrame):
    """Shows ``show_account``; its buttons trigger the window's actions."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.account_label = text_label("", "strong")
        self.account_label.setObjectName("open_account_label")
        self.number_label = text_label("", "small", selectable=True)
        self.number_label.setObjectName("open_account_number_label")
        self.role_badge = Badge()
        self.role_badge.setObjectName("open_account_role_badge")
        self.status_badge = Badge()
        self.status_badge.setObjectName("open_account_status_badge")
        self.account_button = QToolButton()
        self.account_button.setObjectName("account_button")
        self.account_button.setProperty("kind", "quiet")
        self.account_button.setIcon(icon("chevrons-up-down", theme_of(self), "muted"))
        self.account_button.setIconSize(icon_size(self))
        self.account_button.setAccessibleName(actions["choose_account"].text())
        self.account_button.setToolTip(actions["choose_account"].statusTip())
        self.account_button.clicked.connect(actions["choose_account"].trigger)
        self.profile_button = ProfileButton()
        self.profile_menu = QMenu(self.profile_button)
        self.profile_menu.setObjectName("profile_menu")
        for name in ("open_account_settings", "open_basic_information", "open_notifications"):
            self.profile_menu.addAction(actions[name])
        self.profile_menu.addSeparator()
        for name in ("create_account", "enter_center", "show_phone"):
            self.profile_menu.addAction(actions[name])
        self.profile_menu.addSeparator()
        self.profile_menu.addAction(actions["sign_out"])
        self.profile_button.setMenu(self.profile_menu)
        self._lay_out()
        self.show_account(None)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.account_label)
        words.addWidget(self.number_label)
        self.account_label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 0)
        row.setSpacing(8)
        row.addLayout(words)
        row.addWidget(self.account_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.role_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.status_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.profile_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_person(self, advertiser: Advertiser) -> None:
        """Show who is signed in."""
        self.profile_button.show_person(advertiser.name, advertiser.email)

    def show_account(self, account: AdvertiserAccount | None) -> None:
        """Show which ad account is open."""
        self.account_label.setText(account.name if account else self.tr("No ad account"))
        self.number_label.setText(account.number if account else "")
        self.number_label.setAccessibleName(self.tr("Ad account ID"))
        for part in (self.number_label, self.account_button, self.role_badge, self.status_badge):
            part.setVisible(account is not None)
        if account is not None:
            self.role_badge.set_badge(label_of(account.role), badge_of(account.role))
            self.status_badge.set_badge(label_of(account.status), badge_of(account.status))

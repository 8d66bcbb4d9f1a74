"""What is asked for: level, presets, switches, and what the Business Center does not get (A3-11 to A3-26, A1-31)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.core.flows.add_tiktok_account import Permissions
from bcdesktop.core.permissions import PRESETS, Permission, PermissionLevel, Preset, Visibility
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.center.wizards.permission_switches import PermissionSwitches
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import Card, scrolled, text_label
from bcdesktop.ui.kit.words import description_of, label_of

if TYPE_CHECKING:
    from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class PermissionsPage(AddPage):
    """Starts with the preset Spark Ads; a changed switch makes it Custom, or the preset it then equals."""

    step = "permissions"

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("What it may be used for"))
        self.sentence_label.setText(self.tr("The owner sees exactly this, and may leave some of it out."))
        self.switches = PermissionSwitches()
        self.switches.changed.connect(self._switched)
        self.permissions_error = text_label("", "error", wrap=True)
        self.permissions_error.setObjectName("permissions_error")
        self.permissions_error.hide()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._level())
        left.addLayout(self._presets())
        left.addWidget(self.permissions_error)
        left.addWidget(self._switches_card(), 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addLayout(self._right(), 2)
        self.body.addLayout(row, 1)
        self.preset_buttons[Preset.SPARK_ADS].setChecked(True)
        self.switches.set_permissions(PRESETS[Preset.SPARK_ADS])
        self._presets_group.idClicked.connect(self._preset_clicked)

    def name(self) -> str:
        """See AddPage."""
        return self.tr("Permissions")

    def _level(self) -> QWidget:
        box = QWidget()
        self.level_label = text_label(label_of(PermissionLevel.DELIVER_ADS), "strong")
        self.level_label.setObjectName("level_label")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(text_label(self.tr("Permission level:"), "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.level_label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(description_of(PermissionLevel.DELIVER_ADS), "muted", wrap=True), 1)
        return box

    def _presets(self) -> QHBoxLayout:
        self._presets_group = QButtonGroup(self)
        self.preset_buttons: dict[Preset, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, preset in enumerate(Preset):
            button = QPushButton(label_of(preset))
            button.setObjectName(f"{preset}_preset_button")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "choice")
            button.setToolTip(description_of(preset))
            button.setAccessibleDescription(description_of(preset))
            self._presets_group.addButton(button, place)
            self.preset_buttons[preset] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _switches_card(self) -> QScrollArea:
        area = scrolled(self.switches)
        area.setProperty("role", "card")
        return area

    def _right(self) -> QVBoxLayout:
        self.spark_badge = Badge()
        self.spark_badge.setObjectName("spark_badge")
        self.spark_label = text_label("", "muted", wrap=True)
        self.spark_label.setObjectName("spark_label")
        spark = Card()
        spark.body.addWidget(self.spark_badge)
        spark.body.addWidget(self.spark_label)
        self.not_given = Bullets()
        self.not_given.setObjectName("not_given")
        not_given = Card(self.tr("Your Business Center does not get"))
        not_given.body.addWidget(self.not_given)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(spark)
        column.addWidget(not_given)
        column.addStretch(1)
        return column

    def _preset_clicked(self, place: int) -> None:
        preset = tuple(Preset)[place]
        if preset is Preset.CUSTOM:
            self.switches.switches[Permission.EXISTING_POSTS].setFocus()
        else:
            self.switches.set_permissions(PRESETS[preset])

    def _switched(self) -> None:
        chosen = self.switches.permissions()
        preset = next((preset for preset, switches in PRESETS.items() if switches == chosen), Preset.CUSTOM)
        self.preset_buttons[preset].setChecked(True)
        self.permissions_error.hide()
        self._show_readiness(chosen)
        self.not_given.show_lines([("x", "danger", text, "") for text in self._withheld(chosen)])
        self.give_quietly()

    def give_quietly(self) -> None:
        """Let the pages after this one know, unless nothing is chosen, which is said when going on."""
        if self.switches.permissions():
            self.give()

    def _show_readiness(self, chosen: frozenset[Permission]) -> None:
        missing = sorted(PRESETS[Preset.SPARK_ADS] - chosen)
        if not missing:
            self.spark_badge.set_badge(self.tr("Ready for Spark Ads"), BadgeKind.SUCCESS)
            self.spark_label.setText(self.tr("Existing posts, and Publish and manage new videos: both are on."))
            return
        self.spark_badge.set_badge(self.tr("Not ready for Spark Ads"), BadgeKind.NEUTRAL)
        names = ", ".join(label_of(permission) for permission in missing)
        self.spark_label.setText(self.tr("Spark Ads need this too: %1.").replace("%1", names))

    def _withheld(self, chosen: frozenset[Permission]) -> list[str]:
        lines = [self.tr("The password, or a way to log in")]
        if Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS not in chosen:
            lines.append(self.tr("Posting on the account"))
        elif self.switches.visibility() is Visibility.SHOW_THROUGH_ADS_ONLY:
            lines.append(self.tr("Posting on the profile: new videos show through ads only"))
        lines += [self.tr("Answering comments"), self.tr("Changing the profile")]
        if Permission.MANAGE_TIKTOK_ACCOUNT_IN_BC not in chosen:
            lines.append(self.tr("Data and insights of the account"))
        return lines

    def initializePage(self) -> None:
        """Show what follows from the switches."""
        self._switched()

    def first_focus(self) -> QPushButton:
        """Start at the preset in force."""
        return self._presets_group.checkedButton()

    def answer(self) -> Permissions:
        """Return the switches as they stand; a preset is only another word for them."""
        return Permissions(Preset.CUSTOM, self.switches.permissions(), self.switches.visibility())

    def show_error(self, error: Exception) -> None:
        """Say at the switches that one is needed."""
        if getattr(error, "field", "") == "permissions":
            self.permissions_error.setText(self.tr("Turn at least one permission on."))
            self.permissions_error.show()
            return
        super().show_error(error)

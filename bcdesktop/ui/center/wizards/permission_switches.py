"""The eight switches of the level Deliver ads, with the two visibility options (domain.md 2.2, A3-13 to A3-25)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from bcdesktop.core.permissions import Permission, Visibility
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.words import description_of, label_of


class PermissionSwitches(QWidget):
    """The visibility options are there exactly while Publish and manage new videos is on."""

    changed = Signal()
    """A switch or an option is another now; once for each call of ``set_permissions``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches: dict[Permission, QCheckBox] = {}
        self.options: dict[Visibility, QRadioButton] = {}
        self._is_setting = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 4, 0)
        layout.setSpacing(12)
        for permission in Permission:
            switch = QCheckBox(label_of(permission))
            switch.setObjectName(f"{permission.name.lower()}_check")
            switch.toggled.connect(self._tell)
            self.switches[permission] = switch
            layout.addLayout(self._described(switch, description_of(permission)))
            if permission is Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS:
                layout.addWidget(self._make_options())

    def _described(self, button: QAbstractButton, description: str) -> QVBoxLayout:
        button.setAccessibleDescription(description)
        label = text_label(description, "muted", wrap=True)
        label.setIndent(self.fontMetrics().height() * 2)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(label)
        return column

    def _make_options(self) -> QWidget:
        self.options_box = QWidget()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self.options_box)
        column.setContentsMargins(self.fontMetrics().height() * 2, 0, 0, 0)
        column.setSpacing(8)
        for visibility in Visibility:
            option = QRadioButton(label_of(visibility))
            option.setObjectName(f"{visibility.name.lower()}_radio")
            self._group.addButton(option, int(visibility))
            self.options[visibility] = option
            column.addLayout(self._described(option, description_of(visibility)))
        self.options[Visibility.SHOW_THROUGH_ADS_ONLY].setChecked(True)
        self._group.idToggled.connect(self._tell)
        self.options_box.hide()
        return self.options_box

    def _tell(self) -> None:
        self.options_box.setVisible(self.switches[Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS].isChecked())
        if not self._is_setting:
            self.changed.emit()

    def permissions(self) -> frozenset[Permission]:
        """Return the switches that are on."""
        return frozenset(permission for permission, switch in self.switches.items() if switch.isChecked())

    def visibility(self) -> Visibility | None:
        """Return the option, None while new videos are off."""
        if Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS not in self.permissions():
            return None
        return Visibility(self._group.checkedId())

    def set_permissions(self, permissions: Iterable[Permission]) -> None:
        """Turn exactly these on."""
        wanted = frozenset(permissions)
        self._is_setting = True
        for permission, switch in self.switches.items():
            switch.setChecked(permission in wanted)
        self._is_setting = False
        self._tell()

"""The id of one's own Business Center, which partners have to know (domain.md 6.2.4), with a button that copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator


class OwnCenterId(QWidget):
    """One line. ``name`` begins the object names of its parts."""

    def __init__(self, actor: Actor, navigator: Navigator, name: str) -> None:
        super().__init__()
        self._id, self._navigator = actor.business_center_id, navigator
        caption = text_label(self.tr("Your Business Center ID"), "muted")
        self.own_id_label = text_label(self._id, "strong", selectable=True)
        self.own_id_label.setObjectName(f"{name}_own_id_label")
        self.own_id_label.setAccessibleName(f"{caption.text()}: {self._id}")
        self.copy_own_id_button = QPushButton(self.tr("Copy &ID"))
        self.copy_own_id_button.setObjectName(f"{name}_copy_own_id_button")
        self.copy_own_id_button.setAutoDefault(False)
        self.copy_own_id_button.setToolTip(self.tr("Give it to whoever wants to share accounts with you"))
        set_button_icon(self.copy_own_id_button, "copy")
        self.copy_own_id_button.clicked.connect(self._copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (caption, self.own_id_label, self.copy_own_id_button):
            layout.addWidget(part)
        layout.addStretch(1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._id)
        self._navigator.notices.success(self.tr("Your Business Center ID was copied."))

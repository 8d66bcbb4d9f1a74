"""A new video: the name of a file, chosen or typed. The program keeps the name; the file stays where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.limits import LIMITS


class VideoField(QWidget):
    """A line, and a button that takes a file's name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("video_field")
        self.video_name_edit = QLineEdit()
        self.video_name_edit.setObjectName("video_name_edit")
        self.video_name_edit.setAccessibleName(self.tr("Name of the video"))
        self.video_name_edit.setMaxLength(LIMITS.ad_name_characters)
        self.video_name_edit.setPlaceholderText(self.tr("winter-shoes.mp4"))
        self.choose_video_button = QPushButton(self.tr("Choose a &file…"))
        self.choose_video_button.setObjectName("choose_video_button")
        self.choose_video_button.setAutoDefault(False)
        self.choose_video_button.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.video_name_edit, 1)
        row.addWidget(self.choose_video_button)
        self.video_name_edit.textChanged.connect(self.changed)
        self.setFocusProxy(self.video_name_edit)

    def text(self) -> str:
        """Return the name."""
        return self.video_name_edit.text()

    def choose(self) -> QFileDialog:
        """Ask for a file; return the dialog."""
        dialog = QFileDialog(self, self.tr("Choose a video"))
        dialog.setObjectName("choose_video_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Videos (*.mp4 *.mov *.mpeg *.avi *.3gp)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.take)
        dialog.open()
        return dialog

    def take(self, path: str) -> None:
        """Take the name of a file."""
        self.video_name_edit.setText(Path(path).name)

"""Settings > Data: where everything lies."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton

from bcdesktop import __version__
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class DataTab(SettingsTab):
    """Paths to copy, the folder to open, and what a report of trouble needs."""

    name = "data"

    def build(self) -> None:
        """Build the cards."""
        self._add_places()
        self._add_diagnostics()
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Data")

    def _add_places(self) -> None:
        card = self.add_card(
            self.tr("Where your data lies"),
            self.tr("On this computer only. Nothing is sent anywhere but mails, by the mail server you set up."),
        )
        self.data_folder_edit = QLineEdit(str(self.session.frame.data_dir))
        self.data_folder_edit.setObjectName("data_folder_edit")
        self.store_path_edit = QLineEdit(str(self.session.context.store.path))
        self.store_path_edit.setObjectName("store_path_edit")
        for edit in (self.data_folder_edit, self.store_path_edit):
            edit.setReadOnly(True)
            edit.setCursorPosition(0)
        places = Form()
        places.add("data_folder", self.tr("Data folder"), self.data_folder_edit)
        places.add("store_path", self.tr("Store"), self.store_path_edit)
        self.open_folder_button = QPushButton(self.tr("Open the &folder"))
        self.open_folder_button.setObjectName("open_folder_button")
        set_button_icon(self.open_folder_button, "folder-open")
        self.open_folder_button.clicked.connect(self.open_folder)
        self.settings_open_store_button = QPushButton(self.tr("Open another &store…"))
        self.settings_open_store_button.setObjectName("settings_open_store_button")
        self.settings_open_store_button.clicked.connect(self.navigator.choose_store)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open_folder_button)
        row.addWidget(self.settings_open_store_button)
        row.addStretch(1)
        card.body.addWidget(places)
        card.body.addLayout(row)

    def _add_diagnostics(self) -> None:
        card = self.add_card(self.tr("Diagnostics"), self.tr("What a report of trouble needs. It holds no secrets."))
        self.diagnostics_text = QPlainTextEdit(diagnostics(self.session))
        self.diagnostics_text.setObjectName("diagnostics_text")
        self.diagnostics_text.setAccessibleName(self.tr("Diagnostics"))
        self.diagnostics_text.setReadOnly(True)
        self.diagnostics_text.setTabChangesFocus(True)
        self.diagnostics_text.setFixedHeight(self.fontMetrics().lineSpacing() * 6 + 24)
        self.copy_diagnostics_button = QPushButton(self.tr("&Copy"))
        self.copy_diagnostics_button.setObjectName("copy_diagnostics_button")
        set_button_icon(self.copy_diagnostics_button, "copy")
        self.copy_diagnostics_button.clicked.connect(self._copy)
        card.body.addWidget(self.diagnostics_text)
        card.body.addWidget(self.copy_diagnostics_button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_folder(self) -> None:
        """Show the data folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.frame.data_dir)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics_text.toPlainText())
        self.navigator.notices.success(self.tr("Diagnostics copied."))


def diagnostics(session: Session) -> str:
    """Return versions and modes, one per line; names of things, so not translated."""
    driver = session.context.store.driver
    sqlite = ".".join(str(part) for part in driver.version)
    lines = (
        f"Business Center Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"SQLite {sqlite} ({driver.name}), journal_mode={driver.journal_mode}, synchronous={driver.synchronous}",
        f"Keys: {type(session.context.secrets).__name__}",
    )
    return "\n".join(lines)

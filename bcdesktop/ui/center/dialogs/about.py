"""Help > About (decisions.md, "What the program is")."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from bcdesktop import __version__
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialogs import MessageDialog


class AboutDialog(MessageDialog):
    """Version, independence, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "qr-code", "primary", parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About Business Center Desktop"))
        self.title_label.setText(self.tr("Business Center Desktop"))
        self.version_label = text_label(self.tr("Version %1").replace("%1", __version__), "muted", selectable=True)
        self.version_label.setObjectName("version_label")
        self.text_label.setText(about_text())
        self.text_label.show()
        self.words.insertWidget(1, self.version_label)
        self.words.addWidget(text_label(licence_text(), "muted", wrap=True))
        self.close_button = self.add_button("close_button", self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)


def about_text() -> str:
    """Return the sentences that tell what the program is and what it is not."""
    return QCoreApplication.translate(
        "AboutDialog",
        "Keeps on your own computer who may use which TikTok account, and gets the account owner's consent by a QR"
        " code that runs out.\n\nIt is independent of TikTok and contacts no server by itself. Its codes are read by"
        " the Phone of this program; the TikTok app cannot read them.",
    )


def licence_text() -> str:
    """Return the sentence about licences."""
    text = QCoreApplication.translate(
        "AboutDialog", "MIT licence. Uses Qt %1 (LGPL) and the font Inter (OFL); NOTICE lists everything."
    )
    return text.replace("%1", qVersion())

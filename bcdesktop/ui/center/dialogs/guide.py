"""F1: how a TikTok account is linked, step by step, beside the flow (A1-37), and what to do when ending fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from bcdesktop.ui.center.dialogs.guide_ending import EndingTroubles
from bcdesktop.ui.center.dialogs.guide_texts import desktop_steps, phone_steps, safety, scan_paths, troubles
from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, scrolled, text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import theme_of


class GuideDialog(QDialog):
    """Tabs: what to do here, on the phone, when it goes wrong, to keep it safe, to end access. Stays open meanwhile.

    ``is_admin`` is None where nobody is signed in.
    """

    def __init__(self, navigator: Navigator, *, may_add: bool, is_admin: bool | None = None) -> None:
        super().__init__(navigator.window)
        self._navigator = navigator
        self.setObjectName("guide_dialog")
        self.setWindowTitle(self.tr("Step-by-step guide"))
        self._make_buttons(may_add)
        self.guide_tabs = QTabWidget()
        self.guide_tabs.setObjectName("guide_tabs")
        self.guide_tabs.setAccessibleName(self.tr("Parts of the guide"))
        self.guide_tabs.setDocumentMode(True)
        self.guide_tabs.addTab(scrolled(self._steps(desktop_steps())), self.tr("&1 In the Business Center"))
        self.guide_tabs.addTab(scrolled(self._phone()), self.tr("&2 On the phone"))
        self.guide_tabs.addTab(
            scrolled(self._lines(troubles(), "circle-alert", "warning")), self.tr("&3 If it goes wrong")
        )
        self.guide_tabs.addTab(scrolled(self._lines(safety(), "shield-check", "success")), self.tr("&4 Keep it safe"))
        self._ending = scrolled(EndingTroubles(navigator, is_admin=is_admin))
        self.guide_tabs.addTab(self._ending, self.tr("&5 Ending access"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.guide_add_button)
        buttons.addWidget(self.guide_phone_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_guide_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("How a TikTok account is linked, and access ended"), "title"))
        layout.addWidget(self.guide_tabs, 1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 98, line * 42)

    def open(self) -> None:
        """Show it beside the window: it is read while the steps are done."""
        self.show()

    def show_ending(self) -> None:
        """Turn to what to do when ending access does not work."""
        self.guide_tabs.setCurrentWidget(self._ending)

    def _make_buttons(self, may_add: bool) -> None:
        self.guide_add_button = QPushButton(self.tr("&Add TikTok account"))
        self.guide_add_button.setObjectName("guide_add_button")
        self.guide_add_button.clicked.connect(self._navigator.add_tiktok_account)
        self.guide_add_button.setVisible(may_add)
        self.guide_phone_button = QPushButton(self.tr("Open the &Phone"))
        self.guide_phone_button.setObjectName("guide_phone_button")
        set_button_icon(self.guide_phone_button, "smartphone")
        self.guide_phone_button.clicked.connect(self._navigator.show_phone)
        self.close_guide_button = QPushButton(self.tr("&Close"))
        self.close_guide_button.setObjectName("close_guide_button")
        self.close_guide_button.clicked.connect(self.accept)
        for button in (self.guide_add_button, self.guide_phone_button, self.close_guide_button):
            button.setAutoDefault(False)

    def _steps(self, steps: list[tuple[str, ...]]) -> QWidget:
        box = QWidget()
        column = _column(box)
        for number, (title, text) in enumerate(steps, start=1):
            badge = Badge(str(number), BadgeKind.INFO)
            column.addLayout(_line(badge, title, text))
        return box

    def _phone(self) -> QWidget:
        box = QWidget()
        column = _column(box)
        column.addWidget(self._steps(phone_steps()))
        paths = Card(self.tr("Where the scanner is"))
        paths.body.setSpacing(12)
        for name, title, text in scan_paths():
            paths.body.addLayout(_line(Badge(name), title, text))
        column.addWidget(paths)
        return box

    def _lines(self, lines: list[tuple[str, ...]], icon_name: str, token: str) -> QWidget:
        box = QWidget()
        column = _column(box)
        for title, text in lines:
            picture = QLabel()
            picture.setPixmap(icon(icon_name, theme_of(self), token).pixmap(self.fontMetrics().height()))
            column.addLayout(_line(picture, title, text))
        return box


def _column(box: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column


def _line(mark: QWidget, title: str, text: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(text_label(title, "strong", wrap=True, selectable=True))
    words.addWidget(text_label(text, "muted", wrap=True, selectable=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def show_guide(navigator: Navigator, *, may_add: bool, is_admin: bool | None = None) -> GuideDialog:
    """Open the guide, or bring the open one to the front. Returns it."""
    open_one = navigator.window.findChild(GuideDialog)
    if open_one is not None and open_one.isVisible():
        open_one.raise_()
        open_one.activateWindow()
        return open_one
    guide = GuideDialog(navigator, may_add=may_add, is_admin=is_admin)
    navigator.open_dialog(guide)
    return guide

"""F1: how a TikTok account is linked, step by step, with the button that does each step (A1-37)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.ui.center.navigator import Navigator
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import theme_of


class GuideDialog(QDialog):
    """Five steps on one page; stays open beside the window while they are done."""

    def __init__(self, navigator: Navigator, *, may_add: bool) -> None:
        super().__init__(navigator.window)
        self._navigator = navigator
        self.setObjectName("guide_dialog")
        self.setWindowTitle(self.tr("Step-by-step guide"))
        self._make_buttons(may_add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("How a TikTok account is linked"), "title"))
        layout.addWidget(self._steps())
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.close_guide_button)
        layout.addLayout(end)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.sizeHint().height())

    def _make_buttons(self, may_add: bool) -> None:
        self.guide_add_button = QPushButton(self.tr("&Add TikTok account"))
        self.guide_add_button.setObjectName("guide_add_button")
        self.guide_add_button.clicked.connect(self._add)
        self.guide_add_button.setVisible(may_add)
        self.guide_phone_button = QPushButton(self.tr("Open the &Phone"))
        self.guide_phone_button.setObjectName("guide_phone_button")
        self.guide_phone_button.setIcon(icon("smartphone", theme_of(self)))
        self.guide_phone_button.clicked.connect(self._navigator.show_phone)
        self.close_guide_button = QPushButton(self.tr("&Close"))
        self.close_guide_button.setObjectName("close_guide_button")
        self.close_guide_button.clicked.connect(self.accept)

    def _steps(self) -> Card:
        card = Card()
        card.body.setSpacing(16)
        steps = (
            (
                self.tr("Ask for access"),
                self.tr("Add TikTok account, choose how to link it and what it may be used for."),
                self.guide_add_button,
            ),
            (
                self.tr("Show the code to the owner"),
                self.tr("On this screen, as a picture, in a message or on paper. It runs out, and can be renewed."),
                None,
            ),
            (
                self.tr("The owner scans it"),
                self.tr(
                    "In the Phone: TikTok app > Profile > Find Friends > QR scanner. The TikTok app cannot read it."
                ),
                self.guide_phone_button,
            ),
            (
                self.tr("The owner agrees"),
                self.tr("They see who asks, for what and until when; they may give less, or decline."),
                None,
            ),
            (
                self.tr("The account stands in the list"),
                self.tr(
                    "TikTok accounts shows its permissions. If you named no handle, say whether it is the right one."
                ),
                None,
            ),
        )
        for number, (title, text, button) in enumerate(steps, start=1):
            card.body.addLayout(self._step(number, title, text, button))
        return card

    @staticmethod
    def _step(number: int, title: str, text: str, button: QPushButton | None) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(text_label(title, "strong"))
        words.addWidget(text_label(text, "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Badge(str(number), BadgeKind.INFO), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _add(self) -> None:
        self.accept()
        self._navigator.add_tiktok_account()

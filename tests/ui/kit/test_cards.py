from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.cards import Card, DetailsPanel, Page, clear_layout
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.walk import violations


class Requests(Page):
    def __init__(self, bridge: ChangeBridge | None) -> None:
        super().__init__("Requests", "What you asked.", bridge=bridge)
        self.reads = 0

    def read(self) -> None:
        self.reads += 1


def test_a_page_reads_again_after_a_change_it_listens_to(theme, qtbot) -> None:
    bridge = ChangeBridge()
    page = Requests(bridge)
    qtbot.addWidget(page)
    page.listen({ChangeKind.ACCESS_REQUEST}, page.read)
    page.show()
    bridge.publish([Change(ChangeKind.ACCESS_REQUEST)])
    qtbot.waitUntil(lambda: page.reads == 1)


def test_a_page_without_bridge_says_so_when_it_is_to_listen(theme, qtbot) -> None:
    page = Requests(None)
    qtbot.addWidget(page)
    with pytest.raises(RuntimeError):
        page.listen({ChangeKind.MAIL}, page.read)


def test_the_primary_button_stands_at_the_right_of_the_title(theme, qtbot) -> None:
    page = Requests(None)
    qtbot.addWidget(page)
    button = QPushButton("Add")
    page.set_primary(QPushButton("Export"), button)
    page.resize(900, 400)
    page.show()
    assert button.geometry().right() > 900 - 48
    assert page.title_label.geometry().left() < 48


def test_the_panel_shows_whose_details_it_has_and_closes(theme, qtbot) -> None:
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    for text in ("Old", "New"):
        panel.set_head("@my.shop", "Linked", [Badge(text, BadgeKind.INFO)])
    panel.add_tab("overview_tab", "Overview", QLabel("x"))
    panel.show()
    assert [badge.text() for badge in panel.findChildren(Badge) if badge.isVisible()] == ["New"]
    assert panel.findChild(QLabel, "overview_tab").isVisible()
    assert violations(panel) == []
    with qtbot.waitSignal(panel.closed):
        panel.findChild(QToolButton, "close_panel_button").click()
    assert not panel.isVisible()


def test_a_badge_is_never_cut(theme, qtbot) -> None:
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    panel.set_head("@my.shop", "", [Badge("Owner not verified", BadgeKind.WARNING) for _ in range(3)])
    panel.show()
    panel.resize(panel.minimumSizeHint())
    assert all(badge.width() >= badge.sizeHint().width() for badge in panel.findChildren(Badge))


def test_a_tab_that_is_too_long_scrolls_and_keeps_the_height_of_its_lines(theme, qtbot) -> None:
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    inner = QWidget()
    layout = QVBoxLayout(inner)
    lines = [QLineEdit("x") for _ in range(30)]
    for line in lines:
        layout.addWidget(line)
    panel.add_tab("members_tab", "Members", inner)
    panel.resize(500, 300)
    panel.show()
    assert all(line.height() >= line.sizeHint().height() for line in lines)


def test_a_cleared_layout_is_empty(theme, qtbot) -> None:
    card = Card("Title")
    qtbot.addWidget(card)
    card.body.addWidget(QLabel("x"))
    clear_layout(card.body)
    assert card.body.count() == 0

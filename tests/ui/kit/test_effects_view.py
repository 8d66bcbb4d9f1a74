"""The list of effects: groups with their number, names that open, what stays."""

from __future__ import annotations

import pytest

from bcdesktop.core.ending import Effect, EffectKind, Effects, EndWay
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.effects_list import EffectsListDialog
from bcdesktop.ui.kit.effects_view import EffectsView

LINK = Effect(EffectKind.LINK_ENDS, "l1", "@mara", "Northwind")
AD = Effect(EffectKind.AD_PAUSES, "a1", "Spring", "Main account")
GRANTS = [Effect(EffectKind.MEMBER_LOSES, f"g{n}", f"@shop{n:03}", "Sam") for n in range(120)]


@pytest.fixture
def view(qtbot, theme):
    made = EffectsView()
    qtbot.addWidget(made)
    made.show_effects(Effects.of([*GRANTS, AD, LINK]), what_stays(EndWay.DISCONNECT))
    made.show()
    return made


def test_kinds_stand_in_one_order_with_their_numbers(view):
    assert view.texts() == (
        "Links that end: 1",
        "Running ads that pause: 1",
        "Members who lose access: 120 (one person)",
    )


def test_few_names_are_open_and_many_open_by_a_press(view):
    assert view.groups[EffectKind.AD_PAUSES].names_label.text() == "Spring · Main account"
    many = view.groups[EffectKind.MEMBER_LOSES]
    assert not many.names_label.isVisible()
    many.toggle_button.click()
    names = many.names_label.text().splitlines()
    assert names[0] == "Sam: @shop000"
    assert len(names) == 50
    assert many.more_button.text() == "… and 70 more"


def test_all_names_can_be_searched_in_a_list_of_their_own(view):
    many = view.groups[EffectKind.MEMBER_LOSES]
    many.toggle_button.click()
    many.more_button.click()
    (dialog,) = view.window().findChildren(EffectsListDialog)
    assert dialog.effects_table.model().rowCount() == 120
    dialog.effects_search_edit.setText("shop077")
    assert dialog.effects_table.model().rowCount() == 1
    dialog.close()


def test_what_stays_is_said_below(view):
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in view.findChildren(QLabel)]
    assert "Its followers stay" in said
    assert "The TikTok account stays" in said


def test_whole_numbers_are_told_where_only_a_part_is_known(qtbot, theme):
    view = EffectsView()
    qtbot.addWidget(view)
    view.show_effects(Effects.of(GRANTS), (), {EffectKind.MEMBER_LOSES: 4_000})
    assert view.texts() == ("Members who lose access: 4000",)


def test_an_ending_without_effects_says_so(qtbot, theme):
    from PySide6.QtWidgets import QLabel

    view = EffectsView()
    qtbot.addWidget(view)
    view.show_effects(Effects(()))
    assert "Nothing is in use now." in [label.text() for label in view.findChildren(QLabel)]

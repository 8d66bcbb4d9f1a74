"""The readiness list: word and colour, who can mend, and a button that only says where to go."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from bcdesktop.core.readiness import Condition, ConditionName, Mender
from bcdesktop.services.ad_records import Line
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.readiness_view import ReadinessView
from bcdesktop.ui.kit.readiness_words import helper_text

LINKED = Line(Condition(ConditionName.LINK_ACTIVE, ok=True))
POSTS = Line(Condition(ConditionName.EXISTING_POSTS, ok=None))
AD_LINK = Line(Condition(ConditionName.AD_LINK, ok=False, mender=Mender.ADMIN), ("Nora", "Tom"))
PRIVATE = Line(Condition(ConditionName.ACCOUNT_PUBLIC, ok=False, mender=Mender.OWNER), ("@mara",))
VERBS = {ConditionName.AD_LINK: "&Link them…", ConditionName.LINK_ACTIVE: "Never shown"}


@pytest.fixture
def view(qtbot, theme):
    made = ReadinessView("account")
    qtbot.addWidget(made)
    made.show_lines((LINKED, POSTS, AD_LINK), VERBS)
    return made


def test_each_condition_has_a_word_beside_its_colour(view):
    words = {name: row.state_label.text() for name, row in view.rows.items()}
    assert words == {
        ConditionName.LINK_ACTIVE: "Yes",
        ConditionName.EXISTING_POSTS: "Not known",
        ConditionName.AD_LINK: "No",
    }


def test_a_cross_names_those_who_can_mend_it(view):
    assert view.rows[ConditionName.AD_LINK].helper_label.text() == "An admin can do this: Nora, Tom."
    assert "Nora, Tom" in view.rows[ConditionName.AD_LINK].accessibleName()


def test_only_a_cross_has_a_button_and_it_says_which(view, qtbot):
    buttons = view.findChildren(QPushButton)
    assert [button.objectName() for button in buttons] == ["account_ad_link_mend_button"]
    with qtbot.waitSignal(view.mend_requested) as caught:
        buttons[0].click()
    assert caught.args == [ConditionName.AD_LINK]


@pytest.mark.parametrize(
    ("lines", "word", "kind", "sentence"),
    [
        ((LINKED,), "Ready for Spark Ads", BadgeKind.SUCCESS, "Ads can be run."),
        ((LINKED, POSTS), "Ready for Spark Ads", BadgeKind.SUCCESS, "Nothing known stands in the way."),
        ((LINKED, AD_LINK), "Not ready for Spark Ads", BadgeKind.WARNING, "One thing is missing."),
        ((PRIVATE, AD_LINK), "Not ready for Spark Ads", BadgeKind.WARNING, "2 things are missing."),
    ],
    ids=["ready", "not all known", "one", "two"],
)
def test_the_verdict_stands_above(view, lines, word, kind, sentence):
    view.show_lines(lines)
    assert (view.verdict_badge.text(), view.verdict_badge.property("badge")) == (word, kind)
    assert view.verdict_label.text() == sentence


@pytest.mark.parametrize("mender", Mender)
def test_every_cross_says_who_can_mend_it(qtbot, mender):
    line = Line(Condition(ConditionName.NEW_VIDEOS, ok=False, mender=mender), ("Nora",))
    assert helper_text(line)
    assert "%1" not in helper_text(line)


def test_long_lists_of_helpers_are_cut(qtbot):
    line = Line(AD_LINK.condition, ("Ann", "Ben", "Cleo", "Dan", "Eve", "Finn"))
    assert helper_text(line) == "An admin can do this: Ann, Ben, Cleo, Dan and 2 more."

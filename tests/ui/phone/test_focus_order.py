"""Tab on the phone goes from the top of the display to its foot, then to the window's own buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt


def names_by_tab(handset, key=Qt.Key.Key_Tab):
    window, names = handset.window, []
    while True:
        name = window.focusWidget().objectName()
        if name in names:
            return names
        names.append(name)
        handset.qtbot.keyClick(window.focusWidget(), key)


def test_tab_goes_through_the_profile_from_top_to_bottom(handset):
    window = handset.with_account()
    handset.to_profile()
    window.header.back_button.setFocus()

    names = names_by_tab(handset)

    top, foot = names.index("profile_menu_button"), names.index("home_tab_button")
    assert top < names.index("profile_receipts_row") < foot < names.index("home_button") < names.index("close_button")
    assert names[0] == "back_button"


def test_tab_backwards_is_the_same_way_back(handset):
    window = handset.with_account()
    handset.to_profile()
    window.header.back_button.setFocus()
    forward = names_by_tab(handset)
    window.caption.close_button.setFocus()

    assert names_by_tab(handset, Qt.Key.Key_Backtab) == forward[::-1]


def test_of_a_group_of_choices_tab_stops_at_the_chosen_one(handset):
    handset.with_account()
    handset.press_to("settings_app_button", "phone_settings_screen")

    names = names_by_tab(handset)

    assert "version_current" in names
    assert "version_older" not in names


def test_a_new_screen_has_the_focus_on_its_first_control(handset):
    handset.with_account()
    handset.press_to("settings_app_button", "phone_settings_screen")

    assert handset.window.navigator.top.isAncestorOf(handset.window.focusWidget())

"""Moving through the phone: back, home, sheets, size, theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from bcdesktop.ui.kit.theme import ColorScheme
from bcdesktop.ui.phone.measures import bezel, corner


def to_settings(handset):
    handset.to_profile()
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")


def swipe(handset, across: int):
    edge = handset.window.back_edge
    middle = edge.height() // 2
    handset.qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(2, middle))
    handset.qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(2 + across, middle))


def test_a_swipe_from_the_left_edge_goes_back(handset):
    handset.with_account()
    to_settings(handset)
    swipe(handset, handset.window.display.width() // 2)
    handset.wait_for("profile_screen")


def test_a_short_swipe_changes_nothing(handset):
    handset.with_account()
    to_settings(handset)
    swipe(handset, 10)
    assert handset.screen() == "settings_and_privacy_screen"


def test_escape_closes_the_menu_first_and_goes_back_then(handset):
    handset.with_account()
    handset.to_profile()
    handset.press("profile_menu_button")
    assert handset.window.sheet() is not None
    handset.qtbot.keyClick(handset.window.focusWidget(), Qt.Key.Key_Escape)
    assert handset.window.sheet() is None
    assert handset.screen() == "profile_screen"
    handset.qtbot.keyClick(handset.window, Qt.Key.Key_Escape)
    handset.wait_for("home_screen")


def test_alt_home_leaves_the_app(handset):
    handset.with_account()
    to_settings(handset)
    handset.qtbot.keyClick(handset.window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    handset.wait_for("home_screen")


def test_opening_a_screen_again_leaves_only_one_of_it(handset):
    handset.with_account()
    to_settings(handset)
    handset.window.routes.my_qr_code()
    handset.window.routes.settings_and_privacy()
    handset.wait_for("settings_and_privacy_screen")
    names = [screen.objectName() for screen in handset.window.navigator.screens]
    assert names == ["home_screen", "profile_screen", "settings_and_privacy_screen"]


def test_the_square_corners_of_the_display_stay_inside_the_round_body(handset):
    window = handset.with_account()
    picture = window.body.grab().toImage()
    ratio = picture.devicePixelRatio()
    inside = round((bezel(window) - 1) * ratio)
    # the diagonal distance of the round edge from the corner of its rectangle
    assert (corner(window) + bezel(window)) * (1 - 0.5**0.5) < bezel(window)
    assert picture.pixelColor(inside, picture.height() // 2) == picture.pixelColor(picture.width() // 2, inside)


def test_the_phone_follows_the_theme_at_once(handset, theme):
    window = handset.with_account()
    before = window.grab().toImage()
    theme.set_scheme(ColorScheme.DARK)
    assert window.grab().toImage() != before


def test_the_time_is_shown_and_follows_the_clock(handset):
    window = handset.with_account()
    before = window.status_bar.time_label.text()
    handset.world.wait(minutes=5)
    handset.qtbot.waitUntil(lambda: window.status_bar.time_label.text() != before)


def test_a_screen_never_needs_more_width_than_the_phone_has(handset, nora):
    window = handset.with_account()
    for way in (
        window.routes.phone_settings,
        window.routes.tiktok,
        window.routes.privacy,
        window.routes.scanner,
        window.routes.find_friends,
        window.routes.sign_up,
    ):
        way()
        handset.settle()
        top = window.navigator.top
        assert top.scroll.widget().minimumSizeHint().width() <= top.scroll.viewport().width(), top.objectName()

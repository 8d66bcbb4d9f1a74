"""Ads Manager and the Business Center window in one process: each leads to the other, with the same person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent

from bcdesktop.cli import Command, Options
from bcdesktop.services import advertisers
from bcdesktop.store.places import default_store_path
from bcdesktop.windows import Windows, make_frame, open_context
from tests.services.ad_world import ad_account, advertiser
from tests.services.world import PASSWORD, World

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")


@pytest.fixture
def made(qapp, tmp_path):
    """Make the windows of a process; everything is closed at the end."""
    all_made = []

    def make(command=Command.BUSINESS_CENTER, store=None):
        options = Options(command, store=store, data_dir=tmp_path)
        all_made.append(Windows(qapp, make_frame(qapp, tmp_path), options, backend="file"))
        return all_made[-1]

    yield make
    for windows in all_made:
        for window in (windows.center, windows.ads.window):
            if window is not None:
                window.close()
                window.deleteLater()
        windows.close()
        windows.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def world(tmp_path):
    """A store with Nora of Lantern Media, her ad account, and Ida, who is in no Business Center."""
    world = World(tmp_path / "world")
    world.folder.mkdir(exist_ok=True)
    world.nora = world.center()
    world.ad_account = ad_account(world, world.nora)
    world.ida = advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)
    yield world
    world.close()


def start(qtbot, windows):
    with qtbot.waitSignal(windows.settled, timeout=30_000):
        windows.start()
    settle(qtbot, windows)
    return windows


def settle(qtbot, windows):
    qtbot.waitUntil(lambda: windows._frame.runner.busy == 0, timeout=20_000)


@pytest.fixture
def both(made, qtbot, world):
    """The Business Center window with Nora in it."""
    windows = start(qtbot, made(store=world.folder / "one.bcstore"))
    windows.center.enter(world.nora)
    qtbot.waitUntil(lambda: windows.center.inside is not None, timeout=10_000)
    return windows


def open_ads(qtbot, windows, asset_id=""):
    windows.center.navigator.open_ads_manager(asset_id)
    qtbot.waitUntil(
        lambda: windows.ads.window is not None and windows.ads.window.advertiser is not None, timeout=20_000
    )
    settle(qtbot, windows)
    return windows.ads.window


def test_the_business_center_window_starts_without_ads_manager(made, qtbot):
    windows = start(qtbot, made())

    assert windows.ads.window is None


def test_started_alone_ads_manager_asks_who_it_is(made, qtbot, world):
    windows = start(qtbot, made(Command.ADS_MANAGER, world.folder / "one.bcstore"))

    qtbot.waitUntil(lambda: windows.ads.window.views.currentWidget().objectName() == "ads_sign_in_view", timeout=10_000)
    assert windows.center is None


def test_who_is_signed_in_is_taken_over_to_the_ad_account_that_was_named(both, qtbot, world):
    window = open_ads(qtbot, both, world.ad_account)

    assert window.advertiser == advertiser(world, world.nora)
    assert window.navigator.account.id == world.ad_account


def test_asked_for_twice_it_is_the_same_window(both, qtbot):
    first = open_ads(qtbot, both)

    assert open_ads(qtbot, both) is first


def test_signing_out_of_the_business_center_signs_out_here_too(both, qtbot):
    window = open_ads(qtbot, both)

    both.center.sign_out()

    qtbot.waitUntil(lambda: window.advertiser is None, timeout=10_000)
    assert window.views.currentWidget().objectName() == "ads_sign_in_view"


def test_ads_manager_leads_to_the_page_of_the_business_center(both, qtbot, world):
    window = open_ads(qtbot, both)

    window.navigator.open_center(world.nora.business_center_id, "tiktok_accounts")

    qtbot.waitUntil(lambda: both.center.inside.pages.current_name == "tiktok_accounts", timeout=10_000)


def test_started_alone_it_opens_the_business_center_window_for_the_same_person(made, qtbot, world):
    windows = start(qtbot, made(Command.ADS_MANAGER, world.folder / "one.bcstore"))
    windows.ads.window.enter(advertiser(world, world.nora))

    windows.ads.window.navigator.open_center()

    qtbot.waitUntil(lambda: windows.center is not None and windows.center.inside is not None, timeout=20_000)
    assert windows.center.actor == world.nora


def test_somebody_without_a_business_center_creates_one_as_the_person_they_are(made, qtbot, world):
    windows = start(qtbot, made(Command.ADS_MANAGER, world.folder / "one.bcstore"))
    windows.ads.window.enter(world.ida)

    windows.ads.window.navigator.create_center()
    settle(qtbot, windows)

    wizard = windows.center.findChild(object, "first_start_wizard")
    assert wizard.windowTitle() == "Create Business Center account"
    assert wizard.pages_by_step["you"].state.actor == world.ida
    wizard.close()


def test_where_somebody_else_is_signed_in_the_other_window_says_so(both, qtbot, world):
    window = open_ads(qtbot, both)
    window.enter(world.ida)

    window.navigator.create_center()
    settle(qtbot, both)

    assert both.center.actor == world.nora
    assert "Nora" in both.center.notices.bar.title_label.text()
    both.center.navigator.open_ads_manager()
    settle(qtbot, both)
    assert window.advertiser == world.ida
    assert "Ida" in window.notices.bar.title_label.text()


def test_the_own_store_of_the_folder_is_opened_without_another_being_named(made, qtbot, tmp_path):
    context = open_context(default_store_path(tmp_path), tmp_path, backend="file")
    ida = advertisers.sign_up(context, "Ida", "ida@example.com", PASSWORD)
    context.store.close()

    windows = start(qtbot, made(Command.ADS_MANAGER))

    assert advertisers.sign_in(windows.session.context, ida.email, PASSWORD) == ida


def test_before_anybody_is_signed_in_ads_manager_asks_who_it_is(made, qtbot, world):
    windows = start(qtbot, made(store=world.folder / "one.bcstore"))
    windows.center.commands.open_ads_manager()

    qtbot.waitUntil(lambda: windows.ads.window is not None and windows.ads.window.session is not None, timeout=10_000)
    settle(qtbot, windows)
    assert windows.ads.window.views.currentWidget().objectName() == "ads_sign_in_view"


def test_who_is_in_no_business_center_is_offered_to_create_one_when_led_to_one(made, qtbot, world):
    windows = start(qtbot, made(Command.ADS_MANAGER, world.folder / "one.bcstore"))
    window = windows.ads.window
    window.enter(world.ida)
    settle(qtbot, windows)

    window.navigator.open_center("", "ad_accounts")
    settle(qtbot, windows)

    assert window.findChild(object, "enter_center_dialog").isVisible()
    assert windows.center is None

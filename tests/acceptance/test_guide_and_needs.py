"""What is needed before starting, and the guide that stays beside the steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget


def test_a2_11_an_existing_tiktok_account_is_needed_ones_own_or_a_clients(bench):
    bench.center.open(bench.admin)
    wizard = bench.center.start_wizard()
    checks = wizard.inside("checks")
    checks.until(lambda: checks.reads("A TikTok account"))
    checks.until(lambda: checks.reads("Your own (@nora_tt), or a client's. It exists already."))


def test_a2_13_an_administrator_is_needed(bench):
    bench.center.open(bench.admin)
    wizard = bench.center.start_wizard()
    checks = wizard.inside("checks")
    checks.until(lambda: checks.reads("You are an Admin"))
    assert checks.reads("Only an Admin can ask for accounts.")
    assert wizard.can_press("next_button")
    bench.center.close_dialog("add_tiktok_account_wizard")
    bench.center.close()
    bench.center.open(bench.world.standard_member(bench.admin))
    page = bench.center.page("tiktok_accounts")
    assert not page.sees("accounts_add_button")
    assert page.reads("An admin of this Business Center gives you the accounts you work with.")
    bench.center.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    bench.center.settle()
    assert not bench.center.sees("add_tiktok_account_wizard")
    bench.center.key(Qt.Key.Key_F1)
    guide = bench.center.inside("guide_dialog")
    assert guide.reads("Only an Admin sees this button.")
    assert not guide.sees("guide_add_button")


def test_a1_37_the_guide_opens_beside_the_steps_and_names_them(bench):
    bench.ready()
    wizard = bench.center.start_wizard()
    wizard.press("guide_button")
    guide = bench.center.inside("guide_dialog")
    assert not guide.window.isModal()
    steps = (
        "Open TikTok accounts and press Add TikTok account",
        "Choose how to add it",
        "Choose how to send it",
        "Choose the permissions",
        "Say for whom",
        "Generate the QR code and send it",
        "Wait for the answer",
        "Find the account in TikTok accounts",
    )
    said = guide.texts()
    assert [said.index(step) for step in steps] == sorted(said.index(step) for step in steps)
    for page in ("way_page", "sending_page", "permissions_page", "recipient_page", "summary_page"):
        wizard.press("next_button")
        wizard.see(page)
        assert bench.center.sees("guide_dialog")
    wizard.press("finish_button")
    bench.center.code_dialog()
    show_tab(guide, 1)
    assert guide.reads("Open the scanner and scan the code")
    for path in ("Profile icon > Find Friends > QR scanner icon", "Inbox > All activity > From TikTok"):
        assert guide.reads(path)
    bench.phone.scan()
    bench.phone.authorize()
    show_tab(guide, 2)
    assert guide.reads("The code expired")
    guide.press("close_guide_button")
    bench.center.until(lambda: not bench.center.sees("guide_dialog"))
    assert bench.center.account_row("mara")["permissions"] == "Deliver ads"


def show_tab(guide, place: int) -> None:
    """Press a tab of the guide."""
    tabs = guide.widget("guide_tabs")
    assert isinstance(tabs, QTabWidget)
    bar = tabs.tabBar()
    guide.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    assert tabs.currentIndex() == place

"""Every step of the wizards."""

from __future__ import annotations

import pytest

from bcdesktop.services import owner
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.services.world import PASSWORD
from tests.shots.scenes_center import at_desk


def scene_first_start(bench, camera):
    at_desk(bench)
    bench.center.press("set_up_button")
    wizard = bench.center.inside("first_start_wizard")
    view = wizard.see("log_in_qr_view")
    wizard.until(lambda: view.readable)
    code = find_our_code(view.grab().toImage())
    camera.take("first-start-1-log-in", wizard.window, reads=code)
    phone = bench.world.sign_up("mara")
    owner.approve_log_in(bench.context, phone, owner.open_code(bench.context, phone, code))
    wizard.until(lambda: wizard.can_press("next_button") or wizard.sees("business_page"))
    camera.take("first-start-1-logged-in", wizard.window)
    if not wizard.sees("business_page"):
        wizard.press("next_button")
    wizard.see("business_page")
    camera.take("first-start-2-business-empty", wizard.window)
    wizard.type("name_edit", "Lantern Media")
    for name, value in (("country_combo", "DE"), ("time_zone_combo", "Europe/Berlin"), ("currency_combo", "EUR")):
        combo = wizard.widget(name)
        combo.setCurrentIndex(combo.findData(value))
    wizard.type("address_edit", "Hafenweg 1, Bremen")
    wizard.type("activity_edit", "Campaigns for shops")
    camera.take("first-start-2-business", wizard.window)
    wizard.press("next_button")
    wizard.see("you_page")
    wizard.type("person_name_edit", "Mara Voss")
    wizard.type("email_edit", "mara at example")
    wizard.type("password_edit", "short")
    if wizard.can_press("next_button"):
        wizard.press("next_button")
    camera.take("first-start-3-you-refused", wizard.window)
    wizard.type("email_edit", "mara@example.com")
    wizard.type("password_edit", PASSWORD)
    camera.take("first-start-3-you", wizard.window)
    wizard.press("next_button")
    wizard.see("authorise_page")
    camera.take("first-start-4-authorise", wizard.window)
    wizard.press("authorise_button")
    wizard.see("recovery_page")
    camera.take("first-start-5-recovery", wizard.window)


@pytest.mark.parametrize("way", ["link", "claim", "own"])
def scene_add_tiktok_account(bench, camera, way):
    at_desk(bench, bench.admin)
    wizard = bench.center.start_wizard()
    wizard.settle()
    if way == "link":
        camera.take("add-1-before-you-start", wizard.window)
    wizard.press("next_button")
    wizard.see("way_page")
    wizard.press(f"{way}_radio")
    camera.take(f"add-{way}-2-way", wizard.window)
    wizard.press("next_button")
    if way == "link":
        wizard.see("sending_page")
        camera.take(f"add-{way}-3-sending", wizard.window)
        wizard.press("next_button")
    elif way == "claim":
        wizard.see("claim_warning_page")
        camera.take(f"add-{way}-3-warning", wizard.window)
        wizard.press("fully_owned_check")
        wizard.press("next_button")
    wizard.see("permissions_page")
    camera.take(f"add-{way}-4-permissions", wizard.window)
    wizard.press("next_button")
    wizard.see("recipient_page")
    camera.take(f"add-{way}-5-recipient", wizard.window)
    if way == "link":
        bench.world.sign_up("mara")
        wizard.type("handle_edit", "mara")
        wizard.type("purpose_edit", "Spring campaign")
        wizard.settle()
        camera.take(f"add-{way}-5-recipient-known", wizard.window)
    wizard.press("next_button")
    wizard.see("summary_page")
    wizard.settle()
    camera.take(f"add-{way}-6-summary", wizard.window)


def scene_add_by_notification_to_nobody(bench, camera):
    at_desk(bench, bench.admin)
    wizard = bench.center.start_wizard()
    for page, choice in (("way_page", "link_radio"), ("sending_page", "notification_radio")):
        wizard.press("next_button")
        wizard.see(page)
        wizard.press(choice)
    wizard.press("next_button")
    wizard.see("permissions_page")
    wizard.press("custom_preset_button")
    camera.take("add-notification-4-permissions-custom", wizard.window)
    wizard.press("live_ads_preset_button")
    camera.take("add-notification-4-permissions-live", wizard.window)
    wizard.press("next_button")
    wizard.see("recipient_page")
    wizard.type("handle_edit", "nobody_of_this_name")
    wizard.press("next_button")
    wizard.settle()
    camera.take("add-notification-5-recipient-unknown", wizard.window)

"""Ads Manager around its pages: signing in, the ad account on top, user management, basic information, requests."""

from __future__ import annotations

from bcdesktop.core.roles import AssetRole
from bcdesktop.services import advertisers, log_ins, owner, person_links
from bcdesktop.services.records import LogInPurpose
from tests.services.access import holder_of
from tests.services.ad_scene import linked_account, running_ad, set_ad_role
from tests.services.ad_world import ad_account, ad_link, advertiser, personal_ad_account
from tests.services.granted import asked, granted_to
from tests.services.world import PASSWORD


def ida_of(bench):
    return advertisers.sign_up(bench.context, "Ida Berg", "ida@example.com", PASSWORD)


def link_alone(bench, person, handle):
    """Link a TikTok account to one person."""
    row = log_ins.start(bench.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    phone = bench.world.sign_up(handle)
    owner.approve_log_in(bench.context, phone, owner.open_code(bench.context, phone, row.code_text))
    person_links.link(bench.context, person, row.id)


def busy_account(bench):
    """An ad account with people, linked accounts and running ads; return its id and Nora as an advertiser."""
    spring = ad_account(bench.world, bench.admin, "Harbour Shoes · Spring")
    for name, role in (("Sam", AssetRole.OPERATOR), ("Priya", AssetRole.ANALYST)):
        set_ad_role(bench.world, bench.world.standard_member(bench.admin, name), spring, role)
    for handle in ("harbourshoes", "mara.draws"):
        link_id = linked_account(bench.world, bench.admin, handle)
        ad_link(bench.world, bench.admin, spring, link_id)
        running_ad(bench.world, bench.admin, spring, link_id=link_id, name=f"Boost {handle}")
    person = advertiser(bench.world, bench.admin)
    link_alone(bench, person, "nora.at.home")
    return spring, person


def scene_sign_in(bench, camera):
    assert bench.admin
    window = bench.ads.open()
    bench.ads.see("sign_in_button")
    camera.take("ads-sign-in", window)
    bench.ads.press("log_in_with_tiktok_button")
    bench.ads.see("log_in_qr_view")
    bench.ads.until(lambda: bench.ads.sees("open_phone_button"))
    camera.take("ads-sign-in-code", window)
    bench.ads.press("back_to_password_button")
    bench.ads.press("sign_up_button")
    bench.ads.press("create_account_button")
    camera.take("ads-sign-up", window)
    bench.ads.press("sign_up_with_tiktok_button")
    bench.ads.see("log_in_qr_view")
    bench.ads.until(lambda: bench.ads.sees("open_phone_button"))
    camera.take("ads-sign-up-code", window)


def scene_no_ad_account(bench, camera):
    window = bench.ads.open(ida_of(bench))
    bench.ads.press("nav_basic_information_button")
    bench.ads.see("no_ad_account_view")
    camera.take("ads-no-account", window)
    bench.ads.press("first_account_button")
    bench.ads.settle()
    camera.take("ads-create-account", bench.ads.widget("create_account_dialog"))


def scene_user_management(bench, camera):
    spring, person = busy_account(bench)
    window = bench.ads.open(person, spring)
    page = bench.ads.page("account_settings")
    bench.ads.until(lambda: bench.ads.table("ads_members_table").record_model.rowCount() == 3)
    bench.ads.table("ads_members_table").selectRow(1)
    camera.take("ads-members", window)
    page.press("remove_member_button")
    camera.take("ads-remove-member", bench.ads.see("remove_member_dialog"))
    bench.ads.close_dialog("remove_member_dialog")
    page.widget("user_management_tabs").setCurrentIndex(1)
    bench.ads.until(lambda: bench.ads.table("linked_accounts_table").record_model.rowCount() == 3)
    bench.ads.table("linked_accounts_table").selectRow(0)
    camera.take("ads-linked-accounts", window)
    page.press("unlink_button")
    camera.take("ads-unlink", bench.ads.see("unlink_dialog"))
    bench.ads.close_dialog("unlink_dialog")
    page.press("link_account_button")
    camera.take("ads-link-account", bench.ads.see("link_account_dialog"))
    bench.ads.press("log_in_to_link_button")
    bench.ads.see("log_in_qr_view")
    bench.ads.until(lambda: bench.ads.sees("open_phone_button"))
    camera.take("ads-link-account-code", bench.ads.widget("link_account_dialog"))


def scene_profile_and_accounts(bench, camera):
    spring, person = busy_account(bench)
    for name in ("Kite Festival", "Olive Oil", "Winter shoes"):
        ad_account(bench.world, bench.admin, name, approved=name != "Olive Oil")
    window = bench.ads.open(person, spring)
    bench.ads.press("nav_account_settings_button")
    bench.ads.press("account_button")
    camera.take("ads-choose-account", bench.ads.see("choose_account_dialog"))
    bench.ads.close_dialog("choose_account_dialog")
    menu = window.top_bar.profile_menu
    menu.adjustSize()
    camera.take("ads-profile-menu", menu)


def scene_basic_information(bench, camera):
    spring, person = busy_account(bench)
    window = bench.ads.open(person, spring)
    bench.ads.page("basic_information")
    bench.ads.until(lambda: bench.ads.table("reaching_centers_table").record_model.rowCount() == 1)
    camera.take("ads-basic-information", window)
    bench.ads.press("change_account_button")
    camera.take("ads-change-account", bench.ads.see("change_account_dialog"))
    bench.ads.close_dialog("change_account_dialog")
    bench.ads.press("enter_business_center_button")
    bench.ads.until(lambda: bench.ads.can_press("enter_button"))
    camera.take("ads-enter-center", bench.ads.widget("enter_center_dialog"))


def scene_own_ad_account(bench, camera):
    person = ida_of(bench)
    own = personal_ad_account(bench.world, person, "Ida Keramik", approved=False)
    window = bench.ads.open(person, own)
    bench.ads.page("basic_information")
    bench.ads.see("review_button")
    camera.take("ads-in-review", window)
    bench.ads.press("review_button")
    camera.take("ads-review", bench.ads.see("review_account_dialog"))
    bench.ads.press("review_account_accept_button")
    bench.ads.until(lambda: bench.ads.text("basic_status_badge") == "Approved")
    granted_to(bench.world, bench.admin, person, own, AssetRole.OPERATOR)
    bench.ads.until(lambda: bench.ads.table("reaching_centers_table").record_model.rowCount() == 1)
    bench.ads.table("reaching_centers_table").selectRow(0)
    camera.take("ads-permission-management", window)
    bench.ads.press("remove_permission_button")
    camera.take("ads-remove-permission", bench.ads.see("remove_center_dialog"))
    bench.ads.close_dialog("remove_center_dialog")
    bench.ads.press("enter_business_center_button")
    camera.take("ads-create-center", bench.ads.see("enter_center_dialog"))


def scene_notifications(bench, camera):
    person = ida_of(bench)
    own = personal_ad_account(bench.world, person, "Ida Keramik")
    window = bench.ads.open(person, own)
    bench.ads.page("notifications")
    bench.ads.settle()
    camera.take("ads-notifications-none", window)
    asked(bench.world, bench.admin, person, own, note="We plan your winter campaign and need to make the ads.")
    bench.ads.until(lambda: bench.ads.table("ads_requests_table").record_model.rowCount() == 1)
    camera.take("ads-notifications", window)
    bench.ads.press("grant_request_button")
    camera.take("ads-grant", bench.ads.see("answer_request_dialog"))
    bench.ads.close_dialog("answer_request_dialog")
    bench.ads.press("refuse_request_button")
    camera.take("ads-refuse", bench.ads.see("answer_request_dialog"))


def scene_an_operator(bench, camera):
    spring, _person = busy_account(bench)
    sam = bench.world.standard_member(bench.admin, "Olu")
    set_ad_role(bench.world, sam, spring, AssetRole.ANALYST)
    window = bench.ads.open(advertiser(bench.world, sam), spring)
    bench.ads.page("account_settings")
    bench.ads.until(lambda: bench.ads.table("ads_members_table").select_record(holder_of(bench.world, bench.admin).id))
    camera.take("ads-analyst-members", window)


def scene_no_business_center_at_sign_in(bench, camera):
    assert bench.admin
    ida_of(bench)
    bench.context.keys.lock()
    window = bench.center.open()
    bench.center.see("email_edit")
    bench.center.type("email_edit", "ida@example.com")
    bench.center.type("password_edit", PASSWORD)
    bench.center.press("sign_in_button")
    bench.center.until(lambda: bench.center.sees("sign_in_notice"))
    camera.take("ads-no-business-center", window)

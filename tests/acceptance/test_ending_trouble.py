"""The way to unlinking from the app's own account, what a removal takes, no way in (A0-10, A0-31, A0-43, A0-44)."""

from __future__ import annotations

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import EffectKind
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import ad_accounts, admin_requests, tiktok_accounts
from tests.acceptance.test_members import row_of
from tests.acceptance.test_signing_in import log_in_by_phone, own_phone
from tests.services.access import OPERATOR, give, holder_of, link
from tests.services.ad_world import ad_account, advertiser
from tests.services.asset_world import give as give_asset

QUESTION = "end_access_dialog"


def listed(dialog, kind: EffectKind) -> str:
    """Return the names the question lists under one heading, opened where it is closed; empty without the heading."""
    heading = f"ending_{kind}_button"
    if not dialog.sees(heading):
        return ""
    if not dialog.sees(f"ending_{kind}_label"):
        dialog.press(heading)
    return dialog.text(f"ending_{kind}_label")


def ask_to_disconnect(bench, link_id: str):
    """Choose the account in its list and press Disconnect; return hands on the question."""
    bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", link_id)
    bench.center.press("end_button")
    return bench.center.inside(QUESTION)


def confirm(bench, dialog) -> None:
    dialog.press("accept_button")
    bench.center.until(lambda: not bench.center.sees(QUESTION))


def state_of(bench, link_id: str) -> LinkState:
    return tiktok_accounts.get(bench.context, bench.admin, link_id).state


# ------------------------------------------------------------------ the way there
def test_a0_10_whoever_logs_in_with_the_account_of_the_app_gets_to_where_it_is_unlinked(bench):
    own = link_own(bench)
    bench.context.keys.lock()
    bench.center.open()
    own_phone(bench)
    log_in_by_phone(bench)
    bench.center.see("nav_home_button")

    confirm(bench, ask_to_disconnect(bench, own))

    assert state_of(bench, own) is LinkState.DISCONNECTED
    assert bench.phone.profile.active.handle == "nora_tt"


def link_own(bench) -> str:
    """Link the account the admin logs in with; return the link's id."""
    request = bench.ask(expected_handle="nora_tt")
    phone = next(p for p in bench.world.phones.values() if p.active is not None and p.active.handle == "nora_tt")
    return bench.world.approve(request, phone).result.link_id


def test_a0_31_who_is_removed_reaches_the_ad_accounts_of_the_business_center_no_longer(bench):
    sam = bench.world.standard_member(bench.admin)
    spring = ad_account(bench.world, bench.admin, "Spring")
    give_asset(bench.world, bench.admin, spring, sam, AssetRole.OPERATOR)
    person = advertiser(bench.world, sam)
    bench.ads.open(person, spring)
    bench.ads.until(lambda: bench.ads.reads("Spring"))
    bench.center.open(bench.admin)
    bench.center.page("members")
    bench.center.choose_row("members_table", row_of(bench.world, bench.admin, "sam@example.com").id)
    bench.center.press("remove_member_button")
    dialog = bench.center.inside("end_membership_dialog")
    assert "Spring" in listed(dialog, EffectKind.MEMBER_LOSES)

    dialog.press("accept_button")

    bench.ads.until(lambda: not bench.ads.reads("Spring"))
    assert ad_accounts.list_all(bench.context, bench.admin)[0].name == "Spring"


# ------------------------------------------------------------------ no way in
def test_a0_43_the_admin_who_was_asked_takes_the_account_out_and_the_matter_is_closed(bench):
    bench.ready()
    mara = bench.world.approve(bench.ask(expected_handle="mara"), bench.phone.profile).result.link_id
    bench.center.press("sign_out_button")
    bench.center.see("cannot_get_in_button")
    bench.center.press("cannot_get_in_button")
    pane = bench.center.inside("cannot_get_in_pane")
    pane.press("remove_account_radio")
    pane.type("help_email_edit", "mara@example.com")
    pane.type("help_handle_edit", "@mara")
    pane.press("send_help_button")
    pane.until(lambda: pane.reads("Nobody will ask you for your password."))
    bench.center.close()

    bench.center.open(bench.admin)
    page = bench.center.page("home")
    page.until(lambda: page.reads("mara@example.com asks to take @mara out"))
    (asked,) = admin_requests.list_open(bench.context, bench.admin)
    page.press(f"ask_go_button_{asked.id}")
    confirm(bench, ask_to_disconnect(bench, mara))

    assert state_of(bench, mara) is LinkState.DISCONNECTED
    page = bench.center.page("home")
    page.until(lambda: not page.reads("asks to take @mara out"))


def test_a0_44_the_guide_leads_to_the_people_and_whoever_is_removed_is_out_at_once(bench):
    sam = bench.world.standard_member(bench.admin)
    mara = link(bench.world, bench.admin, "mara")
    give(bench.world, bench.admin, mara, holder_of(bench.world, sam), OPERATOR)
    bench.center.open(bench.admin)
    assert bench.center.find("No way into the Business Center") == "When ending access does not work"
    guide = bench.center.inside("guide_dialog")
    assert guide.reads("Business Center > Settings > People > Remove")
    guide.press("trouble_people_button")
    bench.center.see("members_page")
    bench.center.close_dialog("guide_dialog")

    bench.center.choose_row("members_table", row_of(bench.world, bench.admin, "sam@example.com").id)
    bench.center.press("remove_member_button")
    dialog = bench.center.inside("end_membership_dialog")
    assert "@mara" in listed(dialog, EffectKind.MEMBER_LOSES)
    dialog.press("accept_button")
    bench.center.until(lambda: row_of(bench.world, bench.admin, "sam@example.com").status is MemberStatus.UNBOUND)
    assert tiktok_accounts.get(bench.context, bench.admin, mara).state is LinkState.ACTIVE

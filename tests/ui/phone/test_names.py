"""Every control of every screen has its names, and every text a person sees goes through translation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.ads import PostState
from bcdesktop.core.errors import ClockMovedBack
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.services import business_centers, devices, log_ins, mail, owner, owner_endings, posts
from bcdesktop.services.device_records import LoggedOut
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from bcdesktop.ui.phone.receipt_text import answer_code
from bcdesktop.ui.phone.screen import Screen, Tab
from tests.services.device_world import pending_log_in, second_phone
from tests.services.inviting import invite
from tests.services.world import LIVE
from tests.ui.phone.codes import png_of

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)
DATA = (
    "lantern media",
    "mara",
    "second",
    "“new”",
    "desk",
    "pocket",
    "otto",
    "nora",
    "far away",
    "spring campaign",
    "please scan",
    "qr-code.png",
    "join us",
    "your code: inv-",
)


@pytest.fixture
def marked(qapp):
    """Marks every translated text."""
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


def is_data(text: str) -> bool:
    """Names, handles, addresses, dates and times are data."""
    low = text.lower()
    return any(name in low for name in DATA) or "utc" in low or low[:2].strip().isdigit()


def waiting_requests(world, nora):
    """Make one of each thing a screen can show."""
    plain = world.request(nora, expected_handle="mara", purpose="Spring campaign")
    claim = world.request(nora, FULL, kind=Kind.CLAIM, expected_handle="mara")
    world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    mail.send_code(
        world.context,
        nora,
        plain.id,
        "mara@example.com",
        "Spring campaign",
        "Please scan.",
        png=png_of(plain.code_text),
    )
    return plain, claim


def device_steps(handset):
    """Return the ways to the screens of phones that are logged in, waiting, or thrown out."""
    world, routes, profile = handset.world, handset.window.routes, handset.window.host.profile
    second_phone(world)
    view = devices.set_two_step(world.context, profile, on=True)
    _phone, pending = pending_log_in(world)
    (request,) = devices.waiting(world.context, profile)
    out = LoggedOut(view.account_id, "mara", world.clock.now(), "Pocket")
    return [
        (routes.security_and_login, "security_and_login_screen"),
        (routes.manage_devices, "manage_devices_screen"),
        (lambda: routes.remove_device(view.devices[1], view.email), "remove_device_screen"),
        (lambda: handset.press("send_code_button"), "remove_device_screen"),
        (lambda: routes.approve_device(request), "approve_device_screen"),
        (routes.tiktok, "profile_screen"),
        (routes.log_in, "log_in_screen"),
        (lambda: routes.log_in_waiting(pending), "log_in_waiting_screen"),
        (lambda: routes.logged_out_here((out,)), "logged_out_here_screen"),
        (routes.tiktok, "profile_screen"),
    ]


def screens(handset, nora):
    """Open every screen one after the other; give the name of each."""
    world = handset.world
    window = handset.with_account("mara")
    world.sign_up("otto", window.host.profile)
    accounts = {account.handle: account.account_id for account in window.host.profile.accounts()}
    window.host.profile.set_active(accounts["mara"])
    for state in (PostState.PUBLIC, PostState.FRIENDS):
        posts.publish(world.context, window.host.profile, "Spring campaign", state)
    other = world.other_store()
    foreign = world.request(world.center("Far Away", "Ina", context=other), context=other)
    log_in = log_ins.start(world.context, LogInPurpose.SIGN_IN, "Desk")
    card = business_centers.card(world.context, nora)
    routes = window.routes
    world.approve(world.request(nora, LIVE), window.host.profile)
    plain, claim = waiting_requests(world, nora)
    receipt = window.host.profile.receipts()[0]
    letter = mail.inbox(world.context, window.host.profile)[0]
    invite(world, nora, "mara@example.com")
    invitation = next(row for row in mail.inbox(world.context, window.host.profile) if row.kind == "invitation")

    def authorize():
        window.navigator.top.authorize_button.click()

    def carry():
        window.navigator.top.carry_answer_button.click()

    def sheet_of_invitation():
        window.navigator.top.invitation.decline_button.click()

    def accept_invitation():
        window.navigator.top.invitation.accept_button.click()

    def sheet_of_decline():
        window.navigator.top.decline_button.click()

    harmless, ending = ending_steps(world, nora, window, handset.settle)
    steps = [
        (routes.home, "home_screen"),
        (routes.phone_settings, "phone_settings_screen"),
        (routes.change_passcode, "change_passcode_screen"),
        (routes.tiktok, "profile_screen"),
        (routes.profile_menu, "profile_screen"),
        (window.go_back, "profile_screen"),
        *(
            (lambda tab=tab: routes.tab(tab), f"{name}_screen")
            for tab, name in ((Tab.HOME, "feed"), (Tab.INBOX, "inbox"))
        ),
        (routes.all_activity, "all_activity_screen"),
        (routes.from_tiktok, "from_tiktok_screen"),
        (routes.find_friends, "find_friends_screen"),
        (routes.my_qr_code, "my_qr_code_screen"),
        (routes.settings_and_privacy, "settings_and_privacy_screen"),
        (routes.privacy, "privacy_screen"),
        *device_steps(handset),
        (routes.accounts, "accounts_screen"),
        (routes.sign_up, "sign_up_screen"),
        (routes.log_in, "log_in_screen"),
        (routes.receipts, "receipts_screen"),
        (lambda: routes.receipt(receipt), "receipt_screen"),
        (routes.posts, "posts_screen"),
        (lambda: routes.post_sheet(posts.own(world.context, window.host.profile)[0]), "posts_screen"),
        (window.go_back, "posts_screen"),
        (routes.new_post, "new_post_screen"),
        *harmless,
        (routes.business_centers, "business_centers_screen"),
        (lambda: routes.compare_digits(nora.business_center_id), "compare_digits_screen"),
        (routes.mail, "mail_list_screen"),
        (lambda: routes.letter(letter), "mail_screen"),
        (lambda: routes.letter(invitation), "mail_screen"),
        (sheet_of_invitation, "mail_screen"),
        (window.go_back, "mail_screen"),
        (accept_invitation, "accept_invitation_screen"),
        (routes.scanner, "scanner_screen"),
        (lambda: routes.found(plain.code_text, source="Desk"), "found_code_screen"),
        (lambda: routes.check(plain.code_text), "consent_screen"),
        (sheet_of_decline, "consent_screen"),
        (window.go_back, "consent_screen"),
        (lambda: routes.check(claim.code_text), "consent_screen"),
        (lambda: routes.error_sheet(ClockMovedBack(400)), "consent_screen"),
        (window.go_back, "consent_screen"),
        (lambda: routes.check(log_in.code_text), "log_in_code_screen"),
        (lambda: routes.check(card), "card_screen"),
        (lambda: routes.check(foreign.code_text), "consent_screen"),
        (authorize, "result_screen"),
        (carry, "carry_answer_screen"),
        (lambda: routes.check(window.navigator.top.answer_text), "foreign_answer_screen"),
        (lambda: routes.check("AR1:XX"), "failure_screen"),
        *ending,
    ]
    for step, name in steps:
        step()
        handset.wait_for(name)
        yield name


def ending_steps(world, nora, window, settle):
    """Return the steps through taking access back: the first ones change nothing, the second ones end it."""
    routes, phone = window.routes, window.host.profile

    def entries():
        return owner_endings.apps(world.context, phone).entries

    def remove_access():
        settle()
        window.navigator.top.remove_access_button.click()

    def block():
        phone.mute_centre(nora.business_center_id)
        window.refresh()

    def take_back():
        owner.unmute(phone, nora.business_center_id)
        routes.app_detail(next(entry for entry in entries() if entry.link_id), ())

    def confirm():
        window.sheet().confirm_removal_button.click()

    harmless = [
        (routes.apps_menu, "apps_menu_screen"),
        (routes.active_apps, "active_apps_screen"),
        (lambda: routes.app_detail(entries()[0], entries()[1:]), "app_detail_screen"),
        (lambda: routes.app_detail(entries()[1], ()), "app_detail_screen"),
        (remove_access, "app_detail_screen"),
        (window.go_back, "app_detail_screen"),
        (routes.blocked_business_centers, "blocked_business_centers_screen"),
        (block, "blocked_business_centers_screen"),
        (lambda: owner.unmute(phone, nora.business_center_id), "blocked_business_centers_screen"),
        (routes.cache_and_cellular, "cache_and_cellular_screen"),
    ]
    ending = [
        (take_back, "app_detail_screen"),
        (remove_access, "app_detail_screen"),
        (confirm, "access_removed_screen"),
        (lambda: routes.check(answer_code(phone.receipts()[0])), "foreign_revocation_screen"),
    ]
    return harmless, ending


def every_kind_of_screen(base: type[Screen] = Screen) -> set[str]:
    found: set[str] = set()
    for kind in base.__subclasses__():
        found |= every_kind_of_screen(kind) or {kind.name}
    return found


def test_every_control_of_every_screen_has_an_object_name_and_an_accessible_name(handset, nora):
    wrong = {f"{name}: {what}" for name in screens(handset, nora) for what in violations(handset.window)}
    assert wrong == set()


def test_every_text_of_every_screen_goes_through_translation(handset, nora, marked):
    wrong = {f"{name}: {what}" for name in screens(handset, nora) for what in untranslated(handset.window, is_data)}
    assert wrong == set()


def test_the_walk_meets_every_screen_but_those_of_first_use(handset, nora):
    met = set(screens(handset, nora))
    assert every_kind_of_screen() - met <= {
        "set_up_screen",
        "lock_screen",
        "welcome_screen",
        "check_screen",
        "declined_screen",
        "log_in_decided_screen",
        "joined_screen",
    }


def test_the_screens_of_first_use_have_their_names(handset):
    window = handset.open(handset.new_phone(needs_passphrase=True))
    assert violations(window) == []
    handset.type("passcode", "4711")
    handset.type("passcode_again", "4711")
    handset.press_to("set_up_button", "home_screen")
    handset.press_to("tiktok_app_button", "welcome_screen")
    assert violations(window) == []
    window.host.profile.lock()
    window.routes.lock()
    handset.wait_for("lock_screen")
    assert violations(window) == []


def test_tab_reaches_every_control_of_the_consent_and_comes_back(handset, nora):
    window = handset.with_account("mara")
    window.routes.tiktok()
    handset.wait_for("profile_screen")
    window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("consent_screen")
    start = window.focusWidget()
    met: list[str] = []
    for _ in range(40):
        window.focusNextChild()
        met.append(window.focusWidget().objectName())
        if window.focusWidget() is start:
            break
    assert {"decline_button", "authorize_button", "permission_existing_posts", "compare_digits_button"} <= set(met)
    assert met.index("permission_existing_posts") < met.index("authorize_button") or met[-1] == "decline_button"


def test_tab_stays_inside_a_sheet(handset, nora):
    window = handset.with_account("mara")
    window.routes.tiktok()
    handset.wait_for("profile_screen")
    window.routes.profile_menu()
    sheet = window.sheet()
    for _ in range(8):
        window.focusWidget().focusNextChild()
        focused: QWidget = window.focusWidget()
        assert sheet.isAncestorOf(focused)


class TopLevels(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.add(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_a_screen_flashes_up_as_a_window_of_its_own(qapp, handset, nora):
    watch = TopLevels()
    qapp.installEventFilter(watch)
    met = list(screens(handset, nora))
    qapp.removeEventFilter(watch)
    assert len(met) > 20
    assert watch.shown == {"PhoneWindow phone_window"}

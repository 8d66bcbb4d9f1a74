"""Every way from one screen to another; screens are imported when they are first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.errors import AppError
from bcdesktop.ui.phone.device_routes import DeviceRoutes
from bcdesktop.ui.phone.screen import Screen, Tab

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcdesktop.profile import AppEntry, PhoneAccount, PhoneProfile, Receipt
    from bcdesktop.services.ad_form_records import OwnPostRow
    from bcdesktop.services.people_records import InvitationOffer
    from bcdesktop.services.phone_records import Delivery, Joined, MailRow


class Routes(DeviceRoutes):
    """Knows which screen follows; a screen says where it wants to go, not how."""

    # ------------------------------------------------------------------ the phone itself
    def start(self) -> None:
        """Show the first screen: set-up, lock or home."""
        profile = self._host.profile
        self._host.run(self, partial(_state_of, profile), self._show_first)

    def _show_first(self, state: tuple[bool, bool]) -> None:
        is_set_up, locked = state
        if not is_set_up:
            from bcdesktop.ui.phone.screens.set_up import SetUpScreen

            self._reset(SetUpScreen(self._host))
        elif locked:
            self.lock()
        else:
            self.home()
            self._host.news.start()
        self._host.window.started.emit()

    def lock(self) -> None:
        """Show the lock screen over everything; what was open is gone."""
        from bcdesktop.ui.phone.screens.lock import LockScreen

        self._reset(LockScreen(self._host))

    def home(self) -> None:
        """Show the home screen."""
        from bcdesktop.ui.phone.screens.home import HomeScreen

        self._reset(HomeScreen(self._host))

    def phone_settings(self) -> None:
        """Open the phone's own settings."""
        from bcdesktop.ui.phone.screens.phone_settings import PhoneSettingsScreen

        self._over_home(PhoneSettingsScreen(self._host))

    # ------------------------------------------------------------------ TikTok
    def change_passcode(self) -> None:
        """Show where the phone's passcode is changed."""
        from bcdesktop.ui.phone.screens.change_passcode import ChangePasscodeScreen

        self._push(ChangePasscodeScreen(self._host))

    def tiktok(self) -> None:
        """Open the TikTok app: the profile, or the welcome page where nobody is logged in."""
        self._host.run(self, self._host.active, self._show_tiktok)

    def _show_tiktok(self, account: PhoneAccount | None) -> None:
        if account is None:
            from bcdesktop.ui.phone.screens.welcome import WelcomeScreen

            self._over_home(WelcomeScreen(self._host))
        else:
            self.tab(Tab.PROFILE)

    def account_chosen(self) -> None:
        """Tell that another account is the active one, and go on where one was asked for."""
        self._host.account_changed.emit()
        if not self._host.navigator.resume():
            self.tiktok()

    def tab(self, tab: Tab) -> None:
        """Show one of the TikTok app's tabs."""
        from bcdesktop.ui.phone.screens.feed import FeedScreen
        from bcdesktop.ui.phone.screens.inbox import InboxScreen
        from bcdesktop.ui.phone.screens.profile import ProfileScreen

        made = {Tab.HOME: FeedScreen, Tab.INBOX: InboxScreen, Tab.PROFILE: ProfileScreen}
        self._over_home(made[tab](self._host))

    def sign_up(self) -> None:
        """Open the form for a new TikTok account."""
        from bcdesktop.ui.phone.screens.sign_up import SignUpScreen

        self._push(SignUpScreen(self._host))

    def log_in(self) -> None:
        """Open the form to log in with an account that exists."""
        from bcdesktop.ui.phone.screens.log_in import LogInScreen

        self._push(LogInScreen(self._host))

    def accounts(self) -> None:
        """Open the account switcher."""
        from bcdesktop.ui.phone.screens.accounts import AccountsScreen

        self._push(AccountsScreen(self._host))

    def profile_menu(self) -> None:
        """Open the menu behind the three lines of the profile."""
        from bcdesktop.ui.phone.screens.profile_menu import ProfileMenu

        ProfileMenu(self._host).open()

    def find_friends(self) -> None:
        """Open Find Friends (path N1)."""
        from bcdesktop.ui.phone.screens.find_friends import FindFriendsScreen

        self._push(FindFriendsScreen(self._host))

    def settings_and_privacy(self) -> None:
        """Open Settings and privacy (path N2)."""
        from bcdesktop.ui.phone.screens.settings_and_privacy import SettingsAndPrivacyScreen

        self._push(SettingsAndPrivacyScreen(self._host))

    def privacy(self) -> None:
        """Open the page that makes the account private or public."""
        from bcdesktop.ui.phone.screens.privacy import PrivacyScreen

        self._push(PrivacyScreen(self._host))

    def my_qr_code(self) -> None:
        """Open the account's own code (paths N2 and N3)."""
        from bcdesktop.ui.phone.screens.my_qr_code import MyQrCodeScreen

        self._push(MyQrCodeScreen(self._host))

    def scanner(self) -> None:
        """Open the scanner."""
        from bcdesktop.ui.phone.screens.scanner import ScannerScreen

        self._push(ScannerScreen(self._host))

    def all_activity(self) -> None:
        """Open Inbox > All activity (path N5)."""
        from bcdesktop.ui.phone.screens.all_activity import AllActivityScreen

        self._push(AllActivityScreen(self._host))

    def from_tiktok(self) -> None:
        """Open Inbox > All activity > From TikTok (path N5)."""
        from bcdesktop.ui.phone.screens.from_tiktok import FromTikTokScreen

        self._push(FromTikTokScreen(self._host))

    def receipts(self) -> None:
        """Open the list of what was signed on this phone."""
        from bcdesktop.ui.phone.screens.receipts import ReceiptsScreen

        self._push(ReceiptsScreen(self._host))

    def receipt(self, receipt: Receipt) -> None:
        """Open one receipt."""
        from bcdesktop.ui.phone.screens.receipt import ReceiptScreen

        self._push(ReceiptScreen(self._host, receipt))

    def business_centers(self) -> None:
        """Open the Business Centers this phone knows."""
        from bcdesktop.ui.phone.screens.business_centers import BusinessCentersScreen

        self._push(BusinessCentersScreen(self._host))

    def compare_digits(self, business_center_id: str) -> None:
        """Open the 30 digits of a Business Center this phone knows."""
        from bcdesktop.ui.phone.screens.compare_digits import CompareDigitsScreen

        self._push(CompareDigitsScreen(self._host, business_center_id))

    def posts(self) -> None:
        """Open the posts of the account."""
        from bcdesktop.ui.phone.screens.posts import PostsScreen

        self._push(PostsScreen(self._host))

    def new_post(self) -> None:
        """Open the form for a new post."""
        from bcdesktop.ui.phone.screens.new_post import NewPostScreen

        self._push(NewPostScreen(self._host))

    def post_sheet(self, post: OwnPostRow) -> None:
        """Open what can be done with one post."""
        from bcdesktop.ui.phone.screens.post_sheet import PostSheet

        PostSheet(self._host, post).open()

    # ------------------------------------------------------------------ who has access, and ending it
    def apps_menu(self) -> None:
        """Open Security and permissions, or Apps and websites (paths N6 and N7)."""
        from bcdesktop.ui.phone.screens.apps_menu import AppsMenuScreen

        self._push(AppsMenuScreen(self._host))

    def active_apps(self) -> None:
        """Open the apps with access to the active account (paths N6 to N8)."""
        from bcdesktop.ui.phone.screens.active_apps import ActiveAppsScreen

        self._push(ActiveAppsScreen(self._host))

    def app_detail(self, entry: AppEntry, centres: Sequence[AppEntry]) -> None:
        """Open one app; ``centres`` are the Business Centers below "TikTok for Business"."""
        from bcdesktop.ui.phone.screens.app_detail import AppDetailScreen

        self._push(AppDetailScreen(self._host, entry, centres))

    def access_removed(self, entry: AppEntry, delivery: Delivery, *, blocked: bool) -> None:
        """Say that access was taken back; Back does not lead into it again."""
        from bcdesktop.ui.phone.screens.access_removed import AccessRemovedScreen

        self._host.navigator.finish(AccessRemovedScreen(self._host, entry, delivery, blocked=blocked))

    def blocked_business_centers(self) -> None:
        """Open the Business Centers this phone refuses."""
        from bcdesktop.ui.phone.screens.blocked_business_centers import BlockedBusinessCentersScreen

        self._push(BlockedBusinessCentersScreen(self._host))

    def cache_and_cellular(self) -> None:
        """Open Cache & cellular (path N9)."""
        from bcdesktop.ui.phone.screens.cache_and_cellular import CacheAndCellularScreen

        self._push(CacheAndCellularScreen(self._host))

    # ------------------------------------------------------------------ Mail
    def mail(self) -> None:
        """Open the Mail app."""
        from bcdesktop.ui.phone.screens.mail_list import MailListScreen

        self._over_home(MailListScreen(self._host))

    def letter(self, mail: MailRow) -> None:
        """Open one mail."""
        from bcdesktop.ui.phone.screens.mail import MailScreen

        self._push(MailScreen(self._host, mail))

    def accept_invitation(self, mail: MailRow, offer: InvitationOffer) -> None:
        """Open the form that accepts the invitation in a mail."""
        from bcdesktop.ui.phone.screens.accept_invitation import AcceptInvitationScreen

        self._push(AcceptInvitationScreen(self._host, mail, offer))

    def joined(self, joined: Joined) -> None:
        """Say what came of an accepted invitation; Back does not lead into the form again."""
        from bcdesktop.ui.phone.screens.result import JoinedScreen

        self._host.navigator.finish(JoinedScreen(self._host, joined))

    def scan_picture(self, picture: bytes, source: str) -> None:
        """Open the scanner in TikTok with a picture, as a share from another app does (path N4)."""
        from bcdesktop.ui.phone.screens.scanner import ScannerScreen

        screen = ScannerScreen(self._host)
        self._push(screen)
        screen.read_content(picture, source)

    # ------------------------------------------------------------------ sheets
    def error_sheet(self, error: AppError) -> None:
        """Show an error over the screen."""
        from bcdesktop.ui.phone.screens.error_sheet import ErrorSheet

        ErrorSheet(self._host, error).open()

    # ------------------------------------------------------------------ the stack
    def _reset(self, *screens: Screen) -> None:
        self._host.navigator.reset(*screens)

    def _over_home(self, screen: Screen) -> None:
        from bcdesktop.ui.phone.screens.home import HomeScreen

        self._reset(HomeScreen(self._host), screen)


def _state_of(profile: PhoneProfile) -> tuple[bool, bool]:
    return profile.is_set_up, profile.locked

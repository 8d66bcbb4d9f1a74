"""The owner's side of the bench: one phone in the owner's hand."""

from __future__ import annotations

import uuid

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from bcdesktop.profile import PhoneProfile
from bcdesktop.ui.phone.shell import PhoneWindow
from tests.acceptance.bench.hands import Hands, Said
from tests.services.world import CHEAP, MemorySecrets

PASSCODE = "2468"


class Phone(Hands):
    """A person with the Phone window; every way is walked by presses."""

    def __init__(self, qtbot, runner, session, world) -> None:
        super().__init__(qtbot, runner, self._shown)
        self.session, self.world = session, world
        self.shell: PhoneWindow | None = None
        self.passcode: str | None = None

    def _shown(self) -> PhoneWindow:
        assert self.shell is not None, "the phone was not opened"
        return self.shell

    # ------------------------------------------------------------------ the window
    def open_new(self, *, needs_passphrase: bool = False, name: str = "Pocket") -> None:
        """Take a phone out of its box: nothing is set up."""
        profile = PhoneProfile.open(
            self.world.folder / "phones" / uuid.uuid4().hex,
            name=name,
            clock=self.world.clock,
            secrets=MemorySecrets(needs_passphrase=needs_passphrase),
            passcode_cost=CHEAP,
        )
        self.open(profile)

    def open_with(self, handle: str, *, passcode: str | None = None, **account: object) -> None:
        """Take a phone that is set up, with ``handle`` signed up and logged in; ``account``: see World.sign_up."""
        profile = PhoneProfile.open(
            self.world.folder / "phones" / uuid.uuid4().hex,
            name="Pocket",
            clock=self.world.clock,
            secrets=MemorySecrets(),
            passcode_cost=CHEAP,
        )
        profile.set_up(passcode)
        self.passcode = passcode
        self.world.sign_up(handle, profile, **account)
        self.open(profile)

    def open(self, profile: PhoneProfile) -> None:
        """Show a phone and wait for its first screen; the one in view before is put away."""
        self.close()
        self.world.phones[uuid.uuid4().hex] = profile
        self.shell = PhoneWindow(self.session, profile)
        self.qtbot.addWidget(self.shell)
        with self.qtbot.waitSignal(self.shell.started):
            self.shell.show()
        self.settle()

    def close(self) -> None:
        """Put the phone away."""
        if self.shell is not None:
            self.shell.close()

    @property
    def profile(self) -> PhoneProfile:
        """What this phone keeps."""
        return self._shown().host.profile

    def set_up(self, passcode: str | None = PASSCODE) -> None:
        """Set the new phone up by its first screen."""
        self.wait_for("set_up_screen")
        if passcode is not None:
            self.type("passcode", passcode)
            self.type("passcode_again", passcode)
        self.passcode = passcode
        self.press_to("set_up_button", "home_screen")

    def sign_up(self, handle: str, password: str = "harbour lantern violet") -> None:
        """Make a TikTok account on the phone, by its screens."""
        self.press_to("tiktok_app_button", "welcome_screen")
        self.press_to("sign_up_button", "sign_up_screen")
        for name, text in (
            ("handle", handle),
            ("display_name", handle.replace("_", " ").title()),
            ("email", f"{handle}@example.com"),
            ("password", password),
        ):
            self.type(name, text)
        self.press_to("create_account_button", "profile_screen")

    def log_in(self, handle: str, password: str) -> None:
        """Log in with another account, by the account switcher."""
        self.to_profile()
        self.press_to("switch_account_button", "accounts_screen")
        self.press_to("add_account_button", "log_in_screen")
        self.type("log_in_handle", handle)
        self.type("log_in_password", password)
        self.press_to("submit_log_in_button", "profile_screen")

    # ------------------------------------------------------------------ screens
    def screen(self) -> str:
        """Return the name of the screen in view."""
        return self._shown().navigator.top.objectName()

    def wait_for(self, screen: str) -> None:
        """Wait until ``screen`` is in view and has read what it shows."""
        self.until(lambda: self.screen() == screen)

    def press_to(self, name: str, screen: str) -> None:
        """Press a button and wait for the screen it leads to."""
        self.press(name)
        self.wait_for(screen)

    def go_home(self) -> None:
        """Press the bar at the bottom."""
        if self.screen() != "home_screen":
            self.press_to("home_button", "home_screen")

    def to_profile(self) -> None:
        """Open TikTok at the profile."""
        self.go_home()
        self.press_to("tiktok_app_button", "profile_screen")

    def use_version(self, version: str) -> None:
        """Choose the version of the app: current, older or oldest."""
        self.go_home()
        self.press_to("settings_app_button", "phone_settings_screen")
        self.press(f"version_{version}")
        self.settle()

    def walk_n1(self) -> None:
        """Profile > Find Friends > scanner."""
        self.to_profile()
        self.press_to("find_friends_button", "find_friends_screen")
        self.press_to("find_friends_scan_button", "scanner_screen")

    def walk_n2(self) -> None:
        """Profile > menu > Settings and privacy > QR Code > scanner."""
        self.to_profile()
        self.press("profile_menu_button")
        self.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
        self.press_to("qr_code_row", "my_qr_code_screen")
        self.press_to("my_qr_code_scan_button", "scanner_screen")

    def walk_n3(self) -> None:
        """Profile > three lines > Your QR code > scanner."""
        self.to_profile()
        self.press("profile_menu_button")
        self.press_to("your_qr_code_row", "my_qr_code_screen")
        self.press_to("my_qr_code_scan_button", "scanner_screen")

    def walk_n4(self, mail_id: str) -> None:
        """Mail > the letter > Scan with TikTok, which reads the attached picture."""
        self.go_home()
        self.press_to("mail_app_button", "mail_list_screen")
        self.press_to(f"mail_row_{mail_id}", "mail_screen")
        self.press_to("scan_attachment_button", "found_code_screen")

    def walk_n5(self) -> None:
        """Inbox > All activity > From TikTok."""
        self.to_profile()
        self.press_to("inbox_tab_button", "inbox_screen")
        self.press_to("all_activity_row", "all_activity_screen")
        self.press_to("from_tiktok_row", "from_tiktok_screen")

    # ------------------------------------------------------------------ scanning
    def scan_screen(self) -> None:
        """Scan what this program's windows show, and stop where the phone says what it found."""
        self.press_to("scan_screen_button", "found_code_screen")

    def open_found(self) -> None:
        """Open the code that was found; ends at the consent, another kind's screen, or the failure."""
        self.press("open_code_button")
        self.until(lambda: self.screen() not in {"found_code_screen", "check_screen"})

    def scan(self) -> None:
        """From anywhere: walk to the scanner, scan the screen and open what was found."""
        self.walk_n3()
        self.scan_screen()
        self.open_found()

    def paste_text(self, text: str) -> None:
        """From anywhere: put ``text`` on the clipboard and paste it in the scanner."""
        self.walk_n3()
        QGuiApplication.clipboard().setText(text)
        self.press("paste_button")
        self.settle()

    def open_text(self, text: str) -> None:
        """From anywhere: read the text of a code and open it."""
        self.paste_text(text)
        self.wait_for("found_code_screen")
        self.open_found()

    def choose_picture(self, path: object) -> None:
        """From anywhere: choose a picture in the scanner."""
        self.walk_n3()
        self.press("choose_picture_button")
        self.choose_file("choose_picture_dialog", path)
        self.settle()

    def drop(self, mime: QMimeData) -> None:
        """From anywhere: drop something on the scanner."""
        self.walk_n3()
        target = self.widget("scanner_screen")
        for event in (
            QDragEnterEvent(
                target.rect().center(),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
            QDropEvent(
                QPointF(target.rect().center()),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        ):
            QApplication.sendEvent(target, event)
        self.settle()

    def scanner_says(self) -> Said:
        """Return the refusal the scanner shows."""
        return self.notice(self._shown().navigator.top.scanner_error)

    def consent_says(self) -> Said:
        """Return what the consent screen shows in the way of an answer."""
        return self.notice(self._shown().navigator.top.consent_error)

    # ------------------------------------------------------------------ answering
    def _type_passcode(self) -> None:
        if self.passcode is not None:
            self.see("sheet_passcode")
            self.type("sheet_passcode", self.passcode)
            self.press("confirm_passcode_button")

    def press_authorize(self) -> None:
        """Press Authorize and give the passcode where one is set; what follows is not waited for."""
        self.press("authorize_button")
        self._type_passcode()

    def authorize(self) -> None:
        """Authorize, and see that it worked."""
        self.press_authorize()
        self.wait_for("result_screen")

    def approve_log_in(self) -> None:
        """Approve the log-in in view."""
        self.press("approve_log_in_button")
        self._type_passcode()
        self.wait_for("log_in_decided_screen")

    def decline(self, reason: str = "") -> None:
        """Decline the request in view."""
        self.press("decline_button")
        self.see("confirm_decline_button")
        if reason:
            self.type("decline_reason", reason)
        self.press("confirm_decline_button")
        self._type_passcode()
        self.wait_for("declined_screen")

    def failure(self) -> Said:
        """Return what the screen about a refused code says."""
        self.wait_for("failure_screen")
        advice = self.text("failure_advice_label") if self.sees("failure_advice_label") else ""
        return Said(self.text("failure_title_label"), self.text("failure_body_label"), advice)

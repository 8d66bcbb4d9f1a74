"""The phone's own settings: passcode, version of the TikTok app, about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from bcdesktop import __version__
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import SMALL
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile


class PhoneSettingsScreen(Screen):
    """What belongs to the phone and to no account."""

    name = "phone_settings_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.passcode_label = text("")
        self.passcode_label.setObjectName("passcode_label")
        self.lock_row = Row(self.tr("Lock now"), "lock_row", icon_name="lock", arrow=False)
        self.lock_row.clicked.connect(self._lock)
        self.change_passcode_row = Row(self.tr("Change passcode"), "change_passcode_row", icon_name="key-round")
        self.change_passcode_row.clicked.connect(host.routes.change_passcode)
        rows = Card(self.change_passcode_row, self.lock_row, tight=True)
        self.add_all([text(self.tr("Security"), "caption"), Card(self.passcode_label), rows])
        self._add_versions()
        self.body.addWidget(text(self.tr("About"), "caption"))
        self.body.addWidget(
            Card(
                text(self.tr("Phone “{name}”").format(name=host.profile.name), "label"),
                text(
                    self.tr(
                        "Part of Business Center Desktop {version}. It is independent of TikTok and contacts no "
                        "server. Its codes cannot be read by the TikTok app."
                    ).format(version=__version__),
                    "muted",
                ),
            )
        )
        self.body.addStretch(1)

    def _add_versions(self) -> None:
        self.version_current = QRadioButton(self.tr("Current: Your QR code"))
        self.version_older = QRadioButton(self.tr("Older: Settings and privacy"))
        self.version_oldest = QRadioButton(self.tr("Oldest: Find Friends"))
        self._versions = QButtonGroup(self)
        card = Card()
        card.column.setSpacing(SMALL)
        chosen = str(self.host.profile.settings.app_version)
        for value, choice in (
            ("current", self.version_current),
            ("older", self.version_older),
            ("oldest", self.version_oldest),
        ):
            choice.setObjectName(f"version_{value}")
            choice.setAccessibleName(choice.text())
            choice.setChecked(value == chosen)
            choice.setProperty("value", value)
            self._versions.addButton(choice)
            card.add(choice)
        self._versions.buttonClicked.connect(self._choose_version)
        self.body.addWidget(text(self.tr("Version of the TikTok app"), "caption"))
        self.body.addWidget(card)
        self.body.addWidget(
            text(
                self.tr(
                    "Decides where the scanner is shown first, and where the apps with access to an account stand: "
                    "below Security and permissions, Apps and websites, or Privacy."
                ),
                "small",
            )
        )

    def title(self) -> str:
        """Return the title."""
        return self.tr("Settings")

    def refresh(self) -> None:
        """Show whether there is a passcode."""
        has_passcode = self.host.profile.has_passcode
        self.passcode_label.setText(
            self.tr("Passcode: on. Authorize asks for it.")
            if has_passcode
            else self.tr("Passcode: off. Who sits at this computer can authorize.")
        )
        change = self.tr("Change passcode") if has_passcode else self.tr("Set a passcode")
        self.change_passcode_row.set_title(change)
        minutes = self.host.profile.settings.auto_lock_minutes
        self.lock_row.setEnabled(has_passcode)
        self.lock_row.set_detail(
            self.tr("Locks by itself after {minutes} minutes.").format(minutes=minutes)
            if has_passcode
            else self.tr("Set a passcode to lock this phone.")
        )

    def _lock(self) -> None:
        self.host.run(self, self.host.profile.lock, self._locked)

    def _locked(self, _result: object) -> None:
        self.host.routes.lock()

    def _choose_version(self, choice: QRadioButton) -> None:
        version = str(choice.property("value"))
        self.host.run(self, partial(_set_version, self.host.profile, version), self._chosen)

    def _chosen(self, _result: object) -> None:
        self.host.say(self.tr("The TikTok app looks like that version now."))


def _set_version(profile: PhoneProfile, version: str) -> None:
    from bcdesktop.profile import AppVersion

    profile.change_settings(replace(profile.settings, app_version=AppVersion(version)))

"""Throws a phone out by a six-digit code of a mail (A4-08, A4-09)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.services.device_errors import DeviceGone
from bcdesktop.ui.kit.time_text import relative, short
from bcdesktop.ui.phone.code_entry import CodeEntry
from bcdesktop.ui.phone.device_mails import removal_mail
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.device_records import DeviceRow, SecurityView, SentCode


class RemoveDeviceScreen(Screen):
    """What removing does, then the code."""

    name = "remove_device_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host, device: DeviceRow, email: str) -> None:
        super().__init__(host)
        self._device = device
        self._handle = ""
        self.device_name_label = text(f"“{device.phone_name}”", "heading", centred=True)
        self.device_name_label.setObjectName("device_name_label")
        self.since_label = text("", "muted", centred=True)
        since = self.tr("Since {since}, last seen {seen}").format(
            since=short(device.logged_in_at), seen=relative(device.last_seen_at, host.now())
        )
        self.since_label.setText(since)
        self.picture = Picture("smartphone", "danger", 2.6)
        self.address_label = text(
            self.tr("To be sure it is you, a six-digit code goes to {address}.").format(address=email)
        )
        self.entry = CodeEntry(host, self.tr("Send a code by &mail"), self.tr("&Remove this phone"), "danger")
        self.entry.send_code_button.setEnabled(False)
        self.add_all(
            [
                self.picture,
                text(self.tr("Remove this phone?"), "title", centred=True),
                self.device_name_label,
                self.since_label,
                Card(
                    text(self.tr("It is logged out at once. Nothing it signs counts any more."), "strong"),
                    text(self.tr("What it authorized before, your posts and followers stay as they are."), "muted"),
                ),
                self.address_label,
                self.entry,
            ]
        )
        self.body.addStretch(1)
        self.keep_device_button = button(self.tr("&Keep it logged in"), "keep_device_button")
        self.foot.addWidget(self.keep_device_button)
        self.show_foot()
        self.keep_device_button.clicked.connect(self._keep)
        self.entry.send_wanted.connect(self._send)
        self.entry.entered.connect(self._remove)
        self.entry.grown.connect(self._scroll_down)

    def _scroll_down(self) -> None:
        # once what has just been shown is laid out
        QTimer.singleShot(0, self, self._show_entry)

    def _show_entry(self) -> None:
        self.scroll.ensureWidgetVisible(self.entry.send_again_button)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Remove a phone")

    def first_focus(self) -> QWidget:
        """Return the way that changes nothing."""
        return self.keep_device_button

    def refresh(self) -> None:
        """Look whether the phone is still logged in."""
        from bcdesktop.services import devices

        self.host.run(self, partial(devices.overview, self.host.context, self.host.profile), self._look)

    def _look(self, view: SecurityView) -> None:
        if all(device.id != self._device.id for device in view.devices):
            self._leave(self.tr("“{phone}” is logged out."))
        elif not self._handle:
            self._handle = view.handle
            self._asked_on = next((device.phone_name for device in view.devices if device.is_this_phone), "")
            self.entry.send_code_button.setEnabled(True)

    def _keep(self) -> None:
        self.host.navigator.pop()

    def _send(self) -> None:
        from bcdesktop.services import devices

        mail = removal_mail(self._handle, self._device.phone_name, self._asked_on)
        work = partial(devices.send_removal_code, self.host.context, self.host.profile, self._device.id, mail)
        self.host.run(self, work, self._sent, self.entry.show_not_sent)

    def _sent(self, sent: SentCode) -> None:
        # what was read before makes room for the code
        for part in (self.picture, self.since_label, self.address_label):
            part.hide()
        self.entry.show_sent(sent)

    def _remove(self, typed: str) -> None:
        from bcdesktop.services import devices

        work = partial(devices.remove, self.host.context, self.host.profile, self._device.id, typed)
        self.host.run(self, work, self._removed, self._refused)

    def _removed(self, _result: object) -> None:
        self._leave(self.tr("“{phone}” was removed and is logged out."))

    def _refused(self, error: AppError) -> None:
        if isinstance(error, DeviceGone):
            self._leave(self.tr("“{phone}” is logged out."))
        else:
            self.entry.show_refused(error)

    def _leave(self, sentence: str) -> None:
        # the change that removing made comes here too, before or after its own answer
        if self.host.navigator.top is self:
            self.host.navigator.pop()
            self.host.say(sentence.format(phone=self._device.phone_name))

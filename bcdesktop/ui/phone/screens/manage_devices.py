"""Manage devices: every phone on which the account is logged in, and the bin that throws one out (A4-04 to A4-08)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.time_text import relative, short
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import GAP, MEDIUM
from bcdesktop.ui.phone.pieces import Card, Picture, Row, button, icon_button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.device_records import DeviceRow, LogInRequest, SecurityView


class ManageDevicesScreen(Screen):
    """This phone first. ``device_ID`` names the lines, ``remove_device_ID`` their bins."""

    name = "manage_devices_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._view: SecurityView | None = None
        self._requests: dict[str, LogInRequest] = {}
        self.account_label = text("", "heading")
        self.account_label.setObjectName("account_label")
        self.fine_label = text(
            self.tr(
                "Being logged in on several phones is fine. Remove those you do not know or no longer use; what they "
                "authorized stays."
            ),
            "muted",
        )
        self.fine_label.setObjectName("fine_label")
        self.waiting = Card(tight=True)
        self.waiting.hide()
        self.rows = Card(tight=True)
        self.rows.hide()
        self.two_step_advice = self._advice()
        self.two_step_advice.hide()
        self.add_all([self.account_label, self.fine_label, self.waiting, self.rows, self.two_step_advice])
        self.body.addStretch(1)

    def _advice(self) -> Card:
        self.to_two_step_button = button(self.tr("Two-step verification…"), "to_two_step_button", "link")
        self.to_two_step_button.clicked.connect(self.host.routes.security_and_login)
        return Card(
            text(self.tr("Somebody else knows the password?"), "strong"),
            text(
                self.tr(
                    "A removed phone can log in again with the password. With two-step verification it has to wait for "
                    "you."
                ),
                "muted",
            ),
            self.to_two_step_button,
        )

    def title(self) -> str:
        """Return the title."""
        return self.tr("Manage devices")

    def refresh(self) -> None:
        """Read the phones anew."""
        from bcdesktop.services import devices

        self.host.run(self, partial(devices.overview, self.host.context, self.host.profile), self._show)

    def _show(self, view: SecurityView) -> None:
        self._view = view
        self.account_label.setText(self.tr("@{handle} is logged in on").format(handle=view.handle))
        self._show_waiting(view)
        focused = self.window().focusWidget()
        name = focused.objectName() if focused is not None and self.rows.isAncestorOf(focused) else ""
        self.rows.clear()
        for device in view.devices:
            self.rows.add(self._line(device), line=True)
        self.rows.show()
        again = self.rows.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()
        self.two_step_advice.setVisible(not view.two_step)

    def _show_waiting(self, view: SecurityView) -> None:
        self.waiting.clear()
        self._requests = {request.id: request for request in view.waiting}
        for request in view.waiting:
            title = self.tr("“{phone}” wants to log in").format(phone=request.phone_name)
            row = Row(title, f"waiting_log_in_{request.id}", icon_name="shield-alert")
            row.set_detail(self.tr("Approve or decline"))
            row.setProperty("log_in_id", request.id)
            row.clicked.connect(self._answer)
            self.waiting.add(row, line=True)
        self.waiting.setVisible(bool(view.waiting))

    def _line(self, device: DeviceRow) -> QWidget:
        line = QFrame()
        line.setObjectName(f"device_{device.id}")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(MEDIUM)
        layout.addWidget(Picture("smartphone", "text"))
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(text(device.phone_name, "label"))
        if device.is_this_phone:
            words.addWidget(Badge(self.tr("This phone"), BadgeKind.SUCCESS))
        words.addWidget(text(self.tr("Since {time}").format(time=short(device.logged_in_at)), "small"))
        if not device.is_this_phone:
            seen = relative(device.last_seen_at, self.host.now())
            words.addWidget(text(self.tr("Last seen {time}").format(time=seen), "small"))
        layout.addLayout(words, 1)
        if not device.is_this_phone:
            remove = self.tr("Remove “{phone}”").format(phone=device.phone_name)
            bin_button = icon_button(remove, f"remove_device_{device.id}", "trash-2")
            bin_button.setProperty("device_id", device.id)
            bin_button.clicked.connect(self._remove)
            layout.addWidget(bin_button)
        return line

    def _remove(self) -> None:
        sender, view = self.sender(), self._view
        if sender is None or view is None:
            return
        wanted = sender.property("device_id")
        device = next((one for one in view.devices if one.id == wanted), None)
        if device is not None:
            self.host.routes.remove_device(device, view.email)

    def _answer(self) -> None:
        sender = self.sender()
        request = None if sender is None else self._requests.get(str(sender.property("log_in_id")))
        if request is not None:
            self.host.routes.approve_device(request)

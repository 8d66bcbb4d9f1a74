"""Enter Business Center: one of the person's, or a new one into which the ad account is brought (A4-19 to A4-22)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from bcdesktop.services import people
from bcdesktop.ui.ads.grey import allow
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.icons import icon

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.records import BusinessCenterRow
    from bcdesktop.ui.ads.navigator import AdsNavigator
    from bcdesktop.ui.kit.session import Session


class EnterCenterDialog(QDialog):
    """Lists the person's Business Centers; below, how to make one and bring the ad account in."""

    def __init__(self, session: Session, advertiser: Advertiser, navigator: AdsNavigator) -> None:
        super().__init__(navigator.window)
        self._session, self._navigator = session, navigator
        self.setObjectName("enter_center_dialog")
        self.setWindowTitle(self.tr("Enter Business Center"))
        self.centers_list = QListWidget()
        self.centers_list.setObjectName("centers_list")
        self.centers_list.setAccessibleName(self.tr("Your Business Centers"))
        self.centers_list.itemActivated.connect(self._enter)
        self.centers_list.setMaximumHeight(self.fontMetrics().height() * 9)
        self.no_center_label = text_label(self.tr("You belong to no Business Center yet."), "muted", wrap=True)
        self.no_center_label.setObjectName("no_center_label")
        self._make_buttons()
        self._lay_out()
        self._show(())
        work = partial(people.business_centers_of, session.context, advertiser.person_id)
        session.runner.run(self, work, self._show, navigator.notices.show_error)

    def _make_buttons(self) -> None:
        self.create_center_button = QPushButton(self.tr("&Create Business Center account"))
        self.create_center_button.setObjectName("create_center_button")
        set_button_icon(self.create_center_button, "building-2")
        self.create_center_button.clicked.connect(self._create)
        self.cancel_enter_button = QPushButton(self.tr("Cancel"))
        self.cancel_enter_button.setObjectName("cancel_enter_button")
        self.cancel_enter_button.clicked.connect(self.reject)
        self.enter_button = QPushButton(self.tr("&Enter"))
        self.enter_button.setObjectName("enter_button")
        self.enter_button.setProperty("kind", "primary")
        self.enter_button.clicked.connect(self._enter)
        for button in (self.create_center_button, self.cancel_enter_button, self.enter_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_enter_button)
        buttons.addWidget(self.enter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("Your Business Centers"), "heading"))
        layout.addWidget(self.no_center_label)
        layout.addWidget(self.centers_list)
        layout.addWidget(self._new_card())
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)

    def _new_card(self) -> Card:
        card = Card(self.tr("A new Business Center"))
        account = self._navigator.account
        steps = [
            self.tr("You create it in the Business Center window, as the person you are here."),
            self.tr("There, choose Ad accounts > Add ad account > Request access > Admin, and paste the ID below."),
            self.tr("An ad account you own is in at once; nobody has to agree."),
        ]
        for number, step in enumerate(steps, start=1):
            card.body.addWidget(text_label(f"{number}.  {step}", wrap=True))
        self.bring_in_number_label = text_label(account.number if account else "", "code", selectable=True)
        self.bring_in_number_label.setObjectName("bring_in_number_label")
        self.bring_in_number_label.setAccessibleName(self.tr("Ad account ID"))
        if account is None:
            self.bring_in_number_label.hide()
        card.body.addWidget(self.bring_in_number_label, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.create_center_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show(self, centers: tuple[BusinessCenterRow, ...]) -> None:
        self.centers_list.clear()
        for center in centers:
            item = QListWidgetItem(icon("building-2", self._session.theme), f"{center.name}\n{center.id}")
            item.setData(Qt.ItemDataRole.UserRole, center.id)
            self.centers_list.addItem(item)
        if centers:
            self.centers_list.setCurrentRow(0)
        self.centers_list.setVisible(bool(centers))
        self.no_center_label.setVisible(not centers)
        allow(self.enter_button, "" if centers else self.tr("You belong to no Business Center yet."))
        maximum = self._session.context.limits.business_centers_per_person
        full = self.tr("You belong to %1 Business Centers, and nobody can belong to more.")
        allow(self.create_center_button, full.replace("%1", str(maximum)) if len(centers) >= maximum else "")

    def _enter(self) -> None:
        item = self.centers_list.currentItem()
        if item is not None:
            self.accept()
            self._navigator.open_center(item.data(Qt.ItemDataRole.UserRole), "ad_accounts")

    def _create(self) -> None:
        self.accept()
        self._navigator.create_center()

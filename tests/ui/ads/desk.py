"""Drives the Ads Manager window the way a person does: by what is in view, found by its objectName."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from bcdesktop.services.ad_records import Advertiser
from bcdesktop.ui.ads.shell import AdsWindow
from tests.ui.center.desk import Desk


class AdsDesk(Desk):
    """An Ads Manager window on the store of ``world``, with the real runner."""

    def __init__(self, qtbot, world, theme) -> None:
        super().__init__(qtbot, world, theme)
        self.window: AdsWindow | None = None

    def close(self) -> None:
        self.runner.close()
        self._unsubscribe()
        if self.window is not None:
            if self.window.inside is not None:
                self.window.inside.pages.drop_all()
            for dialog in self.window.findChildren(QDialog):
                dialog.close()
            self.window.close()

    def open(self, advertiser: Advertiser | None = None, asset_id: str = "") -> AdsWindow:
        """Show the window; with ``advertiser`` signed in, at the ad account ``asset_id``."""
        self.window = AdsWindow(self.frame)
        self._opened.append(self.window)
        self.qtbot.addWidget(self.window)
        self.window.show()
        self.window.attach(self.session, advertiser, asset_id=asset_id)
        self.settle()
        return self.window

    def go(self, page: str, **what) -> QWidget:
        """Show a page and return it."""
        self.window.navigator.go(page, **what)
        self.settle()
        return self.window.inside.pages.currentWidget()

"""Settings > Appearance: works at once and belongs to this computer (look.md, "Look")."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit.theme import ColorScheme


class AppearanceTab(SettingsTab):
    """System, light or dark."""

    name = "appearance"

    def build(self) -> None:
        """Build the cards."""
        card = self.add_card(self.tr("Colors"), self.tr("For this computer; in force at once."))
        self.system_radio = QRadioButton(self.tr("&As the system"))
        self.light_radio = QRadioButton(self.tr("&Light"))
        self.dark_radio = QRadioButton(self.tr("&Dark"))
        self._group = QButtonGroup(self)
        self._schemes = {
            self.system_radio: ColorScheme.SYSTEM,
            self.light_radio: ColorScheme.LIGHT,
            self.dark_radio: ColorScheme.DARK,
        }
        for radio, scheme in self._schemes.items():
            radio.setObjectName(f"{scheme}_radio")
            radio.setChecked(self.session.theme.scheme is scheme)
            self._group.addButton(radio)
            card.body.addWidget(radio)
        self._group.buttonClicked.connect(self._choose)
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Appearance")

    def _choose(self, radio: QRadioButton) -> None:
        scheme = self._schemes[radio]
        self.session.theme.set_scheme(scheme)
        self.session.settings.color_scheme = scheme
        self.session.settings.save()

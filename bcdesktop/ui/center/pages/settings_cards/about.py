"""Settings > About."""

from __future__ import annotations

from bcdesktop import __version__
from bcdesktop.ui.center.dialogs.about import about_text, licence_text
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit.cards import text_label


class AboutTab(SettingsTab):
    """The same words as Help > About."""

    name = "about"

    def build(self) -> None:
        """Build the cards."""
        card = self.add_card(self.tr("Business Center Desktop"))
        version = self.tr("Version %1").replace("%1", __version__)
        card.body.addWidget(text_label(version, "muted", selectable=True))
        card.body.addWidget(text_label(about_text(), wrap=True))
        card.body.addWidget(text_label(licence_text(), "muted", wrap=True))
        self.end()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("About")

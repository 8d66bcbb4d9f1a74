"""Settings > About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop import __version__
from bcdesktop.ui.center.dialogs.about import about_text, licence_text
from bcdesktop.ui.center.pages.settings_cards.base import SettingsTab
from bcdesktop.ui.kit.cards import text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AboutTab(SettingsTab):
    """The same words as Help > About."""

    name = "about"

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(session, actor, navigator)
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

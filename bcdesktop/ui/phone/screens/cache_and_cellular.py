"""Settings and privacy > Cache & cellular > Clear cache: the cure for a list that is old (A0-41, A0-42, path N9)."""

from __future__ import annotations

from functools import partial

from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Card, button, text
from bcdesktop.ui.phone.screen import Screen


class CacheAndCellularScreen(Screen):
    """Clears what this phone only keeps a copy of."""

    name = "cache_and_cellular_screen"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.clear_cache_button = button(self.tr("&Clear cache"), "clear_cache_button", "primary")
        self.cache_done = ErrorCard()
        self.add_all(
            [
                text(self.tr("Cache"), "caption"),
                Card(
                    text(
                        self.tr(
                            "The copies this phone keeps, such as the list of apps with access to your account. They "
                            "are fetched again when you look."
                        )
                    ),
                    text(self.tr("Your accounts, their keys and your answers stay."), "muted"),
                    self.clear_cache_button,
                ),
                self.cache_done,
                text(self.tr("Cellular"), "caption"),
                Card(text(self.tr("This phone uses no mobile data: it talks to its store and nothing else."), "muted")),
            ]
        )
        self.body.addStretch(1)
        self.clear_cache_button.clicked.connect(self._clear)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Cache & cellular")

    def _clear(self) -> None:
        from bcdesktop.services import owner_endings

        self.clear_cache_button.setEnabled(False)
        self.host.run(self, partial(owner_endings.clear_cache, self.host.profile), self._cleared)

    def _cleared(self, _result: object) -> None:
        self.clear_cache_button.setEnabled(True)
        self.clear_cache_button.setFocus()
        self.cache_done.show_words(
            self.tr("The cache is empty"),
            self.tr("If something still looks wrong, log out and log in again: Settings and privacy > Log out."),
            kind="success",
        )

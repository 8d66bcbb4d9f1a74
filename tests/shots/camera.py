"""Takes a picture of a widget in light and in dark, and refuses pictures that show nothing."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from bcdesktop.ui.kit.fonts import check_font
from bcdesktop.ui.kit.qr_reading import find_our_code, is_one_colour
from bcdesktop.ui.kit.theme import ColorScheme, Theme

SCHEMES = (ColorScheme.LIGHT, ColorScheme.DARK)


class Camera:
    """Writes ``folder/<scheme>-<percent>/<name>.png``."""

    taken: ClassVar[set[Path]] = set()

    def __init__(self, app: QApplication, folder: Path, theme: Theme) -> None:
        self._app, self._folder, self._theme = app, folder, theme

    def take(self, name: str, widget: QWidget, *, reads: str | None = None) -> None:
        """Save what ``widget`` shows; ``reads`` is the text of the code that has to be read from the picture."""
        check_font(self._app)
        try:
            for scheme in SCHEMES:
                self._theme.set_scheme(scheme)
                QCoreApplication.sendPostedEvents()
                self._keep(name, scheme, widget.grab().toImage(), reads)
        finally:
            self._theme.set_scheme(ColorScheme.LIGHT)

    def _keep(self, name: str, scheme: ColorScheme, picture: QImage, reads: str | None) -> None:
        percent = round(picture.devicePixelRatio() * 100)
        path = self._folder / f"{scheme}-{percent}" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        assert path not in self.taken, f"two pictures are called {path.stem}"
        self.taken.add(path)
        assert not is_one_colour(picture), f"{path.stem} shows nothing"
        assert picture.save(str(path)), f"{path} was not written"
        if reads is not None:
            assert find_our_code(QImage(str(path))) == reads, f"the code of {path.stem} is another one"

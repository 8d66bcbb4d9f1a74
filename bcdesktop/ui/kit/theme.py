"""Light and dark look of the whole program; follows the system unless told otherwise (look.md, "Look")."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from bcdesktop.ui.kit.style_sheet import style_sheet
from bcdesktop.ui.kit.tokens import Tokens, load_tokens

STYLE_ARGUMENTS = ("-style", "Fusion")
"""For QApplication. ``setStyle`` would have PySide6 build 566 enum members before the first paint."""

_PROPERTY = "bcdesktop_theme"


class ColorScheme(StrEnum):
    """What a person can choose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@cache
def tokens_of(dark: bool) -> Tokens:
    """Return the tokens of the dark or the light scheme."""
    return load_tokens("dark" if dark else "light")


class Theme(QObject):
    """The look in force. ``changed`` comes after palette and style sheet were replaced."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, scheme: ColorScheme = ColorScheme.SYSTEM) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._app: QApplication | None = None
        # held: a chained call on styleHints() can end on a deleted object
        self._hints = QGuiApplication.styleHints()
        self._system_is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        self._hints.colorSchemeChanged.connect(self.set_system_scheme)

    @property
    def scheme(self) -> ColorScheme:
        """What was chosen, SYSTEM by default."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens are in force."""
        return self._system_is_dark if self._scheme is ColorScheme.SYSTEM else self._scheme is ColorScheme.DARK

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return tokens_of(self.is_dark)

    def apply(self, app: QApplication) -> None:
        """Give ``app`` palette and style sheet, and make this theme the one ``theme_of`` finds.

        ``app`` was made with ``STYLE_ARGUMENTS``.
        """
        self._app = app
        app.setProperty(_PROPERTY, self)
        self._dress()

    def set_scheme(self, scheme: ColorScheme) -> None:
        """Choose the scheme; it is in force when this returns."""
        was_dark = self.is_dark
        self._scheme = scheme
        self._dress_again(was_dark)

    def set_system_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Take over what the system says; a test may call it, since the offscreen platform knows no scheme."""
        was_dark = self.is_dark
        self._system_is_dark = scheme == Qt.ColorScheme.Dark
        self._dress_again(was_dark)

    def _dress_again(self, was_dark: bool) -> None:
        if was_dark != self.is_dark:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setPalette(palette_of(self.tokens))
            self._app.setStyleSheet(style_sheet(self.tokens, self._app.font(), "dark" if self.is_dark else "light"))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the Qt palette for ``tokens``, disabled colours included."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in (
        (role.Window, "background"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "background"),
        (role.Text, "text"),
        (role.PlaceholderText, "muted"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Accent, "primary"),
        (role.Link, "primary"),
        (role.LinkVisited, "primary"),
        (role.Light, "surface"),
        (role.Midlight, "raised"),
        (role.Mid, "border"),
        (role.Dark, "control_border"),
        (role.Shadow, "border"),
    ):
        palette.setColor(target, QColor(tokens.color(name)))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.muted))
    return palette


def theme_of(_widget: QObject | None = None) -> Theme:
    """Return the theme of the application that ``_widget`` lives in; one with defaults where none was applied."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    if isinstance(found, Theme):
        return found
    theme = Theme(app)
    if app is not None:
        app.setProperty(_PROPERTY, theme)
    return theme


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at ``widget`` after one of its dynamic properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()

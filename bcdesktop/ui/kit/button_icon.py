"""Icons on buttons with room between icon and text, which the style leaves too small."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of


def set_button_icon(button: QAbstractButton, name: str, token: str = "text") -> None:  # noqa: S107 - a colour
    """Put the icon ``name`` before the button's text, in the theme's colour ``token``."""
    if not button.accessibleName():
        button.setAccessibleName(button.text().replace("&", "").strip())
    button.setIcon(icon(name, theme_of(button), token))
    button.setIconSize(icon_size(button))
    button.setText(f" {button.text().lstrip()}")

"""What the windows remember: one small JSON file in the data folder, apart from the business data."""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.theme import ColorScheme

_log = logging.getLogger(__name__)
_ONLY_THIS_USER = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner

_EMAILS = 5
"""As many are offered at sign-in."""


@dataclass
class TableState:
    """Column widths by name, the sorted column and its direction, hidden columns."""

    widths: dict[str, int] = field(default_factory=dict)
    sorted_by: str | None = None
    is_descending: bool = False
    hidden: list[str] = field(default_factory=list)


@dataclass
class UiSettings:
    """Typed settings; ``path`` is where ``save`` writes, None for settings that are not kept."""

    path: Path | None = None
    color_scheme: ColorScheme = ColorScheme.SYSTEM
    last_page: str = ""
    last_ads_page: str = ""
    last_ad_account: str = ""
    last_store: str = ""
    last_email: str = ""
    known_emails: list[str] = field(default_factory=list)
    windows: dict[str, str] = field(default_factory=dict)
    tables: dict[str, TableState] = field(default_factory=dict)
    unknown: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> UiSettings:
        """Read ``path``; a missing file or a bad value gives the default, what this version does not know is kept."""
        settings = cls(path)
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return settings
        except (OSError, ValueError) as error:
            _log.warning("settings not readable, defaults are used: %s", type(error).__name__)
            return settings
        if not isinstance(raw, dict):
            _log.warning("settings are no object, defaults are used")
            return settings
        for key, value in raw.items():
            if key not in _READERS:
                settings.unknown[key] = value
                continue
            try:
                setattr(settings, key, _READERS[key](value))
            except (TypeError, ValueError, AttributeError):
                _log.warning("bad value of setting %s, the default is used", key)
        return settings

    def save(self) -> bool:
        """Write the file in one step; tell whether that worked (a full disk must not stop a window from closing)."""
        if self.path is None:
            return False
        data = {
            **self.unknown,
            "color_scheme": str(self.color_scheme),
            "last_page": self.last_page,
            "last_ads_page": self.last_ads_page,
            "last_ad_account": self.last_ad_account,
            "last_store": self.last_store,
            "last_email": self.last_email,
            "known_emails": self.known_emails,
            "windows": self.windows,
            "tables": {name: vars(state) for name, state in self.tables.items()},
        }
        file = QSaveFile(str(self.path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            _log.warning("settings not writable: %s", file.errorString())
            return False
        # it holds the e-mail addresses of who signed in
        file.setPermissions(_ONLY_THIS_USER)
        file.write(json.dumps(data, indent=2, ensure_ascii=False).encode())
        if not file.commit():
            _log.warning("settings not written: %s", file.errorString())
            return False
        return True

    def remember_email(self, email: str) -> None:
        """Offer ``email`` first at the next sign-in, before those of others who signed in on this computer."""
        others = [known for known in self.known_emails if known.lower() != email.lower()]
        self.last_email, self.known_emails = email, [email, *others][:_EMAILS]

    def remember_window(self, name: str, window: QWidget) -> None:
        """Keep place and size of ``window``."""
        self.windows[name] = base64.b64encode(window.saveGeometry().data()).decode()

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Put ``window`` back where it was; False where nothing (valid) is known."""
        try:
            return bool(window.restoreGeometry(base64.b64decode(self.windows.get(name, ""), validate=True)))
        except ValueError:
            return False


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _list_of_texts(value: list[object]) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return [_text(entry) for entry in value]


def _texts(value: dict[str, object]) -> dict[str, str]:
    return {_text(k): _text(v) for k, v in value.items()}


def _table(value: dict[str, Any]) -> TableState:
    known = {f.name for f in fields(TableState)}
    state = TableState(**{k: v for k, v in value.items() if k in known})
    state.widths = {_text(k): int(v) for k, v in state.widths.items()}
    state.hidden = [_text(name) for name in state.hidden]
    if state.sorted_by is not None:
        _text(state.sorted_by)
    return state


def _tables(value: dict[str, dict[str, Any]]) -> dict[str, TableState]:
    return {_text(name): _table(state) for name, state in value.items()}


_READERS = {
    "color_scheme": ColorScheme,
    "last_page": _text,
    "last_ads_page": _text,
    "last_ad_account": _text,
    "last_store": _text,
    "last_email": _text,
    "known_emails": _list_of_texts,
    "windows": _texts,
    "tables": _tables,
}

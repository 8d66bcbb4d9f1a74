"""The words of every error a person can meet; nowhere else are there any (architecture.md, "How things flow" 5).

A new error class gets an entry, under its ``code``, in the table of its area. A test walks all classes.
"""

from __future__ import annotations

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.wording import (
    access,
    accounts,
    ad_accounts,
    ad_links,
    ads,
    advertisers,
    assets,
    billing,
    codes,
    computer,
    devices,
    endings,
    files,
    owner_endings,
    people,
    pictures,
    relinking,
    reports,
    requests,
    values,
)
from bcdesktop.ui.kit.wording.entry import Entry, Table, Wording, shown

__all__ = ["TABLE", "Wording", "title_of", "word"]

TABLE: Table = {
    **values.TABLE,
    **requests.TABLE,
    **reports.TABLE,
    **accounts.TABLE,
    **people.TABLE,
    **access.TABLE,
    **codes.TABLE,
    **computer.TABLE,
    **devices.TABLE,
    **pictures.TABLE,
    **files.TABLE,
    **ad_accounts.TABLE,
    **ad_links.TABLE,
    **ads.TABLE,
    **advertisers.TABLE,
    **assets.TABLE,
    **billing.TABLE,
    **endings.TABLE,
    **owner_endings.TABLE,
    **relinking.TABLE,
}


def word(error: AppError, locale: QLocale | None = None) -> Wording:
    """Return what to say about ``error``; numbers and times in the manner of ``locale``, by default the person's own.

    An error without an entry of its own gets that of its nearest base.
    """
    entry = _entry(error)
    params = {name: shown(name, value, locale or QLocale()) for name, value in error.params().items()}

    def text(source: str) -> str:
        return QCoreApplication.translate("Wording", source).format_map(params) if source else ""

    return Wording(text(entry.title), text(entry.body), text(entry.advice))


def title_of(code: str, params: dict[str, Any], locale: QLocale | None = None) -> str:
    """Return the title for the error called ``code``, as the activity log keeps it with its ``params``.

    A code of another version, without words here, comes back with blanks in place of its lines.
    """
    found = TABLE.get(code)
    if found is None:
        return code.replace("_", " ")
    entry = found(SimpleNamespace(**params)) if callable(found) else found
    values = {name: shown(name, value, locale or QLocale()) for name, value in params.items()}
    return QCoreApplication.translate("Wording", entry.title).format_map(defaultdict(str, values))


def _entry(error: AppError) -> Entry:
    for cls in type(error).__mro__:
        found = TABLE.get(getattr(cls, "code", ""))
        if found is not None:
            return found(error) if callable(found) else found
    raise AssertionError(error)

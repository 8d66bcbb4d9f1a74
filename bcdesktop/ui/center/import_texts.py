"""Imported tables in words: what a row does, what came of it, and the columns of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.services.import_records import ImportKind, ImportOutcome
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.import_records import Imported, ImportPreview, ImportRow

_CONTEXT = "ImportTexts"
_OUTCOMES = {
    (ImportKind.MEMBERS, ImportOutcome.NEW): QT_TRANSLATE_NOOP("ImportTexts", "Invite"),
    (ImportKind.MEMBERS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "Change role"),
    (ImportKind.ACCESS, ImportOutcome.NEW): QT_TRANSLATE_NOOP("ImportTexts", "Give access"),
    (ImportKind.ACCESS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "Change role"),
    (ImportKind.ACCESS, ImportOutcome.REMOVED): QT_TRANSLATE_NOOP("ImportTexts", "Take away"),
}
_UNCHANGED = QT_TRANSLATE_NOOP("ImportTexts", "Unchanged")
_REFUSED = QT_TRANSLATE_NOOP("ImportTexts", "Cannot be taken")
_COUNTS = {
    (ImportKind.MEMBERS, ImportOutcome.NEW): QT_TRANSLATE_NOOP("ImportTexts", "%1 to invite"),
    (ImportKind.MEMBERS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "%1 with another role"),
    (ImportKind.ACCESS, ImportOutcome.NEW): QT_TRANSLATE_NOOP("ImportTexts", "%1 to give"),
    (ImportKind.ACCESS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "%1 with another role"),
    (ImportKind.ACCESS, ImportOutcome.REMOVED): QT_TRANSLATE_NOOP("ImportTexts", "%1 to take away"),
}
_BADGES = {
    ImportOutcome.NEW: BadgeKind.SUCCESS,
    ImportOutcome.CHANGED: BadgeKind.INFO,
    ImportOutcome.REMOVED: BadgeKind.WARNING,
    ImportOutcome.UNCHANGED: BadgeKind.NEUTRAL,
}
_HEADS = {
    "email": QT_TRANSLATE_NOOP("ImportTexts", "E-mail"),
    "name": QT_TRANSLATE_NOOP("ImportTexts", "Name"),
    "role": QT_TRANSLATE_NOOP("ImportTexts", "Role"),
    "finance_role": QT_TRANSLATE_NOOP("ImportTexts", "Finance role"),
    "handle": QT_TRANSLATE_NOOP("ImportTexts", "Handle"),
    "person": QT_TRANSLATE_NOOP("ImportTexts", "E-mail or partner id"),
}
_SHOWN = {
    ImportKind.MEMBERS: (("email", 24), ("name", 15), ("role", 14), ("finance_role", 17)),
    ImportKind.ACCESS: (("handle", 18), ("person", 26), ("role", 12)),
}
_DONE = {
    (ImportKind.MEMBERS, ImportOutcome.NEW): QT_TRANSLATE_NOOP(
        "ImportTexts", "Invited: %1. Their mails are in the Outbox."
    ),
    (ImportKind.MEMBERS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "Role changed: %1."),
    (ImportKind.ACCESS, ImportOutcome.NEW): QT_TRANSLATE_NOOP("ImportTexts", "Access given: %1."),
    (ImportKind.ACCESS, ImportOutcome.CHANGED): QT_TRANSLATE_NOOP("ImportTexts", "Role changed: %1."),
    (ImportKind.ACCESS, ImportOutcome.REMOVED): QT_TRANSLATE_NOOP("ImportTexts", "Access taken away: %1."),
}
_NUMBERS = 20


def preview_columns(kind: ImportKind) -> list[Column]:
    """Return the columns of the preview: row number, what will happen, why not, and the cells."""
    columns = [
        Column(
            "number",
            _translated(QT_TRANSLATE_NOOP("ImportTexts", "Row")),
            _number,
            sort=_sort_number,
            align=RIGHT,
            width=7,
        ),
        Column(
            "outcome",
            _translated(QT_TRANSLATE_NOOP("ImportTexts", "What will happen")),
            outcome_text(kind),
            badge=_badge,
            width=17,
        ),
    ]
    columns += [Column(name, _translated(_HEADS[name]), _cell(name), width=width) for name, width in _SHOWN[kind]]
    why = _translated(QT_TRANSLATE_NOOP("ImportTexts", "Why not"))
    return [*columns, Column("why", why, problem_text, tooltip=advice_text, accessible=advice_text, width=46)]


def outcome_text(kind: ImportKind) -> Callable[[ImportRow], str]:
    """Return what says in words what a row does."""

    def text(row: ImportRow) -> str:
        if row.problem is not None or row.outcome is None:
            return _translated(_REFUSED)
        return _translated(_OUTCOMES.get((kind, row.outcome), _UNCHANGED))

    return text


def problem_text(row: ImportRow) -> str:
    """Return why a row cannot be taken; empty for a good one."""
    return "" if row.problem is None else word(row.problem).body


def advice_text(row: ImportRow) -> str:
    """Return why a row cannot be taken, and what to do."""
    if row.problem is None:
        return ""
    words = word(row.problem)
    return " ".join(part for part in (words.body, words.advice) if part)


def summary_text(shown: ImportPreview) -> str:
    """Return "3 to invite · 1 with another role · 2 unchanged · 1 cannot be taken"."""
    parts = [
        _translated(source).replace("%1", str(shown.count(outcome)))
        for (kind, outcome), source in _COUNTS.items()
        if kind is shown.kind and shown.count(outcome)
    ]
    unchanged, bad = shown.count(ImportOutcome.UNCHANGED), len(shown.bad)
    if unchanged:
        text = QCoreApplication.translate("ImportTexts", "%1 unchanged")
        parts.append(text.replace("%1", str(unchanged)))
    if bad:
        parts.append(QCoreApplication.translate("ImportTexts", "%1 cannot be taken").replace("%1", str(bad)))
    return " · ".join(parts) or QCoreApplication.translate("ImportTexts", "The file has headings, but no rows.")


def done_lines(done: Imported) -> list[str]:
    """Return what was done, one sentence each; what was left out is for ``left_out_text``."""
    counts = {
        ImportOutcome.NEW: done.new,
        ImportOutcome.CHANGED: done.changed,
        ImportOutcome.REMOVED: done.removed,
    }
    lines = [
        _translated(source).replace("%1", str(counts[outcome]))
        for (kind, outcome), source in _DONE.items()
        if kind is done.kind and counts[outcome]
    ]
    if done.unchanged:
        text = QCoreApplication.translate("ImportTexts", "As it was already: %1.")
        lines.append(text.replace("%1", str(done.unchanged)))
    return lines


def left_out_text(done: Imported) -> str:
    """Return which rows were left out; empty where none was."""
    if not done.left_out:
        return ""
    text = QCoreApplication.translate("ImportTexts", "Left out: %1. Rows: %2.")
    numbers = ", ".join(str(number) for number in done.left_out[:_NUMBERS])
    more = " …" if len(done.left_out) > _NUMBERS else ""
    return text.replace("%1", str(len(done.left_out))).replace("%2", numbers + more)


def _translated(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def _number(row: ImportRow) -> str:
    return str(row.number)


def _sort_number(row: ImportRow) -> int:
    return row.number


def _badge(row: ImportRow) -> BadgeKind:
    return BadgeKind.DANGER if row.outcome is None else _BADGES[row.outcome]


def _cell(name: str) -> Callable[[ImportRow], str]:
    def text(row: ImportRow) -> str:
        return row.cells[name] or (row.cells["partner"] if name == "person" else "")

    return text

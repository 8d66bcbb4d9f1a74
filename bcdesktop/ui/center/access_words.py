"""Access to accounts in words: how many, what would change, what changed, and when somebody has too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.grants import TooMuch
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.grants import Effect
    from bcdesktop.core.roles import AssetRole


def accounts_text(count: int) -> str:
    """Return a number of accounts."""
    if count == 1:
        return QCoreApplication.translate("AccessWords", "1 account")
    return QCoreApplication.translate("AccessWords", "%1 accounts").replace("%1", str(count))


def people_text(people: int, partners: int) -> str:
    """Return a number of people and partners: "2 people", "1 person, 1 partner"."""
    parts = []
    if people or not partners:
        many = QCoreApplication.translate("AccessWords", "%1 people").replace("%1", str(people))
        parts.append(QCoreApplication.translate("AccessWords", "1 person") if people == 1 else many)
    if partners:
        many = QCoreApplication.translate("AccessWords", "%1 partners").replace("%1", str(partners))
        parts.append(QCoreApplication.translate("AccessWords", "1 partner") if partners == 1 else many)
    return ", ".join(parts)


def effect_text(effect: Effect) -> str:
    """Return what an assignment does, in numbers: "5 new, 1 changed"."""
    parts = []
    if effect.new:
        parts.append(QCoreApplication.translate("AccessWords", "%1 new").replace("%1", str(effect.new)))
    if effect.changed:
        parts.append(QCoreApplication.translate("AccessWords", "%1 changed").replace("%1", str(effect.changed)))
    if not parts:
        return QCoreApplication.translate("AccessWords", "nothing would change")
    if effect.same:
        parts.append(QCoreApplication.translate("AccessWords", "%1 as before").replace("%1", str(effect.same)))
    return ", ".join(parts)


def role_text(role: AssetRole | None) -> str:
    """Return a role, or that there is no access."""
    return QCoreApplication.translate("AccessWords", "No access") if role is None else label_of(role)


def change_text(before: AssetRole | None, after: AssetRole | None) -> str:
    """Return what was before and what is after."""
    return f"{role_text(before)} → {role_text(after)}"


def too_much_text(reason: TooMuch) -> str:
    """Return why somebody has more access than most need."""
    if reason is TooMuch.PARTNER_OPERATOR:
        return QCoreApplication.translate("AccessWords", "A partner with Operator; most partners need Analyst only.")
    many = QCoreApplication.translate("AccessWords", "Operator on more than %1 accounts.")
    return many.replace("%1", str(LIMITS.operator_accounts_before_warning))


def too_much_rule() -> str:
    """Return what the filter "Has too much" looks for."""
    rule = QCoreApplication.translate(
        "AccessWords", "Too much is: Operator on more than %1 accounts, or a partner with Operator."
    )
    return rule.replace("%1", str(LIMITS.operator_accounts_before_warning))

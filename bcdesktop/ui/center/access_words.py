"""Access to accounts in words: how many, what would change, what changed, and when somebody has too much."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.grants import ROLES_OF, TIKTOK_ACCOUNT_KINDS, AssetKind, TooMuch, works
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.grants import Effect
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.people_records import GrantChangeRow, GrantRow


def accounts_text(count: int) -> str:
    """Return a number of accounts."""
    if count == 1:
        return QCoreApplication.translate("AccessWords", "1 account")
    return QCoreApplication.translate("AccessWords", "%1 accounts").replace("%1", str(count))


def assets_text(kinds: Iterable[AssetKind]) -> str:
    """Return a number of assets, called by their kind where all are of one: "3 ad accounts", "5 assets"."""
    found = list(kinds)
    of_one = set(found)
    if of_one <= set(TIKTOK_ACCOUNT_KINDS):
        return accounts_text(len(found))
    one, many = _counted(next(iter(of_one)) if len(of_one) == 1 else None)
    return one if len(found) == 1 else many.replace("%1", str(len(found)))


def _counted(kind: AssetKind | None) -> tuple[str, str]:
    if kind is AssetKind.AD_ACCOUNT:
        return QCoreApplication.translate("AccessWords", "1 ad account"), QCoreApplication.translate(
            "AccessWords", "%1 ad accounts"
        )
    if kind is AssetKind.CATALOG:
        return QCoreApplication.translate("AccessWords", "1 catalog"), QCoreApplication.translate(
            "AccessWords", "%1 catalogs"
        )
    if kind is AssetKind.PIXEL:
        return QCoreApplication.translate("AccessWords", "1 pixel"), QCoreApplication.translate(
            "AccessWords", "%1 pixels"
        )
    if kind is AssetKind.AUDIENCE:
        return QCoreApplication.translate("AccessWords", "1 audience"), QCoreApplication.translate(
            "AccessWords", "%1 audiences"
        )
    return QCoreApplication.translate("AccessWords", "1 asset"), QCoreApplication.translate("AccessWords", "%1 assets")


def kinds_title(kind: AssetKind) -> str:
    """Return what many of a kind are called, as a title: "Ad accounts"."""
    return {
        AssetKind.TIKTOK_ACCOUNT: QCoreApplication.translate("AccessWords", "TikTok accounts"),
        AssetKind.SHARED_TIKTOK_ACCOUNT: QCoreApplication.translate("AccessWords", "Shared by partners"),
        AssetKind.AD_ACCOUNT: QCoreApplication.translate("AccessWords", "Ad accounts"),
        AssetKind.CATALOG: QCoreApplication.translate("AccessWords", "Catalogs"),
        AssetKind.PIXEL: QCoreApplication.translate("AccessWords", "Pixels"),
        AssetKind.AUDIENCE: QCoreApplication.translate("AccessWords", "Audiences"),
    }[kind]


def grant_role_text(grant: GrantRow) -> str:
    """Return the role of a grant, and that numbers are hidden where they are (A2-06)."""
    if not grant.hides_numbers:
        return label_of(grant.role)
    return QCoreApplication.translate("AccessWords", "%1, no numbers").replace("%1", label_of(grant.role))


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


def changed_text(row: GrantChangeRow) -> str:
    """Return what a row of history changed: the role, or whether numbers are seen (A2-06)."""
    if row.hides_numbers is None:
        changed = change_text(row.before, row.after)
        # nobody took it: the clock did, on the end date of the grant or of what it hung on
        ran_out = row.after is None and not row.by_name
        return QCoreApplication.translate("AccessWords", "%1, ran out").replace("%1", changed) if ran_out else changed
    if row.hides_numbers:
        return QCoreApplication.translate("AccessWords", "Numbers hidden")
    return QCoreApplication.translate("AccessWords", "Numbers shown again")


def too_much_text(reason: TooMuch, kind: AssetKind = AssetKind.TIKTOK_ACCOUNT) -> str:
    """Return why somebody has more access than most need."""
    if reason is TooMuch.PARTNER_OPERATOR:
        text = QCoreApplication.translate("AccessWords", "A partner with %1; most partners need %2 only.")
        return text.replace("%1", _working_roles(kind)).replace("%2", label_of(ROLES_OF[kind][-1]))
    many = QCoreApplication.translate("AccessWords", "%1 on more than %2.")
    return many.replace("%1", _working_roles(kind)).replace("%2", _maximum_text(kind))


def too_much_rule(kind: AssetKind = AssetKind.TIKTOK_ACCOUNT) -> str:
    """Return what the filter "Has too much" looks for."""
    rule = QCoreApplication.translate("AccessWords", "Too much is: %1 on more than %2, or a partner with %1.")
    return rule.replace("%1", _working_roles(kind)).replace("%2", _maximum_text(kind))


def _maximum_text(kind: AssetKind) -> str:
    return assets_text([kind] * LIMITS.operator_accounts_before_warning)


def _working_roles(kind: AssetKind) -> str:
    roles = [label_of(role) for role in ROLES_OF[kind] if works(kind, role)]
    if len(roles) == 1:
        return roles[0]
    return QCoreApplication.translate("AccessWords", "%1 or %2").replace("%1", roles[0]).replace("%2", roles[1])

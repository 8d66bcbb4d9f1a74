"""What the readiness check says in words: the verdict, and who can mend what does not hold (domain.md 13.5, 13.22)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.readiness import ConditionName, Mender, is_ready
from bcdesktop.ui.kit.badges import BadgeKind

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Line

_NAMED = 4


def verdict(lines: Sequence[Line]) -> tuple[str, BadgeKind]:
    """Return word and colour of the whole check."""
    translate = QCoreApplication.translate
    if is_ready(tuple(line.condition for line in lines)):
        return translate("Readiness", "Ready for Spark Ads"), BadgeKind.SUCCESS
    return translate("Readiness", "Not ready for Spark Ads"), BadgeKind.WARNING


def verdict_sentence(lines: Sequence[Line]) -> str:
    """Return how much is missing, or that ads can be run."""
    translate = QCoreApplication.translate
    missing = sum(line.condition.ok is False for line in lines)
    if missing == 1:
        return translate("Readiness", "One thing is missing.")
    if missing:
        return translate("Readiness", "%1 things are missing.").replace("%1", str(missing))
    if any(line.condition.ok is None for line in lines):
        return translate("Readiness", "Nothing known stands in the way.")
    return translate("Readiness", "Ads can be run.")


def state_word(line: Line) -> str:
    """Return what one condition is, in a word."""
    translate = QCoreApplication.translate
    return {
        True: translate("Readiness", "Yes"),
        False: translate("Readiness", "No"),
        None: translate("Readiness", "Not known"),
    }[line.condition.ok]


def helper_text(line: Line) -> str:
    """Return who can mend a condition and how; empty where it holds."""
    translate, condition = QCoreApplication.translate, line.condition
    if condition.ok:
        return ""
    if condition.ok is None:
        return translate("Readiness", "Only the Business Center that shares the account knows.")
    texts = {
        Mender.OWNER: _owner_text(condition.name),
        Mender.ADMIN: translate("Readiness", "An admin can do this: %1."),
        Mender.AD_ACCOUNT_ADMIN: translate("Readiness", "Whoever manages the ad account can give the role: %1."),
        Mender.PARTNER: translate("Readiness", "The partner that shares the account can change it: %1."),
        Mender.REVIEW: translate("Readiness", "It waits for its review, or was not approved in it."),
        Mender.NOBODY: translate(
            "Readiness", "Accounts of governments, politicians and parties cannot be used for Spark Ads."
        ),
    }
    text = texts[condition.mender] if condition.mender is not None else ""
    return text.replace("%1", _names(line.helpers))


def _owner_text(name: ConditionName) -> str:
    translate = QCoreApplication.translate
    return {
        ConditionName.ACCOUNT_PUBLIC: translate("Readiness", "The owner, %1, makes it public on the phone."),
        ConditionName.ACCOUNT_AVAILABLE: translate(
            "Readiness", "The owner, %1, can switch to a business account on the phone."
        ),
    }.get(name, translate("Readiness", "The owner, %1, has to grant it: ask once more, the link is extended."))


def _names(names: Sequence[str]) -> str:
    if not names:
        return "–"
    text = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more <= 0:
        return text
    return QCoreApplication.translate("Readiness", "%1 and %2 more").replace("%1", text).replace("%2", str(more))

"""A partner text in words, before it is taken in."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.services.partner_records import PartnerText, PartnerTextKind, SharedAccountRow
from bcdesktop.ui.center.partner_words import some_lines
from bcdesktop.ui.kit.words import label_of

_TITLES = {
    PartnerTextKind.INVITATION: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” wants to share TikTok accounts with you"),
    PartnerTextKind.UPDATE: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” has changed what it shares with you"),
    PartnerTextKind.END: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” has ended the partnership"),
    PartnerTextKind.ACCEPTED: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” knows and accepts what you share"),
    PartnerTextKind.DECLINED: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” declines"),
    PartnerTextKind.PARTNER_ENDED: QT_TRANSLATE_NOOP("PartnerTextWords", "“%1” has ended the partnership"),
}
_MEANINGS = {
    PartnerTextKind.INVITATION: QT_TRANSLATE_NOOP(
        "PartnerTextWords", "Taken in, it waits in your list until you accept or decline. Nothing is shared before."
    ),
    PartnerTextKind.UPDATE: QT_TRANSLATE_NOOP(
        "PartnerTextWords", "Your people lose at once what is not shared any more, and are lowered with it."
    ),
    PartnerTextKind.END: QT_TRANSLATE_NOOP("PartnerTextWords", "Your people lose every account it shared with you."),
    PartnerTextKind.ACCEPTED: QT_TRANSLATE_NOOP(
        "PartnerTextWords", "The partnership counts on both sides, and you know what the partner has heard."
    ),
    PartnerTextKind.DECLINED: QT_TRANSLATE_NOOP("PartnerTextWords", "Nothing is shared with it."),
    PartnerTextKind.PARTNER_ENDED: QT_TRANSLATE_NOOP("PartnerTextWords", "Nothing is shared with it any more."),
}
_VERBS = {
    PartnerTextKind.INVITATION: QT_TRANSLATE_NOOP("PartnerTextWords", "&Take it in"),
    PartnerTextKind.UPDATE: QT_TRANSLATE_NOOP("PartnerTextWords", "&Take over the changes"),
    PartnerTextKind.END: QT_TRANSLATE_NOOP("PartnerTextWords", "&End the partnership"),
    PartnerTextKind.ACCEPTED: QT_TRANSLATE_NOOP("PartnerTextWords", "&Take the answer"),
    PartnerTextKind.DECLINED: QT_TRANSLATE_NOOP("PartnerTextWords", "&Take the answer"),
    PartnerTextKind.PARTNER_ENDED: QT_TRANSLATE_NOOP("PartnerTextWords", "&End the partnership"),
}


def title_of(text: PartnerText) -> str:
    """Return what the text says, in one line."""
    return QCoreApplication.translate("PartnerTextWords", _TITLES[text.kind]).replace("%1", text.other_name)


def meaning(text: PartnerText) -> str:
    """Return what taking it in does."""
    if text.is_known:
        return QCoreApplication.translate("PartnerTextWords", "It was taken in before. Nothing changes.")
    return QCoreApplication.translate("PartnerTextWords", _MEANINGS[text.kind])


def take_verb(text: PartnerText) -> str:
    """Return the verb on the button that carries it out."""
    return QCoreApplication.translate("PartnerTextWords", _VERBS[text.kind])


def account_lines(text: PartnerText) -> list[str]:
    """Return one line per account; what is new, other or gone says so and comes first."""
    changed = [account for account in text.accounts if account.role is not account.before]
    same = [account for account in text.accounts if account.role is account.before]
    return some_lines(map(_line, changed + same))


def _line(account: SharedAccountRow) -> str:
    handle = f"@{account.handle}"
    if account.role is None:
        return QCoreApplication.translate("PartnerTextWords", "%1 · no longer shared").replace("%1", handle)
    line = f"{handle} · {label_of(account.role)}"
    if account.before in (None, account.role):
        return line
    was = QCoreApplication.translate("PartnerTextWords", "%1 (until now %2)")
    return was.replace("%1", line).replace("%2", label_of(account.before))

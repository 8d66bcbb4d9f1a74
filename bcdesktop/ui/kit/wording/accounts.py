"""Words for accounts, links, people and rights."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.core.errors import AppError
from bcdesktop.core.policy import FinanceAction
from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_NOT_ALLOWED = QT_TRANSLATE_NOOP("Wording", "Your role does not allow this")
_FINANCE = QT_TRANSLATE_NOOP("Wording", "It takes a finance role. Ask: {helpers}.")
_NO_FINANCE = QT_TRANSLATE_NOOP("Wording", "It takes a finance role, which an admin can give.")
_UNFIT = QT_TRANSLATE_NOOP("Wording", "@{handle} cannot be used for ads")
_UNFIT_REASONS = {
    "not_business_account": Entry(
        _UNFIT,
        QT_TRANSLATE_NOOP("Wording", "It is not a business account. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "The owner can switch to a business account in TikTok; then try again."),
    ),
    "scope_unavailable": Entry(
        _UNFIT,
        QT_TRANSLATE_NOOP("Wording", "The account cannot give the permissions that ads need. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Ask the owner whether the account is restricted."),
    ),
    "political": Entry(
        _UNFIT,
        QT_TRANSLATE_NOOP("Wording", "It is marked as a political account, and those cannot run ads."),
        QT_TRANSLATE_NOOP("Wording", "Use another account."),
    ),
}
_UNFIT_OTHER = Entry(
    _UNFIT,
    QT_TRANSLATE_NOOP("Wording", "The account does not fit. Nothing was changed."),
    QT_TRANSLATE_NOOP("Wording", "Use another account, or ask the owner whether this one is restricted."),
)


def _not_allowed(error: AppError) -> Entry:
    body = QT_TRANSLATE_NOOP("Wording", "Nothing was changed.")
    if error.params()["action"] in set(FinanceAction):
        return Entry(_NOT_ALLOWED, body, _FINANCE if error.params()["helpers"] else _NO_FINANCE)
    if error.params()["helpers"]:
        return Entry(_NOT_ALLOWED, body, QT_TRANSLATE_NOOP("Wording", "Ask an admin: {helpers}."))
    return Entry(_NOT_ALLOWED, body, QT_TRANSLATE_NOOP("Wording", "Ask an admin of this Business Center."))


TABLE: Table = {
    "rule_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not possible now"),
        QT_TRANSLATE_NOOP("Wording", "A rule of the Business Center is in the way. Nothing was changed."),
    ),
    "not_allowed": _not_allowed,
    "not_found": Entry(
        QT_TRANSLATE_NOOP("Wording", "It is not there any more"),
        QT_TRANSLATE_NOOP("Wording", "It was removed, or you may not see it. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Press F5 to see what is there now."),
    ),
    "changed_meanwhile": Entry(
        QT_TRANSLATE_NOOP("Wording", "Somebody else was faster"),
        QT_TRANSLATE_NOOP(
            "Wording", "It was changed since you opened it. Your change was not saved, what you typed is still here."
        ),
        QT_TRANSLATE_NOOP("Wording", "Look at the new values and save again."),
    ),
    "limit_reached": Entry(
        QT_TRANSLATE_NOOP("Wording", "The limit is reached"),
        QT_TRANSLATE_NOOP("Wording", "{maximum} are allowed and there are {current}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Remove one that is not needed; then try again."),
    ),
    "account_limit_reached": Entry(
        QT_TRANSLATE_NOOP("Wording", "The account has too many links"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "A TikTok account can be linked to {maximum} Business Centers, and this one is linked to {current}.",
        ),
        QT_TRANSLATE_NOOP("Wording", "The owner has to end a link that is not needed; then make a new code."),
    ),
    "business_center_limit_reached": Entry(
        QT_TRANSLATE_NOOP("Wording", "The Business Center is full"),
        QT_TRANSLATE_NOOP("Wording", "It can have {maximum} TikTok accounts, and it has {current}."),
        QT_TRANSLATE_NOOP("Wording", "Disconnect an account that is not needed; then make a new code."),
    ),
    "already_linked": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is already linked"),
        QT_TRANSLATE_NOOP(
            "Wording", "This Business Center already has all the permissions asked for. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("Wording", "To get more, ask for permissions that the link does not have yet."),
    ),
    "link_not_active": Entry(
        QT_TRANSLATE_NOOP("Wording", "The link has ended"),
        QT_TRANSLATE_NOOP("Wording", "Its state is now “{state}”. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "To use the account again, make a new request."),
    ),
    "claimed_elsewhere": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is already claimed"),
        QT_TRANSLATE_NOOP("Wording", "A Business Center owns this account, and an account can be claimed only once."),
        QT_TRANSLATE_NOOP("Wording", "Ask for access instead of ownership."),
    ),
    "owner_is_business_center": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{owner_name}” owns this account"),
        QT_TRANSLATE_NOOP("Wording", "Requests for @{handle} are answered by its admins, not on the phone."),
        QT_TRANSLATE_NOOP("Wording", "Ask an admin of “{owner_name}”."),
    ),
    "claimed_cannot_be_revoked": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{owner_name}” owns this account"),
        QT_TRANSLATE_NOOP("Wording", "@{handle} was claimed, so its access cannot be taken back on the phone."),
        QT_TRANSLATE_NOOP("Wording", "Ask an admin of “{owner_name}” to disconnect the account."),
    ),
    "account_private": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is private"),
        QT_TRANSLATE_NOOP("Wording", "Ads need a public account."),
        QT_TRANSLATE_NOOP(
            "Wording", "On the phone, the owner turns off Settings and privacy > Privacy > Private account."
        ),
    ),
    "account_unfit": by_value("reason", _UNFIT_REASONS, _UNFIT_OTHER),
    "handle_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "@{handle} is not known here"),
        QT_TRANSLATE_NOOP("Wording", "The directory of this store has no account of this name."),
        QT_TRANSLATE_NOOP("Wording", "Check the spelling, or send a QR code without a handle."),
    ),
    "own_account_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "You have no account of your own here"),
        QT_TRANSLATE_NOOP("Wording", "You have not logged in with a TikTok account on this computer."),
        QT_TRANSLATE_NOOP("Wording", "Log in with TikTok first, or ask for access by a QR code."),
    ),
    "not_logged_in": Entry(
        QT_TRANSLATE_NOOP("Wording", "No account is logged in"),
        QT_TRANSLATE_NOOP("Wording", "A code can be answered only by a TikTok account on this phone."),
        QT_TRANSLATE_NOOP("Wording", "Log in on the phone and scan the code again."),
    ),
    "no_person_for_account": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nobody signs in with @{handle}"),
        QT_TRANSLATE_NOOP("Wording", "No person of this store has logged in with this TikTok account before."),
        QT_TRANSLATE_NOOP("Wording", "Sign in with e-mail and password, or switch the account on the phone."),
    ),
    "sign_in_failed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not signed in"),
        QT_TRANSLATE_NOOP("Wording", "E-mail address or password is wrong."),
        QT_TRANSLATE_NOOP("Wording", "Check both, and whether Caps Lock is on."),
    ),
    "sign_in_throttled": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many wrong passwords"),
        QT_TRANSLATE_NOOP("Wording", "To keep others out, the next try is taken in {seconds} s."),
        QT_TRANSLATE_NOOP("Wording", "Wait a moment and check the password meanwhile."),
    ),
    "wrong_passcode": Entry(
        QT_TRANSLATE_NOOP("Wording", "Wrong passcode"),
        QT_TRANSLATE_NOOP("Wording", "This is not the passcode of this phone. Nothing was approved."),
        QT_TRANSLATE_NOOP("Wording", "Please try again."),
    ),
    "passcode_throttled": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many wrong passcodes"),
        QT_TRANSLATE_NOOP("Wording", "To keep others out, the phone waits before the next try."),
        QT_TRANSLATE_NOOP("Wording", "Wait a moment; then try again."),
    ),
    "centre_key_changed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The key of “{name}” changed"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The code names a Business Center this phone knows since {known_since}, but it is signed with another key. "
            "It may have lost its key, or somebody pretends to be it. Nothing was approved.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Call the people you know there and compare the 30 digits before you go on."),
    ),
}

"""Words for requests and their answers (domain.md 3.5): each case has its own sentence."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_ANSWERED = {
    "declined": Entry(
        QT_TRANSLATE_NOOP("Wording", "Already declined"),
        QT_TRANSLATE_NOOP("Wording", "@{handle} declined this request. One code takes one answer."),
        QT_TRANSLATE_NOOP("Wording", "If that was a mistake, ask for a new code."),
    ),
}
_ANSWERED_OTHER = Entry(
    QT_TRANSLATE_NOOP("Wording", "This code was already used"),
    QT_TRANSLATE_NOOP("Wording", "@{handle} answered this request. One code takes one answer, so nothing was changed."),
    QT_TRANSLATE_NOOP("Wording", "For another account, the Business Center makes a new code."),
)
_NOT_OPEN = Entry(
    QT_TRANSLATE_NOOP("Wording", "The request is no longer open"),
    QT_TRANSLATE_NOOP("Wording", "Its state is now “{state}”. Nothing was changed."),
    QT_TRANSLATE_NOOP("Wording", "Look at it again in Requests; a new one can be made at any time."),
)
_FAILED = {
    "claimed_elsewhere": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request failed"),
        QT_TRANSLATE_NOOP("Wording", "Another Business Center owns this account, so it could not be claimed."),
        QT_TRANSLATE_NOOP("Wording", "Ask for access instead of ownership."),
    ),
    "account_limit": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request failed"),
        QT_TRANSLATE_NOOP("Wording", "The account is linked to as many Business Centers as allowed."),
        QT_TRANSLATE_NOOP("Wording", "The owner can end a link that is not needed; then make a new code."),
    ),
    "business_center_limit": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request failed"),
        QT_TRANSLATE_NOOP("Wording", "The Business Center has as many TikTok accounts as allowed."),
        QT_TRANSLATE_NOOP("Wording", "Disconnect one that is not needed; then make a new code."),
    ),
}
_FAILED_OTHER = Entry(
    QT_TRANSLATE_NOOP("Wording", "The request failed"),
    QT_TRANSLATE_NOOP("Wording", "An approval came, but no link could be made of it."),
    QT_TRANSLATE_NOOP("Wording", "Make a new code."),
)
_LOG_IN = {
    "pending": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not approved yet"),
        QT_TRANSLATE_NOOP("Wording", "The log-in code is still waiting for the phone."),
        QT_TRANSLATE_NOOP("Wording", "Scan it with the Phone and approve it there."),
    ),
    "declined": Entry(
        QT_TRANSLATE_NOOP("Wording", "Log-in declined"),
        QT_TRANSLATE_NOOP("Wording", "It was declined on the phone. Nobody was signed in."),
        QT_TRANSLATE_NOOP("Wording", "Make a new code if that was a mistake."),
    ),
    "approved": Entry(
        QT_TRANSLATE_NOOP("Wording", "Already approved"),
        QT_TRANSLATE_NOOP("Wording", "This log-in code was approved before and works once."),
        QT_TRANSLATE_NOOP("Wording", "Make a new code to log in again."),
    ),
}
_LOG_IN_OTHER = Entry(
    QT_TRANSLATE_NOOP("Wording", "The log-in code ran out"),
    QT_TRANSLATE_NOOP("Wording", "A log-in code lives for 2 minutes. Nobody was signed in."),
    QT_TRANSLATE_NOOP("Wording", "Make a new code and scan it at once."),
)

TABLE: Table = {
    "request_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code ran out"),
        QT_TRANSLATE_NOOP("Wording", "It was good until {expired_at}. Nothing was approved."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ask for a new one: in the Business Center, “Renew” makes it with the same choices."
        ),
    ),
    "answer_too_late": Entry(
        QT_TRANSLATE_NOOP("Wording", "The answer came too late"),
        QT_TRANSLATE_NOOP(
            "Wording", "The code ran out at {expired_at}; the answer was signed at {signed_at}. No link was made."
        ),
        QT_TRANSLATE_NOOP("Wording", "Renew the code and agree on a time when the phone is at hand."),
    ),
    "answer_before_issue": Entry(
        QT_TRANSLATE_NOOP("Wording", "The two clocks differ"),
        QT_TRANSLATE_NOOP(
            "Wording", "The answer says it was signed at {signed_at}, before the request was made at {issued_at}."
        ),
        QT_TRANSLATE_NOOP("Wording", "Set the clock of the phone and of this computer, then make a new code."),
    ),
    "wrong_account": Entry(
        QT_TRANSLATE_NOOP("Wording", "Another account is logged in"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "This request is for @{expected_handle}; on the phone @{handle} is logged in. Nothing was approved.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Switch to @{expected_handle} on the phone and scan the code again."),
    ),
    "already_answered": by_value("state", _ANSWERED, _ANSWERED_OTHER),
    "request_replaced": Entry(
        QT_TRANSLATE_NOOP("Wording", "Replaced by a newer one"),
        QT_TRANSLATE_NOOP(
            "Wording", "The Business Center made a newer code for this request. This one no longer counts."
        ),
        QT_TRANSLATE_NOOP("Wording", "Scan the newer code."),
    ),
    "request_cancelled": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request was withdrawn"),
        QT_TRANSLATE_NOOP("Wording", "The Business Center cancelled it. Nothing was approved."),
        QT_TRANSLATE_NOOP("Wording", "Nothing is left to do. Ask the Business Center if you expected it."),
    ),
    "request_not_open": _NOT_OPEN,
    "request_failed": by_value("reason", _FAILED, _FAILED_OTHER),
    "answer_wider": Entry(
        QT_TRANSLATE_NOOP("Wording", "The answer was refused"),
        QT_TRANSLATE_NOOP(
            "Wording", "The answer of @{handle} gives more, or for longer, than was asked. No link was made."
        ),
        QT_TRANSLATE_NOOP("Wording", "Ask the owner to scan the code again. Be careful if it happens twice."),
    ),
    "answer_from_wrong_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "The answer was refused"),
        QT_TRANSLATE_NOOP("Wording", "It is not signed by a phone on which @{handle} is logged in. No link was made."),
        QT_TRANSLATE_NOOP("Wording", "Ask the owner to log in again on the phone and to scan a new code."),
    ),
    "unverified_owner_forbidden": Entry(
        QT_TRANSLATE_NOOP("Wording", "Owner not verified"),
        QT_TRANSLATE_NOOP(
            "Wording", "Nobody compared the digits with the owner of @{handle}, and Settings forbid such owners."
        ),
        QT_TRANSLATE_NOOP("Wording", "Compare the 30 digits with the owner, or allow it in Settings > Security."),
    ),
    "code_for_other_store": Entry(
        QT_TRANSLATE_NOOP("Wording", "This code belongs elsewhere"),
        QT_TRANSLATE_NOOP("Wording", "It answers a request that was not made in this store. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Enter it on the computer on which the request was made."),
    ),
    "too_many_requests": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many open requests"),
        QT_TRANSLATE_NOOP("Wording", "The owner already has {maximum} from here. No new one was sent."),
        QT_TRANSLATE_NOOP("Wording", "Wait for an answer, or cancel one in Requests."),
    ),
    "no_handle_for_notification": Entry(
        QT_TRANSLATE_NOOP("Wording", "The handle is missing"),
        QT_TRANSLATE_NOOP("Wording", "A notification needs to know whom it goes to."),
        QT_TRANSLATE_NOOP("Wording", "Give the handle, or send a QR code instead."),
    ),
    "centre_muted": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is blocked"),
        QT_TRANSLATE_NOOP(
            "Wording", "You blocked it on this phone, so its requests are refused. Nothing was approved."
        ),
        QT_TRANSLATE_NOOP("Wording", "To answer it, unblock this Business Center first."),
    ),
    "log_in_already_decided": by_value("state", _LOG_IN, _LOG_IN_OTHER),
    "log_in_not_approved": by_value("state", _LOG_IN, _LOG_IN_OTHER),
}

"""The names of everything the activity log can say; each has its wording in ``ui.kit``."""

from __future__ import annotations

from enum import StrEnum


class ActivityAction(StrEnum):
    """What happened. The refusals carry the error's code as ``reason`` in their details."""

    BUSINESS_CENTER_CREATED = "business_center_created"
    BUSINESS_CENTER_CHANGED = "business_center_changed"
    RECOVERY_TEXT_SHOWN = "recovery_text_shown"
    KEY_RESTORED = "key_restored"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    LOG_IN_STARTED = "log_in_started"
    LOG_IN_APPROVED = "log_in_approved"
    LOG_IN_DECLINED = "log_in_declined"
    LOG_IN_CANCELLED = "log_in_cancelled"
    REQUEST_CREATED = "request_created"
    REQUEST_RENEWED = "request_renewed"
    REQUEST_CANCELLED = "request_cancelled"
    REQUEST_SCANNED = "request_scanned"
    REQUEST_APPROVED = "request_approved"
    REQUEST_DECLINED = "request_declined"
    REQUEST_EXPIRED = "request_expired"
    REQUEST_FAILED = "request_failed"
    ANSWER_REFUSED = "answer_refused"
    SCAN_REFUSED = "scan_refused"
    ACCOUNT_LINKED = "account_linked"
    ACCOUNT_CLAIMED = "account_claimed"
    PERMISSIONS_ADDED = "permissions_added"
    ACCOUNT_CONFIRMED = "account_confirmed"
    ACCOUNT_DISCONNECTED = "account_disconnected"
    ACCOUNT_RAN_OUT = "account_ran_out"
    DIGITS_COMPARED = "digits_compared"
    OPERATOR_GIVEN = "operator_given"
    MAIL_SENT = "mail_sent"
    ACTION_REFUSED = "action_refused"
    ACCOUNT_SIGNED_UP = "account_signed_up"
    ACCOUNT_LOGGED_IN = "account_logged_in"
    ACCOUNT_LOGGED_OUT = "account_logged_out"
    ACCOUNT_CHANGED = "account_changed"

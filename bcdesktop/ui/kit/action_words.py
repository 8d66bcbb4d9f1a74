"""What people and owners do, in words: for "you may not ..." and for the activity log."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_ACTIONS: dict[str, str] = {
    # core.policy.Action and OwnerAction
    "see_add_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Add a TikTok account"),
    "request_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Request access to a TikTok account"),
    "claim_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Claim a TikTok account"),
    "see_requests": QT_TRANSLATE_NOOP("Actions", "See requests"),
    "cancel_request": QT_TRANSLATE_NOOP("Actions", "Cancel a request"),
    "see_tiktok_accounts": QT_TRANSLATE_NOOP("Actions", "See TikTok accounts"),
    "work_with_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Work with a TikTok account"),
    "give_tiktok_account_access": QT_TRANSLATE_NOOP("Actions", "Give a member access to a TikTok account"),
    "confirm_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Confirm a TikTok account"),
    "disconnect_tiktok_account": QT_TRANSLATE_NOOP("Actions", "Disconnect a TikTok account"),
    "change_business_center": QT_TRANSLATE_NOOP("Actions", "Change the Business Center"),
    "see_recovery_text": QT_TRANSLATE_NOOP("Actions", "See the recovery text"),
    "read_activity_log": QT_TRANSLATE_NOOP("Actions", "Read the activity log"),
    "approve_request": QT_TRANSLATE_NOOP("Actions", "Approve a request"),
    "decline_request": QT_TRANSLATE_NOOP("Actions", "Decline a request"),
    "revoke_link": QT_TRANSLATE_NOOP("Actions", "Take access back"),
    # services.activity_actions.ActivityAction
    "business_center_created": QT_TRANSLATE_NOOP("Actions", "Created the Business Center"),
    "business_center_changed": QT_TRANSLATE_NOOP("Actions", "Changed the Business Center"),
    "recovery_text_shown": QT_TRANSLATE_NOOP("Actions", "Looked at the recovery text"),
    "key_restored": QT_TRANSLATE_NOOP("Actions", "Restored the key with the recovery text"),
    "signed_in": QT_TRANSLATE_NOOP("Actions", "Signed in"),
    "signed_out": QT_TRANSLATE_NOOP("Actions", "Signed out"),
    "log_in_started": QT_TRANSLATE_NOOP("Actions", "Made a log-in code"),
    "log_in_approved": QT_TRANSLATE_NOOP("Actions", "Approved a log-in"),
    "log_in_declined": QT_TRANSLATE_NOOP("Actions", "Declined a log-in"),
    "log_in_cancelled": QT_TRANSLATE_NOOP("Actions", "Cancelled a log-in"),
    "request_created": QT_TRANSLATE_NOOP("Actions", "Made a request"),
    "request_renewed": QT_TRANSLATE_NOOP("Actions", "Renewed a request"),
    "request_cancelled": QT_TRANSLATE_NOOP("Actions", "Cancelled a request"),
    "request_scanned": QT_TRANSLATE_NOOP("Actions", "Scanned a code"),
    "request_approved": QT_TRANSLATE_NOOP("Actions", "Approved a request"),
    "request_declined": QT_TRANSLATE_NOOP("Actions", "Declined a request"),
    "request_expired": QT_TRANSLATE_NOOP("Actions", "Request ran out"),
    "request_failed": QT_TRANSLATE_NOOP("Actions", "Request failed"),
    "answer_refused": QT_TRANSLATE_NOOP("Actions", "Answer refused"),
    "scan_refused": QT_TRANSLATE_NOOP("Actions", "Scan refused"),
    "account_linked": QT_TRANSLATE_NOOP("Actions", "Linked a TikTok account"),
    "account_claimed": QT_TRANSLATE_NOOP("Actions", "Claimed a TikTok account"),
    "permissions_added": QT_TRANSLATE_NOOP("Actions", "Added permissions"),
    "account_confirmed": QT_TRANSLATE_NOOP("Actions", "Confirmed a TikTok account"),
    "account_disconnected": QT_TRANSLATE_NOOP("Actions", "Disconnected a TikTok account"),
    "account_ran_out": QT_TRANSLATE_NOOP("Actions", "Access ran out"),
    "digits_compared": QT_TRANSLATE_NOOP("Actions", "Compared the 30 digits"),
    "operator_given": QT_TRANSLATE_NOOP("Actions", "Gave Operator access"),
    "mail_sent": QT_TRANSLATE_NOOP("Actions", "Sent a mail"),
    "action_refused": QT_TRANSLATE_NOOP("Actions", "Action refused"),
    "account_signed_up": QT_TRANSLATE_NOOP("Actions", "Created a TikTok account"),
    "account_logged_in": QT_TRANSLATE_NOOP("Actions", "Logged in to TikTok on a phone"),
    "account_logged_out": QT_TRANSLATE_NOOP("Actions", "Logged out of TikTok on a phone"),
    "account_changed": QT_TRANSLATE_NOOP("Actions", "Changed a TikTok account"),
}


def action_label(action: str) -> str:
    """Return the translated name of an action or of a kind of activity entry, by its text value."""
    source = _ACTIONS.get(str(action))
    return QCoreApplication.translate("Actions", source) if source else str(action).replace("_", " ")

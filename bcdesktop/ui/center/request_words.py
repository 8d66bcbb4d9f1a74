"""What a request is called and what its state means, in words; shared by the QR dialog, Requests and the wizard."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.access_requests import FailReason, Kind, Method, RequestState
from bcdesktop.core.code.messages import RequestKind
from bcdesktop.core.limits import LIMITS
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.code_sheet import CodeSheet
from bcdesktop.ui.kit.time_text import relative, short, time_left
from bcdesktop.ui.kit.wording import word
from bcdesktop.ui.kit.words import permission_words, request_state_badge

if TYPE_CHECKING:
    from bcdesktop.core.errors import AppError
    from bcdesktop.services.records import RequestRow

_SHEET_KINDS = {Kind.LINK: RequestKind.LINK, Kind.CLAIM: RequestKind.CLAIM, Kind.OWN: RequestKind.OWN}


def sheet_of(row: RequestRow) -> CodeSheet:
    """Return what is written beside the code of ``row`` on pictures, paper and in messages."""
    return CodeSheet(
        code_text=row.code_text,
        business_center_name=row.business_center_name,
        handle=row.expected_handle,
        purpose=row.purpose,
        permissions_words=permission_words(row.permissions),
        expires_at=row.expires_at,
        kind=_SHEET_KINDS[row.kind],
    )


def problem_text(error: AppError) -> str:
    """Return what is wrong and what to do as one text, for the line under a field."""
    words = word(error)
    return " ".join(part for part in (words.title + ".", words.body, words.advice) if part)


def addressee_text(row: RequestRow) -> str:
    """Return the handle a request is addressed to, or that anybody with the account may answer."""
    if row.expected_handle:
        return f"@{row.expected_handle}"
    return QCoreApplication.translate("RequestWords", "Anyone with the account")


def kind_text(kind: Kind) -> str:
    """Return the name of the way an account is added."""
    return {
        Kind.LINK: QCoreApplication.translate("RequestWords", "Request access"),
        Kind.CLAIM: QCoreApplication.translate("RequestWords", "Claim ownership"),
        Kind.OWN: QCoreApplication.translate("RequestWords", "My own account"),
    }[kind]


def method_text(method: Method) -> str:
    """Return how the request travels."""
    return {
        Method.QR_CODE: QCoreApplication.translate("RequestWords", "QR code"),
        Method.NOTIFICATION: QCoreApplication.translate("RequestWords", "Notification"),
    }[method]


def state_badge(row: RequestRow) -> tuple[str, BadgeKind]:
    """Return word and colour of the state; a scanned and a replaced request have words of their own."""
    if row.replaced_by is not None and row.state in {RequestState.CANCELLED, RequestState.EXPIRED}:
        return QCoreApplication.translate("RequestWords", "Replaced"), BadgeKind.NEUTRAL
    if row.state is RequestState.PENDING and row.scanned_at is not None:
        return QCoreApplication.translate("RequestWords", "Scanned"), BadgeKind.INFO
    if row.state is RequestState.CANCELLED:
        return QCoreApplication.translate("RequestWords", "Withdrawn"), BadgeKind.NEUTRAL
    return request_state_badge(row.state)


def state_sentence(row: RequestRow, now: datetime) -> str:
    """Return one sentence that says where the request stands and what to do."""
    if row.replaced_by is not None and row.state in {RequestState.CANCELLED, RequestState.EXPIRED}:
        return QCoreApplication.translate("RequestWords", "A newer code took the place of this one.")
    if row.state is RequestState.PENDING:
        return _pending(row)
    if row.state is RequestState.EXPIRED:
        return _expired(row, now)
    if row.state is RequestState.FAILED:
        return _failed(row)
    texts = {
        RequestState.DRAFT: QCoreApplication.translate("RequestWords", "Not sent yet."),
        RequestState.APPROVED: QCoreApplication.translate(
            "RequestWords", "Approved by @%1. The account stands in TikTok accounts."
        ),
        RequestState.DECLINED: QCoreApplication.translate("RequestWords", "Declined by @%1.")
        if not row.decline_reason
        else QCoreApplication.translate("RequestWords", "Declined by @%1: “%2”"),
        RequestState.CANCELLED: QCoreApplication.translate(
            "RequestWords", "You withdrew this request. Its code is void."
        ),
    }
    return texts[row.state].replace("%1", row.answered_handle or "").replace("%2", row.decline_reason or "")


def _pending(row: RequestRow) -> str:
    if row.scanned_at is not None:
        text = QCoreApplication.translate("RequestWords", "Scanned by @%1. Waiting for Authorize on the phone.")
        return text.replace("%1", row.scanned_handle or "")
    if row.method is Method.QR_CODE:
        return QCoreApplication.translate("RequestWords", "Waiting for the owner to scan the code.")
    text = QCoreApplication.translate("RequestWords", "Waiting for @%1 to answer in the Phone.")
    return text.replace("%1", row.expected_handle or "")


def _expired(row: RequestRow, now: datetime) -> str:
    if row.answer_still_counts_until is not None and now < row.answer_still_counts_until:
        text = QCoreApplication.translate(
            "RequestWords", "Expired. An answer signed in time still counts until %1. Renew makes a new code."
        )
        return text.replace("%1", short(row.answer_still_counts_until))
    return QCoreApplication.translate("RequestWords", "Expired without an answer. Renew makes a new code.")


def _failed(row: RequestRow) -> str:
    return {
        FailReason.CLAIMED_ELSEWHERE: QCoreApplication.translate(
            "RequestWords", "The owner agreed, but another Business Center owns this account. Request access instead."
        ),
        FailReason.ACCOUNT_LIMIT: QCoreApplication.translate(
            "RequestWords", "The owner agreed, but the account is linked to %1 Business Centers, the most it can have."
        ).replace("%1", str(LIMITS.business_centers_per_tiktok_account)),
        FailReason.BUSINESS_CENTER_LIMIT: QCoreApplication.translate(
            "RequestWords", "The owner agreed, but this Business Center has %1 TikTok accounts, the most it can have."
        ).replace("%1", str(LIMITS.tiktok_accounts_per_business_center)),
        None: QCoreApplication.translate("RequestWords", "The answer could not be carried out."),
    }[row.fail_reason]


def time_text(row: RequestRow, now: datetime) -> str:
    """Return the time left of an open request, or when a closed one ended."""
    if row.state is RequestState.PENDING:
        return time_left(max(row.expires_at - now, timedelta(0)))
    return relative(row.decided_at or row.expires_at, now)

"""The one place for the words of the trade: labels and one-sentence descriptions of what ``core`` calls by name."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.access_requests import FailReason, Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailKind, MailSecurity, MailState
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.permissions import Permission, PermissionLevel, PermissionSet, Preset, Visibility
from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.ui.kit import ad_words, ending_words
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.word_tables import by_member

_LABELS = by_member(
    (PermissionLevel.DELIVER_ADS, QT_TRANSLATE_NOOP("Words", "Deliver ads")),
    (Permission.EXISTING_POSTS, QT_TRANSLATE_NOOP("Words", "Existing posts")),
    (Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, QT_TRANSLATE_NOOP("Words", "Publish and manage new videos")),
    (Permission.LIVE_VIDEOS, QT_TRANSLATE_NOOP("Words", "LIVE videos")),
    (Permission.EXCLUSIVE_LIVE_GMV_MAX, QT_TRANSLATE_NOOP("Words", "Exclusive LIVE GMV Max ad delivery")),
    (Permission.SHOWCASE, QT_TRANSLATE_NOOP("Words", "Showcase")),
    (Permission.MESSAGE_ADS, QT_TRANSLATE_NOOP("Words", "Message ads")),
    (Permission.SERIES, QT_TRANSLATE_NOOP("Words", "Series")),
    (Permission.MANAGE_TIKTOK_ACCOUNT_IN_BC, QT_TRANSLATE_NOOP("Words", "Manage TikTok account in BC")),
    (Visibility.SHOW_THROUGH_ADS_ONLY, QT_TRANSLATE_NOOP("Words", "Show through ads only (recommended)")),
    (Visibility.SHOW_ON_PROFILE_AND_IN_ADS, QT_TRANSLATE_NOOP("Words", "Show on TikTok profile and in ads")),
    (Preset.SPARK_ADS, QT_TRANSLATE_NOOP("Words", "Spark Ads")),
    (Preset.LIVE_ADS, QT_TRANSLATE_NOOP("Words", "LIVE ads")),
    (Preset.CUSTOM, QT_TRANSLATE_NOOP("Words", "Custom")),
    (Method.QR_CODE, QT_TRANSLATE_NOOP("Words", "Send a QR code")),
    (Method.NOTIFICATION, QT_TRANSLATE_NOOP("Words", "Send a notification")),
    (Kind.LINK, QT_TRANSLATE_NOOP("Words", "Request access")),
    (Kind.CLAIM, QT_TRANSLATE_NOOP("Words", "Claim ownership")),
    (Kind.OWN, QT_TRANSLATE_NOOP("Words", "Link my own account")),
    (RequestState.DRAFT, QT_TRANSLATE_NOOP("Words", "Draft")),
    (RequestState.PENDING, QT_TRANSLATE_NOOP("Words", "Waiting")),
    (RequestState.APPROVED, QT_TRANSLATE_NOOP("Words", "Approved")),
    (RequestState.DECLINED, QT_TRANSLATE_NOOP("Words", "Declined")),
    (RequestState.EXPIRED, QT_TRANSLATE_NOOP("Words", "Expired")),
    (RequestState.CANCELLED, QT_TRANSLATE_NOOP("Words", "Cancelled")),
    (RequestState.FAILED, QT_TRANSLATE_NOOP("Words", "Failed")),
    (FailReason.CLAIMED_ELSEWHERE, QT_TRANSLATE_NOOP("Words", "Claimed by another Business Center")),
    (FailReason.ACCOUNT_LIMIT, QT_TRANSLATE_NOOP("Words", "Limit of the TikTok account reached")),
    (FailReason.BUSINESS_CENTER_LIMIT, QT_TRANSLATE_NOOP("Words", "Limit of the Business Center reached")),
    (LinkState.ACTIVE, QT_TRANSLATE_NOOP("Words", "Active")),
    (LinkState.REVOKED, QT_TRANSLATE_NOOP("Words", "Revoked by the owner")),
    (LinkState.DISCONNECTED, QT_TRANSLATE_NOOP("Words", "Disconnected")),
    (LinkState.RAN_OUT, QT_TRANSLATE_NOOP("Words", "Ran out")),
    (OwnerTrust.KNOWN_IN_STORE, QT_TRANSLATE_NOOP("Words", "Known in this store")),
    (OwnerTrust.NOT_VERIFIED, QT_TRANSLATE_NOOP("Words", "Owner not verified")),
    (OwnerTrust.DIGITS_COMPARED, QT_TRANSLATE_NOOP("Words", "Digits compared")),
    (BusinessCenterRole.ADMIN, QT_TRANSLATE_NOOP("Words", "Admin")),
    (BusinessCenterRole.STANDARD, QT_TRANSLATE_NOOP("Words", "Standard")),
    (FinanceRole.MANAGER, QT_TRANSLATE_NOOP("Words", "Finance manager")),
    (FinanceRole.ANALYST, QT_TRANSLATE_NOOP("Words", "Finance analyst")),
    (AssetRole.ADMIN, QT_TRANSLATE_NOOP("Words", "Admin")),
    (AssetRole.MANAGEMENT, QT_TRANSLATE_NOOP("Words", "Catalog management")),
    (AssetRole.OPERATOR, QT_TRANSLATE_NOOP("Words", "Operator")),
    (AssetRole.AD_PROMOTION, QT_TRANSLATE_NOOP("Words", "Ad promotion")),
    (AssetRole.ANALYST, QT_TRANSLATE_NOOP("Words", "Analyst")),
    (MemberStatus.BOUND, QT_TRANSLATE_NOOP("Words", "Member")),
    (MemberStatus.UNBOUND, QT_TRANSLATE_NOOP("Words", "Removed")),
    (MemberStatus.REJECTED, QT_TRANSLATE_NOOP("Words", "Declined")),
    (MemberStatus.PENDING, QT_TRANSLATE_NOOP("Words", "Invited")),
    (AppliesTo.NOBODY, QT_TRANSLATE_NOOP("Words", "Nobody")),
    (AppliesTo.ADMINS, QT_TRANSLATE_NOOP("Words", "Admins only")),
    (AppliesTo.EVERYBODY, QT_TRANSLATE_NOOP("Words", "Everybody")),
    (AssetKind.TIKTOK_ACCOUNT, QT_TRANSLATE_NOOP("Words", "TikTok account")),
    (AssetKind.SHARED_TIKTOK_ACCOUNT, QT_TRANSLATE_NOOP("Words", "TikTok account of a partner")),
    (AssetKind.AD_ACCOUNT, QT_TRANSLATE_NOOP("Words", "Ad account")),
    (AssetKind.CATALOG, QT_TRANSLATE_NOOP("Words", "Catalog")),
    (AssetKind.PIXEL, QT_TRANSLATE_NOOP("Words", "Pixel")),
    (AssetKind.AUDIENCE, QT_TRANSLATE_NOOP("Words", "Audience")),
    (HolderKind.MEMBER, QT_TRANSLATE_NOOP("Words", "Member")),
    (HolderKind.PARTNER, QT_TRANSLATE_NOOP("Words", "Partner")),
    (InvitationState.PENDING, QT_TRANSLATE_NOOP("Words", "Invited")),
    (InvitationState.ACCEPTED, QT_TRANSLATE_NOOP("Words", "Accepted")),
    (InvitationState.DECLINED, QT_TRANSLATE_NOOP("Words", "Declined")),
    (InvitationState.WITHDRAWN, QT_TRANSLATE_NOOP("Words", "Withdrawn")),
    (InvitationState.EXPIRED, QT_TRANSLATE_NOOP("Words", "Expired")),
    (PartnershipState.PENDING, QT_TRANSLATE_NOOP("Words", "Waiting")),
    (PartnershipState.ACTIVE, QT_TRANSLATE_NOOP("Words", "Active")),
    (PartnershipState.DECLINED, QT_TRANSLATE_NOOP("Words", "Declined")),
    (PartnershipState.ENDED, QT_TRANSLATE_NOOP("Words", "Ended")),
    (PartnershipSide.GIVING, QT_TRANSLATE_NOOP("Words", "You share")),
    (PartnershipSide.RECEIVING, QT_TRANSLATE_NOOP("Words", "Shared with you")),
    (MailKind.CODE, QT_TRANSLATE_NOOP("Words", "QR code")),
    (MailKind.INVITATION, QT_TRANSLATE_NOOP("Words", "Invitation")),
    (MailKind.PARTNER_INVITATION, QT_TRANSLATE_NOOP("Words", "Partner invitation")),
    (MailKind.PARTNER_ANSWER, QT_TRANSLATE_NOOP("Words", "Answer to a partner")),
    (MailKind.ADMIN_REQUEST, QT_TRANSLATE_NOOP("Words", "Request to the admins")),
    (MailKind.AD_ACCOUNT_REQUEST, QT_TRANSLATE_NOOP("Words", "Request for an ad account")),
    (MailKind.AD_ACCOUNT_ANSWER, QT_TRANSLATE_NOOP("Words", "Answer about an ad account")),
    (MailKind.NOTE, QT_TRANSLATE_NOOP("Words", "Note")),
    (MailKind.DEVICE_CODE, QT_TRANSLATE_NOOP("Words", "Six-digit code")),
    (MailState.WAITING, QT_TRANSLATE_NOOP("Words", "Waiting")),
    (MailState.SENDING, QT_TRANSLATE_NOOP("Words", "Sending")),
    (MailState.SENT, QT_TRANSLATE_NOOP("Words", "Sent")),
    (MailState.SENT_BY_HAND, QT_TRANSLATE_NOOP("Words", "Sent by hand")),
    (MailState.FAILED, QT_TRANSLATE_NOOP("Words", "Not sent")),
    (MailSecurity.TLS, QT_TRANSLATE_NOOP("Words", "TLS from the start")),
    (MailSecurity.STARTTLS, QT_TRANSLATE_NOOP("Words", "STARTTLS")),
    (MailSecurity.NONE, QT_TRANSLATE_NOOP("Words", "Not encrypted")),
    (AdminRequestSubject.ACTION, QT_TRANSLATE_NOOP("Words", "Do something for me")),
    (AdminRequestSubject.ACCESS, QT_TRANSLATE_NOOP("Words", "Give me access")),
    (AdminRequestSubject.REMOVE_ME, QT_TRANSLATE_NOOP("Words", "Remove me")),
    (AdminRequestSubject.REMOVE_ACCOUNT, QT_TRANSLATE_NOOP("Words", "Remove a TikTok account")),
    (AdminRequestSubject.SIGN_IN, QT_TRANSLATE_NOOP("Words", "Let me sign in")),
    (AdminRequestState.OPEN, QT_TRANSLATE_NOOP("Words", "Open")),
    (AdminRequestState.DONE, QT_TRANSLATE_NOOP("Words", "Done")),
    (AdminRequestState.DECLINED, QT_TRANSLATE_NOOP("Words", "Declined")),
)

_DESCRIPTIONS = by_member(
    (
        PermissionLevel.DELIVER_ADS,
        QT_TRANSLATE_NOOP("Words", "For campaigns only; no wider management of the account."),
    ),
    (Permission.EXISTING_POSTS, QT_TRANSLATE_NOOP("Words", "Use videos that are already on the profile in ads.")),
    (Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, QT_TRANSLATE_NOOP("Words", "Put new videos on the account for ads.")),
    (Permission.LIVE_VIDEOS, QT_TRANSLATE_NOOP("Words", "Use LIVE videos of the account in ads.")),
    (
        Permission.EXCLUSIVE_LIVE_GMV_MAX,
        QT_TRANSLATE_NOOP("Words", "Only this Business Center runs LIVE GMV Max ads for the account."),
    ),
    (Permission.SHOWCASE, QT_TRANSLATE_NOOP("Words", "Use the products of the account's showcase in ads.")),
    (Permission.MESSAGE_ADS, QT_TRANSLATE_NOOP("Words", "Run ads that start a conversation with the account.")),
    (Permission.SERIES, QT_TRANSLATE_NOOP("Words", "Use the account's series in ads.")),
    (Permission.MANAGE_TIKTOK_ACCOUNT_IN_BC, QT_TRANSLATE_NOOP("Words", "See data and insights of the account.")),
    (
        Visibility.SHOW_THROUGH_ADS_ONLY,
        QT_TRANSLATE_NOOP("Words", "New videos reach people through ads only and are hidden from the profile."),
    ),
    (
        Visibility.SHOW_ON_PROFILE_AND_IN_ADS,
        QT_TRANSLATE_NOOP("Words", "New videos are shown on the profile too; each ad can still be set to ads only."),
    ),
    (Preset.SPARK_ADS, QT_TRANSLATE_NOOP("Words", "What Spark Ads need: existing posts and new videos.")),
    (Preset.LIVE_ADS, QT_TRANSLATE_NOOP("Words", "What ads with LIVE videos need.")),
    (Preset.CUSTOM, QT_TRANSLATE_NOOP("Words", "Choose each permission yourself.")),
    (Method.QR_CODE, QT_TRANSLATE_NOOP("Words", "The owner scans a code with the Phone. Works without a handle.")),
    (Method.NOTIFICATION, QT_TRANSLATE_NOOP("Words", "The request appears in the owner's inbox. Needs the handle.")),
    (
        Kind.LINK,
        QT_TRANSLATE_NOOP(
            "Words", "The owner keeps the account and lets you use it for ads. Right for agencies and clients."
        ),
    ),
    (
        Kind.CLAIM,
        QT_TRANSLATE_NOOP(
            "Words", "The account moves into this Business Center for good. Only for accounts your company fully owns."
        ),
    ),
    (Kind.OWN, QT_TRANSLATE_NOOP("Words", "For the account you log in with yourself; no QR code is sent.")),
    (OwnerTrust.KNOWN_IN_STORE, QT_TRANSLATE_NOOP("Words", "The owner's key is in the directory of this store.")),
    (
        OwnerTrust.NOT_VERIFIED,
        QT_TRANSLATE_NOOP("Words", "Nobody has compared the 30 digits with the owner yet, so it may be somebody else."),
    ),
    (OwnerTrust.DIGITS_COMPARED, QT_TRANSLATE_NOOP("Words", "Somebody compared the 30 digits with the owner.")),
    (RequestState.PENDING, QT_TRANSLATE_NOOP("Words", "The owner has not answered yet.")),
    (
        RequestState.EXPIRED,
        QT_TRANSLATE_NOOP("Words", "The code ran out; an answer signed in time still counts for 24 hours."),
    ),
    (LinkState.REVOKED, QT_TRANSLATE_NOOP("Words", "The owner took the access back.")),
    (LinkState.DISCONNECTED, QT_TRANSLATE_NOOP("Words", "The Business Center gave the access up.")),
    (LinkState.RAN_OUT, QT_TRANSLATE_NOOP("Words", "The agreed end date has passed.")),
    (BusinessCenterRole.ADMIN, QT_TRANSLATE_NOOP("Words", "Manages people, accounts and requests.")),
    (BusinessCenterRole.STANDARD, QT_TRANSLATE_NOOP("Words", "Works with what an admin assigned.")),
    (
        AssetRole.OPERATOR,
        QT_TRANSLATE_NOOP("Words", "Sees the account, makes Spark Ads from its posts, sees LIVE numbers."),
    ),
    (AssetRole.ANALYST, QT_TRANSLATE_NOOP("Words", "Sees performance numbers only; no ads, no changes.")),
    (FinanceRole.MANAGER, QT_TRANSLATE_NOOP("Words", "Runs payments and balances.")),
    (FinanceRole.ANALYST, QT_TRANSLATE_NOOP("Words", "Reads bills and payments.")),
)

_BADGES = by_member(
    (RequestState.DRAFT, BadgeKind.NEUTRAL),
    (RequestState.PENDING, BadgeKind.INFO),
    (RequestState.APPROVED, BadgeKind.SUCCESS),
    (RequestState.DECLINED, BadgeKind.DANGER),
    (RequestState.EXPIRED, BadgeKind.WARNING),
    (RequestState.CANCELLED, BadgeKind.NEUTRAL),
    (RequestState.FAILED, BadgeKind.DANGER),
    (LinkState.ACTIVE, BadgeKind.SUCCESS),
    (LinkState.REVOKED, BadgeKind.DANGER),
    (LinkState.DISCONNECTED, BadgeKind.NEUTRAL),
    (LinkState.RAN_OUT, BadgeKind.WARNING),
    (OwnerTrust.KNOWN_IN_STORE, BadgeKind.SUCCESS),
    (OwnerTrust.NOT_VERIFIED, BadgeKind.WARNING),
    (OwnerTrust.DIGITS_COMPARED, BadgeKind.SUCCESS),
    (MemberStatus.BOUND, BadgeKind.SUCCESS),
    (MemberStatus.PENDING, BadgeKind.INFO),
    (MemberStatus.REJECTED, BadgeKind.DANGER),
    (MemberStatus.UNBOUND, BadgeKind.NEUTRAL),
    (InvitationState.PENDING, BadgeKind.INFO),
    (InvitationState.ACCEPTED, BadgeKind.SUCCESS),
    (InvitationState.DECLINED, BadgeKind.DANGER),
    (InvitationState.WITHDRAWN, BadgeKind.NEUTRAL),
    (InvitationState.EXPIRED, BadgeKind.WARNING),
    (PartnershipState.PENDING, BadgeKind.INFO),
    (PartnershipState.ACTIVE, BadgeKind.SUCCESS),
    (PartnershipState.DECLINED, BadgeKind.DANGER),
    (PartnershipState.ENDED, BadgeKind.NEUTRAL),
    (MailState.WAITING, BadgeKind.INFO),
    (MailState.SENDING, BadgeKind.INFO),
    (MailState.SENT, BadgeKind.SUCCESS),
    (MailState.SENT_BY_HAND, BadgeKind.SUCCESS),
    (MailState.FAILED, BadgeKind.DANGER),
    (AdminRequestState.OPEN, BadgeKind.INFO),
    (AdminRequestState.DONE, BadgeKind.SUCCESS),
    (AdminRequestState.DECLINED, BadgeKind.NEUTRAL),
)

_ALL_LABELS = _LABELS | ad_words.LABELS | ending_words.LABELS
_ALL_DESCRIPTIONS = _DESCRIPTIONS | ad_words.DESCRIPTIONS
_ALL_BADGES = _BADGES | ad_words.BADGES


def label_of(value: Enum) -> str:
    """Return the translated name of a member of one of core's enums; of another enum, its value with blanks."""
    source = _ALL_LABELS.get((type(value), value.name))
    return QCoreApplication.translate("Words", source) if source else str(value.value).replace("_", " ")


def description_of(value: Enum) -> str:
    """Return one translated sentence about ``value``; empty where the name says it all."""
    source = _ALL_DESCRIPTIONS.get((type(value), value.name))
    return QCoreApplication.translate("Words", source) if source else ""


def badge_of(value: Enum) -> BadgeKind:
    """Return the colour for a state."""
    return _ALL_BADGES.get((type(value), value.name), BadgeKind.NEUTRAL)


def request_state_badge(state: RequestState) -> tuple[str, BadgeKind]:
    """Return word and colour of a request's state."""
    return label_of(state), badge_of(state)


def permission_words(permissions: PermissionSet) -> tuple[str, ...]:
    """Return the chosen switches in words, one line each, the visibility after the switch it belongs to."""
    lines: list[str] = []
    for permission in sorted(permissions.permissions):
        line = label_of(permission)
        if permission is Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS and permissions.visibility is not None:
            line = f"{line} – {label_of(permissions.visibility)}"
        lines.append(line)
    return tuple(lines)


def permission_summary(permissions: PermissionSet) -> str:
    """Return the choice in one short text: the preset's name, else the switches."""
    if permissions.preset is not Preset.CUSTOM:
        return label_of(permissions.preset)
    return ", ".join(label_of(permission) for permission in sorted(permissions.permissions))

"""The words for ending access: reasons, ways, places, effects and what stays; ``words`` reads them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.ending import EffectKind, EndPlace, EndReason, EndWay, Kept
from bcdesktop.ui.kit.word_tables import by_member

LABELS = by_member(
    (EndReason.SWITCHING, QT_TRANSLATE_NOOP("Words", "Switching accounts, or to another Business Center")),
    (EndReason.TROUBLE, QT_TRANSLATE_NOOP("Words", "Trouble with syncing, access or logging in")),
    (EndReason.NOT_NEEDED, QT_TRANSLATE_NOOP("Words", "The ads or the platform are no longer wanted")),
    (EndReason.LEAVING, QT_TRANSLATE_NOOP("Words", "Leaving an agency or a brand partnership")),
    (EndReason.PRIVACY, QT_TRANSLATE_NOOP("Words", "Tidying up connected apps")),
    (EndReason.STOP_BILLING, QT_TRANSLATE_NOOP("Words", "Stopping unwanted bills or ads")),
    (EndWay.DISCONNECT, QT_TRANSLATE_NOOP("Words", "Disconnected by the Business Center")),
    (EndWay.OWN_ACCESS, QT_TRANSLATE_NOOP("Words", "Own access given up")),
    (EndWay.OWNER, QT_TRANSLATE_NOOP("Words", "Taken back by the owner")),
    (EndWay.AD_LINK, QT_TRANSLATE_NOOP("Words", "Unlinked from an ad account")),
    (EndWay.PERSON_LINK, QT_TRANSLATE_NOOP("Words", "Own link in Ads Manager ended")),
    (EndWay.MEMBER, QT_TRANSLATE_NOOP("Words", "Member removed")),
    (EndWay.SHARE, QT_TRANSLATE_NOOP("Words", "No longer shared with a partner")),
    (EndWay.PARTNERSHIP, QT_TRANSLATE_NOOP("Words", "Partnership ended")),
    (EndWay.AD_ACCOUNT_ACCESS, QT_TRANSLATE_NOOP("Words", "Access to an ad account ended by its owner")),
    (EndWay.DEVICE, QT_TRANSLATE_NOOP("Words", "Phone thrown out")),
    (EndWay.CLIENT, QT_TRANSLATE_NOOP("Words", "Everything of a client ended")),
    (EndPlace.BUSINESS_CENTER, QT_TRANSLATE_NOOP("Words", "In the Business Center")),
    (EndPlace.ADS_MANAGER, QT_TRANSLATE_NOOP("Words", "In Ads Manager")),
    (EndPlace.PHONE, QT_TRANSLATE_NOOP("Words", "On the owner's phone")),
    (EffectKind.LINK_ENDS, QT_TRANSLATE_NOOP("Words", "Links that end")),
    (EffectKind.MEMBERSHIP_ENDS, QT_TRANSLATE_NOOP("Words", "Memberships that end")),
    (EffectKind.PARTNERSHIP_ENDS, QT_TRANSLATE_NOOP("Words", "Partnerships that end")),
    (EffectKind.AD_PAUSES, QT_TRANSLATE_NOOP("Words", "Running ads that pause")),
    (EffectKind.AD_ACCOUNT_LOST, QT_TRANSLATE_NOOP("Words", "Ad accounts no longer reached")),
    (
        EffectKind.AD_ACCOUNT_UNLINKED,
        QT_TRANSLATE_NOOP("Words", "Ad accounts that lose the TikTok account"),
    ),
    (EffectKind.MEMBER_LOSES, QT_TRANSLATE_NOOP("Words", "Members who lose access")),
    (EffectKind.PARTNER_LOSES, QT_TRANSLATE_NOOP("Words", "Partners that lose access")),
    (EffectKind.ASSET_STOPS_SYNCING, QT_TRANSLATE_NOOP("Words", "Catalogs, pixels and audiences that stop syncing")),
    (EffectKind.REQUEST_WITHDRAWN, QT_TRANSLATE_NOOP("Words", "Open requests that are closed")),
    (EffectKind.INVITATION_WITHDRAWN, QT_TRANSLATE_NOOP("Words", "Invitations that are withdrawn")),
    (EffectKind.INVITATION_LOSES, QT_TRANSLATE_NOOP("Words", "Invitations that give less")),
    (EffectKind.SESSION_ENDS, QT_TRANSLATE_NOOP("Words", "Computers that are signed out")),
    (EffectKind.APP_REMOVED, QT_TRANSLATE_NOOP("Words", "Entries in the phone's list of apps")),
    (EffectKind.CLAIM_RELEASED, QT_TRANSLATE_NOOP("Words", "Ownership that goes back to the owner")),
    (Kept.ACCOUNT, QT_TRANSLATE_NOOP("Words", "The TikTok account stays")),
    (Kept.POSTS, QT_TRANSLATE_NOOP("Words", "Its posts stay")),
    (Kept.FOLLOWERS, QT_TRANSLATE_NOOP("Words", "Its followers stay")),
    (DeviceLogInState.PENDING, QT_TRANSLATE_NOOP("Words", "Waiting")),
    (DeviceLogInState.APPROVED, QT_TRANSLATE_NOOP("Words", "Approved")),
    (DeviceLogInState.DECLINED, QT_TRANSLATE_NOOP("Words", "Declined")),
    (DeviceLogInState.USED, QT_TRANSLATE_NOOP("Words", "Logged in")),
)

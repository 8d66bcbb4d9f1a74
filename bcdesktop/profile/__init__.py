"""What one phone keeps for itself: its accounts and keys, the Business Centers it knows, its receipts."""

from bcdesktop.profile.errors import CentreKeyChanged, PasscodeThrottled
from bcdesktop.profile.phone import PhoneProfile
from bcdesktop.profile.phones import list_phones, phone_folder
from bcdesktop.profile.records import (
    REVOKED,
    AppEntry,
    AppList,
    AppName,
    AppVersion,
    PhoneAccount,
    PhoneSettings,
    PinnedCentre,
    Receipt,
    SeenCode,
)

__all__ = [
    "REVOKED",
    "AppEntry",
    "AppList",
    "AppName",
    "AppVersion",
    "CentreKeyChanged",
    "PasscodeThrottled",
    "PhoneAccount",
    "PhoneProfile",
    "PhoneSettings",
    "PinnedCentre",
    "Receipt",
    "SeenCode",
    "list_phones",
    "phone_folder",
]

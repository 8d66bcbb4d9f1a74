"""All tables, one module per area.

Those of ads and of what belongs to them are made when the first of them, or ``METADATA``, is asked for: a person who
signs in waits for none of them, and making a table class takes milliseconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bcdesktop.store.tables.access_requests import AccessRequest, RequestAnswer
from bcdesktop.store.tables.activity import ActivityEntry, ActivityHead
from bcdesktop.store.tables.admin_requests import AdminRequest
from bcdesktop.store.tables.base import Table
from bcdesktop.store.tables.business_centers import BusinessCenter
from bcdesktop.store.tables.directory import ConnectedApp, DirectoryAccount, DirectoryDevice
from bcdesktop.store.tables.grants import GrantChange
from bcdesktop.store.tables.invitations import Invitation
from bcdesktop.store.tables.links import TikTokAccountLink
from bcdesktop.store.tables.log_ins import LogIn
from bcdesktop.store.tables.mail import Mail, MailServer
from bcdesktop.store.tables.meta import ChangeRow, CommandKey, StoreMeta
from bcdesktop.store.tables.partners import MemberPartnerShare, PartnerShare, Partnership
from bcdesktop.store.tables.people import KeptSession, Member, MemberTikTokAccount, Person, RecoveryCode

if TYPE_CHECKING:
    from bcdesktop.store.tables.ad_account_requests import AdAccountRequest
    from bcdesktop.store.tables.ads import Ad, Campaign, DirectoryPost, PersonLink
    from bcdesktop.store.tables.assets import (
        AdAccount,
        AdLink,
        Asset,
        AssetAccess,
        AssetLink,
        Audience,
        Catalog,
        MemberAsset,
        Pixel,
    )
    from bcdesktop.store.tables.base import METADATA
    from bcdesktop.store.tables.billing import PaymentMethod
    from bcdesktop.store.tables.endings import DeviceLogIn, DeviceRemoval, EndReceipt
    from bcdesktop.store.tables.reports import ReportImport, ReportRow

_LATER = ("assets", "ad_account_requests", "billing", "ads", "reports", "endings", "base")
"""Modules whose tables refer to one another, and ``METADATA``, which is whole only with them."""

__all__ = [
    "METADATA",
    "AccessRequest",
    "ActivityEntry",
    "ActivityHead",
    "Ad",
    "AdAccount",
    "AdAccountRequest",
    "AdLink",
    "AdminRequest",
    "Asset",
    "AssetAccess",
    "AssetLink",
    "Audience",
    "BusinessCenter",
    "Campaign",
    "Catalog",
    "ChangeRow",
    "CommandKey",
    "ConnectedApp",
    "DeviceLogIn",
    "DeviceRemoval",
    "DirectoryAccount",
    "DirectoryDevice",
    "DirectoryPost",
    "EndReceipt",
    "GrantChange",
    "Invitation",
    "KeptSession",
    "LogIn",
    "Mail",
    "MailServer",
    "Member",
    "MemberAsset",
    "MemberPartnerShare",
    "MemberTikTokAccount",
    "PartnerShare",
    "Partnership",
    "PaymentMethod",
    "Person",
    "PersonLink",
    "Pixel",
    "RecoveryCode",
    "ReportImport",
    "ReportRow",
    "RequestAnswer",
    "StoreMeta",
    "Table",
    "TikTokAccountLink",
]


def __getattr__(name: str) -> Any:
    """Make the later tables and return the one called ``name``. Raises AttributeError."""
    if name not in __all__:
        raise AttributeError(name)
    for module in _LATER:
        found = import_module(f"{__name__}.{module}")
        globals().update({key: value for key, value in vars(found).items() if key in __all__})
    return globals()[name]

"""All tables, one module per area. Importing this package fills ``base.METADATA``."""

from bcdesktop.store.tables.access_requests import AccessRequest, RequestAnswer
from bcdesktop.store.tables.activity import ActivityEntry, ActivityHead
from bcdesktop.store.tables.ad_account_requests import AdAccountRequest
from bcdesktop.store.tables.admin_requests import AdminRequest
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
from bcdesktop.store.tables.base import METADATA, Table
from bcdesktop.store.tables.billing import PaymentMethod
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
from bcdesktop.store.tables.reports import ReportImport, ReportRow

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
    "DirectoryAccount",
    "DirectoryDevice",
    "DirectoryPost",
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

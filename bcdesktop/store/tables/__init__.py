"""All tables, one module per area. Importing this package fills ``base.METADATA``."""

from bcdesktop.store.tables.access_requests import AccessRequest, RequestAnswer
from bcdesktop.store.tables.activity import ActivityEntry, ActivityHead
from bcdesktop.store.tables.base import METADATA, Table
from bcdesktop.store.tables.business_centers import BusinessCenter
from bcdesktop.store.tables.directory import ConnectedApp, DirectoryAccount, DirectoryDevice
from bcdesktop.store.tables.links import TikTokAccountLink
from bcdesktop.store.tables.log_ins import LogIn
from bcdesktop.store.tables.mail import Mail
from bcdesktop.store.tables.meta import ChangeRow, CommandKey, StoreMeta
from bcdesktop.store.tables.people import Member, MemberTikTokAccount, Person

__all__ = [
    "METADATA",
    "AccessRequest",
    "ActivityEntry",
    "ActivityHead",
    "BusinessCenter",
    "ChangeRow",
    "CommandKey",
    "ConnectedApp",
    "DirectoryAccount",
    "DirectoryDevice",
    "LogIn",
    "Mail",
    "Member",
    "MemberTikTokAccount",
    "Person",
    "RequestAnswer",
    "StoreMeta",
    "Table",
    "TikTokAccountLink",
]

"""All tables, one module per area. Importing this package fills ``base.METADATA``."""

from bcdesktop.store.tables.access_requests import AccessRequest, RequestAnswer
from bcdesktop.store.tables.activity import ActivityEntry, ActivityHead
from bcdesktop.store.tables.admin_requests import AdminRequest
from bcdesktop.store.tables.base import METADATA, Table
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

__all__ = [
    "METADATA",
    "AccessRequest",
    "ActivityEntry",
    "ActivityHead",
    "AdminRequest",
    "BusinessCenter",
    "ChangeRow",
    "CommandKey",
    "ConnectedApp",
    "DirectoryAccount",
    "DirectoryDevice",
    "GrantChange",
    "Invitation",
    "KeptSession",
    "LogIn",
    "Mail",
    "MailServer",
    "Member",
    "MemberPartnerShare",
    "MemberTikTokAccount",
    "PartnerShare",
    "Partnership",
    "Person",
    "RecoveryCode",
    "RequestAnswer",
    "StoreMeta",
    "Table",
    "TikTokAccountLink",
]

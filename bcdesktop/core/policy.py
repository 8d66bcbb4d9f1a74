"""Who may do what: one table (domain.md 2.3 and 2.5), asked by every service before it changes or shows anything."""

from __future__ import annotations

from enum import StrEnum

from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole


class Action(StrEnum):
    """What a person can do in a Business Center. Holds only actions the program has."""

    SEE_ADD_TIKTOK_ACCOUNT = "see_add_tiktok_account"
    REQUEST_TIKTOK_ACCOUNT = "request_tiktok_account"
    CLAIM_TIKTOK_ACCOUNT = "claim_tiktok_account"
    SEE_REQUESTS = "see_requests"
    CANCEL_REQUEST = "cancel_request"
    SEE_TIKTOK_ACCOUNTS = "see_tiktok_accounts"
    GIVE_TIKTOK_ACCOUNT_ACCESS = "give_tiktok_account_access"
    WORK_WITH_TIKTOK_ACCOUNT = "work_with_tiktok_account"
    CONFIRM_TIKTOK_ACCOUNT = "confirm_tiktok_account"
    DISCONNECT_TIKTOK_ACCOUNT = "disconnect_tiktok_account"
    CHANGE_BUSINESS_CENTER = "change_business_center"
    SEE_RECOVERY_TEXT = "see_recovery_text"
    READ_ACTIVITY_LOG = "read_activity_log"
    SEE_MEMBERS = "see_members"
    INVITE_MEMBER = "invite_member"
    CHANGE_MEMBER = "change_member"
    REMOVE_MEMBER = "remove_member"
    LEAVE_BUSINESS_CENTER = "leave_business_center"
    REMOVE_OWN_ACCESS = "remove_own_access"
    SEE_PARTNERS = "see_partners"
    CHANGE_PARTNER = "change_partner"
    SEE_ACCESS_MATRIX = "see_access_matrix"
    SEE_OUTBOX = "see_outbox"
    SEND_MAIL = "send_mail"
    ASK_ADMIN = "ask_admin"
    ANSWER_ADMIN_REQUEST = "answer_admin_request"
    SEE_AD_ACCOUNTS = "see_ad_accounts"
    CREATE_AD_ACCOUNT = "create_ad_account"
    REQUEST_AD_ACCOUNT = "request_ad_account"
    CLOSE_AD_ACCOUNT = "close_ad_account"
    LINK_AD_ACCOUNT = "link_ad_account"
    SEE_ASSETS = "see_assets"
    CREATE_ASSET = "create_asset"
    CHANGE_ASSET = "change_asset"
    LINK_ASSET = "link_asset"
    SEE_READINESS = "see_readiness"


class FinanceAction(StrEnum):
    """What a finance role opens; a Business Center role alone opens none of it (domain.md 2.3)."""

    SEE_PAYMENT_METHODS = "see_payment_methods"
    CHANGE_PAYMENT_METHODS = "change_payment_methods"


class AdAction(StrEnum):
    """What a role on one ad account allows (domain.md 2.4)."""

    SEE_ADS = "see_ads"
    SEE_NUMBERS = "see_numbers"
    EDIT_ADS = "edit_ads"
    IMPORT_NUMBERS = "import_numbers"
    CHANGE_AD_ACCOUNT = "change_ad_account"
    GIVE_AD_ACCOUNT_ACCESS = "give_ad_account_access"
    ANSWER_AD_ACCOUNT_REQUEST = "answer_ad_account_request"
    UNLINK_IDENTITY = "unlink_identity"


class OwnerAction(StrEnum):
    """What the owner of a TikTok account can do on the phone (domain.md 2.5)."""

    APPROVE_REQUEST = "approve_request"
    DECLINE_REQUEST = "decline_request"
    REVOKE_LINK = "revoke_link"


class Rule(StrEnum):
    """A cell of the table."""

    YES = "yes"
    NO = "no"
    ASSIGNED = "assigned"


_ADMIN, _STANDARD = BusinessCenterRole.ADMIN, BusinessCenterRole.STANDARD

TABLE: dict[Action, dict[BusinessCenterRole, Rule]] = {
    Action.SEE_ADD_TIKTOK_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.REQUEST_TIKTOK_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CLAIM_TIKTOK_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_REQUESTS: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CANCEL_REQUEST: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_TIKTOK_ACCOUNTS: {_ADMIN: Rule.YES, _STANDARD: Rule.ASSIGNED},
    Action.GIVE_TIKTOK_ACCOUNT_ACCESS: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.WORK_WITH_TIKTOK_ACCOUNT: {_ADMIN: Rule.ASSIGNED, _STANDARD: Rule.ASSIGNED},
    Action.CONFIRM_TIKTOK_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.DISCONNECT_TIKTOK_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CHANGE_BUSINESS_CENTER: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_RECOVERY_TEXT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.READ_ACTIVITY_LOG: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_MEMBERS: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.INVITE_MEMBER: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CHANGE_MEMBER: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.REMOVE_MEMBER: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.LEAVE_BUSINESS_CENTER: {_ADMIN: Rule.YES, _STANDARD: Rule.YES},
    Action.REMOVE_OWN_ACCESS: {_ADMIN: Rule.ASSIGNED, _STANDARD: Rule.ASSIGNED},
    Action.SEE_PARTNERS: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CHANGE_PARTNER: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_ACCESS_MATRIX: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_OUTBOX: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEND_MAIL: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.ASK_ADMIN: {_ADMIN: Rule.YES, _STANDARD: Rule.YES},
    Action.ANSWER_ADMIN_REQUEST: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_AD_ACCOUNTS: {_ADMIN: Rule.YES, _STANDARD: Rule.ASSIGNED},
    Action.CREATE_AD_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.REQUEST_AD_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CLOSE_AD_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.LINK_AD_ACCOUNT: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_ASSETS: {_ADMIN: Rule.YES, _STANDARD: Rule.ASSIGNED},
    Action.CREATE_ASSET: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.CHANGE_ASSET: {_ADMIN: Rule.YES, _STANDARD: Rule.ASSIGNED},
    Action.LINK_ASSET: {_ADMIN: Rule.YES, _STANDARD: Rule.NO},
    Action.SEE_READINESS: {_ADMIN: Rule.YES, _STANDARD: Rule.ASSIGNED},
}

FINANCE_TABLE: dict[FinanceAction, frozenset[FinanceRole]] = {
    FinanceAction.SEE_PAYMENT_METHODS: frozenset({FinanceRole.MANAGER, FinanceRole.ANALYST}),
    FinanceAction.CHANGE_PAYMENT_METHODS: frozenset({FinanceRole.MANAGER}),
}

AD_TABLE: dict[AdAction, frozenset[AssetRole]] = {
    AdAction.SEE_ADS: frozenset({AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST}),
    AdAction.SEE_NUMBERS: frozenset({AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST}),
    AdAction.EDIT_ADS: frozenset({AssetRole.ADMIN, AssetRole.OPERATOR}),
    AdAction.IMPORT_NUMBERS: frozenset({AssetRole.ADMIN, AssetRole.OPERATOR}),
    AdAction.CHANGE_AD_ACCOUNT: frozenset({AssetRole.ADMIN}),
    AdAction.GIVE_AD_ACCOUNT_ACCESS: frozenset({AssetRole.ADMIN}),
    AdAction.ANSWER_AD_ACCOUNT_REQUEST: frozenset({AssetRole.ADMIN}),
    AdAction.UNLINK_IDENTITY: frozenset({AssetRole.ADMIN, AssetRole.OPERATOR}),
}

OWNER_TABLE: dict[OwnerAction, dict[bool, Rule]] = {
    # keyed by "the account is claimed": a claim ends only from the Business Center's side (decisions.md, Claim)
    OwnerAction.APPROVE_REQUEST: {False: Rule.YES, True: Rule.NO},
    OwnerAction.DECLINE_REQUEST: {False: Rule.YES, True: Rule.YES},
    OwnerAction.REVOKE_LINK: {False: Rule.YES, True: Rule.NO},
}


def may(action: Action, role: BusinessCenterRole, *, assigned: bool = False) -> bool:
    """Tell whether ``role`` may do ``action``; ``assigned`` says whether the asset was given to this person."""
    rule = TABLE[action][role]
    return rule is Rule.YES or (rule is Rule.ASSIGNED and assigned)


def owner_may(action: OwnerAction, *, claimed: bool) -> bool:
    """Tell whether the owner of an account may do ``action``; ``claimed`` says whether a Business Center owns it."""
    return OWNER_TABLE[action][claimed] is Rule.YES


def finance_may(action: FinanceAction, role: FinanceRole | None) -> bool:
    """Tell whether a finance role may do ``action``; None is nobody's finance role and opens nothing."""
    return role in FINANCE_TABLE[action]


def ad_may(action: AdAction, role: AssetRole | None) -> bool:
    """Tell whether a role on an ad account allows ``action``; None is no role."""
    return role in AD_TABLE[action]

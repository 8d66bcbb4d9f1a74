"""Roles a person can have (decisions.md, Words and places; domain.md 2.1)."""

from __future__ import annotations

from enum import StrEnum


class BusinessCenterRole(StrEnum):
    """Role in a Business Center."""

    ADMIN = "admin"
    STANDARD = "standard"


class FinanceRole(StrEnum):
    """Role on top of the other that opens the money pages."""

    MANAGER = "finance_manager"
    ANALYST = "finance_analyst"


class AssetRole(StrEnum):
    """Role on one asset, the mightiest first; ``grants.ROLES_OF`` says which kinds know which (domain.md 2.1, 2.4)."""

    ADMIN = "admin"
    """Everything of an ad account, a pixel or an audience: settings, members, ads, numbers."""
    MANAGEMENT = "management"
    """"Catalog management": products and sets, too."""
    OPERATOR = "operator"
    """Makes ads and sees numbers (A2-37)."""
    AD_PROMOTION = "ad_promotion"
    """"Ad promotion": uses a catalog in ads."""
    ANALYST = "analyst"
    """Sees numbers only (A2-38)."""


class AppliesTo(StrEnum):
    """Whom a security rule of a Business Center binds (domain.md 1.1.7)."""

    NOBODY = "nobody"
    ADMINS = "admins"
    EVERYBODY = "everybody"

    def binds(self, role: BusinessCenterRole) -> bool:
        """Tell whether the rule counts for somebody in ``role``."""
        return self is AppliesTo.EVERYBODY or (self is AppliesTo.ADMINS and role is BusinessCenterRole.ADMIN)


class MemberStatus(StrEnum):
    """Member relation status (domain.md 2.1)."""

    BOUND = "bound"
    UNBOUND = "unbound"
    REJECTED = "rejected"
    PENDING = "pending"

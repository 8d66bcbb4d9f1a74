"""The TikTok accounts beside one ad account and one person, with everything the readiness check looks at."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import exists
from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.core.policy import AdAction, ad_may
from bcdesktop.core.readiness import Facts, Mender, conditions
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services import _ad_roles, _assets, _commands, _reached
from bcdesktop.services._account_side import DIRECTORY_COLUMNS, account_side, permissions_of
from bcdesktop.services._rows import link_state_at
from bcdesktop.services.ad_records import Line
from bcdesktop.store.tables import (
    AdAccount,
    AdLink,
    Asset,
    AssetAccess,
    BusinessCenter,
    DirectoryAccount,
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)

_Link, _Share = TikTokAccountLink, PartnerShare


class ReadinessRows:
    """The questions about one ad account and one person at one time, as ``viewer_id`` may know the answers."""

    def __init__(
        self, session: Session, asset: Asset, person_id: str, now: datetime, *, viewer_id: str | None = None
    ) -> None:
        self.session, self.asset, self.person_id, self.now = session, asset, person_id, now
        self._viewer_id = viewer_id or person_id
        self.role = _ad_roles.ad_role(session, person_id, asset)
        self.can_edit_ads = ad_may(AdAction.EDIT_ADS, self.role.role)
        status = session.get_one(AdAccount, asset.id).status
        self.is_approved = status is AdAccountStatus.APPROVED and asset.ended_at is None
        self._admins: dict[str, tuple[str, ...]] = {}

    # ------------------------------------------------------------------ rows
    def own_links(self) -> Any:
        """Return the statement for accounts linked to a Business Center, with what this person has on each."""
        center_id, mine = col(_Link.business_center_id), self._given(MemberTikTokAccount.link_id, self.person_id)
        columns: tuple[Any, ...] = (
            *(_Link.id, _Link.account_id, _Link.handle, _Link.display_name),
            *(_Link.scope, _Link.state, _Link.ends_at, _Link.ended_at),
            center_id.label("center_id"),
            col(BusinessCenter.name).label("center_name"),
            col(AdLink.id).label("ad_link_id"),
            mine.c.role.label("my_role"),
            self._reaches(center_id).label("is_reached"),
            *DIRECTORY_COLUMNS,
        )
        return (
            select(*columns)
            .join(BusinessCenter, col(BusinessCenter.id) == center_id)
            .outerjoin(AdLink, (col(AdLink.link_id) == col(_Link.id)) & (col(AdLink.asset_id) == self.asset.id))
            .outerjoin(mine, mine.c.account_ref == col(_Link.id))
            .outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(_Link.account_id))
            .where(self._concerns(center_id, col(_Link.id), MemberTikTokAccount.link_id))
        )

    def shares(self) -> Any:
        """Return the same for what partners share with a Business Center that accepted it."""
        center_id, mine = col(Partnership.partner_center_id), self._given(MemberPartnerShare.share_id, self.person_id)
        columns: tuple[Any, ...] = (
            *(_Share.id, _Share.account_id, _Share.handle, _Share.display_name),
            col(_Share.role).label("share_role"),
            *(_Link.scope, _Link.state, _Link.ends_at, _Link.ended_at),
            center_id.label("center_id"),
            col(Partnership.owner_name).label("center_name"),
            col(AdLink.id).label("ad_link_id"),
            mine.c.role.label("my_role"),
            self._reaches(center_id).label("is_reached"),
            *DIRECTORY_COLUMNS,
        )
        return (
            select(*columns)
            .join(Partnership, col(Partnership.id) == col(_Share.partnership_id))
            .outerjoin(_Link, col(_Link.id) == col(_Share.link_id))
            .outerjoin(AdLink, (col(AdLink.share_id) == col(_Share.id)) & (col(AdLink.asset_id) == self.asset.id))
            .outerjoin(mine, mine.c.account_ref == col(_Share.id))
            .outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(_Share.account_id))
            .where(
                col(Partnership.state) == PartnershipState.ACTIVE,
                self._concerns(center_id, col(_Share.id), MemberPartnerShare.share_id),
            )
        )

    # ------------------------------------------------------------------ judging
    def facts(self, row: Any, kind: AssetKind) -> Facts:
        """Return what the check looks at for one row of the statements above."""
        is_shared = kind is AssetKind.SHARED_TIKTOK_ACCOUNT
        state = _assets.share_state(row.state, row.ends_at, self.now) if is_shared else self.state(row)
        side = account_side(permissions(row), state, row if row.directory_id else None)
        return side.facts(
            ad_account_approved=self.is_approved,
            can_edit_ads=self.can_edit_ads,
            is_ad_linked=row.ad_link_id is not None,
            operator_on_account=row.my_role is AssetRole.OPERATOR and bool(row.is_reached),
            is_shared=is_shared,
            share_allows_ads=not is_shared or row.share_role is AssetRole.OPERATOR,
        )

    def state(self, row: Any) -> Any:
        """Return the state of an own link at this time."""
        return link_state_at(row.state, row.ends_at, self.now)

    def lines(self, facts: Facts, handle: str, center_id: str, owner_name: str) -> tuple[Line, ...]:
        """Return the conditions, each cross with the names of those who can mend it."""
        return tuple(Line(one, self._helpers(one.mender, handle, center_id, owner_name)) for one in conditions(facts))

    def _helpers(self, mender: Mender | None, handle: str, center_id: str, owner_name: str) -> tuple[str, ...]:
        match mender:
            case Mender.OWNER:
                return (f"@{handle}",)
            case Mender.PARTNER:
                return (owner_name,) if owner_name else ()
            case Mender.ADMIN:
                return self._admins_of(center_id)
            case Mender.AD_ACCOUNT_ADMIN:
                return _ad_roles.admin_names(self.session, self.asset) or self._admins_of(center_id)
            case _:
                return ()

    def _admins_of(self, center_id: str) -> tuple[str, ...]:
        if center_id not in self._admins:
            self._admins[center_id] = _commands.admin_names(self.session, center_id) if center_id else ()
        return self._admins[center_id]

    # ------------------------------------------------------------------ pieces
    def _given(self, ref: Any, person_id: str) -> Any:
        """Return what a person was given, by account."""
        columns: tuple[Any, ...] = (ref.label("account_ref"), ref.class_.role)
        return (
            select(*columns)
            .join(Member, col(Member.id) == ref.class_.member_id)
            .where(Member.person_id == person_id, Member.status == MemberStatus.BOUND)
            .subquery()
        )

    def _concerns(self, center_id: Any, account_ref: Any, ref: Any) -> Any:
        """Say which accounts are looked at: linked to the ad account, or seen by the viewer where both are reached.

        An admin sees all of the Business Center, others what they were given.
        """
        administered = select(Member.business_center_id).where(
            Member.person_id == self._viewer_id,
            Member.status == MemberStatus.BOUND,
            Member.role == BusinessCenterRole.ADMIN,
        )
        given = select(self._given(ref, self._viewer_id).c.account_ref)
        seen = account_ref.in_(given) | center_id.in_(administered)
        return col(AdLink.id).is_not(None) | (self._reaches(center_id) & seen)

    def _reaches(self, center_id: Any) -> Any:
        return exists().where(
            col(AssetAccess.asset_id) == self.asset.id,
            col(AssetAccess.business_center_id) == center_id,
            _reached.accepted(),
        )


def permissions(row: Any) -> PermissionSet | None:
    """Return what the owner granted, None where only the owner's store knows."""
    return None if row.scope is None else permissions_of(tuple(row.scope))


def has(granted: PermissionSet | None, permission: Permission) -> bool:
    """Tell whether a permission is there, as far as can be known here."""
    return granted is None or permission in granted.permissions


def person_name(session: Session, person_id: str) -> str:
    """Return the name of a person."""
    return session.get_one(Person, person_id).name

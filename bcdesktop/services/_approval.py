"""From a valid approval to a link: what may still stand in the way, and the rows it makes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core import code
from bcdesktop.core.access_requests import FailReason, Kind, LinkState, OwnerTrust
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import from_unix
from bcdesktop.core.errors import InputRefused, RuleRefused
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.services import _checks, _commands, _due, _relinking
from bcdesktop.services._owner_keys import OwnerKey
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import (
    AccountLimitReached,
    AlreadyLinked,
    AnswerWider,
    BusinessCenterLimitReached,
    ClaimedElsewhere,
    UnverifiedOwnerForbidden,
)
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AccessRequest, ConnectedApp, DirectoryAccount, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


class Failed(Exception):
    """A valid approval that can never become a link: the request ends as FAILED."""

    def __init__(self, refusal: RuleRefused, reason: FailReason) -> None:
        super().__init__(refusal)
        self.refusal, self.reason = refusal, reason


@dataclass
class Approval:
    """One approval inside the unit of work that decides it."""

    context: Context
    unit: UnitOfWork
    request: AccessRequest
    reply: code.Reply
    key: OwnerKey
    answer_cose: bytes

    def __post_init__(self) -> None:
        self.granted = _granted(self.reply)
        self.ends_at = None if self.reply.grant_end is None else from_unix(self.reply.grant_end)
        self.existing = self._existing()

    def check(self) -> None:
        """Raise what forbids the link: a RuleRefused leaves the request as it is, Failed ends it."""
        self._refuse_wider()
        if self.key.account is not None:
            problem = _checks.fitness_problem(self.key.account)
            if problem is not None:
                raise problem
        self._refuse_owned()
        self._refuse_unverified()
        if self.existing is not None:
            if _checks.adds_nothing(self.existing, self.request.kind, self.granted) and not self._moves_end():
                raise AlreadyLinked(self.reply.handle, self.existing.id)
            return
        _relinking.refuse_older(self.unit.session, self.request, self.reply.account_id)
        self._refuse_full()

    def link(self) -> bool:
        """Make the link, or extend the active one; tell whether one was extended."""
        extended = self.existing is not None
        link = self._extended(self.existing) if self.existing is not None else self._new()
        self.unit.session.add(link)
        self._claim()
        self._connect_app()
        self._note(link, extended=extended)
        self.unit.session.flush()
        return extended

    def _existing(self) -> TikTokAccountLink | None:
        link = _checks.active_link(self.unit.session, self.request.business_center_id, self.reply.account_id)
        if link is not None and link.ends_at is not None and link.ends_at <= self.unit.now:
            _due.run_out(self.unit, link)
            return None
        return link

    def _refuse_wider(self) -> None:
        """Hold the answer to what was asked (security.md 1.3, A7)."""
        asked_end = self.request.wanted_end
        longer = asked_end is not None and (self.ends_at is None or self.ends_at > asked_end)
        over = self.ends_at is not None and self.ends_at <= self.unit.now
        grows = bool(self.reply.further_grants)
        if not PermissionSet.from_scope(self.request.scope).covers(self.granted) or longer or grows or over:
            raise AnswerWider(self.reply.handle)

    def _refuse_owned(self) -> None:
        problem = _checks.ownership_problem(
            self.unit.session,
            self.request.business_center_id,
            self.reply.account_id,
            self.reply.handle,
            self.request.kind,
        )
        if isinstance(problem, ClaimedElsewhere):
            raise Failed(problem, FailReason.CLAIMED_ELSEWHERE)
        if problem is not None:
            raise problem

    def _refuse_unverified(self) -> None:
        center = _commands.business_center(self.unit.session, self.request.business_center_id)
        if self.key.trust is OwnerTrust.NOT_VERIFIED and not center.allow_unverified_owners:
            raise UnverifiedOwnerForbidden(self.reply.handle)

    def _refuse_full(self) -> None:
        """Count inside the deciding transaction: it holds when two programs write at the same moment."""
        limits, session = self.context.limits, self.unit.session
        current = _checks.active_links_of_account(session, self.reply.account_id)
        maximum = limits.business_centers_per_tiktok_account
        if current >= maximum:
            raise Failed(AccountLimitReached(maximum, current), FailReason.ACCOUNT_LIMIT)
        current = _checks.active_links_of_center(session, self.request.business_center_id)
        maximum = limits.tiktok_accounts_per_business_center
        if current >= maximum:
            raise Failed(BusinessCenterLimitReached(maximum, current), FailReason.BUSINESS_CENTER_LIMIT)

    def _moves_end(self) -> bool:
        """Tell whether the same permissions come with another end, given for all of them."""
        assert self.existing is not None  # noqa: S101 - asked for an existing link only
        return self._covers(self.existing) and self.ends_at != self.existing.ends_at

    def _covers(self, link: TikTokAccountLink) -> bool:
        return self.granted.covers(PermissionSet.from_scope(link.scope))

    def _new(self) -> TikTokAccountLink:
        request, reply, account = self.request, self.reply, self.key.account
        return TikTokAccountLink(
            id=secrets.token_hex(16),
            business_center_id=request.business_center_id,
            account_id=reply.account_id,
            handle=reply.handle,
            display_name=account.display_name if account is not None else reply.name or reply.handle,
            kind=request.kind,
            level=request.level,
            scope=list(self.granted.scope),
            state=LinkState.ACTIVE,
            request_id=request.id,
            grant_id=reply.grant_id or b"",
            owner_key=self.key.public_key,
            owner_trust=self.key.trust,
            owner_sequence=reply.sequence,
            linked_at=self.unit.now,
            ends_at=self.ends_at,
            needs_confirmation=request.expected_handle is None,
            request_cose=request.cose,
            answer_cose=self.answer_cose,
            last_heard_at=self.unit.now,
        )

    def _extended(self, link: TikTokAccountLink) -> TikTokAccountLink:
        """Add to ``link`` what the owner now granted. Nothing lasts longer than an answer says it may."""
        if self._covers(link):
            link.ends_at = self.ends_at
        else:
            link.ends_at = _earlier(link.ends_at, self.ends_at)
        before = PermissionSet.from_scope(link.scope)
        link.scope = list(_union(before, self.granted).scope)
        if self.request.kind is Kind.CLAIM:
            link.kind = Kind.CLAIM
        link.request_id, link.grant_id = self.request.id, self.reply.grant_id or b""
        link.request_cose, link.answer_cose = self.request.cose, self.answer_cose
        link.owner_sequence, link.last_heard_at = self.reply.sequence, self.unit.now
        return link

    def _claim(self) -> None:
        account = self.key.account
        if self.request.kind is Kind.CLAIM and account is not None:
            account.claimed_by = self.request.business_center_id
            self.unit.session.add(account)
            self.unit.changed(ChangeKind.DIRECTORY, account.id)

    def _connect_app(self) -> None:
        """List "Business Center" among the account's active apps (domain.md 1.7.3)."""
        account: DirectoryAccount | None = self.key.account
        if account is None or self.existing is not None:
            return
        app = ConnectedApp(
            id=secrets.token_hex(16),
            account_id=account.id,
            name="Business Center",
            business_center_id=self.request.business_center_id,
            authorised_at=self.unit.now,
        )
        self.unit.session.add(app)
        self.unit.changed(ChangeKind.DIRECTORY, account.id)

    def _note(self, link: TikTokAccountLink, *, extended: bool) -> None:
        action = ActivityAction.ACCOUNT_CLAIMED if self.request.kind is Kind.CLAIM else ActivityAction.ACCOUNT_LINKED
        if extended and self.request.kind is not Kind.CLAIM:
            action = ActivityAction.PERMISSIONS_ADDED
        self.unit.record(
            link.business_center_id,
            EntryActor("owner", self.reply.account_id, f"@{self.reply.handle}"),
            action,
            "tiktok_account",
            link.id,
            {"scope": link.scope, "ends_at": link.ends_at, "owner_trust": link.owner_trust, "request": self.request.id},
            object_name=f"@{self.reply.handle}",
        )
        self.unit.changed(ChangeKind.TIKTOK_ACCOUNT, link.id)


def _granted(reply: code.Reply) -> PermissionSet:
    """Return what the answer grants. A scope no owner could have chosen, or none (a log-in's answer), is too wide."""
    try:
        return PermissionSet.from_scope(reply.scope or ())
    except (ValueError, InputRefused) as error:
        raise AnswerWider(reply.handle) from error


def _union(old: PermissionSet, new: PermissionSet) -> PermissionSet:
    permissions = old.permissions | new.permissions
    pushes = Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in permissions
    return PermissionSet(permissions, (new.visibility or old.visibility) if pushes else None)


def _earlier(a: datetime | None, b: datetime | None) -> datetime | None:
    return min((end for end in (a, b) if end is not None), default=None)

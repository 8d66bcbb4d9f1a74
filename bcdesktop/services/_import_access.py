"""A table of who may use which TikTok account: what each row gives, changes or takes, by the rules of grants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from bcdesktop.core import import_words as words
from bcdesktop.core.csv_files import CsvRow
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.grants import TIKTOK_ACCOUNT_KINDS, AssetKind, HolderKind, least
from bcdesktop.core.ids import parse_handle
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets, _assign, _holders, _matrix
from bcdesktop.services._import_judging import Judged, judged, unknown_role
from bcdesktop.services.import_errors import AccountAmbiguous, AccountNotHere, PersonNotHere, RowDoubled
from bcdesktop.services.import_records import ImportOutcome, ImportRow
from bcdesktop.services.people_errors import BelongsToOther, RoleAboveShare
from bcdesktop.services.people_records import AssetChoice, Assignment, Candidate
from bcdesktop.services.records import Actor
from bcdesktop.store.unit_of_work import UnitOfWork

Row = Judged[Assignment]


class AccessJudge:
    """Judges the rows of one table against the store as it is now."""

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        center_id = actor.business_center_id
        self._assets: dict[str, list[AssetChoice]] = {}
        for asset in _assets.choices(session, center_id, now, TIKTOK_ACCOUNT_KINDS):
            self._assets.setdefault(asset.name.removeprefix("@").lower(), []).append(asset)
        self._holders: dict[str, Candidate] = {}
        for candidate in _holders.candidates(session, center_id):
            self._holders[candidate.detail.casefold()] = candidate
        ids = [asset.id for assets in self._assets.values() for asset in assets]
        self._roles = _matrix.cells_of_few(session, center_id, ids)
        self._seen: dict[tuple[str, str], int] = {}

    def judge(self, rows: Iterable[CsvRow | ImportRow]) -> list[Row]:
        """Return what each row does."""
        return judged(rows, self._judge)

    def _judge(self, row: Row) -> None:
        if not row.cells["handle"] and row.cells["role"] and words.says_none(row.cells["role"]):
            # an export of the access matrix has such a line for everybody who was given nothing
            row.does(ImportOutcome.UNCHANGED)
            return
        asset, candidate, role = self._asset(row), self._holder(row), self._role(row)
        key = (candidate.holder.id, asset.id)
        first = self._seen.setdefault(key, row.number)
        if first != row.number:
            raise RowDoubled(first)
        self._refuse(asset, candidate, role)
        before = self._roles.get(key)
        assignment = Assignment(asset.id, candidate.holder, role)
        if before is role:
            row.does(ImportOutcome.UNCHANGED)
        elif role is None:
            row.does(ImportOutcome.REMOVED, assignment)
        else:
            row.does(ImportOutcome.NEW if before is None else ImportOutcome.CHANGED, assignment)

    def _asset(self, row: Row) -> AssetChoice:
        """Return the account: an own one before those partners share, unless the owner is named."""
        handle = parse_handle(row.cells["handle"], "handle")
        found = self._assets.get(handle, [])
        owner = words.folded(row.cells["owner"])
        if owner:
            found = [asset for asset in found if words.folded(asset.owner_name or "") == owner]
        own = [asset for asset in found if asset.kind is AssetKind.TIKTOK_ACCOUNT]
        if not found:
            raise AccountNotHere(handle)
        if not own and len(found) > 1:
            raise AccountAmbiguous(handle)
        return (own or found)[0]

    def _holder(self, row: Row) -> Candidate:
        text = row.cells["person"] or row.cells["partner"]
        if not text:
            raise ValueMissing("person")
        found = self._holders.get(text.casefold())
        if found is None:
            raise PersonNotHere(text)
        return found

    @staticmethod
    def _role(row: Row) -> AssetRole | None:
        """Return the role, None for one to be taken away; an empty cell is no word for that."""
        text = row.cells["role"]
        if not text:
            raise ValueMissing("role")
        role = words.account_role(text)
        if role is None and not words.says_none(text):
            raise unknown_role("role", text)
        return role

    @staticmethod
    def _refuse(asset: AssetChoice, candidate: Candidate, role: AssetRole | None) -> None:
        """Raise what ``grants.assign`` would."""
        if candidate.holder.kind is HolderKind.PARTNER and asset.kind is not AssetKind.TIKTOK_ACCOUNT:
            raise BelongsToOther(asset.name, asset.owner_name or "")
        if role is not None and least(role, asset.limit) is not role:
            raise RoleAboveShare(asset.name, asset.owner_name or "", asset.limit)


def apply(unit: UnitOfWork, actor: Actor, rows: Iterable[Row]) -> None:
    """Do what good rows say."""
    plans = [row.plan for row in rows if row.plan is not None]
    if plans:
        _assign.assign(unit, actor, plans)

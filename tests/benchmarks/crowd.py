"""A Business Center with many accounts, members and grants, put straight into the tables in one transaction."""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from bcdesktop.core.access_requests import Kind, LinkState, OwnerTrust
from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.permissions import PermissionLevel, PermissionSet, Preset, preset_permissions
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import (
    DirectoryAccount,
    GrantChange,
    Member,
    MemberTikTokAccount,
    Person,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork
from tests.services.world import World

_FIRST = ("Anna", "Bernd", "Chiara", "Deniz", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kim", "Tom")
_LAST = ("Adler", "Berger", "Costa", "Dogan", "Ekström", "Fischer", "Garcia", "Huber", "Ito", "Jansen", "Okafor")
_TRADE = ("bakery", "bikes", "florist", "garden", "kitchen", "music", "shoes", "studio", "surf", "travel", "yoga")


@dataclass(frozen=True)
class Size:
    """How many of each."""

    accounts: int
    members: int
    grants: int

    @property
    def text(self) -> str:
        """The size as it stands beside a figure."""
        return f"{self.accounts} accounts, {self.members} members, {self.grants} grants"


LARGE = Size(800, 4_000, 40_000)
SMALL = Size(8, 40, 400)
"""A hundredth of it: 400 grants are more than 8 times 40 pairs, so as many as there are pairs at most."""


def fill(world: World, admin: Actor, size: Size) -> None:
    """Add accounts, members and grants to the Business Center of ``admin``; one history row for each grant."""
    chance = random.Random(7)
    permissions = [preset_permissions(preset) for preset in (Preset.SPARK_ADS, Preset.LIVE_ADS)]

    def work(unit: UnitOfWork) -> None:
        people = [_person(number, unit) for number in range(size.members - 1)]
        members = [_member(person["id"], admin, unit) for person in people]
        accounts = [_account(number, unit) for number in range(size.accounts)]
        links = [_link(account, admin, chance.choice(permissions), unit) for account in accounts]
        pairs = [(member, link) for member in range(len(members)) for link in range(len(links))]
        chosen = chance.sample(pairs, min(size.grants, len(pairs)))
        grants = [_grant(members[member], links[link], chance, unit) for member, link in chosen]
        history = [
            _change(admin, people[member], links[link], grant, unit)
            for (member, link), grant in zip(chosen, grants, strict=True)
        ]
        for table, rows in (
            (Person, people),
            (Member, members),
            (DirectoryAccount, accounts),
            (TikTokAccountLink, links),
            (MemberTikTokAccount, grants),
            (GrantChange, history),
        ):
            unit.session.execute(insert(table), rows)

    world.store.run(work)


def _person(number: int, unit: UnitOfWork) -> dict[str, Any]:
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
    return {
        "id": new_id(),
        "name": f"{first} {last} {number}",
        "email": f"{first.lower()}.{number}@example.com",
        "password_hash": "",
        "failed_sign_ins": 0,
        "created_at": unit.now,
        "version": 1,
    }


def _member(person_id: str, admin: Actor, unit: UnitOfWork) -> dict[str, Any]:
    return {
        "id": new_id(),
        "business_center_id": admin.business_center_id,
        "person_id": person_id,
        "role": BusinessCenterRole.STANDARD,
        "status": MemberStatus.BOUND,
        "joined_at": unit.now,
    }


def _account(number: int, unit: UnitOfWork) -> dict[str, Any]:
    handle = f"{_TRADE[number % len(_TRADE)]}.{number}"
    return {
        "id": new_id(),
        "handle": handle,
        "display_name": handle.replace(".", " ").title(),
        "kind": "brand",
        "email": f"{handle}@example.com",
        "followers": number * 37,
        "posts": number,
        "is_public": True,
        "is_political": False,
        "is_business": True,
        "scope_available": True,
        "password_hash": "",
        "two_step": False,
        "created_at": unit.now,
    }


def _link(account: dict[str, Any], admin: Actor, permissions: PermissionSet, unit: UnitOfWork) -> dict[str, Any]:
    return {
        "id": secrets.token_hex(16),
        "business_center_id": admin.business_center_id,
        "account_id": account["id"],
        "handle": account["handle"],
        "display_name": account["display_name"],
        "kind": Kind.LINK,
        "level": PermissionLevel.DELIVER_ADS,
        "scope": list(permissions.scope),
        "state": LinkState.ACTIVE,
        "grant_id": secrets.token_bytes(16),
        "owner_key": bytes(32),
        "owner_trust": OwnerTrust.KNOWN_IN_STORE,
        "owner_sequence": 1,
        "linked_at": unit.now - timedelta(minutes=account["posts"]),
        "needs_confirmation": False,
        "request_cose": b"",
        "answer_cose": b"",
        "last_heard_at": unit.now,
        "version": 1,
    }


def _grant(member: dict[str, Any], link: dict[str, Any], chance: random.Random, unit: UnitOfWork) -> dict[str, Any]:
    role = AssetRole.OPERATOR if chance.random() < 0.4 else AssetRole.ANALYST
    return {
        "id": secrets.token_hex(16),
        "member_id": member["id"],
        "link_id": link["id"],
        "role": role,
        "given_at": unit.now,
        "given_by": "Nora",
    }


def _change(
    admin: Actor, person: dict[str, Any], link: dict[str, Any], grant: dict[str, Any], unit: UnitOfWork
) -> dict[str, Any]:
    return {
        "business_center_id": admin.business_center_id,
        "asset_kind": AssetKind.TIKTOK_ACCOUNT,
        "asset_id": link["id"],
        "asset_name": f"@{link['handle']}",
        "holder_kind": HolderKind.MEMBER,
        "holder_id": grant["member_id"],
        "holder_name": person["name"],
        "before": None,
        "after": grant["role"].value,
        "at": unit.now,
        "by_name": "Nora",
        "activity_seq": 1,
    }

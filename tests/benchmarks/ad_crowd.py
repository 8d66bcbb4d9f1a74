"""Ad accounts, links, campaigns, ads, assets and payment methods for a crowd, put straight into the tables at once."""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert
from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.ads import AdKind, AdSource, AdStatus, CampaignObjective, IdentityKind
from bcdesktop.core.billing import PaymentMethodKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.roles import AssetRole
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import (
    Ad,
    AdAccount,
    AdLink,
    Asset,
    AssetAccess,
    Campaign,
    Member,
    MemberAsset,
    PaymentMethod,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork
from tests.services.world import World

_WORDS = ("Autumn", "Spring", "Winter", "Summer", "Harbour", "Bakery", "Bikes", "Garden", "Studio", "Travel", "Yoga")
_ROLES = (AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.OPERATOR, AssetRole.ANALYST)
Row = dict[str, Any]


@dataclass(frozen=True)
class AdSize:
    """How many of each; the first ad account has half of the ads and ``largest`` linked TikTok accounts."""

    ad_accounts: int
    ads: int
    links: int
    grants: int
    payment_methods: int
    largest: int

    @property
    def text(self) -> str:
        """The size as it stands beside a figure."""
        return f"{self.ad_accounts:,} ad accounts, {self.links:,} links, {self.ads:,} ads"


LARGE = AdSize(3_000, 10_000, 12_000, 10_000, 100, 800)
SMALL = AdSize(30, 100, 120, 100, 1, 8)


def fill(world: World, admin: Actor, size: AdSize) -> str:
    """Add them to the Business Center of ``admin``, who is Admin on each; return the id of the first ad account."""
    chance = random.Random(11)

    def work(unit: UnitOfWork) -> str:
        own = Member.business_center_id == admin.business_center_id
        people = unit.session.exec(select(Member.id, Member.person_id).where(own)).all()
        members = [member_id for member_id, person_id in people if person_id != admin.person_id]
        (me,) = [member_id for member_id, person_id in people if person_id == admin.person_id]
        mine = TikTokAccountLink.business_center_id == admin.business_center_id
        columns = TikTokAccountLink.id, TikTokAccountLink.account_id, TikTokAccountLink.handle
        accounts = unit.session.exec(select(*columns).where(mine)).all()
        made = _Made(admin, unit, chance)
        methods = [made.method(number) for number in range(size.payment_methods)]
        assets = [made.asset(number) for number in range(size.ad_accounts)]
        pairs = _pairs(chance, size.grants, len(assets), len(members))
        linked = {(0, number) for number in range(min(size.largest, len(accounts)))}
        linked |= _pairs(chance, size.links - len(linked), len(assets), len(accounts))
        campaigns = [made.campaign(asset) for asset in assets]
        for table, rows in (
            (PaymentMethod, methods),
            (Asset, assets),
            (AdAccount, [made.ad_account(asset, chance.choice([*methods, None])) for asset in assets]),
            (AssetAccess, [made.access(asset) for asset in assets]),
            (MemberAsset, [made.grant(me, asset, AssetRole.ADMIN) for asset in assets]),
            (MemberAsset, [made.grant(members[m], assets[a], chance.choice(_ROLES)) for a, m in pairs]),
            (AdLink, [made.link(assets[a], accounts[t]) for a, t in linked]),
            (Campaign, campaigns),
            (Ad, [made.ad(number, campaigns, accounts, size) for number in range(size.ads)]),
        ):
            unit.session.execute(insert(table), rows)
        return str(assets[0]["id"])

    return world.store.run(work)


def _pairs(chance: random.Random, wanted: int, left: int, right: int) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    while len(found) < min(wanted, left * right):
        found.add((chance.randrange(left), chance.randrange(right)))
    return found


class _Made:
    """Makes rows as the services would."""

    def __init__(self, admin: Actor, unit: UnitOfWork, chance: random.Random) -> None:
        self.admin, self.now, self.chance = admin, unit.now, chance
        self.center_id = admin.business_center_id

    def method(self, number: int) -> Row:
        return {
            "id": secrets.token_hex(16),
            "business_center_id": self.center_id,
            "label": f"{_WORDS[number % len(_WORDS)]} card {number}",
            "kind": PaymentMethodKind.CARD,
            "last_four": f"{number:04}",
            "created_at": self.now,
            "created_by": "Nora",
            "version": 1,
        }

    def asset(self, number: int) -> Row:
        return {
            "id": secrets.token_hex(16),
            "kind": AssetKind.AD_ACCOUNT,
            "number": new_id(),
            "name": f"{_WORDS[number % len(_WORDS)]} {_WORDS[number // 11 % len(_WORDS)]} {number}",
            "owner_center_id": self.center_id,
            "created_at": self.now,
            "created_by": "Nora",
            "version": 1,
        }

    def ad_account(self, asset: Row, method: Row | None) -> Row:
        return {
            "asset_id": asset["id"],
            "status": self.chance.choice([AdAccountStatus.APPROVED] * 9 + [AdAccountStatus.IN_REVIEW]),
            "company": f"{asset['name']} GmbH",
            "country": "DE",
            "currency": "EUR",
            "time_zone": "Europe/Berlin",
            "industry": "",
            "promotion_link": "",
            "review_note": "",
            "payment_method_id": None if method is None else method["id"],
        }

    def access(self, asset: Row) -> Row:
        return {
            "id": secrets.token_hex(16),
            "business_center_id": self.center_id,
            "asset_id": asset["id"],
            "relation": AssetRelation.OWNER_BC,
            "role": AssetRole.ADMIN,
            "since": self.now,
            "given_by": "Nora",
        }

    def grant(self, member_id: str, asset: Row, role: AssetRole) -> Row:
        return {
            "id": secrets.token_hex(16),
            "member_id": member_id,
            "asset_id": asset["id"],
            "role": role,
            "hides_numbers": False,
            "given_at": self.now,
            "given_by": "Nora",
        }

    def link(self, asset: Row, account: Any) -> Row:
        return {
            "id": secrets.token_hex(16),
            "business_center_id": self.center_id,
            "asset_id": asset["id"],
            "link_id": account.id,
            "linked_at": self.now,
            "linked_by": "Nora",
        }

    def campaign(self, asset: Row) -> Row:
        return {
            "id": secrets.token_hex(16),
            "asset_id": asset["id"],
            "name": f"Campaign of {asset['name']}",
            "objective": CampaignObjective.TRAFFIC,
            "status": AdStatus.ACTIVE,
            "created_at": self.now,
            "created_by": "Nora",
            "version": 1,
        }

    def ad(self, number: int, campaigns: list[Row], accounts: Any, size: AdSize) -> Row:
        campaign = campaigns[0] if number < size.ads // 2 else self.chance.choice(campaigns)
        account = self.chance.choice(accounts)
        return {
            "id": secrets.token_hex(16),
            "campaign_id": campaign["id"],
            "asset_id": campaign["asset_id"],
            "name": f"{_WORDS[number % len(_WORDS)]} ad {number}",
            "kind": AdKind.SPARK,
            "identity_kind": IdentityKind.BUSINESS_CENTER,
            "link_id": account.id,
            "account_id": account.account_id,
            "handle": account.handle,
            "source": AdSource.PUSH,
            "video_name": "video.mp4",
            "text": "Have a look",
            "ads_only": True,
            "status": self.chance.choice((AdStatus.ACTIVE, AdStatus.ACTIVE, AdStatus.PAUSED)),
            "status_at": self.now,
            "created_at": self.now,
            "created_by": "Nora",
            "created_by_id": self.admin.person_id,
            "version": 1,
        }

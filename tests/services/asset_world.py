"""Short ways to catalogs, pixels and audiences for tests, and to people and partners who have them."""

from __future__ import annotations

import uuid

from sqlmodel import select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import _reached, assets
from bcdesktop.services._commands import entry_actor
from bcdesktop.services._grants import GrantBook, reached_asset
from bcdesktop.services.asset_records import NewAudience, NewCatalog, NewPixel
from bcdesktop.store.tables import Asset, Member
from tests.services.access import holder_of, partner_of


def new_catalog(name="Shoes", **values):
    """Return a filled-in form for a catalog."""
    form = {"catalog_kind": CatalogKind.ECOMMERCE, "country": "DE", "currency": "EUR"}
    return NewCatalog(name, **(form | values))


def catalog(world, actor, name="Shoes", context=None, **values):
    """Return a new catalog."""
    return assets.create(context or world.context, actor, new_catalog(name, **values), uuid.uuid4().hex)


def pixel(world, actor, name="Shop", website="https://shop.example.com", context=None, **values):
    """Return a new pixel."""
    return assets.create(context or world.context, actor, NewPixel(name, website, **values), uuid.uuid4().hex)


def audience(world, actor, name="Buyers", context=None, **values):
    """Return a new custom audience."""
    return assets.create(context or world.context, actor, NewAudience(name, **values), uuid.uuid4().hex)


def lookalike(world, actor, source_asset_id, name="Like buyers"):
    """Return a new lookalike of an audience."""
    return audience(world, actor, name, audience_kind=AudienceKind.LOOKALIKE, source_asset_id=source_asset_id)


def give(world, admin, asset_id, to, role):
    """Give a member ``role`` on an asset, or with None take it."""
    member_id = holder_of(world, to).id

    def work(unit):
        book = GrantBook(unit, entry_actor(admin))
        asset = unit.session.get_one(Asset, asset_id)
        member = unit.session.exec(select(Member).where(Member.id == member_id)).one()
        book.set_member(member, to.name, reached_asset(asset, admin.business_center_id), role)
        book.close()

    world.store.run(work)


def share(world, owner, partner, asset_id, role, state=PartnershipState.ACTIVE):
    """Let the Business Center of ``partner`` reach an asset of another one with at most ``role``."""
    holder = partner_of(world, owner, partner, state)

    def work(unit):
        asset = unit.session.get_one(Asset, asset_id)
        center_id = partner.business_center_id
        _reached.reach(unit, asset, center_id, AssetRelation.OWNER_PARTNER, role, owner.name, partnership_id=holder.id)

    world.store.run(work)
    return holder

"""Short ways to ad accounts for tests: approved ones of a Business Center or a person, linked TikTok accounts."""

from __future__ import annotations

import uuid

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import ad_accounts
from bcdesktop.services.ad_records import Advertiser, NewAdAccount


def new_ad_account(name="Spring", **values):
    """Return a filled-in form for an ad account of the World's Business Centers."""
    form = {
        "name": name,
        "company": "Harbour Shoes GmbH",
        "country": "DE",
        "time_zone": "Europe/Berlin",
        "currency": "EUR",
        "industry": "Fashion",
        "promotion_link": "https://shoes.example.com",
    }
    return NewAdAccount(**(form | values))


def ad_account(world, actor, name="Spring", approved=True, context=None):
    """Return the id of a new ad account of the actor's Business Center; the actor is Admin on it."""
    context = context or world.context
    row = ad_accounts.create(context, actor, new_ad_account(name), uuid.uuid4().hex)
    if approved:
        ad_accounts.review(context, actor, row.id, True)
    return row.id


def personal_ad_account(world, person, name="Own shop", approved=True, context=None):
    """Return the id of a new ad account a person (an Advertiser) owns."""
    context = context or world.context
    asset_id = ad_accounts.create_personal(context, person, new_ad_account(name), uuid.uuid4().hex)
    if approved:
        ad_accounts.review_personal(context, person, asset_id, True)
    return asset_id


def advertiser(world, actor):
    """Return the person behind ``actor`` as they sign in to Ads Manager."""
    return Advertiser(actor.person_id, actor.name, actor.email)


def number_of(world, actor, asset_id):
    """Return the 19-digit id of an ad account the actor's Business Center reaches."""
    return ad_accounts.get(world.context, actor, asset_id).number


def ad_link(world, actor, asset_id, link_id, kind=AssetKind.TIKTOK_ACCOUNT):
    """Link a TikTok account (a link or share of the actor's Business Center) to an ad account."""
    from bcdesktop.services import ad_links

    return ad_links.link(world.context, actor, asset_id, [(kind, link_id)], uuid.uuid4().hex)

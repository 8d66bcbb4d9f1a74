"""A Business Center asks for a person's ad account and is let in; short, for tests of what follows."""

from __future__ import annotations

import uuid

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, advertisers


def asked(world, actor, person, asset_id, role=AssetRole.ADMIN, note=""):
    """Ask for an ad account of ``person`` (an Advertiser); return the request."""
    number = next(row.number for row in advertisers.accounts(world.context, person) if row.id == asset_id)
    kind = AdAccountRequestKind.ACCESS
    return ad_account_requests.ask(world.context, actor, number, kind, role, note, uuid.uuid4().hex)


def granted_to(world, actor, person, asset_id, role=AssetRole.ADMIN):
    """Let the actor's Business Center reach an ad account of ``person``."""
    request = asked(world, actor, person, asset_id, role)
    ad_account_requests.answer(world.context, person, request.id, True)

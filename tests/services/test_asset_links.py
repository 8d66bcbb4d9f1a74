"""Linking assets to ad accounts, and the sync state that follows from it (domain.md 1.6, 8; A0-32)."""

from __future__ import annotations

import pytest

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.assets import SyncProblem, SyncState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import assets, tiktok_accounts
from bcdesktop.services.asset_errors import AdAccountUnfitForAssets, AudienceNeedsOwnAdAccount, TooManyLinksAtOnce
from bcdesktop.services.asset_records import Sync
from bcdesktop.store.tables import AdAccount
from tests.services.access import link
from tests.services.ad_world import ad_account
from tests.services.asset_world import audience, catalog, lookalike, pixel, share

SYNCING, NOT_LINKED = Sync(SyncState.SYNCING), Sync(SyncState.NOT_LINKED)


def stopped(problem):
    return Sync(SyncState.STOPPED, problem)


def sync(world, actor, row):
    return assets.get(world.context, actor, row.id).sync


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


def test_an_asset_syncs_once_it_is_linked_and_stops_when_the_last_one_goes(world, nora):
    row = catalog(world, nora)
    assert sync(world, nora, row) == NOT_LINKED
    spring, autumn = ad_account(world, nora), ad_account(world, nora, "Autumn")
    assert assets.link(world.context, nora, row.id, [spring, autumn]) == 2
    assert sync(world, nora, row) == SYNCING
    assert assets.unlink(world.context, nora, row.id, [spring]) == 1
    assert sync(world, nora, row) == SYNCING
    assets.unlink(world.context, nora, row.id, [autumn])
    assert sync(world, nora, row) == stopped(SyncProblem.NO_AD_ACCOUNT)
    assets.link(world.context, nora, row.id, [spring])
    assert sync(world, nora, row) == SYNCING


def test_linking_twice_changes_nothing_and_says_so(world, nora):
    row, spring = pixel(world, nora), ad_account(world, nora)
    assets.link(world.context, nora, row.id, [spring])
    before = world.actions(nora)
    assert assets.link(world.context, nora, row.id, [spring, spring]) == 0
    assert assets.unlink(world.context, nora, row.id, ["1"]) == 0
    assert world.actions(nora) == before


def test_links_are_in_the_log_by_name(world, nora):
    row, spring = pixel(world, nora), ad_account(world, nora)
    assets.link(world.context, nora, row.id, [spring])
    entry = world.last_entry(nora)
    assert (entry.action, entry.object_name) == ("asset_linked", "Shop")
    assert entry.details == {"number": 1, "ad_accounts": ["Spring"]}
    assets.unlink(world.context, nora, row.id, [spring])
    assert world.last_entry(nora).action == "asset_unlinked"


def test_it_stops_when_the_account_it_takes_data_from_is_unlinked(world, nora):
    row = catalog(world, nora, source_link_id=link(world, nora, "mara"))
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    assert sync(world, nora, row) == SYNCING
    tiktok_accounts.disconnect(world.context, nora, row.source_link_id)
    assert sync(world, nora, row) == stopped(SyncProblem.TIKTOK_ACCOUNT_UNLINKED)


def test_what_takes_its_data_from_an_account_is_known_before_it_is_unlinked(world, nora, otto):
    link_id = link(world, nora, "mara")
    catalog(world, nora, source_link_id=link_id)
    audience(world, nora, source_link_id=link_id)
    gone = pixel(world, nora, source_link_id=link_id)
    assets.delete(world.context, nora, gone.id)
    catalog(world, nora, "Hats")
    fed = assets.fed_by(world.context, nora, link_id)
    assert [(one.kind, one.name) for one in fed] == [(AssetKind.CATALOG, "Shoes"), (AssetKind.AUDIENCE, "Buyers")]
    assert assets.fed_by(world.context, otto, link_id) == ()


def test_it_stops_when_the_ad_account_is_not_approved_any_more(world, nora):
    row, spring = pixel(world, nora), ad_account(world, nora)
    assets.link(world.context, nora, row.id, [spring])
    world.store.run(lambda unit: setattr(unit.session.get_one(AdAccount, spring), "status", AdAccountStatus.SUSPENDED))
    assert sync(world, nora, row) == stopped(SyncProblem.AD_ACCOUNT_NOT_APPROVED)


def test_it_stops_when_the_ad_account_is_closed(world, nora):
    row, spring = pixel(world, nora), ad_account(world, nora)
    assets.link(world.context, nora, row.id, [spring])
    world.store.run(lambda unit: setattr(unit.session.get_one(AdAccount, spring), "status", AdAccountStatus.CLOSED))
    assert sync(world, nora, row) == stopped(SyncProblem.NO_AD_ACCOUNT)
    assert assets.ad_accounts_of(world.context, nora, row.id) == ()


def test_a_lookalike_stops_when_what_it_was_made_of_is_deleted(world, nora):
    source = audience(world, nora)
    like = lookalike(world, nora, source.id)
    assets.link(world.context, nora, like.id, [ad_account(world, nora)])
    assets.delete(world.context, nora, source.id)
    assert sync(world, nora, like) == stopped(SyncProblem.SOURCE_DELETED)


def test_only_approved_ad_accounts_of_this_business_center_are_linked_all_or_none(world, nora, otto):
    row, spring = pixel(world, nora), ad_account(world, nora)
    waiting = ad_account(world, nora, "Waiting", approved=False)
    with pytest.raises(AdAccountUnfitForAssets) as caught:
        assets.link(world.context, nora, row.id, [spring, waiting])
    assert (caught.value.name, caught.value.status) == ("Waiting", AdAccountStatus.IN_REVIEW)
    with pytest.raises(NotFound):
        assets.link(world.context, nora, row.id, [spring, ad_account(world, otto)])
    with pytest.raises(NotFound):
        assets.link(world.context, nora, row.id, [pixel(world, nora, "Other").id])
    assert sync(world, nora, row) == NOT_LINKED


def test_several_assets_are_linked_to_one_ad_account_all_or_none(world, nora):
    own, spring = pixel(world, nora), ad_account(world, nora)
    other = catalog(world, nora)
    with pytest.raises(NotFound):
        assets.link_all(world.context, nora, spring, [own.id, other.id, "missing"], "first")
    assert (sync(world, nora, own), sync(world, nora, other)) == (NOT_LINKED, NOT_LINKED)
    assert assets.link_all(world.context, nora, spring, [own.id, other.id], "second") == 2
    assert assets.link_all(world.context, nora, spring, [own.id, other.id], "second") == 2
    assert (sync(world, nora, own), sync(world, nora, other)) == (SYNCING, SYNCING)
    assert world.actions(nora).count("asset_linked") == 2


def test_a_pixel_is_linked_to_so_many_ad_accounts_in_one_call(world, nora):
    few = world.limited(pixel_links_per_call=1)
    row, spring, autumn = pixel(world, nora), ad_account(world, nora), ad_account(world, nora, "Autumn")
    with pytest.raises(TooManyLinksAtOnce):
        assets.link(few, nora, row.id, [spring, autumn])
    assert assets.link(few, nora, row.id, [spring]) == 1
    assert assets.link(few, nora, row.id, [autumn]) == 1
    assert assets.link(few, nora, catalog(world, nora).id, [spring, autumn]) == 2


def test_an_audience_goes_to_owned_ad_accounts_only(world, nora, otto):
    theirs = ad_account(world, otto, "Otter ads")
    share(world, otto, nora, theirs, AssetRole.ADMIN)
    with pytest.raises(AudienceNeedsOwnAdAccount):
        assets.link(world.context, nora, audience(world, nora).id, [theirs])
    assert assets.link(world.context, nora, pixel(world, nora).id, [theirs]) == 1


def test_each_business_center_links_a_shared_pixel_to_its_own_ad_accounts(world, nora, otto):
    row = pixel(world, nora)
    share(world, nora, otto, row.id, AssetRole.ADMIN)
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    assert sync(world, otto, row) == NOT_LINKED
    assets.link(world.context, otto, row.id, [ad_account(world, otto, "Otter ads")])
    assert [one.name for one in assets.ad_accounts_of(world.context, nora, row.id)] == ["Spring"]
    assert [one.name for one in assets.ad_accounts_of(world.context, otto, row.id)] == ["Otter ads"]


def test_the_picker_says_what_is_in_the_way(world, nora, otto):
    row = audience(world, nora)
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    ad_account(world, nora, "Waiting", approved=False)
    ad_account(world, nora, "Autumn")
    share(world, otto, nora, ad_account(world, otto, "Otter ads"), AssetRole.ADMIN)
    offered = assets.ad_account_choices(world.context, nora, row.id)
    assert [(one.name, one.why_not) for one in offered] == [
        ("Autumn", ""),
        ("Otter ads", "not_owned"),
        ("Spring", "linked"),
        ("Waiting", "not_approved"),
    ]


def test_the_list_counts_the_linked_ad_accounts(world, nora):
    row = catalog(world, nora)
    assets.link(world.context, nora, row.id, [ad_account(world, nora), ad_account(world, nora, "Autumn")])
    assert assets.list_all(world.context, nora, AssetKind.CATALOG)[0].ad_accounts == 2

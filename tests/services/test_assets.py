"""Catalogs, pixels and audiences: made, changed, listed and ended; who may do what (domain.md 8, 2.3, 2.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlmodel import select

from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.errors import ChangedMeanwhile, LimitReached, NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import assets, tiktok_accounts
from bcdesktop.services.asset_errors import (
    AssetIsOwn,
    AssetNameTaken,
    AssetOfOtherCenter,
    AssetOnlyUsedHere,
    NotACustomAudience,
    SourceNotLinked,
)
from bcdesktop.services.asset_records import AssetChange, AudienceDetails, CatalogDetails, PixelDetails
from bcdesktop.store.tables import AssetAccess, MemberAsset
from tests.services.access import link
from tests.services.ad_world import ad_account
from tests.services.asset_world import audience, catalog, give, lookalike, new_catalog, pixel, share
from tests.services.partnering import history

KINDS = (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE)


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


def names(world, actor, kind):
    return [row.name for row in assets.list_all(world.context, actor, kind)]


def test_each_kind_has_its_own_list_and_details(world, nora):
    made = catalog(world, nora), pixel(world, nora), audience(world, nora, description="Bought in spring")
    assert [names(world, nora, kind) for kind in KINDS] == [["Shoes"], ["Shop"], ["Buyers"]]
    assert made[0].details == CatalogDetails(CatalogKind.ECOMMERCE, "DE", "EUR")
    assert made[1].details == PixelDetails("https://shop.example.com")
    assert made[2].details == AudienceDetails(AudienceKind.CUSTOM, "Bought in spring", None, "")
    assert all(len(row.number) == 19 for row in made)


def test_the_creator_gets_the_mightiest_role(world, nora):
    roles = [row.my_role for row in (catalog(world, nora), pixel(world, nora), audience(world, nora))]
    assert roles == [AssetRole.MANAGEMENT, AssetRole.ADMIN, AssetRole.ADMIN]


def test_a_repeated_call_makes_one_catalog(world, nora):
    first = assets.create(world.context, nora, new_catalog(), "same")
    assert assets.create(world.context, nora, new_catalog(), "same").id == first.id
    assert names(world, nora, AssetKind.CATALOG) == ["Shoes"]


def test_a_name_is_taken_once_within_kind_and_business_center(world, nora, otto):
    row = catalog(world, nora)
    with pytest.raises(AssetNameTaken) as caught:
        catalog(world, nora, "SHOES")
    assert caught.value.field == "name"
    pixel(world, nora, "Shoes")
    catalog(world, otto, "Shoes")
    assets.delete(world.context, nora, row.id)
    assert catalog(world, nora).name == "Shoes"


def test_a_business_center_has_so_many_catalogs_and_no_more(world, nora):
    few = world.limited(catalogs_per_business_center=1)
    row = catalog(world, nora, context=few)
    with pytest.raises(LimitReached) as caught:
        catalog(world, nora, "Hats", context=few)
    assert (caught.value.maximum, caught.value.current) == (1, 1)
    assets.delete(few, nora, row.id)
    assert catalog(world, nora, "Hats", context=few).name == "Hats"


def test_data_comes_from_an_active_account_of_this_business_center(world, nora, otto):
    link_id = link(world, nora, "mara")
    assert catalog(world, nora, source_link_id=link_id).source_handle == "mara"
    with pytest.raises(NotFound):
        catalog(world, otto, source_link_id=link_id)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    with pytest.raises(SourceNotLinked) as caught:
        pixel(world, nora, source_link_id=link_id)
    assert (caught.value.field, caught.value.handle) == ("source_link_id", "mara")


def test_a_lookalike_is_made_of_an_own_custom_audience(world, nora, otto):
    source = audience(world, nora)
    like = lookalike(world, nora, source.id)
    assert like.details.source_name == "Buyers"
    with pytest.raises(NotACustomAudience):
        lookalike(world, nora, like.id, "Like the like")
    with pytest.raises(NotFound):
        lookalike(world, otto, source.id)


def test_the_form_offers_accounts_and_custom_audiences(world, nora):
    link_id = link(world, nora, "mara")
    source = audience(world, nora)
    lookalike(world, nora, source.id)
    offered = assets.choices(world.context, nora)
    assert offered.accounts == ((link_id, "mara"),)
    assert offered.audiences == ((source.id, "Buyers"),)
    assert (offered.country, offered.currency) == ("DE", "EUR")


def test_a_change_is_in_the_log_with_before_and_after(world, nora):
    row = pixel(world, nora)
    changed = assets.change(
        world.context, nora, row.id, AssetChange(name="Store", website="store.example.com"), row.version
    )
    assert (changed.name, changed.details.website) == ("Store", "https://store.example.com")
    entry = world.last_entry(nora)
    assert entry.action == "asset_changed"
    assert entry.details["before"] == {"name": "Shop", "website": "https://shop.example.com"}
    assert entry.details["after"] == {"name": "Store", "website": "https://store.example.com"}


def test_a_change_that_changes_nothing_leaves_no_entry(world, nora):
    row = pixel(world, nora)
    before = world.actions(nora)
    assert assets.change(world.context, nora, row.id, AssetChange(name="Shop"), row.version) == row
    assert world.actions(nora) == before


def test_two_changes_at_once_do_not_overwrite_each_other(world, nora):
    row = catalog(world, nora)
    assets.change(world.context, nora, row.id, AssetChange(currency="USD"), row.version)
    with pytest.raises(ChangedMeanwhile):
        assets.change(world.context, nora, row.id, AssetChange(currency="GBP"), row.version)
    assert assets.get(world.context, nora, row.id).details.currency == "USD"


def test_the_account_data_comes_from_can_be_chosen_anew_or_left_out(world, nora):
    row = catalog(world, nora, source_link_id=link(world, nora, "mara"))
    other = link(world, nora, "bela")
    row = assets.change(world.context, nora, row.id, AssetChange(source_link_id=other), row.version)
    assert row.source_handle == "bela"
    assert world.last_entry(nora).details == {"before": {"source": "@mara"}, "after": {"source": "@bela"}}
    row = assets.change(world.context, nora, row.id, AssetChange(source_link_id=""), row.version)
    assert (row.source_handle, row.source_link_id) == ("", None)


def test_a_standard_member_sees_what_was_given_and_changes_with_the_full_role(world, nora, sam):
    shoes, hats = catalog(world, nora), catalog(world, nora, "Hats")
    assert names(world, sam, AssetKind.CATALOG) == []
    give(world, nora, shoes.id, sam, AssetRole.AD_PROMOTION)
    assert names(world, sam, AssetKind.CATALOG) == ["Shoes"]
    with pytest.raises(NotAllowed) as caught:
        assets.change(world.context, sam, shoes.id, AssetChange(name="Boots"), 1)
    assert caught.value.helpers == ("Nora",)
    give(world, nora, shoes.id, sam, AssetRole.MANAGEMENT)
    version = assets.get(world.context, sam, shoes.id).version
    assert assets.change(world.context, sam, shoes.id, AssetChange(name="Boots"), version).name == "Boots"
    with pytest.raises(NotFound):
        assets.get(world.context, sam, hats.id)


def test_a_standard_member_does_not_choose_the_account_data_comes_from(world, nora, sam):
    row = catalog(world, nora)
    link_id = link(world, nora, "mara")
    give(world, nora, row.id, sam, AssetRole.MANAGEMENT)
    with pytest.raises(NotAllowed):
        assets.change(world.context, sam, row.id, AssetChange(source_link_id=link_id), row.version)


def test_deleting_tells_before_and_takes_it_from_everybody(world, nora, sam, otto):
    row = audience(world, nora)
    lookalike(world, nora, row.id)
    give(world, nora, row.id, sam, AssetRole.OPERATOR)
    share(world, nora, otto, row.id, AssetRole.OPERATOR)
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    lost = assets.losses(world.context, nora, row.id)
    assert (lost.members, lost.partners) == (("Nora", "Sam"), ("Otter Works",))
    assert (lost.ad_accounts, lost.lookalikes) == (("Spring",), ("Like buyers",))
    assets.delete(world.context, nora, row.id)
    assert [names(world, actor, AssetKind.AUDIENCE) for actor in (nora, sam, otto)] == [["Like buyers"], [], []]
    with world.store.read() as session:
        assert session.exec(select(MemberAsset).where(MemberAsset.asset_id == row.id)).all() == []
        assert session.exec(select(AssetAccess).where(AssetAccess.asset_id == row.id)).all() == []
    assert ("Buyers", "Otter Works", AssetRole.OPERATOR, None) in history(world.context, nora)
    assert "asset_deleted" in world.actions(nora)
    with pytest.raises(NotFound):
        assets.delete(world.context, nora, row.id)


def test_a_received_pixel_may_be_changed_with_the_full_role_but_not_deleted(world, nora, otto):
    row = pixel(world, nora)
    share(world, nora, otto, row.id, AssetRole.ADMIN)
    received = assets.get(world.context, otto, row.id)
    assert (received.owner_name, received.is_owned) == ("Lantern Media", False)
    changed = assets.change(world.context, otto, row.id, AssetChange(name="Store"), received.version)
    assert changed.name == assets.get(world.context, nora, row.id).name == "Store"
    assert world.last_entry(nora).actor_name == world.last_entry(otto).actor_name == "Otto"
    with pytest.raises(AssetOfOtherCenter) as caught:
        assets.delete(world.context, otto, row.id)
    assert caught.value.owner_name == "Lantern Media"


def test_a_received_audience_is_used_or_given_up_and_never_edited(world, nora, otto):
    row = audience(world, nora)
    share(world, nora, otto, row.id, AssetRole.ADMIN)
    with pytest.raises(AssetOnlyUsedHere):
        assets.change(world.context, otto, row.id, AssetChange(name="Mine"), row.version)
    assert assets.link(world.context, otto, row.id, [ad_account(world, otto, "Otter ads")]) == 1
    assets.give_up(world.context, otto, row.id)
    assert names(world, otto, AssetKind.AUDIENCE) == []
    assert names(world, nora, AssetKind.AUDIENCE) == ["Buyers"]
    assert assets.get(world.context, nora, row.id).partners == 0
    assert "asset_given_up" in world.actions(otto)
    assert ("Buyers", "Otter Works", AssetRole.ADMIN, None) in history(world.context, nora)


def test_a_received_pixel_with_less_than_the_full_role_is_not_changed(world, nora, otto):
    row = pixel(world, nora)
    share(world, nora, otto, row.id, AssetRole.ANALYST)
    with pytest.raises(AssetOnlyUsedHere):
        assets.change(world.context, otto, row.id, AssetChange(name="Store"), row.version)


def test_an_own_asset_is_not_given_up(world, nora):
    row = catalog(world, nora)
    with pytest.raises(AssetIsOwn):
        assets.give_up(world.context, nora, row.id)


def test_a_partner_sees_nothing_before_the_invitation_is_accepted(world, nora, otto):
    row = pixel(world, nora)
    share(world, nora, otto, row.id, AssetRole.ADMIN, PartnershipState.PENDING)
    assert names(world, otto, AssetKind.PIXEL) == []
    assert assets.get(world.context, nora, row.id).partners == 1


def test_somebody_who_is_no_member_sees_nothing(world, nora, otto):
    row = catalog(world, nora)
    with pytest.raises(NotFound):
        assets.get(world.context, otto, row.id)
    forged = replace(otto, business_center_id=nora.business_center_id)
    with pytest.raises(NotAllowed):
        assets.list_all(world.context, forged, AssetKind.CATALOG)


def test_a_list_takes_the_same_few_statements_however_long_it_is(world, nora):
    def statements():
        seen = []

        def count(*args):
            seen.append(args[2])

        with world.store.read() as session:
            engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", count)
        assets.list_all(world.context, nora, AssetKind.CATALOG)
        event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    catalog(world, nora)
    few = statements()
    for number in range(5):
        catalog(world, nora, f"Catalog {number}")
    assert statements() == few
    assert few > 0

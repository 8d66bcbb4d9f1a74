"""The form values of catalogs, pixels and audiences must have."""

from __future__ import annotations

import pytest

from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.errors import HostileText, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.new_assets import (
    AssetChange,
    NewAudience,
    NewCatalog,
    NewPixel,
    parse_change,
    parse_new,
    parse_website,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://shop.example.com", "https://shop.example.com"),
        ("  shop.example.com/sale?x=1 ", "https://shop.example.com/sale?x=1"),
        ("HTTPS://Shop.example.com", "https://Shop.example.com"),
        ("bücher.example", "https://bücher.example"),
    ],
)
def test_a_website_is_kept_as_an_https_address(typed, kept):
    assert parse_website(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "http://shop.example.com",
        "ftp://shop.example.com",
        "javascript://shop.example.com",
        "https://",
        "shop",
        "https://shop..example.com",
        "https://sho p.example.com",
        "https://name:word@shop.example.com",
        "https://shop.example.com:8080",
        "https://[::1",
        "https://192.168.0.1",
    ],
)
def test_what_is_no_https_address_is_refused_at_its_field(typed):
    with pytest.raises(ValueMalformed) as caught:
        parse_website(typed)
    assert (caught.value.field, caught.value.expected) == ("website", "https_address")


def test_a_long_website_and_hidden_marks_are_refused():
    with pytest.raises(ValueTooLong):
        parse_website("https://shop.example.com/" + "a" * 255)
    with pytest.raises(HostileText):
        parse_website("https://shop.example\u202e.com")


def test_a_catalog_has_a_name_of_at_most_128_characters():
    whole = NewCatalog("x" * 128, CatalogKind.HOTEL, "de", "eur")
    assert parse_new(whole) == NewCatalog("x" * 128, CatalogKind.HOTEL, "DE", "EUR")
    with pytest.raises(ValueTooLong) as caught:
        parse_new(NewCatalog("x" * 129, CatalogKind.HOTEL, "DE", "EUR"))
    assert caught.value.field == "name"


@pytest.mark.parametrize(("country", "currency", "field"), [("", "EUR", "country"), ("DE", "", "currency")])
def test_a_catalog_needs_country_and_currency(country, currency, field):
    with pytest.raises(ValueMissing) as caught:
        parse_new(NewCatalog("Shoes", CatalogKind.ECOMMERCE, country, currency))
    assert caught.value.field == field


def test_a_lookalike_needs_what_it_is_made_of_and_a_custom_audience_forgets_it():
    with pytest.raises(ValueMissing) as caught:
        parse_new(NewAudience("Like", AudienceKind.LOOKALIKE))
    assert caught.value.field == "source_asset_id"
    assert parse_new(NewAudience("Buyers", source_asset_id="7")).source_asset_id is None


def test_no_account_chosen_is_no_account():
    assert parse_new(NewPixel("Shop", "shop.example.com", "")).source_link_id is None


def test_a_change_sets_only_what_the_kind_has():
    change = AssetChange(name=" New ", website="new.example.com", currency="usd", description="Old buyers")
    assert parse_change(change, AssetKind.PIXEL) == {"name": "New", "website": "https://new.example.com"}
    assert parse_change(change, AssetKind.CATALOG) == {"name": "New", "currency": "USD"}
    assert parse_change(change, AssetKind.AUDIENCE) == {"name": "New", "description": "Old buyers"}

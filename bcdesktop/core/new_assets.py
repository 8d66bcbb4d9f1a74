"""What the forms of catalogs, pixels and audiences ask for, and the form their values must have (domain.md 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.business_centers import parse_code
from bcdesktop.core.errors import ValueMalformed, ValueMissing
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import LIMITS

WEBSITE_CHARACTERS = 255
DESCRIPTION_CHARACTERS = 500
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


@dataclass(frozen=True)
class NewCatalog:
    """``country`` ISO 3166, ``currency`` ISO 4217; ``source_link_id``: the linked TikTok account it takes data from."""

    name: str
    catalog_kind: CatalogKind
    country: str
    currency: str
    source_link_id: str | None = None


@dataclass(frozen=True)
class NewPixel:
    """``website`` is the https address the pixel stands on."""

    name: str
    website: str
    source_link_id: str | None = None


@dataclass(frozen=True)
class NewAudience:
    """``source_asset_id`` is the custom audience a lookalike is made of; a custom audience has none."""

    name: str
    audience_kind: AudienceKind = AudienceKind.CUSTOM
    description: str = ""
    source_asset_id: str | None = None
    source_link_id: str | None = None


NewAsset = NewCatalog | NewPixel | NewAudience


@dataclass(frozen=True)
class AssetChange:
    """New values; None leaves a value as it is, and so does a value the kind does not have.

    An empty ``source_link_id`` takes the TikTok account away.
    """

    name: str | None = None
    country: str | None = None
    currency: str | None = None
    website: str | None = None
    description: str | None = None
    source_link_id: str | None = None


_CHANGEABLE = {
    AssetKind.CATALOG: ("name", "country", "currency", "source_link_id"),
    AssetKind.PIXEL: ("name", "website", "source_link_id"),
    AssetKind.AUDIENCE: ("name", "description", "source_link_id"),
}


def kind_of(new: NewAsset) -> AssetKind:
    """Return which kind of asset a form is for."""
    if isinstance(new, NewCatalog):
        return AssetKind.CATALOG
    return AssetKind.PIXEL if isinstance(new, NewPixel) else AssetKind.AUDIENCE


def parse_website(text: str, field: str = "website") -> str:
    """Return the https address; ``shop.example`` alone gets the https:// it lacks.

    Raises ValueMissing, ValueTooLong, HostileText, or ValueMalformed for another scheme or no host.
    """
    clean = parse_text(text, field, maximum=WEBSITE_CHARACTERS)
    address = clean if "://" in clean else f"https://{clean}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueMalformed(field, "https_address") from error
    is_plain = port is None and parts.username is None and not re.search(r"\s", address)
    if parts.scheme.lower() != "https" or not is_plain or not _HOST.fullmatch(_ascii(host)):
        raise ValueMalformed(field, "https_address")
    return f"https://{address.partition('://')[2]}"


def parse_new(new: NewAsset) -> NewAsset:
    """Return ``new`` with its values in their one form. Raises InputRefused at the first bad field."""
    name = _parse_name(new.name, kind_of(new))
    source = new.source_link_id or None
    if isinstance(new, NewCatalog):
        country, currency = parse_code(new.country, "country", 2), parse_code(new.currency, "currency", 3)
        return replace(new, name=name, country=country, currency=currency, source_link_id=source)
    if isinstance(new, NewPixel):
        return replace(new, name=name, website=parse_website(new.website), source_link_id=source)
    is_lookalike = new.audience_kind is AudienceKind.LOOKALIKE
    if is_lookalike and not new.source_asset_id:
        raise ValueMissing("source_asset_id")
    return replace(
        new,
        name=name,
        description=_parse_description(new.description),
        source_asset_id=new.source_asset_id if is_lookalike else None,
        source_link_id=source,
    )


def parse_change(change: AssetChange, kind: AssetKind) -> dict[str, str]:
    """Return the values ``change`` sets on an asset of ``kind``, checked. Raises InputRefused at a bad field."""
    values: dict[str, str] = {}
    for field in _CHANGEABLE[kind]:
        text = getattr(change, field)
        if text is not None:
            values[field] = _parse_field(field, text, kind)
    return values


def _parse_field(field: str, text: str, kind: AssetKind) -> str:
    if field == "name":
        return _parse_name(text, kind)
    if field == "website":
        return parse_website(text)
    if field == "description":
        return _parse_description(text)
    return text if field == "source_link_id" else parse_code(text, field, 2 if field == "country" else 3)


def _parse_name(text: str, kind: AssetKind) -> str:
    is_catalog = kind is AssetKind.CATALOG
    maximum = LIMITS.catalog_name_characters if is_catalog else LIMITS.asset_name_characters
    return parse_text(text, "name", maximum=maximum)


def _parse_description(text: str) -> str:
    return parse_text(text, "description", maximum=DESCRIPTION_CHARACTERS, required=False)


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""

"""Catalogs, pixels and audiences in words: what a page is for, where an asset stands, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.assets import AudienceKind, SyncProblem, SyncState
from bcdesktop.core.grants import AssetKind
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.asset_records import AssetRow
    from bcdesktop.ui.kit.badges import BadgeKind


@dataclass(frozen=True)
class KindWords:
    """What the page of one kind says. ``name`` begins the object names of its controls, ``item`` those of its panel."""

    name: str
    item: str
    icon: str
    title: str
    sentence: str
    filter_hint: str
    create: str
    details: str
    empty_title: str
    empty_text: str
    none_given: str
    ask_first: str


def kind_words(kind: AssetKind) -> KindWords:
    """Return the words of a kind."""
    return {AssetKind.CATALOG: _catalogs, AssetKind.PIXEL: _pixels, AssetKind.AUDIENCE: _audiences}[kind]()


def _catalogs() -> KindWords:
    translate = QCoreApplication.translate
    return KindWords(
        name="catalogs",
        item="catalog",
        icon="tag",
        title=translate("AssetWords", "Catalogs"),
        sentence=translate(
            "AssetWords",
            "What ads sell: products, hotels, flights. Each catalog feeds the ad accounts it is linked to.",
        ),
        filter_hint=translate("AssetWords", "Filter by name, ID, kind or country"),
        create=translate("AssetWords", "Create catalog"),
        details=translate("AssetWords", "Kind"),
        empty_title=translate("AssetWords", "No catalogs yet"),
        empty_text=translate(
            "AssetWords",
            "The catalogs of your shops, hotels or flights stand here. Create the first one, give it to the people who "
            "look after it, and link it to an ad account so that ads can use it.",
        ),
        none_given=translate("AssetWords", "No catalog was given to you yet"),
        ask_first=translate("AssetWords", "An admin of this Business Center gives you the catalogs you work with."),
    )


def _pixels() -> KindWords:
    translate = QCoreApplication.translate
    return KindWords(
        name="pixels",
        item="pixel",
        icon="code-xml",
        title=translate("AssetWords", "Pixels"),
        sentence=translate(
            "AssetWords", "What people do on your websites after an ad. One pixel can serve many ad accounts."
        ),
        filter_hint=translate("AssetWords", "Filter by name, ID or website"),
        create=translate("AssetWords", "Create pixel"),
        details=translate("AssetWords", "Website"),
        empty_title=translate("AssetWords", "No pixels yet"),
        empty_text=translate(
            "AssetWords",
            "The pixels of your websites stand here. Create the first one, put it on the website, and link it to the "
            "ad accounts that shall know what people did there.",
        ),
        none_given=translate("AssetWords", "No pixel was given to you yet"),
        ask_first=translate("AssetWords", "An admin of this Business Center gives you the pixels you work with."),
    )


def _audiences() -> KindWords:
    translate = QCoreApplication.translate
    return KindWords(
        name="audiences",
        item="audience",
        icon="target",
        title=translate("AssetWords", "Audiences"),
        sentence=translate("AssetWords", "Whom ads are shown to: people you know, and people like them."),
        filter_hint=translate("AssetWords", "Filter by name, ID, kind or description"),
        create=translate("AssetWords", "Create audience"),
        details=translate("AssetWords", "Kind"),
        empty_title=translate("AssetWords", "No audiences yet"),
        empty_text=translate(
            "AssetWords",
            "Custom audiences of people you know stand here, and lookalikes made of them. Create the first one and "
            "link it to an ad account of this Business Center.",
        ),
        none_given=translate("AssetWords", "No audience was given to you yet"),
        ask_first=translate("AssetWords", "An admin of this Business Center gives you the audiences you work with."),
    )


def details_text(row: AssetRow) -> str:
    """Return what tells one of a kind from another: kind and country, website, or kind."""
    from bcdesktop.services.asset_records import AudienceDetails, CatalogDetails

    details = row.details
    if isinstance(details, CatalogDetails):
        return f"{label_of(details.catalog_kind)} · {details.country} · {details.currency}"
    return label_of(details.audience_kind) if isinstance(details, AudienceDetails) else details.website


def ad_accounts_text(count: int) -> str:
    """Return a number of ad accounts."""
    if count == 1:
        return QCoreApplication.translate("AssetWords", "1 ad account")
    return QCoreApplication.translate("AssetWords", "%1 ad accounts").replace("%1", QLocale().toString(count))


def sync_badge(row: AssetRow) -> tuple[str, BadgeKind]:
    """Return the word and colour of the sync state."""
    return label_of(row.sync.state), badge_of(row.sync.state)


def sync_sentence(row: AssetRow) -> str:
    """Return where the data stands, in a sentence."""
    if row.sync.state is SyncState.SYNCING:
        text = QCoreApplication.translate("AssetWords", "Data flows to %1.")
        return text.replace("%1", ad_accounts_text(row.ad_accounts))
    if row.sync.state is SyncState.NOT_LINKED:
        return QCoreApplication.translate("AssetWords", "It was never linked to an ad account, so no data flows.")
    return _problem_text(row)


def _problem_text(row: AssetRow) -> str:
    translate, problem = QCoreApplication.translate, row.sync.problem
    if problem is SyncProblem.TIKTOK_ACCOUNT_UNLINKED:
        text = translate("AssetWords", "Data stopped: @%1, which it comes from, is no longer linked.")
        return text.replace("%1", row.source_handle)
    if problem is SyncProblem.AD_ACCOUNT_NOT_APPROVED:
        return translate("AssetWords", "Data stopped: no ad account it is linked to is approved.")
    if problem is SyncProblem.SOURCE_DELETED:
        return translate("AssetWords", "Data stopped: the audience it was made of was deleted.")
    return translate("AssetWords", "Data stopped: no ad account is linked any more.")


def sync_advice(row: AssetRow, *, may_link: bool) -> str:
    """Return what to do so that data flows; empty where it does."""
    if row.sync.state is SyncState.SYNCING:
        return ""
    is_of_owner = row.sync.problem in {SyncProblem.TIKTOK_ACCOUNT_UNLINKED, SyncProblem.SOURCE_DELETED}
    if is_of_owner and not row.is_owned:
        text = QCoreApplication.translate("AssetWords", "Only “%1” can mend this. Ask “%1”.")
        return text.replace("%1", row.owner_name)
    if not may_link:
        return QCoreApplication.translate("AssetWords", "An admin of this Business Center can mend this.")
    return _mending(row)


def _mending(row: AssetRow) -> str:
    translate, problem = QCoreApplication.translate, row.sync.problem
    if problem is SyncProblem.TIKTOK_ACCOUNT_UNLINKED:
        text = translate(
            "AssetWords", "Link @%1 again and choose it once more with Change, or choose another account there."
        )
        return text.replace("%1", row.source_handle)
    if problem is SyncProblem.SOURCE_DELETED:
        return translate("AssetWords", "Make a new lookalike of another audience, and delete this one.")
    if problem is SyncProblem.AD_ACCOUNT_NOT_APPROVED:
        return translate(
            "AssetWords",
            "It goes on by itself once one of them is approved. Or link another one in the tab Ad accounts.",
        )
    if problem is SyncProblem.NO_AD_ACCOUNT:
        return translate("AssetWords", "Link it to an ad account again in the tab Ad accounts.")
    return translate("AssetWords", "Link it to an ad account in the tab Ad accounts.")


def owner_text(row: AssetRow) -> str:
    """Return who owns it."""
    if row.is_owned:
        return QCoreApplication.translate("AssetWords", "This Business Center")
    return row.owner_name


def is_lookalike(row: AssetRow) -> bool:
    """Tell whether it is an audience made of another one."""
    return getattr(row.details, "audience_kind", None) is AudienceKind.LOOKALIKE

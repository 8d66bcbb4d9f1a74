"""What a linked TikTok account is called and what its state means, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.access_requests import Kind, LinkState, OwnerTrust
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.records import TikTokAccountRow


def link_badge(row: TikTokAccountRow) -> tuple[str, BadgeKind]:
    """Return word and colour of the link's state; an open question about the account comes first."""
    if row.needs_confirmation:
        return QCoreApplication.translate("AccountWords", "To confirm"), BadgeKind.WARNING
    return label_of(row.state), badge_of(row.state)


def link_sentence(row: TikTokAccountRow) -> str:
    """Return one sentence that says where the link stands."""
    if row.owner_name is not None and row.state is LinkState.ACTIVE:
        text = QCoreApplication.translate(
            "AccountWords", "“%1” shares this account with you. Access lasts until either side ends the sharing."
        )
        return text.replace("%1", row.owner_name)
    if row.state is LinkState.ACTIVE:
        if row.ends_at is None:
            return QCoreApplication.translate(
                "AccountWords", "Access is active. It lasts until the owner or this Business Center ends it."
            )
        return QCoreApplication.translate("AccountWords", "Access is active and ends by itself on %1.").replace(
            "%1", exact(row.ends_at)
        )
    texts = {
        LinkState.REVOKED: QCoreApplication.translate("AccountWords", "The owner took access back on %1."),
        LinkState.DISCONNECTED: QCoreApplication.translate("AccountWords", "This Business Center ended access on %1."),
        LinkState.RAN_OUT: QCoreApplication.translate("AccountWords", "Access ran out on %1, as agreed."),
    }
    return texts[row.state].replace("%1", exact(row.ended_at) if row.ended_at else "")


def kind_word(kind: Kind) -> str:
    """Return how the account belongs to the Business Center."""
    return {
        Kind.LINK: QCoreApplication.translate("AccountWords", "Linked"),
        Kind.CLAIM: QCoreApplication.translate("AccountWords", "Claimed"),
        Kind.OWN: QCoreApplication.translate("AccountWords", "Own account"),
    }[kind]


def way_word(row: TikTokAccountRow) -> str:
    """Return how the account came to the Business Center; one of a partner is shared with it."""
    if row.owner_name is not None:
        return QCoreApplication.translate("AccountWords", "Shared with us")
    return kind_word(row.kind)


def owner_badge(row: TikTokAccountRow) -> tuple[str, BadgeKind]:
    """Return whether the owner's key is known; of a shared account, which Business Center shares it (A0-39)."""
    if row.owner_name is not None:
        return row.owner_name, BadgeKind.INFO
    kinds = {
        OwnerTrust.KNOWN_IN_STORE: BadgeKind.NEUTRAL,
        OwnerTrust.DIGITS_COMPARED: BadgeKind.SUCCESS,
        OwnerTrust.NOT_VERIFIED: BadgeKind.WARNING,
    }
    return label_of(row.owner_trust), kinds[row.owner_trust]


def spark_badge(row: TikTokAccountRow) -> tuple[str, BadgeKind]:
    """Return whether Spark Ads can be made from the account, and what is missing (A3-26)."""
    if row.ready_for_spark_ads:
        return QCoreApplication.translate("AccountWords", "Ready"), BadgeKind.SUCCESS
    return spark_problem_text(row), BadgeKind.NEUTRAL


def spark_problem_text(row: TikTokAccountRow) -> str:
    """Return what keeps the account from Spark Ads, in a few words; empty where nothing does."""
    texts = {
        None: "",
        "ended": QCoreApplication.translate("AccountWords", "Access ended"),
        "permissions_missing": QCoreApplication.translate("AccountWords", "Permissions missing"),
        "account_private": QCoreApplication.translate("AccountWords", "Account is private"),
        "account_unavailable": QCoreApplication.translate("AccountWords", "Account not available"),
        "political": QCoreApplication.translate("AccountWords", "Political account"),
        "owner_knows": QCoreApplication.translate("AccountWords", "Only the owner knows"),
    }
    return texts.get(row.spark_problem, row.spark_problem or "")


def spark_advice(row: TikTokAccountRow) -> str:
    """Return what to do so that Spark Ads become possible; empty where nothing is to do."""
    texts = {
        "ended": QCoreApplication.translate("AccountWords", "Ask the owner for access again."),
        "permissions_missing": QCoreApplication.translate(
            "AccountWords",
            "Ask again with Existing posts and Publish and manage new videos; the link is then extended.",
        ),
        "account_private": QCoreApplication.translate("AccountWords", "The owner has to make the account public."),
        "political": QCoreApplication.translate(
            "AccountWords", "Accounts of governments, politicians and parties cannot be used for Spark Ads."
        ),
        "owner_knows": QCoreApplication.translate(
            "AccountWords", "The Business Center that shares the account works in another store; ask it."
        ),
    }
    return texts.get(row.spark_problem or "", "")

"""One thing to end for each way of ending access, each apart from the others, for tests of bad input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from bcdesktop.core.ending import EndWay
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import log_ins, owner, person_links
from bcdesktop.services.ending import reach_id
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.tables import METADATA, AdLink, PartnerShare
from tests.services import asset_world
from tests.services.access import OPERATOR, give, holder_of, link, partner_of
from tests.services.ad_world import ad_account, ad_link, advertiser

BESIDES = {"activity_entry", "activity_head", "change_row", "store_meta", "command_key", "request_answer"}
"""What is only written to."""


@dataclass(frozen=True)
class Ending:
    """Who ends what, and by which way."""

    who: Any
    way: EndWay
    subject_id: str


def every_way(world, nora) -> dict[EndWay, Ending]:
    """Return one thing to end for each way; ending one leaves the others as they are."""
    sam, tess = world.standard_member(nora, "Sam"), world.standard_member(nora, "Tess")
    otter, pike = world.center("Otter Works", "Ole"), world.center("Pike Studio", "Pia")
    links = {name: link(world, nora, name) for name in ("first", "second", "third", "fourth")}
    give(world, nora, links["second"], holder_of(world, sam), OPERATOR)
    partner = partner_of(world, nora, otter)
    give(world, nora, links["third"], partner, OPERATOR)
    spring, autumn = ad_account(world, nora, "Spring"), ad_account(world, nora, "Autumn")
    ad_link(world, nora, spring, links["fourth"])
    heron = world.center("Heron Ads", "Hal")
    asset_world.share(world, nora, heron, autumn, AssetRole.ANALYST)
    ends = (
        (nora, EndWay.DISCONNECT, links["first"]),
        (sam, EndWay.OWN_ACCESS, links["second"]),
        (nora, EndWay.SHARE, _only(world, PartnerShare, PartnerShare.link_id, links["third"])),
        (nora, EndWay.AD_LINK, _only(world, AdLink, AdLink.asset_id, spring)),
        (nora, EndWay.AD_ACCOUNT_ACCESS, reach_id(autumn, heron.business_center_id)),
        (nora, EndWay.MEMBER, holder_of(world, tess).id),
        (nora, EndWay.PARTNERSHIP, partner_of(world, nora, pike).id),
        (advertiser(world, nora), EndWay.PERSON_LINK, _person_link(world, nora)),
    )
    return {way: Ending(who, way, subject_id) for who, way, subject_id in ends}


def _only(world, table, column, value) -> str:
    with world.store.read() as session:
        return session.exec(select(table.id).where(col(column) == value)).one()


def _person_link(world, actor) -> str:
    phone = world.sign_up("fifth")
    row = log_ins.start(world.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return person_links.link(world.context, advertiser(world, actor), row.id).id


def standing(world) -> dict[str, list[tuple]]:
    """Return every row of the store that says how things stand, to compare before and after."""
    with world.store.read() as session:
        tables = [table for table in METADATA.sorted_tables if table.name not in BESIDES]
        kept = {table.name: sorted(map(tuple, session.execute(table.select())), key=repr) for table in tables}
    assert kept["business_center"], "a picture of an empty store proves nothing"
    return kept

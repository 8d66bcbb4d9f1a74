"""What a partnership shares, below the services: one step for every change, with history on both sides."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _commands
from bcdesktop.services._grants import GrantBook, share_asset
from bcdesktop.services._shares import set_share, share_of
from bcdesktop.store.tables import (
    GrantChange,
    Member,
    MemberPartnerShare,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)

OPERATOR, ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST


@pytest.fixture
def scene(world, nora, mara):
    world.link_id = world.approve(world.request(nora), mara).result.link_id
    world.partner = world.center("Otter Works", "Otto")
    world.partnership_id = new_id()
    partnership = Partnership(
        id=world.partnership_id,
        owner_center_id=nora.business_center_id,
        owner_name="Lantern Media",
        partner_center_id=world.partner.business_center_id,
        partner_name="Otter Works",
        state=PartnershipState.ACTIVE,
        invited_by="Nora",
        created_at=world.clock.now(),
    )
    world.store.run(lambda unit: unit.session.add(partnership))
    return world


def share(scene, nora, role):
    """Set the share in one unit and return what set_share said."""

    def work(unit):
        book = GrantBook(unit, _commands.entry_actor(nora))
        partnership = unit.session.get_one(Partnership, scene.partnership_id)
        changed = set_share(unit, book, partnership, unit.session.get_one(TikTokAccountLink, scene.link_id), role)
        book.close()
        return changed

    return scene.store.run(work)


def give_partners_member(scene, role):
    """Give the one member of the partner ``role`` on the shared account."""

    def work(unit):
        partnership = unit.session.get_one(Partnership, scene.partnership_id)
        given = share_of(unit, partnership, unit.session.get_one(TikTokAccountLink, scene.link_id))
        rows = select(Member).where(col(Member.person_id) == scene.partner.person_id)
        book = GrantBook(unit, _commands.entry_actor(scene.partner))
        asset = share_asset(given, scene.partner.business_center_id)
        book.set_member(unit.session.exec(rows).one(), "Otto", asset, role)
        book.close()

    scene.store.run(work)


def roles(scene, table):
    with scene.store.read() as session:
        return [row.role for row in session.exec(select(table))]


def history(scene, center_id):
    with scene.store.read() as session:
        rows = (
            select(GrantChange).where(col(GrantChange.business_center_id) == center_id).order_by(col(GrantChange.seq))
        )
        return [(row.asset_kind, row.holder_kind, row.holder_name, row.before, row.after) for row in session.exec(rows)]


def test_sharing_an_account_stands_in_the_owners_history(scene, nora):
    assert share(scene, nora, ANALYST)
    assert roles(scene, PartnerShare) == [ANALYST]
    assert history(scene, nora.business_center_id) == [
        (AssetKind.TIKTOK_ACCOUNT, HolderKind.PARTNER, "Otter Works", None, "analyst")
    ]


def test_sharing_it_again_as_the_same_role_changes_nothing(scene, nora):
    share(scene, nora, ANALYST)
    assert not share(scene, nora, ANALYST)
    assert len(history(scene, nora.business_center_id)) == 1


def test_a_raised_share_leaves_the_partners_people_as_they_are(scene, nora):
    share(scene, nora, ANALYST)
    give_partners_member(scene, ANALYST)
    assert share(scene, nora, OPERATOR)
    assert (roles(scene, PartnerShare), roles(scene, MemberPartnerShare)) == ([OPERATOR], [ANALYST])


def test_a_lowered_share_lowers_the_partners_people_in_the_same_step(scene, nora):
    share(scene, nora, OPERATOR)
    give_partners_member(scene, OPERATOR)
    assert share(scene, nora, ANALYST)
    assert (roles(scene, PartnerShare), roles(scene, MemberPartnerShare)) == ([ANALYST], [ANALYST])
    assert history(scene, nora.business_center_id)[-1][3:] == ("operator", "analyst")
    assert history(scene, scene.partner.business_center_id)[-1] == (
        AssetKind.SHARED_TIKTOK_ACCOUNT,
        HolderKind.MEMBER,
        "Otto",
        "operator",
        "analyst",
    )


def test_a_share_that_stops_takes_the_account_from_the_partners_people(scene, nora):
    share(scene, nora, OPERATOR)
    give_partners_member(scene, OPERATOR)
    assert share(scene, nora, None)
    assert (roles(scene, PartnerShare), roles(scene, MemberPartnerShare)) == ([], [])
    assert history(scene, nora.business_center_id)[-1][3:] == ("operator", None)
    assert history(scene, scene.partner.business_center_id)[-1][3:] == ("operator", None)


def test_stopping_what_is_not_shared_changes_nothing(scene, nora):
    assert not share(scene, nora, None)
    assert history(scene, nora.business_center_id) == []


def test_every_change_counts_up_so_that_a_partner_elsewhere_knows_the_newest(scene, nora):
    def sequence():
        with scene.store.read() as session:
            return session.get_one(Partnership, scene.partnership_id).sequence

    seen = [sequence()]
    for role in (ANALYST, OPERATOR, OPERATOR, None):
        share(scene, nora, role)
        seen.append(sequence())
    assert seen == [0, 1, 2, 2, 3]

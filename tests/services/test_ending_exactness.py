"""What is announced before an ending is exactly what changes by it, whichever way (issue 5, point 3)."""

from __future__ import annotations

import shutil

import pytest

from bcdesktop.core.ending import EffectKind, EndReason, EndWay
from bcdesktop.services import ending
from bcdesktop.services._ending import carrying, plan
from bcdesktop.store import tables
from tests.services import ending_scene
from tests.services.ending_dump import BOOKS, EXPLAINED, dump, unexplained
from tests.services.world import World

KINDS = EffectKind


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The scene, made once; each test gets a copy of its store."""
    made = World(tmp_path_factory.mktemp("scene"))
    scene = ending_scene.build(made)
    made.close()
    return made.folder, scene


@pytest.fixture
def world(built, tmp_path):
    shutil.copytree(built[0], tmp_path / "copy")
    copy = World(tmp_path / "copy")
    yield copy
    copy.close()


@pytest.fixture
def scene(built):
    return built[1]


def _cases(world, scene):
    """Return who ends what, by way."""
    nora, otto, ida = scene.nora, scene.otto, scene.ida
    sams, adas = scene.member_id(world, scene.sam), scene.member_id(world, scene.ada)
    return {
        "disconnect": (nora, EndWay.DISCONNECT, scene.link_id),
        "own access": (scene.sam, EndWay.OWN_ACCESS, scene.link_id),
        "own access to a shared account": (scene.olga, EndWay.OWN_ACCESS, scene.share_id),
        "own access to an ad account": (scene.sam, EndWay.OWN_ACCESS, scene.spring),
        "ad link": (nora, EndWay.AD_LINK, ending_scene.ad_link_id(world, scene.spring, scene.link_id)),
        "ad link of a share": (otto, EndWay.AD_LINK, ending_scene.ad_link_id(world, scene.fall, scene.share_id)),
        "ad link in ads manager": (ida, EndWay.AD_LINK, ending_scene.ad_link_id(world, scene.idas, scene.link_id)),
        "person link": (ida, EndWay.PERSON_LINK, scene.person_link_id),
        "member": (nora, EndWay.MEMBER, sams),
        "admin with open matters": (nora, EndWay.MEMBER, adas),
        "leaving": (scene.sam, EndWay.MEMBER, sams),
        "share": (nora, EndWay.SHARE, scene.share_id),
        "share of an ad account": (nora, EndWay.SHARE, scene.access_id(world, scene.spring, otto)),
        "partnership": (nora, EndWay.PARTNERSHIP, scene.partnership_id),
        "partnership from the other side": (otto, EndWay.PARTNERSHIP, scene.partnership_id),
        "ad account taken back": (ida, EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(scene.idas, nora.business_center_id)),
        "ad account given up": (nora, EndWay.AD_ACCOUNT_ACCESS, ending.reach_id(scene.idas, nora.business_center_id)),
    }


NAMES = (
    "disconnect",
    "own access",
    "own access to a shared account",
    "own access to an ad account",
    "ad link",
    "ad link of a share",
    "ad link in ads manager",
    "person link",
    "member",
    "admin with open matters",
    "leaving",
    "share",
    "share of an ad account",
    "partnership",
    "partnership from the other side",
    "ad account taken back",
    "ad account given up",
)


def _end(world, scene, name):
    """End it as announced; return the dumps before and after, and what was announced."""
    who, way, subject = _cases(world, scene)[name]
    before = dump(world, scene.nora, scene.otto)
    announced = ending.effects(world.context, who, way, subject)
    receipt = ending.end(
        world.context, who, way, subject, reason=EndReason.LEAVING, announced=announced.digest, key="k"
    )
    assert receipt.effects == announced
    return before, dump(world, scene.nora, scene.otto), announced


@pytest.mark.parametrize("name", NAMES)
def test_what_was_announced_is_what_changed(world, scene, name):
    before, after, announced = _end(world, scene, name)

    assert announced.effects
    assert unexplained(before, after, announced) == []


def test_a_disconnected_account_takes_everything_with_it(world, scene):
    _before, _after, announced = _end(world, scene, "disconnect")

    assert announced.counts == {
        KINDS.LINK_ENDS: 1,
        # spring, summer and Ida's; the partner's two
        KINDS.AD_PAUSES: 5,
        KINDS.AD_ACCOUNT_UNLINKED: 5,
        # Nora, Ada, Sam; the partner's Olga
        KINDS.MEMBER_LOSES: 4,
        KINDS.PARTNER_LOSES: 1,
        KINDS.ASSET_STOPS_SYNCING: 1,
        KINDS.REQUEST_WITHDRAWN: 1,
        KINDS.INVITATION_LOSES: 2,
        KINDS.APP_REMOVED: 1,
    }
    named = {(one.subject, one.holder) for one in announced.of_kind(KINDS.AD_PAUSES)}
    assert ("Shared in fall", "Fall") in named


def test_a_lost_ad_account_pauses_what_runs_there_without_an_ad_link_too(world, scene):
    _before, _after, announced = _end(world, scene, "ad account taken back")

    assert {one.subject for one in announced.of_kind(KINDS.AD_PAUSES)} == {"Ad 2", "Without a link"}
    assert {one.subject for one in announced.of_kind(KINDS.ASSET_STOPS_SYNCING)} == {"Of Ida"}


def test_a_member_who_goes_leaves_nothing_open(world, scene):
    _before, _after, announced = _end(world, scene, "admin with open matters")

    counts = announced.counts
    assert (counts[KINDS.REQUEST_WITHDRAWN], counts[KINDS.INVITATION_WITHDRAWN], counts[KINDS.SESSION_ENDS]) == (
        3,
        1,
        1,
    )
    assert counts[KINDS.AD_PAUSES] == 0


def test_a_claim_that_ends_gives_the_account_back(world, scene):
    def claim(unit):
        link = unit.session.get_one(tables.TikTokAccountLink, scene.link_id)
        link.kind = "claim"
        unit.session.get_one(tables.DirectoryAccount, link.account_id).claimed_by = scene.nora.business_center_id

    world.store.run(claim)
    before, after, announced = _end(world, scene, "disconnect")

    assert announced.counts[KINDS.CLAIM_RELEASED] == 1
    assert unexplained(before, after, announced) == []


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("disconnect", "MemberTikTokAccount"),
        ("disconnect", "PartnerShare"),
        ("disconnect", "Ad"),
        ("disconnect", "ConnectedApp"),
        ("disconnect", "AccessRequest"),
        ("member", "KeptSession"),
        ("member", "AdminRequest"),
        ("member", "MemberAsset"),
        ("admin with open matters", "Invitation"),
        ("partnership", "AssetAccess"),
        ("partnership", "Partnership"),
        ("ad account given up", "AssetLink"),
    ],
)
def test_an_engine_that_forgets_one_table_is_found_out(world, scene, monkeypatch, name, table):
    forgotten, whole = getattr(tables, table), carrying._Carrying._check

    def forgetful(self, changed, statement, ids):
        if changed is not forgotten:
            whole(self, changed, statement, ids)

    monkeypatch.setattr(carrying._Carrying, "_check", forgetful)
    before, after, announced = _end(world, scene, name)

    assert unexplained(before, after, announced) != []


@pytest.mark.parametrize(
    "kind", [KINDS.AD_PAUSES, KINDS.MEMBER_LOSES, KINDS.ASSET_STOPS_SYNCING, KINDS.INVITATION_LOSES]
)
def test_an_announcement_that_forgets_one_kind_is_found_out(world, scene, monkeypatch, kind):
    whole = plan.Plan._told
    monkeypatch.setattr(plan.Plan, "_told", lambda self: (one for one in whole(self) if one.kind is not kind))
    before, after, announced = _end(world, scene, "disconnect")

    assert unexplained(before, after, announced) != []


def test_an_engine_that_forgets_the_history_is_found_out(world, scene, monkeypatch):
    monkeypatch.setattr(carrying._Carrying, "history", lambda self: None)
    before, after, announced = _end(world, scene, "disconnect")

    assert unexplained(before, after, announced) != []


def test_every_table_an_ending_may_touch_is_one_of_the_store():
    assert EXPLAINED.keys() | BOOKS <= tables.METADATA.tables.keys()

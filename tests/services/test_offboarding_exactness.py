"""What an off-boarding announced is exactly what changed, with all boxes ticked and with none (issue 5, point 3)."""

from __future__ import annotations

import shutil

import pytest

from bcdesktop.services import offboarding
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from tests.services import ending_scene
from tests.services.ending_dump import dump, unexplained
from tests.services.world import World


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


def subject_of(world, scene, name):
    return {
        "member": Subject(SubjectKind.MEMBER, scene.member_id(world, scene.sam)),
        "admin": Subject(SubjectKind.MEMBER, scene.member_id(world, scene.ada)),
        "partner": Subject(SubjectKind.PARTNER, scene.partnership_id),
        "client": Subject(SubjectKind.CLIENT, scene.link_id),
    }[name]


@pytest.mark.parametrize("ticked", [True, False], ids=["everything ticked", "nothing ticked"])
@pytest.mark.parametrize("name", ["member", "admin", "partner", "client"])
def test_what_was_announced_is_what_changed(built, world, name, ticked):
    scene = built[1]
    subject = subject_of(world, scene, name)
    reach = offboarding.reach(world.context, scene.nora, subject)
    chosen = [line.id for line in reach.lines if line.is_optional and not line.helpers] if ticked else []
    before = dump(world, scene.nora, scene.otto)
    announced = offboarding.effects(world.context, scene.nora, subject, chosen)

    receipt = offboarding.end(world.context, scene.nora, subject, chosen, announced=announced.digest, key="k")

    assert receipt.effects == announced
    assert unexplained(before, dump(world, scene.nora, scene.otto), announced) == []


def test_ticks_make_a_difference(built, world):
    """Without this the cases above could all be the same."""
    scene = built[1]
    counts = {}
    for name in ("admin", "client", "partner"):
        reach = offboarding.reach(world.context, scene.nora, subject_of(world, scene, name))
        counts[name] = sum(line.is_optional for line in reach.lines)
    assert counts["admin"] >= 2
    assert counts["client"] >= 1

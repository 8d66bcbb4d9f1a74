"""Six-digit codes guessed in four programs at the same moment: five tries in all, and one removal (A4-09)."""

from __future__ import annotations

import multiprocessing
from collections import Counter

import pytest
from sqlmodel import select

from bcdesktop.profile import PhoneProfile
from bcdesktop.services import devices
from bcdesktop.store.tables import DeviceRemoval
from tests.services.device_world import TEXT, device_id, mailed_code, second_phone
from tests.services.racing import guess_device_code
from tests.services.world import CHEAP, MemorySecrets

SPAWN = multiprocessing.get_context("spawn")
PROGRAMS = 4


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "first phone"


@pytest.fixture
def first(world, folder):
    phone = PhoneProfile.open(folder, name="First", clock=world.clock, secrets=MemorySecrets(), passcode_cost=CHEAP)
    phone.set_up(None)
    world.phones["First"] = phone
    return world.sign_up("mara", phone)


@pytest.fixture
def target(world, first):
    """The other phone, for which a code was mailed."""
    target = device_id(world, second_phone(world))
    devices.send_removal_code(world.context, first, target, TEXT)
    return target


def guess_at_once(world, folder, target, guesses_of_each) -> tuple[int, Counter]:
    """Let four programs guess; return how many codes were compared, and how often each outcome came."""
    gate, results = SPAWN.Barrier(PROGRAMS), SPAWN.Queue()
    processes = [
        SPAWN.Process(
            target=guess_device_code, args=(str(world.store.path), str(folder), target, guesses, gate, results)
        )
        for guesses in guesses_of_each
    ]
    for process in processes:
        process.start()
    said = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(60)
    return sum(compared for compared, _ in said), Counter(outcome for _, outcomes in said for outcome in outcomes)


def test_four_programs_that_guess_at_once_get_five_tries_in_all(world, first, folder, target):
    right = int(mailed_code(world))
    wrong = [f"{(right + step) % 1_000_000:06d}" for step in range(1, 10 * PROGRAMS + 1)]
    compared, outcomes = guess_at_once(world, folder, target, [wrong[n::PROGRAMS] for n in range(PROGRAMS)])
    assert compared == 5
    assert outcomes == {"device_code_wrong": 4, "device_code_used_up": 36}
    with world.store.read() as session:
        assert session.exec(select(DeviceRemoval.tries)).one() == 5
    assert len(devices.overview(world.context, first).devices) == 2


def test_the_right_code_typed_in_four_programs_at_once_removes_the_phone_once(world, first, folder, target):
    compared, outcomes = guess_at_once(world, folder, target, [[mailed_code(world)]] * PROGRAMS)
    assert outcomes.pop("done") == 1
    assert set(outcomes) <= {"device_gone", "device_code_expired"}
    assert compared <= 5
    assert len(devices.overview(world.context, first).devices) == 1

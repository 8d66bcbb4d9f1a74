"""The scenes of `make shots`: pytest collects them only when told to (see __main__)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.acceptance.bench.fixtures import bench, light_theme  # noqa: F401 - fixtures


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shots", type=Path, help="write pictures of the scenes into this folder")


@pytest.fixture
def camera(request, qapp, light_theme):  # noqa: F811 - the fixture
    """Takes the pictures."""
    from tests.shots.camera import Camera

    return Camera(qapp, request.config.getoption("--shots"), light_theme)


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """The example agency, filled once: its folder and what its keyring holds."""
    from bcdesktop.services import example
    from tests.services.world import World

    folder = tmp_path_factory.mktemp("example")
    world = World(folder)
    example.fill(world.context, folder)
    kept = world.secrets.kept
    world.close()
    return folder, kept


@pytest.fixture
def agency(qtbot, tmp_path, light_theme, told):  # noqa: F811 - the fixture
    """The bench on a copy of the example agency."""
    from tests.shots.agency import Agency

    folder, kept = told
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    made = Agency(qtbot, tmp_path, light_theme, kept)
    yield made
    made.close()

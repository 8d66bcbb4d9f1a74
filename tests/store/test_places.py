"""Where files lie (decisions.md, Who is who)."""

from __future__ import annotations

import os
import stat

import pytest

from bcdesktop.store.errors import NoRightToWrite
from bcdesktop.store.places import backups_dir, data_dir, default_store_path, example_store_path


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_the_data_folder_and_those_above_it_are_made_for_this_user_only(tmp_path):
    folder = data_dir(tmp_path / "a" / "b")

    assert folder == tmp_path / "a" / "b"
    assert [stat.S_IMODE(p.stat().st_mode) for p in (folder, folder.parent)] == [0o700, 0o700]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path):
    before = tmp_path.stat().st_mode

    assert data_dir(tmp_path).stat().st_mode == before


@pytest.mark.skipif(os.name != "posix", reason="XDG")
def test_without_an_override_the_data_folder_is_the_systems(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert data_dir(None).parent == tmp_path


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "a").write_text("a file")

    for place in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(NoRightToWrite):
            data_dir(place)


def test_the_example_store_is_never_the_persons_own(tmp_path):
    own, example = default_store_path(tmp_path), example_store_path(tmp_path)

    assert own == tmp_path / "business-center.bcstore"
    assert example.parent == tmp_path
    assert example != own
    assert backups_dir(own) == tmp_path / "backups"


def test_a_name_too_long_for_the_file_system_is_refused(tmp_path):
    with pytest.raises(NoRightToWrite):
        data_dir(tmp_path / ("x" * 300))

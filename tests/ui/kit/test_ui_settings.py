from __future__ import annotations

import json
import logging
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.theme import ColorScheme
from bcdesktop.ui.kit.ui_settings import TableState, UiSettings


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ui.json"
    settings = UiSettings.load(path)
    settings.color_scheme = ColorScheme.DARK
    settings.last_page = "requests"
    settings.remember_email("nora@example.com")
    settings.tables["requests_table"] = TableState({"handle": 120}, "handle", True, ["purpose"])
    assert settings.save()
    assert UiSettings.load(path) == settings


def test_who_signed_in_last_comes_first_and_five_are_remembered() -> None:
    settings = UiSettings()
    for name in ("a", "b", "c", "d", "e", "f", "B"):
        settings.remember_email(f"{name}@example.com")
    assert settings.last_email == "B@example.com"
    assert [email[0] for email in settings.known_emails] == ["B", "f", "e", "d", "c"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
@pytest.mark.parametrize("mode_before", [None, 0o644])
def test_only_this_user_reads_the_file(mode_before: int | None, tmp_path: Path) -> None:
    path = tmp_path / "ui.json"
    if mode_before is not None:
        path.write_text("{}")
        path.chmod(mode_before)
    assert UiSettings.load(path).save()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert UiSettings.load(tmp_path / "none.json").color_scheme is ColorScheme.SYSTEM


def test_what_this_version_does_not_know_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "ui.json"
    path.write_text(json.dumps({"of_tomorrow": [1, 2], "last_page": "home"}))
    settings = UiSettings.load(path)
    settings.save()
    assert json.loads(path.read_text())["of_tomorrow"] == [1, 2]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("color_scheme", "pink"),
        ("last_page", 7),
        ("known_emails", "nora@example.com"),
        ("known_emails", [7]),
        ("windows", {"center": 5}),
        ("tables", {"t": {"widths": {"a": "wide"}}}),
        ("tables", "none"),
    ],
)
def test_a_bad_value_gives_the_default_and_a_line_in_the_log(tmp_path: Path, caplog, key: str, value: object) -> None:
    path = tmp_path / "ui.json"
    path.write_text(json.dumps({key: value, "last_store": "kept"}))
    with caplog.at_level(logging.WARNING):
        settings = UiSettings.load(path)
    assert getattr(settings, key) == getattr(UiSettings(), key)
    assert settings.last_store == "kept"
    assert key in caplog.text


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_file_content_stops_the_program(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ui.json"
    path.write_bytes(content)
    assert UiSettings.load(path).path == path


def test_a_folder_that_cannot_be_written_is_no_catastrophe(tmp_path: Path, caplog) -> None:
    assert not UiSettings(tmp_path / "gone" / "ui.json").save()
    assert "not writable" in caplog.text


def test_a_window_comes_back_where_it_was(qapp, qtbot) -> None:
    settings = UiSettings()
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(30, 40, 321, 234)
    settings.remember_window("center", first)
    assert settings.restore_window("center", second)
    assert second.size() == first.size()


@pytest.mark.parametrize("stored", ["", "AAAA", "not base64!"])
def test_a_bad_place_of_a_window_is_ignored(qapp, qtbot, stored: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not UiSettings(windows={"center": stored}).restore_window("center", window)

"""Activity log: the page over the chain."""

from __future__ import annotations

import csv

import pytest
from sqlmodel import text

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.services import activity, admin_requests
from bcdesktop.services.errors import WrongAccount
from bcdesktop.ui.center.activity_words import detail_lines
from bcdesktop.ui.kit.wording import word


@pytest.fixture
def page(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    return desk.go("activity")


def actions(page) -> list[str]:
    return [row.action for row in page.activity_table.shown_records()]


def test_the_newest_entry_is_on_top(page):
    shown = page.activity_table.shown_records()
    assert [row.seq for row in shown] == sorted((row.seq for row in shown), reverse=True)
    assert shown[-1].action == "business_center_created"


def test_words_leave_only_what_holds_them(desk, page):
    desk.type("activity_filter_edit", "mara linked")
    assert actions(page) == ["account_linked"]


def test_who_can_be_chosen(desk, page):
    desk.widget("actor_combo").setCurrentIndex(2)
    assert {row.actor_kind for row in page.activity_table.shown_records()} == {"owner"}
    page.activity_table.filter_cleared.emit()
    assert "business_center_created" in actions(page)


def test_a_row_opens_its_details_beside_the_table(desk, page):
    row = next(r for r in page.activity_table.shown_records() if r.action == "account_linked")
    page.activity_table.select_record(row.seq)
    assert desk.shows("activity_panel")
    lines = dict(detail_lines(row))
    assert "Existing posts" in lines["Permissions"]
    assert lines["Owner"] == "Known in this store"


def test_a_whole_log_is_called_whole(desk, page):
    desk.press("check_log_button")
    assert page.check_notice.title_label.text() == "The log is whole"


def test_a_changed_entry_is_found(desk, world, page):
    def tamper(unit):
        unit.session.exec(text("DROP TRIGGER IF EXISTS activity_entry_no_update"))
        for (name,) in unit.session.exec(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name LIKE 'activity_entr%'")
        ).all():
            unit.session.exec(text(f'DROP TRIGGER "{name}"'))
        unit.session.exec(text("UPDATE activity_entry SET actor_name = 'Somebody' WHERE seq = 2"))

    world.store.run(tamper)
    desk.press("check_log_button")
    assert page.check_notice.title_label.text() == "The log was changed"
    assert "2" in page.check_notice.body_label.text()


def test_export_writes_the_rows_in_view(desk, page, tmp_path):
    desk.type("activity_filter_edit", "linked")
    path = tmp_path / "log.csv"
    page.export_to(str(path))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2
    assert "Linked a TikTok account" in rows[1]


def test_a_place_that_cannot_be_written_is_told(desk, page, tmp_path):
    page.export_to(str(tmp_path / "missing" / "log.csv"))
    assert desk.window.notices.bar.isVisible()


def test_what_happens_now_appears_by_itself(desk, world, nora, page):
    before = len(actions(page))
    world.request(nora)
    desk.qtbot.waitUntil(lambda: len(actions(page)) > before)


def test_older_entries_come_on_request(desk, world, nora, monkeypatch):
    from bcdesktop.ui.center.pages import activity as module

    monkeypatch.setattr(module, "_ENTRIES", 3)
    for _ in range(3):
        world.request(nora)
    desk.open(nora)
    page = desk.go("activity")
    assert len(actions(page)) == 3
    desk.press("older_button")
    assert len(actions(page)) > 3


def test_a_refusal_is_explained_in_words(desk, world, nora):
    request = world.request(nora, expected_handle="mara")
    with pytest.raises(WrongAccount):
        world.scan(request, world.sign_up("joon"))

    lines = dict(detail_lines(world.last_entry(nora)))

    assert word(WrongAccount("mara", "joon")).title in lines.values()


def test_a_request_to_the_admins_is_told_in_words(desk, world, nora):
    admin_requests.ask(world.context, world.standard_member(nora), AdminRequestSubject.REMOVE_ME, text="I changed jobs")
    lines = dict(detail_lines(activity.entries(world.context, nora, limit=1)[0]))
    assert lines == {"Asks for": "Remove me", "Asked by": "Sam", "Words": "I changed jobs"}

"""The activity log: an entry per command, in a chain whose head is signed (security.md 2.8)."""

from __future__ import annotations

import sqlite3

import pytest

from bcdesktop.services import access_requests, activity, tiktok_accounts


def test_a_command_writes_its_entry_and_signs_the_head(world, nora):
    request = world.request(nora, expected_handle="mara")
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.object_id) == ("request_created", "Nora", request.id)
    assert entry.details["handle"] == "mara"
    report = activity.verify(world.context, nora)
    assert (report.ok, report.signed_through, report.entries) == (True, entry.seq, entry.seq)


def test_an_answer_needs_no_key_and_is_signed_afterwards(world, nora, mara):
    request = world.request(nora)
    key = world.context.keys.key
    world.context.keys.lock()
    world.approve(request, mara)
    assert not activity.sign_head(world.context, nora)
    world.context.keys.unlock(key)
    assert activity.verify(world.context, nora).signed_through < world.last_entry(nora).seq
    assert activity.sign_head(world.context, nora)
    assert activity.verify(world.context, nora).signed_through == world.last_entry(nora).seq
    assert not activity.sign_head(world.context, nora)


def test_an_edited_entry_is_found(world, nora, mara):
    world.approve(world.request(nora), mara)
    world.store.close()
    with sqlite3.connect(world.store.path) as file:
        file.execute("DROP TRIGGER activity_entry_no_update")
        file.execute("UPDATE activity_entry SET actor_name = 'Somebody' WHERE chain <> 'store' AND seq = 2")
    file.close()
    report = activity.verify(world.context, nora)
    assert (report.ok, report.first_bad_seq) == (False, 2)


def test_entries_come_newest_first_in_pages(world, nora):
    for _ in range(3):
        world.request(nora)
    newest = activity.entries(world.context, nora, limit=2)
    older = activity.entries(world.context, nora, limit=2, before_seq=newest[-1].seq)
    assert [e.seq for e in newest + older] == [4, 3, 2, 1]


def test_entries_are_found_by_text_and_by_object(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    assert {e.object_name for e in activity.entries(world.context, nora, text="@MARA")} == {"@mara"}
    assert activity.entries(world.context, nora, text="%") == ()
    tiktok_accounts.confirm(world.context, nora, link_id)
    actions = [e.action for e in tiktok_accounts.activity_of(world.context, nora, link_id)]
    assert actions == ["account_confirmed", "account_linked"]


def test_changes_are_published_after_the_commit_only(world, nora):
    heard = []
    unsubscribe = world.store.subscribe(lambda changes: heard.extend(change.kind.value for change in changes))
    request = world.request(nora)
    assert set(heard) == {"access_request", "activity"}
    heard.clear()
    access_requests.cancel(world.context, nora, request.id)
    with pytest.raises(Exception, match="request_not_open"):
        access_requests.cancel(world.context, nora, request.id)
    unsubscribe()
    assert heard.count("access_request") == 1

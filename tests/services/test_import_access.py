"""Access to TikTok accounts from a table: given, changed and taken in one transaction (issue 3, point 9)."""

from __future__ import annotations

import pytest

from bcdesktop.core.csv_files import CsvColumnsMissing
from bcdesktop.core.errors import ValueMalformed, ValueMissing
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, imports, tiktok_accounts
from bcdesktop.services.import_errors import (
    AccountAmbiguous,
    AccountNotHere,
    ImportRowsBad,
    PersonNotHere,
    RoleWordUnknown,
    RowDoubled,
)
from bcdesktop.services.import_records import ImportKind, ImportOutcome
from bcdesktop.services.people_errors import BelongsToOther, RoleAboveShare
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, roles_of

NEW, CHANGED, REMOVED, UNCHANGED = ImportOutcome
HEAD = "handle,person,role"


@pytest.fixture
def mara(world, nora):
    return link(world, nora, "mara")


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


def preview(world, actor, *lines, head=HEAD):
    return imports.preview(world.context, actor, ImportKind.ACCESS, "\n".join((head, *lines)).encode())


def take(world, actor, shown, key="k", **how):
    return imports.apply(world.context, actor, shown, key, **how)


def told(shown):
    return [row.outcome or type(row.problem) for row in shown.rows]


def test_access_is_given_changed_and_taken(world, nora, mara, sam):
    tess = world.standard_member(nora, "Tess")
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    give(world, nora, mara, holder_of(world, tess), ANALYST)
    shown = preview(
        world,
        nora,
        "@Mara,nora@example.com,Operator",
        "mara,SAM@example.com,operator",
        "mara,tess@example.com,none",
    )
    assert told(shown) == [NEW, CHANGED, REMOVED]
    done = take(world, nora, shown)
    assert (done.new, done.changed, done.removed) == (1, 1, 1)
    assert roles_of(grants.holders_of(world.context, nora, mara)) == [
        ("Nora", "@mara", OPERATOR),
        ("Sam", "@mara", OPERATOR),
    ]


def test_what_is_so_already_stays(world, nora, mara, sam):
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    shown = preview(world, nora, "mara,sam@example.com,analyst", "mara,nora@example.com,none")
    assert told(shown) == [UNCHANGED, UNCHANGED]
    before = len(world.actions(nora))
    assert take(world, nora, shown).unchanged == 2
    assert len(world.actions(nora)) == before


def test_a_partner_is_named_by_its_id_in_either_column(world, nora, mara):
    otto = world.center("Otter Works", "Otto")
    partner_of(world, nora, otto)
    shown = preview(world, nora, f"mara,{otto.business_center_id},Analyst")
    assert told(shown) == [NEW]
    own_column = preview(world, nora, f"mara,,{otto.business_center_id},Analyst", head="handle,person,Partner id,role")
    assert told(own_column) == [NEW]
    take(world, nora, own_column)
    assert roles_of(grants.holders_of(world.context, nora, mara)) == [("Otter Works", "@mara", ANALYST)]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (",sam@example.com,operator", ValueMissing),
        ("not a handle,sam@example.com,operator", ValueMalformed),
        ("bela,sam@example.com,operator", AccountNotHere),
        ("mara,,operator", ValueMissing),
        ("mara,bela@example.com,operator", PersonNotHere),
        ("mara,7.12346E+18,operator", PersonNotHere),
        ("mara,sam@example.com,", ValueMissing),
        ("mara,sam@example.com,Captain", RoleWordUnknown),
    ],
)
def test_a_bad_row_says_why_and_blocks(world, nora, mara, sam, line, problem):
    shown = preview(world, nora, "mara,nora@example.com,analyst", line)
    assert told(shown) == [NEW, problem]
    with pytest.raises(ImportRowsBad):
        take(world, nora, shown)
    assert grants.holders_of(world.context, nora, mara) == ()
    assert take(world, nora, shown, leave_out_bad=True).left_out == (3,)
    assert len(grants.holders_of(world.context, nora, mara)) == 1


def test_the_same_person_and_account_twice_is_told(world, nora, mara, sam):
    shown = preview(world, nora, "mara,sam@example.com,analyst", "@mara,Sam@example.com,operator")
    assert told(shown) == [NEW, RowDoubled]


@pytest.mark.parametrize("word", ["Opérateur", "OPERADOR", "Betreiber", " operator "])
def test_roles_are_understood_in_other_languages(world, nora, mara, sam, word):
    shown = imports.preview(
        world.context, nora, ImportKind.ACCESS, f"Konto;Mitglied;Rolle\n@mara;sam@example.com;{word}".encode("utf-16")
    )
    take(world, nora, shown)
    assert [row.role for row in grants.holders_of(world.context, nora, mara)] == [OPERATOR]


def test_a_column_that_is_missing_is_named(world, nora, mara):
    with pytest.raises(CsvColumnsMissing) as caught:
        preview(world, nora, "mara,operator", head="handle,role")
    assert caught.value.missing == ("E-mail",)


def test_an_account_whose_link_ended_is_not_given(world, nora, mara, sam):
    tiktok_accounts.disconnect(world.context, nora, mara)
    assert told(preview(world, nora, "mara,sam@example.com,operator")) == [AccountNotHere]


@pytest.fixture
def received(world, nora):
    """@mara of "Otter Works", shared with Nora's Business Center as Analyst."""
    otto = world.center("Otter Works", "Otto")
    partner = partner_of(world, otto, nora)
    give(world, otto, link(world, otto, "mara"), partner, ANALYST)
    return otto


def test_a_received_account_is_given_to_members_within_what_is_shared(world, nora, sam, received):
    shown = preview(
        world,
        nora,
        "mara,sam@example.com,analyst",
        "mara,nora@example.com,operator",
        f"mara,{received.business_center_id},analyst",
    )
    assert told(shown) == [NEW, RoleAboveShare, PersonNotHere]
    tess = world.center("Tern House", "Tess")
    partner_of(world, nora, tess)
    assert told(preview(world, nora, f"mara,{tess.business_center_id},analyst")) == [BelongsToOther]


def test_an_own_account_comes_before_a_received_one_unless_the_owner_is_named(world, nora, sam, received):
    world.approve(world.request(nora, expected_handle="mara"), world.phone("Phone of mara"))
    head = "handle,person,role,owner"
    shown = preview(
        world, nora, "mara,sam@example.com,operator,", "mara,sam@example.com,analyst,otter works", head=head
    )
    assert told(shown) == [NEW, NEW]
    take(world, nora, shown)
    given = grants.assets_of(world.context, nora, holder_of(world, sam))
    assert sorted(row.role for row in given) == [AssetRole.ANALYST, AssetRole.OPERATOR]


def test_two_partners_with_the_same_account_have_to_be_told_apart(world, nora, sam, received):
    tess = world.center("Tern House", "Tess")
    partner = partner_of(world, tess, nora)
    world.approve(world.request(tess, expected_handle="mara"), world.phone("Phone of mara"))
    give(world, tess, tiktok_accounts.list_all(world.context, tess)[0].id, partner, OPERATOR)
    head = "handle,person,role,owner"
    shown = preview(world, nora, "mara,sam@example.com,analyst,", "mara,sam@example.com,operator,Tern House", head=head)
    assert told(shown) == [AccountAmbiguous, NEW]


def test_the_log_and_the_history_say_what_was_done(world, nora, mara, sam):
    take(world, nora, preview(world, nora, "mara,sam@example.com,analyst"))
    assert world.actions(nora)[-2:] == ["access_changed", "access_imported"]
    assert len(grants.history(world.context, nora, asset_id=mara)) == 1


def test_the_export_of_the_matrix_is_read_as_it_is(world, nora, mara, sam):
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    shown = preview(
        world,
        nora,
        "Sam,sam@example.com,Member,@mara,Mara,,Analyst",
        "Nora,nora@example.com,Member,,,,No access",
        head="Name,E-mail or Business Center ID,Kind,Account,Account name,Shared by,Role",
    )
    assert told(shown) == [UNCHANGED, UNCHANGED]

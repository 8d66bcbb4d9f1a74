"""Migrations: one transaction, after a backup, whole or not at all (security.md 4.11, 5.3 F5)."""

from __future__ import annotations

import json
import re
import shutil
from functools import partial

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bcdesktop.store import tables
from bcdesktop.store.activity import verify_chain
from bcdesktop.store.creation import create_store
from bcdesktop.store.driver import connect
from bcdesktop.store.errors import StoreDamaged
from bcdesktop.store.files import create_file
from bcdesktop.store.identity import APPLICATION_ID, SCHEMA, check_identity
from bcdesktop.store.migration import MIGRATIONS, migrate, upgrade
from bcdesktop.store.places import backups_dir
from tests.store.processes import child
from tests.store.samples import CENTER_ID, person
from tests.store.stores import FOLDER, contents

NEXT = """
import sqlalchemy as sa
import sys
from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("note", sa.Column("id", sa.String(), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_note"))
    with op.batch_alter_table("person") as batch:
        batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
    {then}
"""


@pytest.fixture
def migrations(tmp_path):
    """Return a function that makes a folder with one migration more, which ends with the given statement."""

    def make(then="pass"):
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder, dirs_exist_ok=True)
        text = NEXT.format(then=then, revision=f"{SCHEMA + 1:04d}", before=f"{SCHEMA:04d}")
        (folder / "versions" / f"v{SCHEMA + 1:04d}_next.py").write_text(text)
        return folder

    return make


@pytest.fixture
def older(open_store, path):
    """A closed store of the present schema with a person in it, for the migration after it."""
    store = open_store()
    store.run(lambda unit: unit.session.add(person()))
    store.close()
    return path


def schema_of(driver, path):
    """Return every table, index and trigger; a table as its sorted parts, since an added column comes last."""
    connection = connect(driver, path)
    found = {
        (kind, name): sorted(parts_of(re.sub(r"\s+", " ", sql or "")))
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
    }
    connection.close()
    return found


def parts_of(sql):
    """Split at the commas between columns and constraints, not at those inside of brackets."""
    head, bracket, body = sql.partition("(")
    parts, depth, start = [head.strip() + bracket], 0, 0
    body = body.rstrip().removesuffix(")") if bracket else ""
    for place, letter in enumerate(body):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(body[start:place].strip())
            start = place + 1
    return [*parts, body[start:].strip()]


def test_a_new_store_has_the_schema_the_migrations_lead_to(driver, tmp_path, clock):
    create_store(driver, tmp_path / "new")
    create_file(driver, tmp_path / "migrated", lambda _: None, application_id=APPLICATION_ID, schema=0)
    migrate(driver, tmp_path / "migrated", clock)

    assert schema_of(driver, tmp_path / "migrated") == schema_of(driver, tmp_path / "new")
    assert check_identity(driver, tmp_path / "migrated") == SCHEMA


def test_the_numbers_of_schema_and_newest_migration_agree():
    newest = max(MIGRATIONS.glob("versions/v*.py")).name

    assert newest.startswith(f"v{SCHEMA:04d}_")


def test_a_migration_keeps_the_rows_and_leaves_a_backup_of_before(older, driver, clock, migrations):
    backup = migrate(driver, older, clock, migrations=migrations(), schema=SCHEMA + 1)

    assert backup.parent == backups_dir(older)
    assert check_identity(driver, backup) == SCHEMA
    assert check_identity(driver, older, known_schema=SCHEMA + 1) == SCHEMA + 1
    connection = connect(driver, older)
    rows = connection.execute("SELECT name, nickname FROM person").fetchall()
    index = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'uq_person_email'").fetchone()
    connection.close()
    assert rows == [("Nour", "")]
    assert index == (1,)


def test_an_older_store_is_migrated_when_it_is_opened(older, open_store, driver, migrations, monkeypatch):
    monkeypatch.setattr("bcdesktop.store.store.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("bcdesktop.store.store.check_identity", partial(check_identity, known_schema=SCHEMA + 1))
    new = partial(migrate, migrations=migrations(), schema=SCHEMA + 1)
    monkeypatch.setattr("bcdesktop.store.migration.migrate", new)

    with open_store().read() as session:
        assert session.connection().exec_driver_sql("SELECT nickname FROM person").scalars().all() == [""]
    assert len(list(backups_dir(older).iterdir())) == 1


def test_who_comes_second_migrates_nothing(older, driver, clock, migrations):
    folder = migrations()
    migrate(driver, older, clock, migrations=folder, schema=SCHEMA + 1)

    assert migrate(driver, older, clock, migrations=folder, schema=SCHEMA + 1) is None


FAILING = [("raise LookupError", LookupError), ('op.execute("UPDATE person SET id = NULL")', IntegrityError)]


@pytest.mark.parametrize(("then", "error"), FAILING)
def test_a_migration_that_fails_changes_nothing_and_can_be_run_again(then, error, older, driver, clock, migrations):
    before = schema_of(driver, older)
    with pytest.raises(error):
        migrate(driver, older, clock, migrations=migrations(then), schema=SCHEMA + 1)

    assert schema_of(driver, older) == before
    assert check_identity(driver, older) == SCHEMA
    assert migrate(driver, older, clock, migrations=migrations(), schema=SCHEMA + 1) is not None


def test_control_without_the_recipe_a_migration_that_fails_leaves_half_of_itself(older, driver, migrations):
    engine = create_engine(f"sqlite:///{older}", module=driver.module)
    with pytest.raises(LookupError), engine.connect() as connection, connection.begin():
        upgrade(connection, migrations=migrations("raise LookupError"), schema=SCHEMA + 1)
    engine.dispose()

    assert ("table", "note") in schema_of(driver, older)


def test_a_migration_that_leaves_rows_referring_to_nothing_is_undone(older, driver, clock, migrations):
    orphan = (
        "INSERT INTO member_tiktok_account (id, member_id, link_id, role) VALUES ('1', 'nobody', 'nothing', 'operator')"
    )
    then = f'op.execute("{orphan}")'
    with pytest.raises(StoreDamaged):
        migrate(driver, older, clock, migrations=migrations(then), schema=SCHEMA + 1)

    assert check_identity(driver, older) == SCHEMA


@pytest.mark.parametrize("run", range(2))
def test_a_kill_in_the_middle_of_a_migration_leaves_the_store_as_it_was(run, older, driver, clock, migrations):
    before = schema_of(driver, older)
    then = "sys.stdout.write('middle\\n'); sys.stdout.flush(); sys.stdin.readline()"
    with child(driver, "migrate_to", older, migrations(then), SCHEMA + 1) as other:
        assert other.line() == "middle"
        other.process.kill()
        other.process.wait()

    assert schema_of(driver, older) == before
    assert migrate(driver, older, clock, migrations=migrations(), schema=SCHEMA + 1) is not None


@pytest.mark.parametrize("fixture", sorted(FOLDER.glob("*.bcstore")), ids=lambda path: path.stem)
def test_every_released_store_is_still_readable(fixture, path, open_store, driver):
    path.parent.mkdir()
    shutil.copy(fixture, path)
    store = open_store()

    expected = json.loads(fixture.with_suffix(".json").read_text())
    connection = connect(driver, path)
    found = contents(connection, expected["columns"])
    connection.close()
    assert found == expected["sha256"]
    with store.read() as session:
        rows = {model: session.exec(select(model)).all() for model in tables.Table.__subclasses__()}
        assert verify_chain(session, CENTER_ID).entries == 2
        assert verify_chain(session, CENTER_ID).ok
    assert [
        model.__name__ for model, found in rows.items() if not found and model.__tablename__ in expected["columns"]
    ] == []


def test_there_is_a_store_of_the_first_and_of_the_present_schema():
    names = {path.stem for path in FOLDER.glob("*.bcstore")}

    assert {"0001", f"{SCHEMA:04d}"} <= names

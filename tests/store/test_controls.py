"""Controls: SQLAlchemy's own way with SQLite breaks what the recipe of the engine keeps (security.md 0.8).

Should a control ever fail, SQLAlchemy has changed, and the recipe can be looked at again.
"""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from bcdesktop.store.driver import connect
from bcdesktop.store.engine import writing_engine


@pytest.fixture
def default_engine(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'default.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def recipe_engine(driver, tmp_path):
    path = tmp_path / "recipe.sqlite"
    path.touch()
    connect(driver, path).close()
    engine = writing_engine(driver, path)
    yield engine
    engine.dispose()


def rows_after_savepoint_and_outer_rollback(engine):
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (n)"))
        connection.execute(text("INSERT INTO t VALUES (1)"))
    with engine.connect() as connection:
        outer = connection.begin()
        with connection.begin_nested():
            connection.execute(text("INSERT INTO t VALUES (2)"))
        outer.rollback()
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM t")).scalar_one()


def table_stays_after_rollback(engine):
    with engine.connect() as connection:
        transaction = connection.begin()
        connection.execute(text("CREATE TABLE t (n)"))
        transaction.rollback()
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM sqlite_schema")).scalar_one() == 1


def test_control_the_default_keeps_a_savepoint_the_outer_transaction_gave_back(default_engine):
    assert rows_after_savepoint_and_outer_rollback(default_engine) == 2


def test_the_recipe_gives_the_savepoint_back_with_the_outer_transaction(recipe_engine):
    assert rows_after_savepoint_and_outer_rollback(recipe_engine) == 1


def test_control_the_default_keeps_a_table_that_was_rolled_back(default_engine):
    assert table_stays_after_rollback(default_engine)


def test_the_recipe_rolls_a_table_back(recipe_engine):
    assert not table_stays_after_rollback(recipe_engine)

"""The store: open it, read from it, run units of work, hear of changes. Importing this module loads the ORM."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from bcdesktop.core.changes import Change
from bcdesktop.core.clock import Clock
from bcdesktop.core.errors import ChangedMeanwhile
from bcdesktop.store.creation import create_store
from bcdesktop.store.driver import Driver, pick_driver
from bcdesktop.store.engine import reading_engine, writing_engine
from bcdesktop.store.error_map import translated
from bcdesktop.store.errors import StoreDamaged, StoreLocked, StoreTooNew
from bcdesktop.store.feed import ChangeFeed
from bcdesktop.store.identity import SCHEMA, check_identity
from bcdesktop.store.publisher import Publisher
from bcdesktop.store.retry import Patience, with_retries
from bcdesktop.store.tables import CommandKey, StoreMeta
from bcdesktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")


class Store:
    """One open store. May be used from any thread; units of work of one process follow one another."""

    def __init__(self, path: Path, clock: Clock, driver: Driver, patience: Patience) -> None:
        """Use ``Store.open``."""
        self.path = path
        self.clock = clock
        self.driver = driver
        self._patience = patience
        self._origin = uuid.uuid4().hex
        self._publisher = Publisher()
        self._writing = writing_engine(driver, path, busy_timeout_ms=patience.busy_timeout_ms)
        self._reading = reading_engine(driver, path, busy_timeout_ms=patience.busy_timeout_ms)
        self._turn = threading.Lock()
        self._in_unit = threading.local()
        self.feed = ChangeFeed(driver, path, self._origin, self._publisher.publish)
        try:
            self.id = self._read_id()
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, path: Path, *, clock: Clock, driver: Driver | None = None, patience: Patience | None = None) -> Store:
        """Open the store at ``path``; make it where there is none, migrate it where it is older (after a backup).

        Raises NotOurStore, StoreTooNew, NoRightToWrite, StoreDamaged, StoreLocked, DiskFull or StoreUnreachable;
        the file is then unchanged.
        """
        driver = driver or pick_driver()
        path = path.absolute()
        if not path.exists():
            create_store(driver, path)
        if check_identity(driver, path) != SCHEMA:
            from bcdesktop.store.migration import migrate

            migrate(driver, path, clock)
        return cls(path, clock, driver, patience or Patience())

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one state of the store and cannot write. Raises the errors of store.errors."""
        with translated(self.path, DBAPIError), Session(self._reading, expire_on_commit=False) as session:
            yield session

    def run(
        self,
        work: Callable[[UnitOfWork], T],
        *,
        key: str | None = None,
        command: str = "",
        encode: Callable[[T], Any] = lambda result: result,
        decode: Callable[[Any], T] = lambda stored: stored,
    ) -> T:
        """Do ``work`` in one transaction and return its result (security.md 4.5).

        ``work`` may be called again after a rollback, so it touches neither files, network nor windows; never again
        once it is committed. With ``key`` the result of the first call with this key is returned and ``work`` is not
        done twice; ``encode`` turns a result into what JSON can hold and ``decode`` turns it back. ``command`` is kept
        beside the key for whoever looks into the file.

        Raises what ``work`` raises, StoreLocked after 5 tries or 5 seconds, the other errors of store.errors, and
        ChangedMeanwhile where a row changed since it was read. Whatever is raised: nothing was changed.
        """
        if getattr(self._in_unit, "active", False):
            raise RuntimeError("a unit of work inside a unit of work")

        def attempt() -> tuple[T, tuple[Change, ...]]:
            return self._attempt(work, key, command, encode, decode)

        try:
            with translated(self.path, DBAPIError):
                result, changes = with_retries(attempt, self._patience)
        except StaleDataError as error:
            raise ChangedMeanwhile("row", "") from error
        self._publisher.publish(changes)
        return result

    def _attempt(
        self,
        work: Callable[[UnitOfWork], T],
        key: str | None,
        command: str,
        encode: Callable[[T], Any],
        decode: Callable[[Any], T],
    ) -> tuple[T, tuple[Change, ...]]:
        try:
            with self._session() as session:
                first = None if key is None else session.get(CommandKey, key)
                if first is not None:
                    return decode(first.result), ()
                unit = UnitOfWork(session, self.clock, self._origin)
                result = work(unit)
                changes = unit.finish()
                if key is not None:
                    session.add(CommandKey(key=key, command=command, result=encode(result), at=self.clock.now()))
                session.commit()
                return result, changes
        except IntegrityError:
            # the key may have been taken by another writer since it was looked up: then its result counts
            if key is None:
                raise
            with self._session() as session:
                first = session.get(CommandKey, key)
                if first is None:
                    raise
                return decode(first.result), ()

    def _read_id(self) -> str:
        try:
            with self.read() as session:
                return session.get_one(StoreMeta, "store_id").value.decode()
        except (DBAPIError, NoResultFound) as error:
            # one of ours by its number, but its tables are not there
            raise StoreDamaged(self.path) from error

    @contextmanager
    def _session(self) -> Iterator[Session]:
        if not self._turn.acquire(timeout=self._patience.total):
            raise StoreLocked
        try:
            with Session(self._writing, expire_on_commit=False) as session:
                self._in_unit.active = True
                # a newer program may have migrated the file since it was opened here
                found = int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())
                if found != SCHEMA:
                    raise StoreTooNew(self.path, found, SCHEMA)
                yield session
        finally:
            self._in_unit.active = False
            self._turn.release()

    def subscribe(self, callback: Callable[[tuple[Change, ...]], None]) -> Callable[[], None]:
        """Call ``callback`` with the changes of every commit from now on, in the thread that hears of it.

        Own commits are told by the thread of ``run``, those of others by the feed's, which the first subscriber starts.
        Returns the function that ends this. Raises the errors of store.errors.
        """
        self.feed.start()
        return self._publisher.subscribe(callback)

    def close(self) -> None:
        """Stop the feed and let go of the file. May be called twice."""
        self.feed.stop()
        self._writing.dispose()
        self._reading.dispose()

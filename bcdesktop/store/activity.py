"""The chain of activity entries (security.md 2.8): each entry holds the hash of the one before it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

import cbor2
from sqlalchemy import insert
from sqlmodel import Session, col, select

from bcdesktop.store.tables import ActivityEntry, ActivityHead

STORE_CHAIN = "store"
NO_HASH = bytes(32)
_ENTRY, _HEAD = "activity-entry/1", "activity-head/1"
_HEADS, _WAITING = "activity_heads", "activity_waiting"


@dataclass(frozen=True)
class EntryActor:
    """Who did it: ``kind`` is ``person``, ``owner`` or ``program``."""

    kind: str
    id: str
    name: str


PROGRAM = EntryActor("program", "", "")


@dataclass(frozen=True)
class ChainCheck:
    """What verify_chain found. ``signed_through`` is the newest entry under a signature that was checked."""

    ok: bool
    entries: int
    first_bad_seq: int | None = None
    signed_through: int | None = None


def canonical(body: Mapping[str, Any]) -> bytes:
    """Return ``body`` as canonical CBOR (RFC 8949 4.2.1); enumerations as their value, times as ISO text."""
    return cbor2.dumps(_plain(body), canonical=True)


def details(entry: ActivityEntry) -> dict[str, Any]:
    """Return the body of ``entry``."""
    body: dict[str, Any] = cbor2.loads(entry.body)
    return body


def append(
    session: Session,
    chain: str,
    *,
    at: datetime,
    actor: EntryActor,
    action: str,
    subject: tuple[str, str, str],
    body: bytes,
    flush: bool = True,
) -> int:
    """Add the next entry of ``chain`` and return its seq. ``subject`` is kind, id and name of the object.

    Without ``flush`` it is written by ``write_waiting``, with others that wait.
    """
    heads: dict[str, ActivityHead] = session.info.setdefault(_HEADS, {})
    head = heads.get(chain) or session.get(ActivityHead, chain) or ActivityHead(chain=chain, seq=0, hash=NO_HASH)
    # kept: the session itself forgets what nobody holds, and would ask for it before every entry
    heads[chain] = head
    object_kind, object_id, object_name = subject
    entry = _Entry(
        chain=chain,
        seq=head.seq + 1,
        at=at,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.name,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        object_name=object_name,
        body=body,
        previous_hash=head.hash,
    )
    head.seq, head.hash = entry.seq, entry_hash(entry)
    session.add(head)
    waiting: list[dict[str, Any]] = session.info.setdefault(_WAITING, [])
    waiting.append({**entry._asdict(), "hash": head.hash})
    if flush:
        write_waiting(session)
    return entry.seq


def write_waiting(session: Session) -> None:
    """Write the entries that were added and not written yet, in one statement."""
    waiting: list[dict[str, Any]] = session.info.pop(_WAITING, [])
    session.flush()
    if waiting:
        session.execute(insert(ActivityEntry), waiting)


class _Entry(NamedTuple):
    """The content of an entry before it has a hash."""

    chain: str
    seq: int
    at: datetime
    actor_kind: str
    actor_id: str
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    object_name: str
    body: bytes
    previous_hash: bytes


def entry_hash(entry: ActivityEntry | _Entry) -> bytes:
    """Return SHA-256 over everything in ``entry`` but its hash."""
    e = entry
    content = (e.chain, e.seq, _microseconds(e.at), e.actor_kind, e.actor_id, e.actor_name, e.action)
    subject = (e.object_kind, e.object_id, e.object_name, e.body, e.previous_hash)
    return hashlib.sha256(cbor2.dumps([_ENTRY, *content, *subject], canonical=True)).digest()


def head_message(chain: str, seq: int, head_hash: bytes) -> bytes:
    """Return the bytes that the signature of a head covers."""
    return cbor2.dumps([_HEAD, chain, seq, head_hash], canonical=True)


def sign_head(session: Session, chain: str, sign: Callable[[bytes], bytes]) -> ActivityHead | None:
    """Sign the newest entry of ``chain`` with ``sign`` (message to signature); None for an empty chain."""
    head = session.get(ActivityHead, chain)
    if head is not None:
        head.signature = sign(head_message(chain, head.seq, head.hash))
        head.signed_seq = head.seq
        session.add(head)
    return head


def verify_chain(
    session: Session,
    chain: str,
    *,
    verify: Callable[[bytes, bytes], bool] | None = None,
    kept: tuple[int, bytes] | None = None,
) -> ChainCheck:
    """Recompute ``chain``: seq without gaps, each hash, the head, and with ``verify`` (message, signature) its signer.

    ``kept`` is a head (seq, hash) kept outside the file; it finds a tail cut off or a chain computed anew.
    """
    previous, expected, hashes = NO_HASH, 1, dict[int, bytes]()
    rows = select(ActivityEntry).where(ActivityEntry.chain == chain).order_by(col(ActivityEntry.seq))
    for entry in session.exec(rows.execution_options(yield_per=500)):
        if entry.seq != expected or entry.previous_hash != previous or entry.hash != entry_hash(entry):
            return ChainCheck(False, expected - 1, first_bad_seq=expected)
        previous, expected = entry.hash, expected + 1
        hashes[entry.seq] = entry.hash
    count = expected - 1
    head = session.get(ActivityHead, chain)
    if (head.seq, head.hash) != (count, previous) if head is not None else count > 0:
        return ChainCheck(False, count, first_bad_seq=count + 1)
    if kept is not None and hashes.get(kept[0]) != kept[1]:
        return ChainCheck(False, count, first_bad_seq=min(kept[0], count + 1))
    return _with_signature(head, hashes, count, verify)


def _with_signature(
    head: ActivityHead | None,
    hashes: dict[int, bytes],
    count: int,
    verify: Callable[[bytes, bytes], bool] | None,
) -> ChainCheck:
    if head is None or head.signed_seq is None or head.signature is None or verify is None:
        return ChainCheck(True, count)
    signed = hashes.get(head.signed_seq)
    if signed is None or not verify(head_message(head.chain, head.signed_seq, signed), head.signature):
        return ChainCheck(False, count, first_bad_seq=head.signed_seq)
    return ChainCheck(True, count, signed_through=head.signed_seq)


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            items = sorted(value) if isinstance(value, set | frozenset) else value
            return [_plain(item) for item in items]
        case _:
            return value

"""Rows to fill a store with, and small units of work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bcdesktop.core.access_requests import Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, Person, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PERSON_ID, CENTER_ID, ACCOUNT_ID = "1" * 19, "2" * 19, "3" * 19
ACTOR = EntryActor("person", PERSON_ID, "Nour")


def person(**values: Any) -> Person:
    given = {"id": PERSON_ID, "email": "nour@example.com", "name": "Nour", "password_hash": "x", "created_at": NOON}
    return Person(**given | values)


def business_center(**values: Any) -> BusinessCenter:
    given = {
        "id": CENTER_ID,
        "name": "Lantern",
        "country": "DE",
        "time_zone": "Europe/Berlin",
        "currency": "EUR",
        "address": "Hafenweg 1",
        "activity_description": "Adverts",
        "created_at": NOON,
        "created_by": PERSON_ID,
        "public_key": b"p" * 32,
        "sealed_signing_key": b"s" * 72,
    }
    return BusinessCenter(**given | values)


def access_request(number: int, **values: Any) -> AccessRequest:
    given = {
        "id": f"{number:032x}",
        "business_center_id": CENTER_ID,
        "requested_by": PERSON_ID,
        "method": Method.QR_CODE,
        "kind": Kind.LINK,
        "level": PermissionLevel.DELIVER_ADS,
        "scope": [1, 2, 9],
        "state": RequestState.PENDING,
        "created_at": NOON,
        "expires_at": NOON + timedelta(minutes=10),
        "cose": b"c",
        "code_text": f"AR1:{number}",
        "code_hash": number.to_bytes(32),
    }
    return AccessRequest(**given | values)


def link(number: int, **values: Any) -> TikTokAccountLink:
    given = {
        "id": f"{number:032x}",
        "business_center_id": CENTER_ID,
        "account_id": ACCOUNT_ID,
        "handle": "lumen",
        "display_name": "Lumen",
        "kind": Kind.LINK,
        "level": PermissionLevel.DELIVER_ADS,
        "scope": [1],
        "state": LinkState.ACTIVE,
        "grant_id": number.to_bytes(16),
        "owner_key": b"o" * 32,
        "owner_trust": OwnerTrust.KNOWN_IN_STORE,
        "owner_sequence": 1,
        "linked_at": NOON,
        "request_cose": b"r",
        "answer_cose": b"a",
        "last_heard_at": NOON,
    }
    return TikTokAccountLink(**given | values)


def add_center(unit: UnitOfWork) -> None:
    unit.session.add_all((person(), business_center()))


def record_one(unit: UnitOfWork) -> int:
    return unit.record(CENTER_ID, ACTOR, "request_created", "access_request", "1", {"scope": [1, 2]}, object_name="x")

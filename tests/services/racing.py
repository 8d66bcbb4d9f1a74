"""What a second process does: open the store and act, all at the same moment."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import AppError
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import access_requests, ad_accounts, devices, ending, invitations, members, revocations
from bcdesktop.services.context import Context
from bcdesktop.store.store import Store
from bcdesktop.store.tables import TikTokAccountLink
from tests.services.ad_world import new_ad_account
from tests.services.world import CHEAP, HASHER, NOON, PASSWORD, MemorySecrets


def deliver(path: str, texts: list[str], maximum: int, gate: Any, results: Any) -> None:
    """Deliver ``texts`` with at most ``maximum`` accounts per Business Center; put each outcome into ``results``."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    limits = replace(LIMITS, tiktok_accounts_per_business_center=maximum)
    context = Context(store, clock, MemorySecrets(), limits=limits)
    gate.wait(30)
    for text in texts:
        try:
            results.put(access_requests.receive_answer(context, text).state.value)
        except AppError as error:
            results.put(error.code)
    store.close()


def act_on_members(path: str, step: str, actor: Any, member_id: str, gate: Any, results: Any) -> None:
    """Let an admin leave, lower or remove somebody; put ``done`` or the refusal's code into ``results``."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    context = Context(store, clock, MemorySecrets())
    steps = {
        "leave": lambda: members.leave(context, actor),
        "lower": lambda: members.change_role(context, actor, member_id, BusinessCenterRole.STANDARD, None),
        "remove": lambda: members.remove(context, actor, member_id),
    }
    gate.wait(30)
    try:
        steps[step]()
        results.put("done")
    except AppError as error:
        results.put(error.code)
    store.close()


def accept_invitation(path: str, code: str, name: str, maximum: int, gate: Any, results: Any) -> None:
    """Accept an invitation with at most ``maximum`` Standard members; put the role or the refusal's code there."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    limits = replace(LIMITS, standard_members_per_business_center=maximum)
    context = Context(store, clock, MemorySecrets(), limits=limits, password_hasher=HASHER)
    gate.wait(30)
    try:
        results.put(invitations.accept(context, code, name, PASSWORD).role.value)
    except AppError as error:
        results.put(error.code)
    store.close()


def create_ad_accounts(path: str, actor: Any, number: int, maximum: int, gate: Any, results: Any) -> None:
    """Create ``number`` ad accounts with at most ``maximum`` per Business Center; put status or refusal there."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    context = Context(store, clock, MemorySecrets(), limits=replace(LIMITS, ad_accounts_per_business_center=maximum))
    gate.wait(30)
    for _ in range(number):
        try:
            results.put(ad_accounts.create(context, actor, new_ad_account(), uuid.uuid4().hex).status.value)
        except AppError as error:
            results.put(error.code)
    store.close()


class CountingHasher:
    """Counts how often a code was really compared."""

    def __init__(self) -> None:
        self.compared = 0

    def verify(self, kept: str, typed: str) -> bool:
        self.compared += 1
        return HASHER.verify(kept, typed)


def guess_device_code(
    path: str, phone_folder: str, device_id: str, guesses: list[str], gate: Any, results: Any
) -> None:
    """Type ``guesses`` on a phone one after the other; put how many were compared and each outcome there."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    hasher = CountingHasher()
    context = Context(store, clock, MemorySecrets(), password_hasher=hasher)  # type: ignore[arg-type]
    phone = PhoneProfile.open(
        Path(phone_folder), name="First", clock=clock, secrets=MemorySecrets(), passcode_cost=CHEAP
    )
    outcomes = []
    gate.wait(30)
    for guess in guesses:
        try:
            devices.remove(context, phone, device_id, guess)
            outcomes.append("done")
        except AppError as error:
            outcomes.append(error.code)
    results.put((hasher.compared, outcomes))
    phone.close()
    store.close()


def end_access(path: str, endings: list[Any], gate: Any, results: Any) -> None:
    """End each of ``endings`` in turn; put a list of ``done`` or the refusal's code for each there."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    context = Context(store, clock, MemorySecrets())
    outcomes = []
    for one in endings:
        gate.wait(30)
        try:
            ending.end(context, one.who, one.way, one.subject_id, key=uuid.uuid4().hex)
            outcomes.append("done")
        except AppError as error:
            outcomes.append(error.code)
    results.put(outcomes)
    store.close()


def end_carelessly(path: str, link_ids: list[str], gate: Any, results: Any) -> None:
    """End links as a program would that looks first and writes later; put a list of outcomes as ``end_access``."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    outcomes = []
    for link_id in link_ids:
        with store.read() as session:
            is_active = session.get_one(TikTokAccountLink, link_id).state is LinkState.ACTIVE
        gate.wait(30)

        def write(unit: Any, link_id: str = link_id) -> None:
            unit.session.get_one(TikTokAccountLink, link_id).state = LinkState.DISCONNECTED

        if is_active:
            store.run(write)
        outcomes.append("done" if is_active else "link_not_active")
        gate.wait(30)
    results.put(outcomes)
    store.close()


def bring_revocation(path: str, actor: Any, text: str, link_id: str | None, gate: Any, results: Any) -> None:
    """Enter a revocation, or with ``link_id`` disconnect; put the receipt's id or the refusal's code there."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    context = Context(store, clock, MemorySecrets())
    gate.wait(30)
    try:
        if link_id is None:
            done = revocations.receive(context, actor, text)
        else:
            done = ending.end(context, actor, EndWay.DISCONNECT, link_id)
        results.put(done.id)
    except AppError as error:
        results.put(error.code)
    store.close()

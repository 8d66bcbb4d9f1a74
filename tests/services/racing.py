"""What a second process does: open the store and act, all at the same moment."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

from bcdesktop.core.clock import FixedClock
from bcdesktop.core.errors import AppError
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import access_requests, ad_accounts, devices, invitations, members
from bcdesktop.services.context import Context
from bcdesktop.store.store import Store
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

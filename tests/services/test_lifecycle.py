"""Whatever people do in whatever order: one decision per request, one owner per account (security.md 5.2)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, LinkState, RequestState
from bcdesktop.core.errors import RuleRefused
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services import access_requests, activity, tiktok_accounts
from bcdesktop.store.tables import DirectoryAccount
from tests.services.answers import answer
from tests.services.world import LIVE, SPARK, World

HANDLES = ("ana", "ben")
HANDLE = st.sampled_from(HANDLES)
KINDS = st.sampled_from([Kind.LINK, Kind.CLAIM])
SCOPES = st.sampled_from([SPARK, LIVE])
FINAL = {RequestState.APPROVED, RequestState.DECLINED, RequestState.CANCELLED, RequestState.FAILED}


class Lifecycle(RuleBasedStateMachine):
    """Two Business Centers and two owners; every refusal is one of the rules, never anything else."""

    requests = Bundle("requests")
    answers = Bundle("answers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name))
        self.centers = [self.world.center("One", "Nora"), self.world.center("Two", "Otto")]
        self.phones = {handle: self.world.sign_up(handle) for handle in HANDLES}
        self.decided: dict[str, RequestState] = {}
        self.accepted: dict[str, set[int]] = {}
        self.taken: set[str] = set()
        self.keys = iter(range(10_000))

    def teardown(self) -> None:
        self.world.close()
        self.folder.cleanup()

    def actor_of(self, row):
        return next(actor for actor in self.centers if actor.business_center_id == row.business_center_id)

    def attempt(self, call, *given, **named):
        try:
            return call(*given, **named)
        except RuleRefused:
            return None

    @rule(
        target=requests,
        center=st.integers(0, 1),
        kind=KINDS,
        permissions=SCOPES,
        handle=st.sampled_from([None, *HANDLES]),
    )
    def make(self, center, kind, permissions, handle):
        return self.ask(center, kind, permissions, handle)

    def ask(self, center, kind, permissions, handle):
        actor = self.centers[center]
        row = self.attempt(self.world.request, actor, permissions, kind=kind, expected_handle=handle)
        return actor, row

    @rule(target=requests, request=requests)
    def renew(self, request):
        actor, row = request
        if row is None:
            return request
        key = f"renew {next(self.keys)}"
        return actor, self.attempt(access_requests.renew, self.world.context, actor, row.id, key) or row

    @rule(request=requests)
    def cancel(self, request):
        actor, row = request
        if row is not None:
            self.attempt(access_requests.cancel, self.world.context, actor, row.id)

    @rule(target=answers, request=requests, handle=HANDLE, approve=st.booleans(), late=st.booleans())
    def sign(self, request, handle, approve, late):
        _, row = request
        if row is None:
            return None
        fields = {} if approve else {"decision": code.Decision.DECLINE, "grant_id": None, "scope": None}
        signed_at = row.expires_at if late else row.created_at
        return row, answer(row, self.phones[handle], signed_at, **fields)

    @rule(signed=answers)
    def deliver(self, signed):
        if signed is None:
            return
        row, text = signed
        before = access_requests.get(self.world.context, self.actor_of(row), row.id).state
        result = self.attempt(access_requests.receive_answer, self.world.context, text)
        if result is not None and result.link_id is not None:
            # the same answer again gives the first result; another one to a decided request never gets here
            assert before not in FINAL or text in self.taken
            self.taken.add(text)
            self.accepted.setdefault(result.link_id, set()).update(row.permissions.scope)

    @rule(target=answers, steps=st.lists(st.tuples(st.integers(0, 1), KINDS, SCOPES, HANDLE), min_size=1, max_size=4))
    def agree(self, steps):
        """The short way, so that most runs get far; returns what the other account would answer to the last code."""
        for center, kind, permissions, handle in steps:
            _, row = self.ask(center, kind, permissions, None)
            if row is not None:
                self.deliver((row, answer(row, self.phones[handle], row.created_at)))
                other = HANDLES[1 - HANDLES.index(handle)]
        return None if row is None else (row, answer(row, self.phones[other], row.created_at))

    @rule(signed=answers)
    def scan(self, signed):
        if signed is not None:
            self.attempt(self.world.scan, signed[0], self.phones["ana"])

    @rule(center=st.integers(0, 1), index=st.integers(0, 3))
    def disconnect(self, center, index):
        rows = tiktok_accounts.list_all(self.world.context, self.centers[center])
        if index < len(rows):
            self.attempt(tiktok_accounts.disconnect, self.world.context, self.centers[center], rows[index].id)

    @rule(minutes=st.sampled_from([1, 9, 60]))
    def wait(self, minutes):
        self.world.wait(minutes=minutes)
        access_requests.expire_due(self.world.context)

    @invariant()
    def a_decision_stays(self):
        for actor in self.centers:
            for row in access_requests.list_all(self.world.context, actor):
                assert self.decided.get(row.id, row.state) is row.state
                if row.state in FINAL:
                    self.decided[row.id] = row.state

    @invariant()
    def a_link_has_one_place_and_only_what_was_answered(self):
        for actor in self.centers:
            rows = tiktok_accounts.list_all(self.world.context, actor)
            active = [row.account_id for row in rows if row.state is LinkState.ACTIVE]
            assert len(active) == len(set(active))
            for row in rows:
                assert PermissionSet.from_scope(sorted(self.accepted[row.id])).covers(row.permissions)

    @invariant()
    def a_claimed_account_has_one_owner_with_an_active_claim(self):
        with self.world.store.read() as session:
            for phone in self.phones.values():
                account = session.get_one(DirectoryAccount, phone.active.account_id)
                owners = [
                    actor.business_center_id
                    for actor in self.centers
                    for row in tiktok_accounts.list_all(self.world.context, actor)
                    if (row.account_id, row.kind, row.state) == (account.id, Kind.CLAIM, LinkState.ACTIVE)
                ]
                assert owners == ([] if account.claimed_by is None else [account.claimed_by])

    @invariant()
    def the_log_is_whole(self):
        assert all(activity.verify(self.world.context, actor).ok for actor in self.centers)


TestLifecycle = Lifecycle.TestCase
TestLifecycle.settings = settings(
    # making a failing run shorter would take minutes with a real store
    max_examples=15,
    stateful_step_count=15,
    deadline=None,
    phases=[Phase.generate],
)

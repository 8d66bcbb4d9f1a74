"""Hypothesis strategies for every kind of message that fits into one code."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from bcdesktop.core.code import (
    AccessRequest,
    AdAccountRole,
    CentreCard,
    CodeRefused,
    Decision,
    FurtherGrant,
    LogIn,
    OwnerCard,
    PartnerAnswer,
    PartnerDecision,
    PartnerInvitation,
    Reply,
    RequestKind,
    Revocation,
    SharedAccount,
    SharedRole,
    most_bytes,
    require_plain_text,
    sealed_size,
)
from bcdesktop.core.code.layout import layout_of
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from tests.core.code.samples import CENTRE, LAST_SECOND, OWNER

seconds = st.integers(0, LAST_SECOND)
sequences = st.integers(0, 2**63 - 1)
ids = st.integers(10**18, 9 * 10**18 - 1).map(str)


def _plain(text: str) -> bool:
    try:
        return bool(require_plain_text(text))
    except CodeRefused:
        return False


def texts(longest: int) -> st.SearchStrategy[str]:
    """Texts of 1 to ``longest`` bytes in any script."""
    anything = st.text(min_size=1, max_size=longest).map(lambda text: unicodedata.normalize("NFC", text))
    return anything.filter(lambda text: _plain(text) and len(text.encode()) <= longest)


@st.composite
def scopes(draw: st.DrawFn) -> tuple[int, ...]:
    switches = draw(st.frozensets(st.sampled_from(Permission), min_size=1))
    pushes = Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in switches
    return PermissionSet(switches, draw(st.sampled_from(Visibility)) if pushes else None).scope


grants = st.lists(
    st.builds(FurtherGrant, ids, st.sampled_from(AdAccountRole)),
    max_size=3,
    unique_by=lambda grant: grant.ad_account_id,
).map(lambda found: tuple(sorted(found, key=lambda grant: grant.ad_account_id)))


@st.composite
def requests(draw: st.DrawFn) -> AccessRequest:
    issued = draw(st.integers(0, LAST_SECOND - 1))
    return AccessRequest(
        draw(st.binary(min_size=16, max_size=16)),
        CENTRE.public_key,
        draw(texts(48)),
        draw(scopes()),
        issued,
        draw(st.integers(60, 604_800)),
        draw(st.sampled_from(RequestKind)),
        draw(ids),
        draw(st.none() | st.binary(min_size=8, max_size=8)),
        draw(st.none() | st.integers(issued + 1, LAST_SECOND)),
        draw(st.none() | texts(24)),
        draw(st.none() | texts(120)),
        draw(grants),
    )


@st.composite
def replies(draw: st.DrawFn) -> Reply:
    decision = draw(st.sampled_from(Decision))
    granted = decision is Decision.APPROVE and draw(st.booleans())
    signed = draw(st.integers(0, LAST_SECOND - 1))
    return Reply(
        draw(st.binary(min_size=32, max_size=32)),
        decision,
        signed,
        draw(sequences),
        draw(texts(24)),
        draw(ids),
        draw(st.binary(min_size=16, max_size=16).filter(any)) if granted else None,
        draw(scopes()) if granted else None,
        draw(st.none() | st.integers(signed + 1, LAST_SECOND)) if granted else None,
        draw(st.sampled_from([None, OWNER.public_key])),
        draw(st.none() | texts(48)),
        draw(st.none() | texts(120)) if decision is Decision.DECLINE else None,
        draw(grants) if granted else (),
    )


revocations = st.builds(Revocation, st.binary(min_size=16, max_size=16), st.integers(0, 23), seconds, sequences)
signatures = st.none() | st.binary(min_size=64, max_size=64)
handle_lists = st.lists(texts(24), max_size=4, unique=True).map(tuple)
owner_cards = st.builds(OwnerCard, st.just(OWNER.public_key), texts(48), handle_lists, seconds, sequences, signatures)
centre_cards = st.builds(CentreCard, st.just(CENTRE.public_key), texts(48), ids, seconds, sequences, signatures)
log_ins = st.builds(
    LogIn,
    st.binary(min_size=16, max_size=16),
    st.just(CENTRE.public_key),
    texts(48),
    seconds,
    st.integers(1, 120),
)
accounts = st.lists(
    st.builds(SharedAccount, ids, texts(24), texts(120), st.sampled_from(SharedRole)),
    max_size=6,
    unique_by=lambda account: account.account_id,
).map(lambda found: tuple(sorted(found, key=lambda account: account.account_id)))


@st.composite
def partner_invitations(draw: st.DrawFn) -> PartnerInvitation:
    ended = draw(st.booleans())
    return PartnerInvitation(
        draw(st.binary(min_size=16, max_size=16)),
        CENTRE.public_key,
        draw(texts(48)),
        draw(ids),
        draw(ids),
        draw(seconds),
        draw(sequences),
        () if ended else draw(accounts),
        ended,
        draw(st.none() | texts(120)),
    )


@st.composite
def partner_answers(draw: st.DrawFn) -> PartnerAnswer:
    decision = draw(st.sampled_from(PartnerDecision))
    return PartnerAnswer(
        draw(st.binary(min_size=16, max_size=16)),
        decision,
        OWNER.public_key,
        draw(texts(48)),
        draw(ids),
        draw(ids),
        draw(seconds),
        draw(sequences),
        draw(st.none() | texts(120)) if decision is PartnerDecision.DECLINE else None,
    )


messages = st.one_of(
    requests(),
    replies(),
    revocations,
    owner_cards,
    centre_cards,
    log_ins,
    partner_invitations(),
    partner_answers(),
).filter(lambda message: sealed_size(message) <= most_bytes(layout_of(message).kind))

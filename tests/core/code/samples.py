"""The messages behind ``golden.json``: every kind at its smallest and largest, and in several scripts."""

from __future__ import annotations

from dataclasses import replace

from bcdesktop.core.code import (
    ALL_GRANTS,
    AccessRequest,
    AdAccountRole,
    CentreCard,
    CodeKind,
    Decision,
    FurtherGrant,
    LogIn,
    Message,
    OwnerCard,
    PartnerAnswer,
    PartnerDecision,
    PartnerInvitation,
    Reply,
    RequestKind,
    Revocation,
    SharedAccount,
    SharedRole,
    endorse,
)
from bcdesktop.core.code.keys import SigningKey
from bcdesktop.core.code.layout import layout_of

CENTRE = SigningKey(bytes(range(32)))
OWNER = SigningKey(bytes(range(32, 64)))
OLD_OWNER = SigningKey(bytes(range(64, 96)))

NOW = 1_795_464_000
LAST_SECOND = 253_402_300_799
ALL_SWITCHES = (1, 2, 3, 4, 5, 6, 7, 8, 10)
ARABIC = "استوديو الشمال"
CHINESE = "北方广告工作室"
EMOJI = "🎬🛍️👩🏽‍🎤"

SMALL_REQUEST = AccessRequest(bytes(16), CENTRE.public_key, "N", (1,), 0, 60, RequestKind.LINK, "1000000000000000000")
REQUEST = AccessRequest(
    request_id=bytes(range(16)),
    centre_key=CENTRE.public_key,
    centre_name="North Studio",
    scope=(1, 2, 9),
    issued_at=NOW,
    life=600,
    kind=RequestKind.LINK,
    business_center_id="7123456789012345678",
    handle="winter.shop",
    purpose="Spark Ads for the winter collection",
)
LARGE_REQUEST = replace(
    REQUEST,
    centre_name="N" * 48,
    scope=ALL_SWITCHES,
    life=604_800,
    addressee=OWNER.kid,
    wanted_end=NOW + 86_400 * 365,
    handle="h" * 24,
    purpose="p" * 108,
)
GRANTS = (
    FurtherGrant("7000000000000000001", AdAccountRole.ADMIN),
    FurtherGrant("7000000000000000002", AdAccountRole.ANALYST),
)
SMALL_REPLY = Reply(bytes(32), Decision.APPROVE, 0, 0, "h", "1000000000000000000")
REPLY = Reply(
    request_hash=bytes(range(32)),
    decision=Decision.APPROVE,
    signed_at=NOW + 30,
    sequence=7,
    handle="winter.shop",
    account_id="6987654321098765432",
    grant_id=bytes(range(16, 32)),
    scope=(1, 2, 9),
)
FIRST_REPLY = replace(REPLY, owner_key=OWNER.public_key, name="Winter Shop")
LARGE_REPLY = replace(
    FIRST_REPLY,
    scope=ALL_SWITCHES,
    sequence=2**63 - 1,
    grant_end=LAST_SECOND,
    name="n" * 48,
    handle="h" * 24,
    further_grants=GRANTS,
)
DECLINE = replace(REPLY, decision=Decision.DECLINE, grant_id=None, scope=None)
REVOCATION = Revocation(bytes(range(16, 32)), 1, NOW, 8)
OWNER_CARD = OwnerCard(OWNER.public_key, "Winter Shop", ("winter.shop", "winter.live"), NOW, 1)
CENTRE_CARD = CentreCard(CENTRE.public_key, "North Studio", "7123456789012345678", NOW, 1)
LOG_IN = LogIn(bytes(range(16)), CENTRE.public_key, "desk-2", NOW, 120)
ACCOUNTS = (
    SharedAccount("6000000000000000001", "winter.shop", "Winter Shop", SharedRole.ANALYST),
    SharedAccount("6000000000000000002", "winter.live", "Winter LIVE", SharedRole.OPERATOR),
)
PARTNER_INVITATION = PartnerInvitation(
    partnership_id=bytes(range(16)),
    centre_key=CENTRE.public_key,
    centre_name="North Studio",
    business_center_id="7123456789012345678",
    addressee_id="8123456789012345678",
    issued_at=NOW,
    sequence=3,
    accounts=ACCOUNTS,
)
PARTNER_ANSWER = PartnerAnswer(
    partnership_id=bytes(range(16)),
    decision=PartnerDecision.ACCEPT,
    centre_key=OWNER.public_key,
    centre_name="South Agency",
    business_center_id="8123456789012345678",
    addressee_id="7123456789012345678",
    signed_at=NOW + 60,
    sequence=3,
)
MANY_ACCOUNTS = tuple(
    SharedAccount(str(6 * 10**18 + at), "h" * 24, "🎬" * 30, SharedRole.OPERATOR) for at in range(800)
)
"""As many as one Business Center may have, with the longest names there can be."""

SAMPLES: dict[str, Message] = {
    "request smallest": SMALL_REQUEST,
    "request usual": REQUEST,
    "request largest": LARGE_REQUEST,
    "request claim": replace(REQUEST, kind=RequestKind.CLAIM),
    "request own account": replace(REQUEST, kind=RequestKind.OWN, addressee=OWNER.kid),
    "request with an end": replace(REQUEST, wanted_end=NOW + 86_400),
    "request without handle and purpose": replace(REQUEST, handle=None, purpose=None),
    "request every switch": replace(REQUEST, scope=ALL_SWITCHES),
    "request live alone": replace(REQUEST, scope=(3,)),
    "request visible on the profile": replace(REQUEST, scope=(2, 10)),
    "request for seven days": replace(REQUEST, life=604_800),
    "request in the last second": replace(REQUEST, issued_at=LAST_SECOND),
    "request of a client pack": replace(REQUEST, further_grants=GRANTS),
    "request arabic": replace(REQUEST, centre_name=ARABIC, purpose=ARABIC),
    "request chinese": replace(REQUEST, centre_name=CHINESE, purpose="广" * 40),
    "request emoji": replace(REQUEST, centre_name=EMOJI, purpose=f"{EMOJI} {EMOJI}"),
    "request accents in one form": replace(REQUEST, centre_name="Ateliér Žluťoučký", purpose="Größe"),
    "reply smallest, to a log-in": SMALL_REPLY,
    "reply usual": REPLY,
    "reply first contact": FIRST_REPLY,
    "reply largest": LARGE_REPLY,
    "reply with an end": replace(REPLY, grant_end=NOW + 86_400),
    "reply narrowed": replace(REPLY, scope=(1,)),
    "reply client pack": replace(REPLY, further_grants=GRANTS[:1]),
    "reply decline": DECLINE,
    "reply decline with a reason": replace(DECLINE, decline_reason="not my agency"),
    "reply decline, longest reason": replace(DECLINE, decline_reason="r" * 120),
    "reply decline, arabic reason": replace(DECLINE, decline_reason=ARABIC),
    "reply name in chinese": replace(FIRST_REPLY, name="广" * 16),
    "reply name in emoji": replace(FIRST_REPLY, name=EMOJI),
    "revocation usual": REVOCATION,
    "revocation of everything": replace(REVOCATION, grant_id=ALL_GRANTS, reason=2),
    "revocation largest": Revocation(b"\xff" * 16, 23, LAST_SECOND, 2**63 - 1),
    "owner card smallest": OwnerCard(OWNER.public_key, "n", (), 0, 0),
    "owner card usual": OWNER_CARD,
    "owner card largest": endorse(
        OwnerCard(OWNER.public_key, "n" * 48, tuple(c * 24 for c in "abcd"), LAST_SECOND, 2**63 - 1), OLD_OWNER
    ),
    "owner card arabic": replace(OWNER_CARD, name=ARABIC),
    "centre card usual": CENTRE_CARD,
    "centre card largest": endorse(replace(CENTRE_CARD, name="n" * 48, sequence=2**63 - 1), OLD_OWNER),
    "centre card emoji": replace(CENTRE_CARD, name=EMOJI),
    "log-in usual": LOG_IN,
    "log-in largest": replace(LOG_IN, computer_name="c" * 48, issued_at=LAST_SECOND),
    "log-in shortest life": replace(LOG_IN, life=1),
    "partner invitation usual": PARTNER_INVITATION,
    "partner invitation smallest": replace(PARTNER_INVITATION, accounts=(), sequence=0, issued_at=0, centre_name="N"),
    "partner invitation with a note": replace(PARTNER_INVITATION, note="Accounts for the winter collection"),
    "partner invitation that ends": replace(PARTNER_INVITATION, accounts=(), ended=True, sequence=2**63 - 1),
    "partner invitation, twenty accounts": replace(PARTNER_INVITATION, accounts=MANY_ACCOUNTS[:20], note="n" * 120),
    "partner invitation arabic": replace(PARTNER_INVITATION, centre_name=ARABIC, note=ARABIC),
    "partner answer accept": PARTNER_ANSWER,
    "partner answer decline": replace(PARTNER_ANSWER, decision=PartnerDecision.DECLINE),
    "partner answer decline, longest reason": replace(
        PARTNER_ANSWER,
        decision=PartnerDecision.DECLINE,
        decline_reason="r" * 120,
        centre_name="n" * 48,
        sequence=2**63 - 1,
        signed_at=LAST_SECOND,
    ),
    "partner answer end": replace(PARTNER_ANSWER, decision=PartnerDecision.END, sequence=9),
}

_BY_OWNERS = (CodeKind.REPLY, CodeKind.REVOCATION, CodeKind.OWNER_CARD, CodeKind.PARTNER_ANSWER)


def signer_of(message: Message) -> SigningKey:
    """Return the key that signs ``message`` in these samples."""
    return OWNER if layout_of(message).kind in _BY_OWNERS else CENTRE

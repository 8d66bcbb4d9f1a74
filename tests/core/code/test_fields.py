"""A rightly signed code is still refused for one wrong field, and the refusal names it (security.md 2.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.code import ALL_GRANTS, CodeKind, CodeReason, CodeRefused, OwnerCard, Revocation, open_code, seal
from bcdesktop.core.code.layout import to_map
from tests.core.code.forging import refusal, signed_map, with_entries
from tests.core.code.samples import (
    ACCOUNTS,
    CENTRE_CARD,
    DECLINE,
    GRANTS,
    LAST_SECOND,
    LOG_IN,
    NOW,
    OWNER,
    OWNER_CARD,
    PARTNER_ANSWER,
    PARTNER_INVITATION,
    REPLY,
    REQUEST,
    REVOCATION,
    signer_of,
)

ID = "7000000000000000001"
WRONG_IN_REQUEST = {
    "f1": [0, 2, "1", [1]],
    "f2": [b"", bytes(15), bytes(17), "0" * 16, 0],
    "f3": [bytes(31), bytes(33), 0],
    "f4": ["", "n" * 49, "广" * 17, b"name", 1, []],
    "f5": [b"", bytes(7), bytes(9), 8],
    "f6": [[], 1, [0], [11], [1, 1], [3, 1], [9], [2], [1, 9], [2, 9, 10], [1, 2, 10, 9], ["1"], [[1]], [-1], {}],
    "f7": [-1, "0", LAST_SECOND + 1, 2**64 - 1, [0]],
    "f8": [0, 59, 604_801, 2**40, "600", -600],
    "f9": [NOW, NOW - 1, 0, LAST_SECOND + 1, "", -1],
    "f10": ["", "h" * 25, b"h", 1],
    "f11": ["", "p" * 121, "广" * 41, b"p", 0],
    "f12": [0, 4, "1", -1, [1]],
    "f13": ["", "7" * 18, "7" * 20, "0" + "7" * 18, "9" + "7" * 18, "７" * 19, int("7" * 19), "7" * 18 + "x",
            "7" * 19 + "\n"],
    "f14": [[], [[ID]], [[ID, 3]], [[ID, -1]], [[ID, 0, 0]], [["1", 0]], [[0, ID]], [[ID, 0], [ID, 1]],
            [[ID[:-1] + "2", 0], [ID, 0]], ID, 0],
    "f15": [0], "f0": [0], "f24": [0],
}  # fmt: skip
NAMES = {
    "f1": "version", "f2": "request_id", "f3": "centre_key", "f4": "centre_name", "f5": "addressee", "f6": "scope",
    "f7": "issued_at", "f8": "life", "f9": "wanted_end", "f10": "handle", "f11": "purpose", "f12": "kind",
    "f13": "business_center_id", "f14": "further_grants",
}  # fmt: skip


@pytest.mark.parametrize(("entry", "value"), [(e, v) for e, values in WRONG_IN_REQUEST.items() for v in values])
def test_a_request_with_a_wrong_field(entry, value):
    reason, field = refusal(with_entries(**{entry: value}))

    assert field == NAMES.get(entry, "unknown")
    assert reason in (CodeReason.WRONG_FIELD, CodeReason.HOSTILE_TEXT)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 7, 8, 12, 13])
def test_a_request_without_a_required_field(number):
    assert refusal(with_entries(without=[number])) == (CodeReason.WRONG_FIELD, NAMES[f"f{number}"])


@pytest.mark.parametrize("number", [10, 11])
def test_a_request_without_an_optional_field_opens(number):
    assert getattr(open_code(with_entries(without=[number])).message, NAMES[f"f{number}"]) is None


@pytest.mark.parametrize("key", ["1", b"1", -1, (1,)])
def test_a_request_with_an_entry_that_has_no_number(key):

    text = signed_map(CodeKind.ACCESS_REQUEST, to_map(REQUEST) | {key: 1}, signer_of(REQUEST))

    assert refusal(text) == (CodeReason.WRONG_FIELD, "unknown")


@pytest.mark.parametrize("entries", [[], 0, "text", b"bytes"])
def test_a_payload_that_is_no_map(entries):

    assert refusal(signed_map(CodeKind.LOG_IN, entries, OWNER)) == (CodeReason.WRONG_FIELD, "version")


@pytest.mark.parametrize(
    ("reply", "field"),
    [
        (replace(DECLINE, grant_id=bytes(15) + b"1"), "grant_id"),
        (replace(DECLINE, scope=(1,)), "scope"),
        (replace(DECLINE, grant_end=NOW + 60), "grant_end"),
        (replace(DECLINE, further_grants=GRANTS), "further_grants"),
        (replace(REPLY, scope=None), "scope"),
        (replace(REPLY, grant_id=None), "scope"),
        (replace(REPLY, grant_id=None, scope=None, grant_end=NOW + 60), "grant_end"),
        (replace(REPLY, grant_id=None, scope=None, further_grants=GRANTS), "further_grants"),
        (replace(REPLY, grant_id=ALL_GRANTS), "grant_id"),
        (replace(REPLY, grant_end=REPLY.signed_at), "grant_end"),
        (replace(REPLY, decline_reason="no"), "decline_reason"),
        (replace(REPLY, sequence=2**63), "sequence"),
        (replace(REPLY, account_id="1"), "account_id"),
        (replace(REPLY, request_hash=bytes(31)), "request_hash"),
        (replace(REPLY, handle=""), "handle"),
        (replace(REPLY, name="n" * 49), "name"),
    ],
)
def test_a_reply_with_a_wrong_field_is_neither_read_nor_sealed(reply, field):
    assert refusal(with_entries(reply), key=OWNER.public_key) == (CodeReason.WRONG_FIELD, field)
    with pytest.raises(CodeRefused) as caught:
        seal(reply, OWNER)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("message", "field"),
    [
        (replace(REVOCATION, grant_id=bytes(15)), "grant_id"),
        (replace(REVOCATION, reason=24), "reason"),
        (replace(REVOCATION, revoked_at=-1), "revoked_at"),
        (replace(OWNER_CARD, handles=tuple("abcde")), "handles"),
        (replace(OWNER_CARD, handles=("a", "a")), "handles"),
        (replace(OWNER_CARD, handles=("h" * 25,)), "handles"),
        (replace(OWNER_CARD, previous_key_signature=bytes(63)), "previous_key_signature"),
        (replace(CENTRE_CARD, business_center_id="1"), "business_center_id"),
        (replace(LOG_IN, life=121), "life"),
        (replace(LOG_IN, life=0), "life"),
        (replace(LOG_IN, computer_name="c" * 49), "computer_name"),
        (replace(PARTNER_INVITATION, partnership_id=bytes(15)), "partnership_id"),
        (replace(PARTNER_INVITATION, addressee_id="1"), "addressee_id"),
        (replace(PARTNER_INVITATION, business_center_id="9" * 19), "business_center_id"),
        (replace(PARTNER_INVITATION, accounts=ACCOUNTS[::-1]), "accounts"),
        (replace(PARTNER_INVITATION, accounts=ACCOUNTS[:1] * 2), "accounts"),
        (replace(PARTNER_INVITATION, accounts=(replace(ACCOUNTS[0], account_id="1"),)), "accounts"),
        (replace(PARTNER_INVITATION, accounts=(replace(ACCOUNTS[0], handle="h" * 25),)), "accounts"),
        (replace(PARTNER_INVITATION, accounts=(replace(ACCOUNTS[0], display_name="n" * 121),)), "accounts"),
        (replace(PARTNER_INVITATION, accounts=(replace(ACCOUNTS[0], role=3),)), "accounts"),
        (replace(PARTNER_INVITATION, ended=True), "accounts"),
        (replace(PARTNER_INVITATION, note="n" * 121), "note"),
        (replace(PARTNER_ANSWER, decline_reason="no"), "decline_reason"),
        (replace(PARTNER_ANSWER, decision=4), "decision"),
        (replace(PARTNER_ANSWER, sequence=-1), "sequence"),
    ],
)
def test_another_kind_with_a_wrong_field_is_neither_read_nor_sealed(message, field):
    key = signer_of(message).public_key

    assert refusal(with_entries(message), key=key) == (CodeReason.WRONG_FIELD, field)
    with pytest.raises(CodeRefused) as caught:
        seal(message, signer_of(message))
    assert caught.value.field == field


@pytest.mark.parametrize("accounts", [[0], [["6" * 19]], [["6" * 19, "h", "n", 1, 1]], "x", {}, [[]]])
def test_what_is_shared_is_a_list_of_four_things_each(accounts):
    text = with_entries(PARTNER_INVITATION, f9=accounts)

    assert refusal(text) == (CodeReason.WRONG_FIELD, "accounts")


@pytest.mark.parametrize("flag", [0, 2, "1", [1]])
def test_what_has_ended_says_so_in_one_form(flag):
    text = with_entries(PARTNER_INVITATION, f9=[], f10=flag)

    assert refusal(text) == (CodeReason.WRONG_FIELD, "ended")


@pytest.mark.parametrize("handles", [[], ["7123456789012345678"] * 2, ["handle"], "7123456789012345678"])
def test_a_centre_card_names_one_business_center(handles):
    assert refusal(with_entries(CENTRE_CARD, f4=handles)) == (CodeReason.WRONG_FIELD, "business_center_id")


def test_a_revocation_for_an_unlisted_reason_counts():
    revocation = replace(REVOCATION, reason=17)

    assert open_code(seal(revocation, OWNER).text, key=OWNER.public_key).message == revocation


def test_only_all_zeros_ends_everything():
    assert Revocation(ALL_GRANTS, 0, 0, 0).ends_everything
    assert not REVOCATION.ends_everything


def test_a_list_where_a_record_has_a_tuple_is_refused():
    listed = OwnerCard(OWNER.public_key, "name", ["handle"], NOW, 1)

    with pytest.raises(CodeRefused):
        seal(listed, OWNER)

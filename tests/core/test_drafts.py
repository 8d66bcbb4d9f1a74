"""What is asked for, before it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.drafts import Draft, parse_draft
from bcdesktop.core.errors import DateNotAhead, ValueMissing, ValueTooLong
from bcdesktop.core.permissions import Preset, preset_permissions

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DRAFT = Draft(Kind.LINK, Method.QR_CODE, preset_permissions(Preset.SPARK_ADS))


def test_texts_get_their_one_form():
    draft = parse_draft(replace(DRAFT, expected_handle=" @Mara ", purpose=" Spring "), NOON)
    assert (draft.expected_handle, draft.purpose) == ("mara", "Spring")


def test_what_is_left_empty_is_none():
    draft = parse_draft(replace(DRAFT, expected_handle=" ", purpose=""), NOON)
    assert (draft.expected_handle, draft.purpose) == (None, None)


def test_the_own_account_needs_no_handle():
    draft = replace(DRAFT, kind=Kind.OWN, method=Method.NOTIFICATION, expected_handle="someone")
    assert parse_draft(draft, NOON).expected_handle is None


def test_a_notification_needs_a_handle():
    with pytest.raises(ValueMissing):
        parse_draft(replace(DRAFT, method=Method.NOTIFICATION), NOON)


def test_the_end_lies_ahead():
    assert parse_draft(replace(DRAFT, wanted_end=NOON + timedelta(seconds=1)), NOON).wanted_end
    with pytest.raises(DateNotAhead):
        parse_draft(replace(DRAFT, wanted_end=NOON), NOON)


def test_a_claim_has_no_end():
    with pytest.raises(DateNotAhead):
        parse_draft(replace(DRAFT, kind=Kind.CLAIM, wanted_end=NOON + timedelta(days=1)), NOON)


def test_a_purpose_has_120_bytes():
    with pytest.raises(ValueTooLong):
        parse_draft(replace(DRAFT, purpose="ä" * 61), NOON)

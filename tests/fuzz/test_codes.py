"""Five thousand spoiled codes in every test run; ``make fuzz`` feeds 300,000 (security.md 5.1, C3)."""

from __future__ import annotations

import pytest

from bcdesktop.core.code import CodeReason
from tests.fuzz.harness import fuzz, sealed_samples, strict, without_guard, without_signature
from tests.fuzz.mutations import MUTATIONS

INPUTS = 5_000
SEED = 20


@pytest.fixture(scope="module")
def findings():
    return fuzz(INPUTS, seed=SEED)


def test_no_spoiled_code_is_accepted(findings):
    assert findings.accepted == []


def test_nothing_but_a_refusal_comes_out(findings):
    assert findings.escaped == []


def test_no_spoiled_code_takes_long(findings):
    assert findings.slow == []


def test_the_spoiled_codes_reach_nearly_every_check(findings):
    missed = set(CodeReason) - set(findings.reasons)

    # The run gives the right key and expects no kind; keys are never weak by chance.
    assert missed <= {CodeReason.OTHER_KIND, CodeReason.KEY_UNKNOWN, CodeReason.WEAK_KEY}


def test_without_the_signature_spoiled_codes_would_be_accepted():
    assert fuzz(INPUTS, seed=SEED, reader=without_signature).accepted


def test_without_the_guard_other_errors_would_escape():
    assert fuzz(INPUTS, seed=SEED, reader=without_guard).escaped


def test_what_is_not_spoiled_is_read():
    assert [strict(code.text, code).message for code in sealed_samples()] == [code.message for code in sealed_samples()]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_mutation_gives_many_different_texts(mutation):
    import random

    chance = random.Random(1)
    code = sealed_samples()[1]

    assert len({mutation(chance, code) for _ in range(200)}) > 5

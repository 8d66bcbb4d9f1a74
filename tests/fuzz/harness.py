"""Feeds spoiled codes to a reader and counts what must never happen (security.md 5.1, C3)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter, thread_time

import base45
import cbor2

from bcdesktop.core.code import CodeRefused, OpenedCode, PeekedCode, SealedCode, open_code, peek, seal
from tests.core.code.samples import SAMPLES, signer_of
from tests.fuzz.mutations import MUTATIONS

SLOW_SECONDS = 0.005

Reader = Callable[[str, SealedCode], OpenedCode | PeekedCode]


@dataclass
class Findings:
    """What a run saw; ``accepted`` and ``escaped`` hold inputs that were taken or made something else be raised."""

    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    accepted: list[str] = field(default_factory=list)
    escaped: list[tuple[str, str]] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        rate = self.inputs / self.seconds if self.seconds else 0
        return (
            f"{self.inputs} inputs, {len(self.accepted)} accepted, {len(self.escaped)} escaped, "
            f"{len(self.slow)} over {SLOW_SECONDS * 1000:.0f} ms (slowest {self.slowest * 1000:.2f} ms), {rate:.0f}/s"
        )


def strict(text: str, code: SealedCode) -> OpenedCode:
    """The program's own reader, given the right key."""
    return open_code(text, key=code.key)


def without_signature(text: str, code: SealedCode) -> PeekedCode:
    """Control: the same reader with the check of the signature left out must accept some."""
    return peek(text)


def without_guard(text: str, code: SealedCode) -> PeekedCode:
    """Control: plain decoding must let errors of other types escape."""
    cbor2.loads(base45.b45decode(text.partition(":")[2]))
    return peek(text)


def sealed_samples() -> list[SealedCode]:
    """Every sample, sealed."""
    return [seal(message, signer_of(message)) for message in SAMPLES.values()]


def fuzz(inputs: int, *, seed: int, reader: Reader = strict) -> Findings:
    """Return the findings of ``inputs`` spoiled codes; the same ``seed`` gives the same ones."""
    chance = random.Random(seed)
    samples = sealed_samples()
    genuine = {code.cose for code in samples}
    findings = Findings()
    started = perf_counter()
    while findings.inputs < inputs:
        code = chance.choice(samples)
        text = chance.choice(MUTATIONS)(chance, code)
        findings.inputs += 1
        _try_one(text, code, reader, genuine, findings)
    findings.seconds = perf_counter() - started
    return findings


def _try_one(text: str, code: SealedCode, reader: Reader, genuine: set[bytes], findings: Findings) -> None:
    started = thread_time()
    try:
        if reader(text, code).cose not in genuine:
            findings.accepted.append(text)
    except CodeRefused as refused:
        findings.reasons[refused.reason] += 1
    except Exception as error:  # noqa: BLE001 - whatever escapes is the finding
        findings.escaped.append((text, repr(error)))
    took = thread_time() - started
    if took > SLOW_SECONDS:
        took = min(took, *(_again(text, code, reader) for _ in range(3)))
    if took > SLOW_SECONDS:
        findings.slow.append(text)
    findings.slowest = max(findings.slowest, took)


def _again(text: str, code: SealedCode, reader: Reader) -> float:
    """Return the time of one more try, so that a pause of the collector is not taken for a slow input."""
    started = thread_time()
    try:
        reader(text, code)
    except Exception:  # noqa: BLE001 - counted the first time
        return thread_time() - started
    return thread_time() - started

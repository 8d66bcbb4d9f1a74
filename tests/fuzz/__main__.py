"""``python -m tests.fuzz --inputs 300000``: exit 1 when a spoiled code is accepted, escapes or takes too long."""

from __future__ import annotations

import argparse
import secrets
import sys

from tests.fuzz.harness import Findings, fuzz, without_guard, without_signature

CONTROL_INPUTS = 5_000


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    options = parser.parse_args(arguments)
    seed = secrets.randbits(32) if options.seed is None else options.seed

    findings = fuzz(options.inputs, seed=seed)
    unsigned = fuzz(CONTROL_INPUTS, seed=seed, reader=without_signature)
    unguarded = fuzz(CONTROL_INPUTS, seed=seed, reader=without_guard)
    print(f"seed {seed}")
    print(f"codes: {findings}")
    print("refused: " + ", ".join(f"{reason} {count}" for reason, count in findings.reasons.most_common()))
    print(f"control without signature: {len(unsigned.accepted)} accepted (must be more than 0)")
    print(f"control without guard: {len(unguarded.escaped)} escaped (must be more than 0)")
    _print_examples(findings)
    controls_bite = bool(unsigned.accepted and unguarded.escaped)
    return 0 if controls_bite and not (findings.accepted or findings.escaped or findings.slow) else 1


def _print_examples(findings: Findings) -> None:
    for text in findings.accepted[:5] + findings.slow[:5]:
        print(f"accepted or slow: {text!a}")
    for text, error in findings.escaped[:5]:
        print(f"escaped: {text!a} {error}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

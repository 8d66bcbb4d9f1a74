"""Access that ends in one window is gone from the others within half a second, in one process and across two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = {
    "revoke to accounts",
    "revoke to identity picker",
    "disconnect to phone's list",
    "disconnect to identity picker",
}


def in_a_process_of_its_own(code: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` without a screen."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", f"import json\nfrom tests.benchmarks import end_at_once\n{code}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)


def measured(kind: str) -> dict[str, list[float]]:
    """Return the milliseconds of two endings from each side."""
    done = in_a_process_of_its_own(f"print(json.dumps(end_at_once.measure(end_at_once.{kind}, 2)))")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def late(spans: dict[str, list[float]]) -> dict[str, list[float]]:
    """Return what no window showed in time; the quicker of two counts, since other work may hold one up."""
    return {name: found for name, found in spans.items() if min(found) >= 500}


def test_the_other_windows_of_the_process_show_it_within_half_a_second():
    spans = measured("Phone")

    assert spans.keys() == SHOWN
    assert late(spans) == {}


def test_the_windows_of_another_process_show_it_within_half_a_second():
    spans = measured("FarPhone")

    assert spans.keys() == SHOWN
    assert late(spans) == {}


def test_windows_that_hear_nothing_are_found_out():
    done = in_a_process_of_its_own("end_at_once.measure(end_at_once.Phone, 1, deaf=True)")

    assert done.returncode != 0
    assert "it is seen here" in done.stderr

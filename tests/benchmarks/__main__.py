"""`python -m tests.benchmarks [NAME]...`: print the speed figures of NAMES; no name means all of them."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

NAMES = ("start_up", "link", "flows", "qr", "tables", "people", "ads", "reports", "endings", "end_at_once")


def main(names: list[str]) -> int:
    """Run the benchmarks called ``names``, print a table of each; return 2 for a name that is none."""
    if unknown := set(names) - set(NAMES):
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{os.cpu_count()} processors, load {load}")
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = str(Path(home))
        for name in names or NAMES:
            print(f"\n{name}")
            for label, value, unit, note in importlib.import_module(f"tests.benchmarks.{name}").run():
                print(f"  {label:44} {value:9.2f} {unit}  {note}".rstrip(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

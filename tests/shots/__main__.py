"""`make shots`: pictures of every page, wizard step, dialog and phone screen, to be looked at (look.md, "Look at it").

One process for each scale factor; the scenes in them are pytest functions on the windows of the acceptance bench.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCALES = ("1", "1.5")
_SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "logicalBaseDpi": 96}
_HERE = Path(__file__).parent


def main() -> int:
    """Write the pictures into the folder given. Return 1 where a scene failed; what failed is printed."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="WORDS", help="only the scenes pytest's -k finds")
    given = parser.parse_args()
    folder = given.folder.resolve()
    if not given.only:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bcdesktop-shots-") as place:
        runs = [_start(folder, scale, Path(place), given.only) for scale in SCALES]
        outputs = [run.communicate()[0] for run in runs]
    failed = False
    for scale, run, output in zip(SCALES, runs, outputs, strict=True):
        if run.returncode != 0:
            failed = True
            print(f"FAILED at scale factor {scale}:\n{output}")
    pictures = len(list(folder.rglob("*.png")))
    print(f"{pictures} pictures are in {folder}")
    return int(failed or pictures == 0)


def _start(folder: Path, scale: str, place: Path, only: str) -> subprocess.Popen[str]:
    screen = place / f"screen-{scale}.json"
    screen.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [_screen(float(scale))]}))
    command = [sys.executable, "-m", "pytest", str(_HERE), f"--shots={folder}", "--onscreen", "-q", "--tb=short"]
    command += ["-p", "no:cacheprovider", "-o", "python_files=scenes_*.py", "-o", "python_functions=scene_*"]
    if only:
        command += ["-k", only]
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "LC_ALL": "C.UTF-8",
    }
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True)


def _screen(scale: float) -> dict[str, object]:
    """Return a screen that has the room of a laptop's at this scale."""
    room = {name: round(_SCREEN[name] * scale) for name in ("width", "height")}
    return {**_SCREEN, **room, "dpr": 1}


if __name__ == "__main__":
    sys.exit(main())

"""`--tour DIR`: the main job through the real windows and real pixels, one picture per step (A1-01)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.checks.steps import Step, StepFailed, StepRunner, run_steps
from bcdesktop.checks.tour_driver import Scene
from bcdesktop.checks.tour_steps import Tour
from bcdesktop.cli import Options
from bcdesktop.ui.kit.fonts import check_font
from bcdesktop.windows import Windows, make_frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class _Album:
    """Saves the picture of each scene."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def take(self, step: Step) -> None:
        """Save what the scene shows. Raises StepFailed where the file cannot be written."""
        if not isinstance(step, Scene):
            return
        self.count += 1
        path = self.folder / f"{self.count:02}-{step.slug}.png"
        if not step.window().grab().save(str(path)):
            raise StepFailed(f"not written: {path}")
        if step.check is not None:
            step.check(path)


def tour(app: QApplication, target: str) -> int:
    """Walk through the main job on a temporary store; print each step, write the pictures into the folder ``target``.

    Returns 0, or 1 where a step failed or another font than the bundled one is in use.
    """
    folder = Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="bcdesktop-tour-") as data_dir:
        frame = make_frame(app, Path(data_dir))
        check_font(app)
        windows = Windows(app, frame, Options(data_dir=Path(data_dir)), backend="file")
        album = _Album(folder)
        runner = StepRunner(Tour(windows).steps(), after=album.take)
        windows.crashed.connect(runner.fail)
        windows.start()
        code = run_steps(app, runner)
        windows.close()
    text = QCoreApplication.translate("Tour", "%1 pictures are in %2")
    print(text.replace("%1", str(album.count)).replace("%2", str(folder.resolve())))
    return code

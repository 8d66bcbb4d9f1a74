"""One start, in a process of its own: prints what was reached, when on the clock all processes share, and the CPU time.

`bare`: a PySide6 window with one label. `sqlmodel`: the same, then `import sqlmodel`. `program FOLDER`: this program on
the data folder, up to its first page that takes input. `rows FOLDER`: this program with the person in actor.json
already signed in, up to the rows of the accounts table.
"""

from __future__ import annotations

import sys
import time


def report(what: str) -> None:
    """Print ``what``, the monotonic time and the CPU time of this process, both in seconds."""
    print(what, time.monotonic(), time.process_time(), flush=True)


def bare(*, with_sqlmodel: bool) -> None:
    """Show one label."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(["bare"])
    reports = []

    def painted() -> None:
        report("painted")
        if with_sqlmodel:
            import sqlmodel  # noqa: F401

            report("usable")
        app.quit()

    class Label(QLabel):
        def paintEvent(self, event) -> None:
            super().paintEvent(event)
            if not reports:
                reports.append(True)
                QTimer.singleShot(0, painted)

    window = QMainWindow()
    window.setCentralWidget(Label("One label"))
    window.show()
    app.exec()


def program(folder: str, *, signed_in: bool) -> None:
    """Start the program as `main` does."""
    import gc

    from bcdesktop import app as root
    from bcdesktop.cli import parse

    options = parse(["--data-dir", folder])
    gc.disable()  # as main does
    app = root.make_application()

    watch_first_paint()
    (watch_rows if signed_in else watch_first_view)(app)
    if signed_in:
        hand_over_actor(folder)
    from PySide6.QtCore import QTimer

    # a start that fails shows a dialog and would wait for a person
    QTimer.singleShot(30_000, app, lambda: app.exit(1))
    sys.exit(root._run(app, options))


def report_paint(app, widget) -> None:
    """Report "usable" in the first turn of the event loop after ``widget`` was painted, and end the program."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched, event) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self, self._painted)
            return False

        def _painted(self) -> None:
            report("usable")
            app.closeAllWindows()
            app.quit()

    widget.installEventFilter(Watch(app))
    widget.update()


def watch_first_view(app) -> None:
    """Report the welcome or sign-in page once it is painted."""
    from bcdesktop.ui.center.shell import CenterWindow

    plain = CenterWindow.set_view

    def set_view(self, view, **more) -> None:
        plain(self, view, **more)
        if view.objectName() != "skeleton":
            report_paint(app, view)

    CenterWindow.set_view = set_view


def watch_rows(app) -> None:
    """Report the accounts table once it is painted with rows."""
    from bcdesktop.ui.center.shell import CenterWindow

    def watch() -> None:
        from bcdesktop.ui.kit.tables import RecordTable

        plain = RecordTable.set_records

        def set_records(self, records) -> None:
            plain(self, records)
            if self.objectName() == "accounts_table" and self.model().rowCount():
                report_paint(app, self.viewport())

        RecordTable.set_records = set_records

    plain_enter = CenterWindow.enter

    def enter(self, actor) -> None:
        watch()
        plain_enter(self, actor)

    CenterWindow.enter = enter


def watch_first_paint() -> None:
    """Report "painted" in the first turn of the event loop after the first window was painted."""
    from PySide6.QtCore import QTimer

    from bcdesktop.ui.kit.skeleton import Skeleton

    plain, painted = Skeleton.paintEvent, []

    def paint_event(self, event) -> None:
        plain(self, event)
        if not painted:
            painted.append(True)
            QTimer.singleShot(0, lambda: report("painted"))

    Skeleton.paintEvent = paint_event


def hand_over_actor(folder: str) -> None:
    """Sign the person in without a password: what is measured is the program, not Argon2."""
    from bcdesktop.ui.center.shell import CenterWindow

    plain = CenterWindow.attach

    def attach(self, session, actor=None) -> None:
        import json
        from pathlib import Path

        from bcdesktop.services.records import Actor

        plain(self, session, Actor(**json.loads(Path(folder, "actor.json").read_text(encoding="utf-8"))))

    CenterWindow.attach = attach


if __name__ == "__main__":
    mode, *rest = sys.argv[1:]
    if mode in ("bare", "sqlmodel"):
        bare(with_sqlmodel=mode == "sqlmodel")
    else:
        program(rest[0], signed_in=mode == "rows")

"""The access matrix of the example agency: everybody, a cell with its history, who is gone, and what is printed."""

from __future__ import annotations

from bcdesktop.ui.center.access_grid import Which
from tests.shots.scenes_center import at_desk


def scene_access_matrix(agency, camera):
    window = at_desk(agency, agency.admin)
    page = agency.center.page("access_matrix").window
    agency.center.until(lambda: page.matrix_view.matrix.rows)
    camera.take("matrix-everybody", window)
    model = page.matrix_view.matrix
    sam = next(row for row in range(model.rowCount()) if model.holder(row).name == "Sam Ortiz")
    lumen = next(column for column in range(model.columnCount()) if model.asset(column).name == "@lumen.lamps")
    page.matrix_view.setCurrentIndex(model.index(sam, lumen))
    agency.center.settle()
    camera.take("matrix-cell", window)
    page.panel.close_panel()
    for which in (Which.GONE, Which.TOO_MUCH, Which.NOTHING):
        page.matrix_which_combo.setCurrentIndex(page.matrix_which_combo.findData(which))
        agency.center.settle()
        camera.take(f"matrix-{which.value.replace('_', '-')}", window)
    page.matrix_people_edit.setText("no such person")
    agency.center.settle()
    camera.take("matrix-no-match", window)

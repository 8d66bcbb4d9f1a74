"""Words for files that a person brings in: CSV from a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

TABLE: Table = {
    "csv_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file is empty"),
        QT_TRANSLATE_NOOP("Wording", "There is not one row in it, so nothing was taken over."),
        QT_TRANSLATE_NOOP("Wording", "Save it again in your spreadsheet, with the headings in the first row."),
    ),
    "csv_columns_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "A column is missing"),
        QT_TRANSLATE_NOOP("Wording", "Not found in the first row: {missing}. It has: {found}."),
        QT_TRANSLATE_NOOP("Wording", "Write the missing headings into the first row and save the file again."),
    ),
    "csv_column_doubled": Entry(
        QT_TRANSLATE_NOOP("Wording", "A column is there twice"),
        QT_TRANSLATE_NOOP(
            "Wording", "“{column}” means the same as a column before it, and it has to be clear which counts."
        ),
        QT_TRANSLATE_NOOP("Wording", "Delete one of the two, or give it another heading, and save the file again."),
    ),
    "csv_too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file is too long"),
        QT_TRANSLATE_NOOP("Wording", "Up to {maximum} rows are read at once."),
        QT_TRANSLATE_NOOP("Wording", "Split it into several files and bring them in one after the other."),
    ),
    "csv_quote_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "A quotation mark is not closed"),
        QT_TRANSLATE_NOOP("Wording", "One opens in row {number}, so all that follows would be a single cell."),
        QT_TRANSLATE_NOOP("Wording", "Close or delete it, or save the file as CSV in your spreadsheet again."),
    ),
    "csv_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not a CSV file"),
        QT_TRANSLATE_NOOP("Wording", "It may be a workbook such as .xlsx, a picture, or damaged."),
        QT_TRANSLATE_NOOP("Wording", "Save it as CSV in your spreadsheet first, and choose that file."),
    ),
}

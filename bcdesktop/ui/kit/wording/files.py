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
    "role_word_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "Please check what you entered"),
        QT_TRANSLATE_NOOP("Wording", "“{text}” is no role."),
        QT_TRANSLATE_NOOP("Wording", "Write one of the roles as they are called here."),
    ),
    "row_doubled": Entry(
        QT_TRANSLATE_NOOP("Wording", "Said twice"),
        QT_TRANSLATE_NOOP("Wording", "Row {number} is about the same already."),
        QT_TRANSLATE_NOOP("Wording", "Keep one of the two."),
    ),
    "account_not_here": Entry(
        QT_TRANSLATE_NOOP("Wording", "No such account"),
        QT_TRANSLATE_NOOP("Wording", "@{handle} is not linked to this Business Center, or its access ended."),
        QT_TRANSLATE_NOOP("Wording", "Link it first, or check the handle."),
    ),
    "account_ambiguous": Entry(
        QT_TRANSLATE_NOOP("Wording", "Which account?"),
        QT_TRANSLATE_NOOP("Wording", "Several partners share @{handle}."),
        QT_TRANSLATE_NOOP("Wording", "Add a column “Owner” that says whose is meant."),
    ),
    "person_not_here": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nobody of this name"),
        QT_TRANSLATE_NOOP("Wording", "“{text}” is the address of no member and the id of no partner."),
        QT_TRANSLATE_NOOP("Wording", "Invite the person first. A spreadsheet may have rounded an id of 19 digits."),
    ),
    "import_rows_bad": Entry(
        QT_TRANSLATE_NOOP("Wording", "Some rows cannot be taken"),
        QT_TRANSLATE_NOOP("Wording", "It is {count} of them; the first is row {number}. Nothing was done."),
        QT_TRANSLATE_NOOP("Wording", "Mend the file, or choose to leave these rows out."),
    ),
    "csv_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not a CSV file"),
        QT_TRANSLATE_NOOP("Wording", "It may be a workbook such as .xlsx, a picture, or damaged."),
        QT_TRANSLATE_NOOP("Wording", "Save it as CSV in your spreadsheet first, and choose that file."),
    ),
}

"""Words for performance reports that are brought in, and for numbers somebody may not see."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_OTHER_FILE = QT_TRANSLATE_NOOP("Wording", "Choose a report that Ads Manager exported, as CSV or XLSX.")
_EXPORT_AGAIN = QT_TRANSLATE_NOOP("Wording", "Export the report from Ads Manager again and choose the new file.")
_MEND = QT_TRANSLATE_NOOP("Wording", "Mend these cells, or export the report again.")

TABLE: Table = {
    "report_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file cannot be read"),
        QT_TRANSLATE_NOOP("Wording", "It is damaged, or neither a CSV nor an XLSX file. Nothing was taken over."),
        _EXPORT_AGAIN,
    ),
    "report_wrong_type": by_value(
        "kind",
        {
            "old_workbook": Entry(
                QT_TRANSLATE_NOOP("Wording", "This is an old Excel file"),
                QT_TRANSLATE_NOOP("Wording", "Files ending in .xls are not read."),
                QT_TRANSLATE_NOOP("Wording", "Save it as XLSX or CSV in your spreadsheet, and choose that file."),
            ),
            "open_document": Entry(
                QT_TRANSLATE_NOOP("Wording", "This is an OpenDocument file"),
                QT_TRANSLATE_NOOP("Wording", "Files ending in .ods are not read."),
                QT_TRANSLATE_NOOP("Wording", "Save it as XLSX or CSV in your spreadsheet, and choose that file."),
            ),
            "pdf": Entry(
                QT_TRANSLATE_NOOP("Wording", "This is a PDF"),
                QT_TRANSLATE_NOOP("Wording", "A PDF shows numbers, but cannot be read as a table."),
                _OTHER_FILE,
            ),
        },
        Entry(
            QT_TRANSLATE_NOOP("Wording", "This is no report"),
            QT_TRANSLATE_NOOP("Wording", "The file holds no table."),
            _OTHER_FILE,
        ),
    ),
    "report_encrypted": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file is protected with a password"),
        QT_TRANSLATE_NOOP("Wording", "What is in it cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Take the password off in your spreadsheet and save the file again."),
    ),
    "report_too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "This file is too large"),
        QT_TRANSLATE_NOOP("Wording", "Unpacked, it would take more than {limit} MB."),
        QT_TRANSLATE_NOOP("Wording", "Export fewer days at once."),
    ),
    "report_too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report is too long"),
        QT_TRANSLATE_NOOP("Wording", "Up to {maximum} rows are read at once. Nothing was taken over."),
        QT_TRANSLATE_NOOP("Wording", "Export fewer days at once and bring the files in one after the other."),
    ),
    "report_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report is empty"),
        QT_TRANSLATE_NOOP("Wording", "There is no row of numbers in it."),
        QT_TRANSLATE_NOOP("Wording", "Choose days on which ads ran, and export the report again."),
    ),
    "report_has_no_days": Entry(
        QT_TRANSLATE_NOOP("Wording", "The column with the day is missing"),
        QT_TRANSLATE_NOOP("Wording", "No heading such as Date or By Day was found. The file has: {found}."),
        QT_TRANSLATE_NOOP("Wording", "Add the breakdown By Day in Ads Manager, and export the report again."),
    ),
    "report_has_no_numbers": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no column with numbers"),
        QT_TRANSLATE_NOOP("Wording", "At least one of these is needed: {missing}. The file has: {found}."),
        QT_TRANSLATE_NOOP("Wording", "Add the columns in Ads Manager, and export the report again."),
    ),
    "report_columns_doubled": Entry(
        QT_TRANSLATE_NOOP("Wording", "A column is there twice"),
        QT_TRANSLATE_NOOP("Wording", "These mean the same, and it has to be clear which counts: {columns}."),
        QT_TRANSLATE_NOOP("Wording", "Delete one of them and save the file again."),
    ),
    "report_problem": Entry(
        QT_TRANSLATE_NOOP("Wording", "Something in the report cannot be read"),
        QT_TRANSLATE_NOOP("Wording", "“{column}”, lines {lines} ({count} in all). The first has “{text}”."),
        _MEND,
    ),
    "report_numbers_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not a number"),
        QT_TRANSLATE_NOOP(
            "Wording", "“{column}” holds no number. Lines: {lines} ({count} in all). The first has “{text}”."
        ),
        _MEND,
    ),
    "report_days_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not a day"),
        QT_TRANSLATE_NOOP(
            "Wording", "“{column}” holds no single day. Lines: {lines} ({count} in all). The first has “{text}”."
        ),
        QT_TRANSLATE_NOOP("Wording", "Mend these cells, or export the report again with the breakdown By Day."),
    ),
    "report_decimals_mixed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Another decimal mark than the rest"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The report writes decimals with “{mark}”, “{column}” does not everywhere. Lines: {lines} ({count} in all)."
            " The first has “{text}”.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Write all numbers the same way, or export the report again."),
    ),
    "report_currency_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not a currency"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "“{column}” needs three letters such as EUR. Lines: {lines} ({count} in all). The first has “{text}”.",
        ),
        _MEND,
    ),
    "report_currencies_mixed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Several currencies in one report"),
        QT_TRANSLATE_NOOP("Wording", "Money in {currencies} cannot be added up."),
        QT_TRANSLATE_NOOP("Wording", "Export one report for each currency."),
    ),
    "report_formulas_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "Formulas without a result"),
        QT_TRANSLATE_NOOP("Wording", "{count} cells hold a formula whose result was never saved."),
        QT_TRANSLATE_NOOP("Wording", "Open the file in your spreadsheet, save it there, and choose it again."),
    ),
    "report_days_ahead": Entry(
        QT_TRANSLATE_NOOP("Wording", "Days that are still to come"),
        QT_TRANSLATE_NOOP("Wording", "The report has numbers of {day}."),
        QT_TRANSLATE_NOOP("Wording", "Day and month may be the other way round: choose how its days are written."),
    ),
    "report_days_taken": Entry(
        QT_TRANSLATE_NOOP("Wording", "There are numbers of these days already"),
        QT_TRANSLATE_NOOP("Wording", "They came with {file_name}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Let them be replaced, or remove that import first."),
    ),
    "report_replaces_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "Somebody imported the same days meanwhile"),
        QT_TRANSLATE_NOOP("Wording", "Their file is {file_name}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Choose your file again to see what it would replace now."),
    ),
    "report_unanswered": Entry(
        QT_TRANSLATE_NOOP("Wording", "Something has to be said first"),
        QT_TRANSLATE_NOOP("Wording", "The report does not tell how its days or its numbers are written."),
        QT_TRANSLATE_NOOP("Wording", "Choose it in the preview."),
    ),
}

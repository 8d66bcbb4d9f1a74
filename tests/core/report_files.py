"""Small performance reports as spreadsheets and programs save them, with made-up names."""

from __future__ import annotations

import io
import zipfile

import openpyxl


def workbook(rows, *, title=None, formats=None, sheets=(), from_1904=False) -> bytes:
    """Return an XLSX with ``rows``; ``formats`` gives cells a number format, ``title`` a merged line on top."""
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for name in sheets:
        book.create_sheet(name, 0).append(["Made for tests"])
    sheet = book.worksheets[-1]
    if title:
        sheet.append([title])
        sheet.merge_cells("A1:D1")
        sheet.append([])
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, change) -> bytes:
    """Return the workbook with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            after.writestr(part, change(content) if part.filename == name else content)
    return out.getvalue()


def german() -> bytes:
    """Return what a German spreadsheet saves: Windows-1252, semicolons, decimal commas, points in thousands."""
    return (
        "Leistungsbericht;;;;;\r\n"
        "Zeitraum: 01.03.2026 bis 02.03.2026;;;;;\r\n"
        ";;;;;\r\n"
        "Nach Tag;Kampagnenname;Anzeigenname;Kosten (EUR);Impressionen;Klicks (Ziel);Klicks (alle);CTR;Videoaufrufe\r\n"
        "01.03.2026;Frühling;Mohn 01;1.234,50;12.345;1.012;1.400;8,2 %;9.876\r\n"
        "02.03.2026;Frühling;Mohn 01;0,50;7;–;1;–;3\r\n"
        "Gesamtsumme von 2 Ergebnissen;–;–;1.235,00;12.352;1.012;1.401;8,2 %;9.879\r\n"
    ).encode("cp1252")


def french() -> bytes:
    """Return what a French spreadsheet saves: thin spaces in thousands, decimal commas."""
    return (
        "Date;Nom de la campagne;Nom de la publicité;Devise;Coût;Impressions;Clics (destination);Vues de vidéo\n"
        "1 mars 2026;Printemps;Coquelicot 01;EUR;1\u202f234,50;12\u202f345;1\u202f012;9\u202f876\n"
        "2 mars 2026;Printemps;Coquelicot 01;EUR;0,50;7;;3\n"
        "Total de 2 résultats;-;-;-;1\u202f235,00;12\u202f352;1\u202f012;9\u202f879\n"
    ).encode()


def spanish() -> bytes:
    """Return a Spanish export in UTF-16 with tabs."""
    return (
        "Fecha\tNombre de la campaña\tNombre del anuncio\tMoneda\tCoste\tImpresiones\tClics (destino)"
        "\tVisualizaciones de vídeo\n"
        "01/03/2026\tPrimavera\tAmapola 01\tEUR\t1.234,50\t12.345\t1.012\t9.876\n"
        "02/03/2026\tPrimavera\tAmapola 01\tEUR\t0,50\t7\t\t3\n"
        "15/03/2026\tPrimavera\tAmapola 02\tEUR\t\t0\t0\t0\n"
    ).encode("utf-16")


def swiss() -> bytes:
    """Return an English one with apostrophes in thousands and an order of its own."""
    return (
        b'"Conversions","Video views","Impressions","By Day","Cost, CHF","Clicks","Ad name","Campaign name"\n'
        b'"2","9\'876","12\'345","2026-03-01","1\'234.50","1\'012","Poppy 01","Spring"\n'
        b'"-","3","7","2026-03-02","0.50","","Poppy 01","Spring"\n'
    )

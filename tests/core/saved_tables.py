"""CSV files as spreadsheets and people save them. All of them hold the rows of PEOPLE, in the columns of COLUMNS."""

from __future__ import annotations

import codecs

COLUMNS = {
    "name": ("Name", "Full name", "Nom"),
    "email": ("E-mail", "Mail", "E-mail address", "Adresse électronique"),
    "role": ("Role", "Access level"),
}
PEOPLE = [
    {"name": "Doe, John", "email": "john@x.com", "role": "Admin"},
    {"name": "Zoë Ångström", "email": "zoe@y.org", "role": ""},
]

_COMMA = 'Name,E-mail,Role\r\n"Doe, John",john@x.com,Admin\r\nZoë Ångström,zoe@y.org,\r\n'
_SEMICOLON = "Name;E-mail;Role\r\nDoe, John;john@x.com;Admin\r\nZoë Ångström;zoe@y.org;\r\n"
_TAB = _SEMICOLON.replace(";", "\t")

# what comes out besides the rows: separator, encoding, headings ignored
SHAPES: dict[str, tuple[bytes, tuple[str, str, tuple[str, ...]]]] = {
    "comma": (_COMMA.encode(), (",", "utf-8", ())),
    "semicolon": (_SEMICOLON.encode(), (";", "utf-8", ())),
    "tab": (_TAB.encode(), ("\t", "utf-8", ())),
    "pipe": (_SEMICOLON.replace(";", "|").encode(), ("|", "utf-8", ())),
    "Excel, CSV UTF-8": (_COMMA.encode("utf-8-sig"), (",", "utf-8-sig", ())),
    "Excel in Western Europe": (_SEMICOLON.encode("cp1252"), (";", "cp1252", ())),
    "Excel in America": (_COMMA.encode("cp1252"), (",", "cp1252", ())),
    "Excel, Unicode text": (codecs.BOM_UTF16_LE + _TAB.encode("utf-16-le"), ("\t", "utf-16-le", ())),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE + _COMMA.encode("utf-16-be"), (",", "utf-16-be", ())),
    "UTF-16 without a mark": (_COMMA.encode("utf-16-le"), (",", "utf-16-le", ())),
    "UTF-16, big end first, without a mark": (_COMMA.encode("utf-16-be"), (",", "utf-16-be", ())),
    "UTF-32": (_COMMA.encode("utf-32"), (",", "utf-32", ())),
    "line ends of Unix": (_COMMA.replace("\r\n", "\n").encode(), (",", "utf-8", ())),
    "line ends of an old Mac": (_COMMA.replace("\r\n", "\r").encode(), (",", "utf-8", ())),
    "no line end at the end": (_COMMA.rstrip().encode(), (",", "utf-8", ())),
    "end mark of DOS": ((_COMMA + "\x1a").encode(), (",", "utf-8", ())),
    "separator named": (("sep=;\r\n" + _SEMICOLON).encode(), (";", "utf-8", ())),
    "separator named, Unicode": (("\ufeffSEP=;\n" + _SEMICOLON).encode(), (";", "utf-8-sig", ())),
    "separator named, tab": (("sep=\t\r\n" + _TAB).encode(), ("\t", "utf-8", ())),
    "separator named, tab in letters": (("sep=\\t\r\n" + _TAB).encode(), ("\t", "utf-8", ())),
    "separator named, an odd one": (("sep=^\n" + _SEMICOLON.replace(";", "^")).encode(), ("^", "utf-8", ())),
    "all quoted": (
        b'"Name";"E-mail";"Role"\n"Doe, John";"john@x.com";"Admin"\n' + '"Zoë Ångström";"zoe@y.org";""\n'.encode(),
        (";", "utf-8", ()),
    ),
    "other order": (
        'Role,E-mail,Name\nAdmin,john@x.com,"Doe, John"\n,zoe@y.org,Zoë Ångström\n'.encode(),
        (",", "utf-8", ()),
    ),
    "headings in capitals": (_COMMA.replace("Name,E-mail,Role", "NAME,EMAIL,ROLE").encode(), (",", "utf-8", ())),
    "headings with underscores": (
        _COMMA.replace("Name,E-mail,Role", "full_name,e_mail_address,access-level").encode(),
        (",", "utf-8", ()),
    ),
    "headings with accents": (
        _SEMICOLON.replace("Name;E-mail", "NOM;adresse electronique").encode(),
        (";", "utf-8", ()),
    ),
    "our own names": (_COMMA.replace("Name,E-mail,Role", "name,email,role").encode(), (",", "utf-8", ())),
    "headings with marks": (_COMMA.replace("Name,E-mail,Role", "Name *,E-mail:,(Role)").encode(), (",", "utf-8", ())),
    "a column too many": (
        _SEMICOLON.replace("Role", "Role;Phone").replace("Admin", "Admin;+1 555").encode(),
        (";", "utf-8", ("Phone",)),
    ),
    "columns too many before": (
        "No;Team;Name;E-mail;Role\n1;Ops;Doe, John;john@x.com;Admin\n2;Ops;Zoë Ångström;zoe@y.org\n".encode(),
        (";", "utf-8", ("No", "Team")),
    ),
    "separators at the end": (_COMMA.replace("\r\n", ",,,\r\n").encode(), (",", "utf-8", ())),
    "a short row": (_COMMA.replace("zoe@y.org,", "zoe@y.org").encode(), (",", "utf-8", ())),
    "blanks round cells": (
        "  Name ; E-mail;Role\t\n Doe, John ;\u00a0john@x.com\u200b; Admin\nZoë Ångström ; zoe@y.org ; \n".encode(),
        (";", "utf-8", ()),
    ),
    "a blank before a quote": (
        'Name, E-mail, Role\n"Doe, John", "john@x.com", "Admin"\nZoë Ångström, zoe@y.org,\n'.encode(),
        (",", "utf-8", ()),
    ),
    "blank lines": (_COMMA.replace("\r\n", "\r\n\r\n,,\r\n  \r\n").encode(), (",", "utf-8", ())),
    "blank lines ahead": (("\r\n\r\n" + _COMMA).encode(), (",", "utf-8", ())),
    "blank lines of separators ahead": ((";;;\r\n" + _SEMICOLON).encode(), (";", "utf-8", ())),
}

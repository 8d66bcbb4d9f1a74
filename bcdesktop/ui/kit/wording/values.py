"""Words for values that cannot be taken; they stand under their field, so body and advice have to be short."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_TITLE = QT_TRANSLATE_NOOP("Wording", "Please check what you entered")
_MALFORMED = {
    "handle": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not a TikTok handle."),
        QT_TRANSLATE_NOOP("Wording", "Use letters, digits, dots and underscores, such as @my.shop."),
    ),
    "email": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not an e-mail address."),
        QT_TRANSLATE_NOOP("Wording", "Write it like name@example.com."),
    ),
    "domain": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not a domain."),
        QT_TRANSLATE_NOOP("Wording", "Write what follows the @, such as example.com. Its subdomains are included."),
    ),
    "number19": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not an id."),
        QT_TRANSLATE_NOOP("Wording", "An id has 19 digits. The address of the page in Ads Manager works too."),
    ),
    "host": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not the name of a server."),
        QT_TRANSLATE_NOOP("Wording", "Write it like mail.example.com, without a port or address of a page."),
    ),
    "web_page": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not the address of a page."),
        QT_TRANSLATE_NOOP("Wording", "Write it like https://www.example.com."),
    ),
    "https_address": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not a web address with https."),
        QT_TRANSLATE_NOOP("Wording", "Write it like https://shop.example.com."),
    ),
    "six_digits": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "A code has six digits."),
        QT_TRANSLATE_NOOP("Wording", "Type the six digits that stand in the mail."),
    ),
    "port": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "A port is a number from 1 to 65535.")),
    "date": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not a date."),
        QT_TRANSLATE_NOOP("Wording", "Choose one from the calendar."),
    ),
    "choice": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not one of the choices."),
        QT_TRANSLATE_NOOP("Wording", "Choose one from the list."),
    ),
    "country": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "There is no country of this name in the list."),
        QT_TRANSLATE_NOOP("Wording", "Choose one from the list."),
    ),
    "time_zone": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "There is no time zone of this name in the list."),
        QT_TRANSLATE_NOOP("Wording", "Choose one from the list."),
    ),
    "currency": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "There is no currency of this name in the list."),
        QT_TRANSLATE_NOOP("Wording", "Choose one from the list."),
    ),
    "last_four": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "Enter the last four digits, such as 4242.")),
    "same_passcode": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "The two passcodes differ. Type the same one twice.")),
    "same_password": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "The two passwords differ. Type the same one twice.")),
}
_OTHER_FORM = Entry(
    _TITLE,
    QT_TRANSLATE_NOOP("Wording", "This does not have the form that is needed here."),
    QT_TRANSLATE_NOOP("Wording", "Please check for typing mistakes."),
)


def _too_long(error: AppError) -> Entry:
    if error.params().get("unit") == "bytes":
        return Entry(
            _TITLE,
            QT_TRANSLATE_NOOP("Wording", "This is too long to fit into a code."),
            QT_TRANSLATE_NOOP("Wording", "It takes {length} bytes of {limit}; accents and emoji take more than one."),
        )
    return Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "This has {length} characters; {limit} are allowed."))


TABLE: Table = {
    "app_error": Entry(
        QT_TRANSLATE_NOOP("Wording", "This did not work"),
        QT_TRANSLATE_NOOP("Wording", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Please try again."),
    ),
    "input_refused": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "This value cannot be used here.")),
    "value_missing": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "Please fill in this field.")),
    "value_too_long": _too_long,
    "value_too_short": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "Please use at least {minimum} characters.")),
    "value_malformed": by_value("expected", _MALFORMED, _OTHER_FORM),
    "no_domain": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "“{text}” is not a domain."),
        QT_TRANSLATE_NOOP("Wording", "Write what follows the @, such as example.com. Its subdomains are included."),
    ),
    "value_taken": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "“{value}” is already in use."),
        QT_TRANSLATE_NOOP("Wording", "Please choose another one."),
    ),
    "hostile_text": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This text has invisible characters that can make it read as something else."),
        QT_TRANSLATE_NOOP("Wording", "Please type it instead of pasting it."),
    ),
    "password_too_common": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is one of the first passwords anybody would try."),
        QT_TRANSLATE_NOOP("Wording", "Three or four unrelated words are easy to remember and hard to guess."),
    ),
    "date_not_ahead": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "An end date has to lie ahead of now."),
        QT_TRANSLATE_NOOP("Wording", "Choose a later date, or leave it open. A claim has no end date."),
    ),
    "recovery_text_wrong": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "This is not the recovery text of this store, or it has a typing mistake."),
        QT_TRANSLATE_NOOP("Wording", "It has 12 groups of 5 letters and digits. Blanks and dashes do not matter."),
    ),
    "no_permission_chosen": Entry(_TITLE, QT_TRANSLATE_NOOP("Wording", "Choose at least one permission.")),
    "visibility_mismatch": Entry(
        _TITLE,
        QT_TRANSLATE_NOOP("Wording", "Choose where new videos are shown: through ads only, or on the profile too."),
    ),
}

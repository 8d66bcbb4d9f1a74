"""Words for scanning: pictures, the screen, the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_NO_PICTURE = QT_TRANSLATE_NOOP("Wording", "This is not a picture")
_NOT_A_PICTURE = {
    "empty": Entry(
        _NO_PICTURE,
        QT_TRANSLATE_NOOP("Wording", "The file is empty."),
        QT_TRANSLATE_NOOP("Wording", "Save or download it again."),
    ),
    "pdf": Entry(
        _NO_PICTURE,
        QT_TRANSLATE_NOOP("Wording", "It is a PDF."),
        QT_TRANSLATE_NOOP("Wording", "Open it and use “Scan the screen”."),
    ),
    "web_address": Entry(
        _NO_PICTURE,
        QT_TRANSLATE_NOOP("Wording", "It is an address on the web, and this program loads nothing from there."),
        QT_TRANSLATE_NOOP("Wording", "Save the picture and choose the file, or use “Scan the screen”."),
    ),
    "archive": Entry(
        _NO_PICTURE,
        QT_TRANSLATE_NOOP("Wording", "It is an archive."),
        QT_TRANSLATE_NOOP("Wording", "Unpack it and choose the picture in it."),
    ),
    "video": Entry(
        _NO_PICTURE,
        QT_TRANSLATE_NOOP("Wording", "It is a video."),
        QT_TRANSLATE_NOOP("Wording", "Stop it where the code is seen and use “Scan the screen”."),
    ),
}
_NOT_A_PICTURE_OTHER = Entry(
    _NO_PICTURE,
    QT_TRANSLATE_NOOP("Wording", "Its content is of another kind."),
    QT_TRANSLATE_NOOP("Wording", "Choose a PNG, JPEG or WebP picture with the code."),
)
_NOT_OURS = QT_TRANSLATE_NOOP("Wording", "Not a code of this program")
_OURS_ADVICE = QT_TRANSLATE_NOOP("Wording", "Nothing was opened. Ask for a code made by Business Center Desktop.")
_FOREIGN = {
    "web_address": Entry(
        _NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code is a web address: {text}"), _OURS_ADVICE
    ),
    "mail": Entry(_NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code is an e-mail: {text}"), _OURS_ADVICE),
    "phone": Entry(_NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code is a phone number: {text}"), _OURS_ADVICE),
    "wifi": Entry(_NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code is for a wireless network."), _OURS_ADVICE),
    "contact": Entry(_NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code is a contact."), _OURS_ADVICE),
}
_FOREIGN_OTHER = Entry(_NOT_OURS, QT_TRANSLATE_NOOP("Wording", "This QR code says: {text}"), _OURS_ADVICE)

_REFUSED = {
    "macos": Entry(
        QT_TRANSLATE_NOOP("Wording", "The screen may not be read"),
        QT_TRANSLATE_NOOP("Wording", "The system did not allow this program to look at the screen."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Allow it in System Settings > Privacy & Security > Screen Recording, or choose a picture instead.",
        ),
    ),
}
_REFUSED_OTHER = Entry(
    QT_TRANSLATE_NOOP("Wording", "The screen may not be read"),
    QT_TRANSLATE_NOOP("Wording", "You or the system did not allow this program to look at the screen."),
    QT_TRANSLATE_NOOP("Wording", "Try again and allow it, or choose a picture of the code or paste it."),
)

TABLE: Table = {
    "picture_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "This picture cannot be used"),
        QT_TRANSLATE_NOOP("Wording", "No code was read."),
        QT_TRANSLATE_NOOP("Wording", "Choose another picture, or paste the text of the code."),
    ),
    "picture_unreadable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The picture is damaged"),
        QT_TRANSLATE_NOOP("Wording", "The file is cut off or broken, so no code was read."),
        QT_TRANSLATE_NOOP("Wording", "Save or download it again."),
    ),
    "picture_too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "The picture is too large"),
        QT_TRANSLATE_NOOP("Wording", "It has {megapixels} million pixels; up to {limit} are read."),
        QT_TRANSLATE_NOOP("Wording", "Cut out the code and try again."),
    ),
    "file_too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "The file is too large"),
        QT_TRANSLATE_NOOP("Wording", "It is longer than a picture of a code ever is."),
        QT_TRANSLATE_NOOP("Wording", "Cut out the code and save it as PNG."),
    ),
    "not_a_picture": by_value("kind", _NOT_A_PICTURE, _NOT_A_PICTURE_OTHER),
    "picture_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "The picture is empty"),
        QT_TRANSLATE_NOOP("Wording", "All of it has one colour."),
        QT_TRANSLATE_NOOP("Wording", "Make the code visible and try again."),
    ),
    "no_code_found": Entry(
        QT_TRANSLATE_NOOP("Wording", "No QR code found"),
        QT_TRANSLATE_NOOP("Wording", "There is none in the picture, or it is blurred, covered or cut off."),
        QT_TRANSLATE_NOOP("Wording", "Show the whole code with its white edge, larger if possible, and try again."),
    ),
    "several_codes_found": Entry(
        QT_TRANSLATE_NOOP("Wording", "More than one code"),
        QT_TRANSLATE_NOOP(
            "Wording", "There are {count} different codes in the picture, and it has to be clear which is meant."
        ),
        QT_TRANSLATE_NOOP("Wording", "Show only one of them."),
    ),
    "code_not_ours": by_value("kind", _FOREIGN, _FOREIGN_OTHER),
    "no_code_in_text": Entry(
        QT_TRANSLATE_NOOP("Wording", "No code in this text"),
        QT_TRANSLATE_NOOP("Wording", "The text holds no code of Business Center Desktop."),
        QT_TRANSLATE_NOOP("Wording", "Copy the whole code, from its first letters (such as AR1:) to its end."),
    ),
    "text_too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "The text is too long"),
        QT_TRANSLATE_NOOP("Wording", "It has {length} characters; up to {limit} are read."),
        QT_TRANSLATE_NOOP("Wording", "Copy only the code."),
    ),
    "clipboard_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nothing to paste"),
        QT_TRANSLATE_NOOP("Wording", "The clipboard holds no picture, file or text."),
        QT_TRANSLATE_NOOP("Wording", "Copy the picture or the text of the code first."),
    ),
    "screen_grab_refused": by_value("platform", _REFUSED, _REFUSED_OTHER),
    "screen_grab_unavailable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The screen cannot be read here"),
        QT_TRANSLATE_NOOP("Wording", "This system gives programs no way to look at the screen."),
        QT_TRANSLATE_NOOP("Wording", "Choose a picture of the code, drop one here, or paste it."),
    ),
    "screen_grab_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "The screen came out empty"),
        QT_TRANSLATE_NOOP("Wording", "The system gave a picture without content; it may not allow programs to look."),
        QT_TRANSLATE_NOOP("Wording", "Allow screen recording in the system's settings, or choose a picture instead."),
    ),
}

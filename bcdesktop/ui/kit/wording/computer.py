"""Words for what the computer does: store, disk, rights, keyring, clock. They always say what it means for the data."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table, by_value

_SAVED_NOTHING = QT_TRANSLATE_NOOP("Wording", "Nothing was changed; everything saved before is safe.")
_NOT_WRITTEN = QT_TRANSLATE_NOOP("Wording", "The file was not written")
_WRITE_REASONS = {
    "no_right": Entry(
        _NOT_WRITTEN,
        QT_TRANSLATE_NOOP("Wording", "You may not write to {path}. What was there before is untouched."),
        QT_TRANSLATE_NOOP("Wording", "Choose another folder, such as Documents."),
    ),
    "disk_full": Entry(
        _NOT_WRITTEN,
        QT_TRANSLATE_NOOP("Wording", "There is no room for {path}. What was there before is untouched."),
        QT_TRANSLATE_NOOP("Wording", "Free some space, or choose another disk."),
    ),
    "no_folder": Entry(
        _NOT_WRITTEN,
        QT_TRANSLATE_NOOP("Wording", "The folder of {path} is not there any more."),
        QT_TRANSLATE_NOOP("Wording", "Choose another folder."),
    ),
    "folder": Entry(
        _NOT_WRITTEN,
        QT_TRANSLATE_NOOP("Wording", "{path} is a folder."),
        QT_TRANSLATE_NOOP("Wording", "Choose another file name."),
    ),
}
_WRITE_OTHER = Entry(
    _NOT_WRITTEN,
    QT_TRANSLATE_NOOP("Wording", "The disk did not take {path}. What was there before is untouched."),
    QT_TRANSLATE_NOOP("Wording", "Check the disk, or choose another one."),
)
_UNREADABLE = QT_TRANSLATE_NOOP("Wording", "The file cannot be opened")
_READ_REASONS = {
    "missing": Entry(
        _UNREADABLE,
        QT_TRANSLATE_NOOP("Wording", "There is no file {path}."),
        QT_TRANSLATE_NOOP("Wording", "It may have been moved. Choose it again."),
    ),
    "no_right": Entry(
        _UNREADABLE,
        QT_TRANSLATE_NOOP("Wording", "You may not read {path}."),
        QT_TRANSLATE_NOOP("Wording", "Copy it to your own folder, or ask for the right to read it."),
    ),
    "folder": Entry(
        _UNREADABLE,
        QT_TRANSLATE_NOOP("Wording", "{path} is a folder."),
        QT_TRANSLATE_NOOP("Wording", "Choose a picture or a text file in it."),
    ),
}
_READ_OTHER = Entry(
    _UNREADABLE,
    QT_TRANSLATE_NOOP("Wording", "{path} is no ordinary file, or its disk does not answer."),
    QT_TRANSLATE_NOOP("Wording", "Copy the file to this computer and choose it again."),
)

TABLE: Table = {
    "trouble": Entry(
        QT_TRANSLATE_NOOP("Wording", "This computer is in the way"),
        _SAVED_NOTHING,
        QT_TRANSLATE_NOOP("Wording", "Please try again."),
    ),
    "clock_moved_back": Entry(
        QT_TRANSLATE_NOOP("Wording", "The clock of this computer is wrong"),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It is {behind_seconds} seconds behind the newest entry of the store. Nothing was changed, because times "
            "decide which codes are good.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Set date and time by the network and try again."),
    ),
    "store_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The store is busy"),
        QT_TRANSLATE_NOOP(
            "Wording", "Another window or program is saving and did not finish in time. Your change was not saved."
        ),
        QT_TRANSLATE_NOOP("Wording", "Wait a moment and try again. What you typed is still here."),
    ),
    "disk_full": Entry(
        QT_TRANSLATE_NOOP("Wording", "The disk is full"),
        QT_TRANSLATE_NOOP("Wording", "Your last change was not saved. Everything saved before is safe."),
        QT_TRANSLATE_NOOP("Wording", "Free some space; then do it again."),
    ),
    "no_right_to_write": Entry(
        QT_TRANSLATE_NOOP("Wording", "The store cannot be written"),
        QT_TRANSLATE_NOOP("Wording", "You may read {path} but not change it. Nothing was saved."),
        QT_TRANSLATE_NOOP(
            "Wording", "Change the rights of the file and its folder, or open a store in your own folder."
        ),
    ),
    "store_damaged": Entry(
        QT_TRANSLATE_NOOP("Wording", "The store is damaged"),
        QT_TRANSLATE_NOOP("Wording", "Parts of {path} cannot be read. The program changed nothing in it."),
        QT_TRANSLATE_NOOP(
            "Wording", "Keep a copy of the file and restore the newest backup from the folder beside it."
        ),
    ),
    "not_our_store": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not a store of this program"),
        QT_TRANSLATE_NOOP("Wording", "{path} was made by another program. It was left as it is."),
        QT_TRANSLATE_NOOP("Wording", "Choose another file, or start a new store."),
    ),
    "store_too_new": Entry(
        QT_TRANSLATE_NOOP("Wording", "The store is newer than this program"),
        QT_TRANSLATE_NOOP(
            "Wording", "A newer version has written {path} (format {found}, known here: {known}). It was left as it is."
        ),
        QT_TRANSLATE_NOOP("Wording", "Update this program on this computer and open the store again."),
    ),
    "store_unreachable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The store cannot be reached"),
        QT_TRANSLATE_NOOP("Wording", "Its disk, folder or server is not there. Your last change was not saved."),
        QT_TRANSLATE_NOOP("Wording", "Connect the disk or network again and press F5."),
    ),
    "secret_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "A key is not on this computer"),
        QT_TRANSLATE_NOOP(
            "Wording", "The secret that opens this store or phone was never kept here. The data is safe."
        ),
        QT_TRANSLATE_NOOP("Wording", "Enter the recovery text; an admin can show it in Settings > Security."),
    ),
    "secret_damaged": Entry(
        QT_TRANSLATE_NOOP("Wording", "A key file is damaged"),
        QT_TRANSLATE_NOOP("Wording", "It cannot be read and was left as it is. The business data is safe."),
        QT_TRANSLATE_NOOP("Wording", "Restore the file from a backup, or enter the recovery text."),
    ),
    "secret_place_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The keyring is locked"),
        QT_TRANSLATE_NOOP(
            "Wording", "The system's keyring is locked, refused or does not answer. Nothing was changed."
        ),
        QT_TRANSLATE_NOOP("Wording", "Unlock it and try again."),
    ),
    "secret_place_read_only": Entry(
        QT_TRANSLATE_NOOP("Wording", "The key could not be kept"),
        QT_TRANSLATE_NOOP("Wording", "The folder for keys in the data folder cannot be written. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Give yourself the right to write there, or free some space, and try again."),
    ),
    "passphrase_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "Wrong password or passcode"),
        QT_TRANSLATE_NOOP("Wording", "It does not open the key on this computer. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Please try again; check whether Caps Lock is on."),
    ),
    "passphrase_needed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Password or passcode needed"),
        QT_TRANSLATE_NOOP("Wording", "This computer has no keyring, so the key lies in a sealed file."),
        QT_TRANSLATE_NOOP("Wording", "Enter it to go on."),
    ),
    "store_key_locked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The key of this store is locked"),
        QT_TRANSLATE_NOOP("Wording", "Without it no code can be signed on this computer. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Sign in again with your password, or enter the recovery text."),
    ),
    "file_not_written": by_value("reason", _WRITE_REASONS, _WRITE_OTHER),
    "file_unreadable": by_value("reason", _READ_REASONS, _READ_OTHER),
}

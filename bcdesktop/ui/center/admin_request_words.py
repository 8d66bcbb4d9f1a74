"""What is asked of the admins, in words: as the asker reads it and as an admin does."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.ui.kit.action_words import action_label

_CONTEXT = "AdminRequestWords"
_WISHES = {
    AdminRequestSubject.ACTION: QT_TRANSLATE_NOOP("AdminRequestWords", "Do something for me"),
    AdminRequestSubject.ACCESS: QT_TRANSLATE_NOOP("AdminRequestWords", "Give me access to a TikTok account"),
    AdminRequestSubject.REMOVE_ME: QT_TRANSLATE_NOOP("AdminRequestWords", "Remove me from the Business Center"),
    AdminRequestSubject.REMOVE_ACCOUNT: QT_TRANSLATE_NOOP("AdminRequestWords", "Take a TikTok account out"),
    AdminRequestSubject.SIGN_IN: QT_TRANSLATE_NOOP("AdminRequestWords", "Let me sign in again"),
}
_WISHES_WITH_OBJECT = {
    AdminRequestSubject.ACCESS: QT_TRANSLATE_NOOP("AdminRequestWords", "Give me access to %1"),
    AdminRequestSubject.REMOVE_ACCOUNT: QT_TRANSLATE_NOOP("AdminRequestWords", "Take %1 out of the Business Center"),
}
_ASKED = {
    AdminRequestSubject.ACTION: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks: %2"),
    AdminRequestSubject.ACCESS: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks for access to a TikTok account"),
    AdminRequestSubject.REMOVE_ME: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks to be removed"),
    AdminRequestSubject.REMOVE_ACCOUNT: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks to take a TikTok account out"),
    AdminRequestSubject.SIGN_IN: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 cannot sign in"),
}
_ASKED_WITH_OBJECT = {
    AdminRequestSubject.ACCESS: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks for access to %2"),
    AdminRequestSubject.REMOVE_ACCOUNT: QT_TRANSLATE_NOOP("AdminRequestWords", "%1 asks to take %2 out"),
}


def wish_text(subject: AdminRequestSubject, action: str | None, object_name: str) -> str:
    """Return what is asked for, in a few words that stand on their own."""
    if subject is AdminRequestSubject.ACTION and action is not None:
        wish = action_label(action)
        return f"{wish}: {object_name}" if object_name else wish
    sources = {**_WISHES, **_WISHES_WITH_OBJECT} if object_name else _WISHES
    return QCoreApplication.translate(_CONTEXT, sources[subject]).replace("%1", object_name, 1)


def asked_text(name: str, subject: AdminRequestSubject, action: str | None, object_name: str) -> str:
    """Return who asks for what, as one title for an admin."""
    sources = {**_ASKED, **_ASKED_WITH_OBJECT} if object_name else _ASKED
    about = wish_text(subject, action, object_name) if subject is AdminRequestSubject.ACTION else object_name
    parts = QCoreApplication.translate(_CONTEXT, sources[subject]).partition("%1")
    # put together, not replaced in turn: a name may hold the mark of the other
    return parts[0].replace("%2", about) + name + parts[2].replace("%2", about)

"""Finds the text of a code in what `--verify` is given: a picture, a text file, a mail, or the text itself."""

from __future__ import annotations

import os
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from bcdesktop.core.pictures import (
    CodeNotOurs,
    FileUnreadable,
    NoCodeFound,
    NoCodeInText,
    NotAPicture,
    PictureRefused,
    SeveralCodesFound,
)
from bcdesktop.ui.kit.pictures import load_picture, load_text, read_file
from bcdesktop.ui.kit.qr_reading import OUR_PREFIX, find_our_code, shortened
from bcdesktop.ui.kit.text_reading import LONGEST_WITH_LIST, find_code_in_text


def code_text_of(target: str) -> str:
    """Return the text of the one code in ``target``, a file's path or the code itself (or a message with it).

    Raises the errors of ``core.pictures``; ``FileUnreadable`` "missing" where ``target`` is neither file nor code.
    """
    if OUR_PREFIX.match(target.lstrip()):
        return find_code_in_text(target)
    if _names_something(target):
        return _code_in_file(Path(target))
    try:
        return find_code_in_text(target)
    except NoCodeInText as error:
        raise FileUnreadable(shortened(target), "missing") from error


def _names_something(target: str) -> bool:
    try:
        return Path(target).exists()
    except (OSError, ValueError):  # too long for a name, or with a zero character
        return False


def _code_in_file(path: Path) -> str:
    if path.suffix.lower() == ".eml":
        return _code_in_mail(read_file(path))
    _need_application()
    try:
        return find_our_code(load_picture(path))
    except NotAPicture as refusal:
        if refusal.kind != "text":
            raise
        return find_code_in_text(load_text(path, LONGEST_WITH_LIST))


def _code_in_mail(content: bytes) -> str:
    """Return the code of a mail's texts and pictures; the same one in both counts once."""
    mail = BytesParser(policy=policy.default).parsebytes(content)
    found: set[str] = set()
    refusals: list[PictureRefused] = []
    for part in mail.walk():
        try:
            text = _code_in_part(part)
        except (NoCodeFound, NoCodeInText, CodeNotOurs, NotAPicture) as refusal:
            refusals.append(refusal)
        else:
            found |= {text} if text else set()
    if len(found) > 1:
        raise SeveralCodesFound(len(found))
    if found:
        return found.pop()
    raise next((refusal for refusal in refusals if isinstance(refusal, CodeNotOurs)), NoCodeInText())


def _code_in_part(part: EmailMessage) -> str:
    if part.get_content_maintype() == "image":
        _need_application()
        return find_our_code(load_picture(part.get_content()))
    if part.get_content_type() == "text/plain":
        return find_code_in_text(part.get_content())
    return ""


def _need_application() -> None:
    """Pictures need Qt's application (an SVG draws its letters by it); no window is shown, so no display is needed."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _applications.append(QGuiApplication(["bcdesktop"]))


_applications: list[QGuiApplication] = []
"""Keeps it alive until the process ends."""

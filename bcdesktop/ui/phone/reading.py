"""From what a person gives to the text of the one code in it; runs on a worker (qr_reading, pictures)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from bcdesktop.core.pictures import (
    ClipboardEmpty,
    CodeNotOurs,
    NoCodeFound,
    NotAPicture,
    PictureEmpty,
    SeveralCodesFound,
)
from bcdesktop.ui.kit import pictures
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.text_reading import find_code_in_text

Reader = Callable[[Any], str]
Dropped = QImage | Path | str


@dataclass(frozen=True)
class Work:
    """One reading, for the runner."""

    how: Reader
    what: Any

    def __call__(self) -> str:
        """Return the text of the code."""
        return self.how(self.what)


def from_images(images: list[QImage]) -> str:
    """Return the one code of this program in ``images`` (one per screen or window).

    Raises SeveralCodesFound over all of them; where none has one, the most telling of NoCodeFound, CodeNotOurs.
    """
    found: set[str] = set()
    refusals: list[Exception] = []
    for image in images:
        try:
            found.add(find_our_code(image))
        except (NoCodeFound, PictureEmpty, CodeNotOurs) as refusal:
            refusals.append(refusal)
    if len(found) > 1:
        raise SeveralCodesFound(len(found))
    if found:
        return found.pop()
    strange = [refusal for refusal in refusals if isinstance(refusal, CodeNotOurs)]
    raise (strange or refusals or [NoCodeFound()])[0]


def from_file(path: Path) -> str:
    """Return the code in a picture file, or in a text file whose content is text."""
    try:
        image = pictures.load_picture(path)
    except NotAPicture as refusal:
        if refusal.kind != "text":
            raise
        return from_text(pictures.load_text(path))
    return find_our_code(image)


def from_content(content: bytes) -> str:
    """Return the code in the content of a picture file."""
    return find_our_code(pictures.load_picture(content))


def from_text(text: str) -> str:
    """Return the code in a pasted text."""
    return find_code_in_text(text)


def content_of(mime: QMimeData | None) -> Dropped:
    """Return what a clipboard or a drop holds; runs on the GUI thread. Raises what pictures.*_from_mime raise."""
    if mime is None:
        raise ClipboardEmpty
    path = pictures.file_of_mime(mime)
    if path is not None:
        return path
    if mime.hasImage() or mime.hasUrls():
        return pictures.picture_from_mime(mime)
    return pictures.text_from_mime(mime)


def from_dropped(what: Dropped) -> str:
    """Return the code in what ``content_of`` gave."""
    if isinstance(what, QImage):
        return find_our_code(what)
    return from_file(what) if isinstance(what, Path) else from_text(what)

"""Loads pictures and texts a person gives: files, clipboard, drops. Everything has a limit that is checked first."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from bcdesktop.core.pictures import (
    ClipboardEmpty,
    FileTooLarge,
    FileUnreadable,
    NotAPicture,
    PictureEmpty,
    PictureTooLarge,
    PictureUnreadable,
    TextTooLong,
)

MOST_MEGAPIXELS = 40.0
"""More is decoded only where the format can be made smaller while decoding (JPEG)."""
MOST_SCALED_MEGAPIXELS = 250.0
_SCALED_TO = 8.0
LONGEST_FILE = 64 * 1024 * 1024
LONGEST_TEXT = 20_000
"""Characters. A code has at most 600 (security.md 2.3); the rest leaves room for the message around it."""
_SVG_SIDE = 1600

_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1aE\xdf\xa3", "video"),
)


def load_picture(source: Path | bytes) -> QImage:
    """Return the first frame of a picture file or its content, turned as its EXIF says. Safe in a worker thread.

    The content decides the format, not the name. Raises ``FileUnreadable``, ``FileTooLarge``, ``NotAPicture``,
    ``PictureTooLarge``, ``PictureUnreadable``, ``PictureEmpty``.
    """
    content = source if isinstance(source, bytes) else read_file(source)
    if not content:
        raise NotAPicture("empty")
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    try:
        return _decoded(reader, _kind_of(content))
    finally:
        reader.setDevice(None)  # the TIFF reader uses its device when it ends, and Python may free that first


def _decoded(reader: QImageReader, kind: str) -> QImage:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if kind in ("pdf", "archive", "video") or not reader.canRead():
        raise NotAPicture(kind)
    picture_format = reader.format().data().decode("ascii", "replace")
    _limit(reader, picture_format)
    image = reader.read()
    if image.isNull():
        raise PictureUnreadable(picture_format)
    return image


def read_file(path: Path, limit: int = LONGEST_FILE) -> bytes:
    """Return the content of an ordinary file, ``limit`` bytes at most. Raises ``FileUnreadable``, ``FileTooLarge``."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileUnreadable(str(path), "folder")
        if not stat.S_ISREG(found.st_mode):
            raise FileUnreadable(str(path), "not_a_file")
        if found.st_size > limit:
            raise FileTooLarge(found.st_size, limit)
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise FileUnreadable(str(path), _reason(error)) from error
    except ValueError as error:  # a zero character in the name
        raise FileUnreadable(str(path), "missing") from error


def load_text(path: Path, limit: int = LONGEST_TEXT) -> str:
    """Return a text file, such as a code sent as text. Raises ``FileUnreadable``, ``TextTooLong``, ``NotAPicture``."""
    try:
        content = read_file(path, limit)
    except FileTooLarge as error:
        raise TextTooLong(error.length, limit) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAPicture(_kind_of(content)) from error


def picture_from_mime(mime: QMimeData) -> QImage:
    """Return the picture of the clipboard or of a drop: image data first, else the first local file.

    Addresses on the web are never fetched (decisions.md, "What the program is"). Raises ``ClipboardEmpty``,
    ``NotAPicture`` and whatever ``load_picture`` raises. Reads files: small ones only matter to the GUI thread; where
    that may take long, give ``file_of_mime`` to ``load_picture`` in a worker.
    """
    path = file_of_mime(mime)
    if path is not None:
        return load_picture(path)
    if mime.hasImage():
        image = mime.imageData()
        if not isinstance(image, QImage) or image.isNull():
            raise PictureEmpty
        _refuse_above(image.size(), MOST_MEGAPIXELS)
        return image
    if mime.hasUrls() and any(not url.isLocalFile() for url in mime.urls()):
        raise NotAPicture("web_address")
    raise NotAPicture("text") if mime.hasText() and mime.text().strip() else ClipboardEmpty


def file_of_mime(mime: QMimeData) -> Path | None:
    """Return the first local file in ``mime``, ``None`` where there is none or where it brings its own pixels."""
    if mime.hasImage():
        return None
    return next((Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()), None)


def text_from_mime(mime: QMimeData, limit: int = LONGEST_TEXT) -> str:
    """Return the plain text of the clipboard or of a drop. Raises ``ClipboardEmpty``, ``TextTooLong``."""
    text = mime.text() if mime.hasText() else ""
    return checked_text(text, limit)


def checked_text(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return ``text`` without blanks around it. Raises ``ClipboardEmpty``, ``TextTooLong`` before it is looked at."""
    if len(text) > limit:
        raise TextTooLong(len(text), limit)
    stripped = text.strip()
    if not stripped:
        raise ClipboardEmpty
    return stripped


def _limit(reader: QImageReader, picture_format: str) -> None:
    """Refuse by the size in the header, before a pixel is decoded, or have the decoder make the picture smaller."""
    size = reader.size()
    if picture_format in ("svg", "svgz"):
        reader.setScaledSize(size.scaled(_SVG_SIDE, _SVG_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        return
    megapixels = size.width() * size.height() / 1e6
    if megapixels <= MOST_MEGAPIXELS:
        return
    if picture_format not in ("jpeg", "jpg", "jfif"):
        raise PictureTooLarge(round(megapixels, 1), MOST_MEGAPIXELS)
    _refuse_above(size, MOST_SCALED_MEGAPIXELS)
    factor = (_SCALED_TO / megapixels) ** 0.5
    reader.setScaledSize(QSize(int(size.width() * factor), int(size.height() * factor)))


def _refuse_above(size: QSize, limit: float) -> None:
    megapixels = size.width() * size.height() / 1e6
    if megapixels > limit:
        raise PictureTooLarge(round(megapixels, 1), limit)


def _kind_of(content: bytes) -> str:
    """Return what ``content`` is, as named in ``NotAPicture``."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if content[4:8] == b"ftyp" and content[8:12] not in (b"avif", b"heic", b"mif1"):
        return "video"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        start = decoder.decode(content[:4096], final=len(content) <= 4096)
    except UnicodeDecodeError:
        return "unknown"
    return "text" if all(character.isprintable() or character in "\r\n\t\ufeff" for character in start) else "unknown"


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    return "no_right" if isinstance(error, PermissionError) else "device"

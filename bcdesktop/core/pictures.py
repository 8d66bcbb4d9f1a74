"""Errors about pictures, codes in pictures, pasted text, screen grabs and files written for a person.

``field`` is fixed for refused input, because the scanner has one place where its sentence stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as _field

from bcdesktop.core.errors import InputRefused, RuleRefused, Trouble


@dataclass(eq=False)
class PictureRefused(InputRefused):
    """Base: what was chosen, pasted or dropped cannot be used as a picture of a code."""

    field: str = _field(default="picture", kw_only=True)


@dataclass(eq=False)
class PictureUnreadable(PictureRefused):
    """A picture file is damaged or cut off. ``format`` is its format in small letters, such as ``png``."""

    format: str


@dataclass(eq=False)
class PictureTooLarge(PictureRefused):
    """A picture has more pixels than are decoded. Both numbers are millions of pixels."""

    megapixels: float
    limit: float


@dataclass(eq=False)
class FileTooLarge(PictureRefused):
    """A file is longer than is read. Both numbers are bytes."""

    length: int
    limit: int


@dataclass(eq=False)
class NotAPicture(PictureRefused):
    """The content is no picture.

    ``kind``: ``empty`` (0 bytes), ``pdf``, ``text``, ``web_address``, ``archive``, ``video`` or ``unknown``.
    """

    kind: str


@dataclass(eq=False)
class PictureEmpty(PictureRefused):
    """The picture has no content: no pixels, or all of one colour."""


@dataclass(eq=False)
class NoCodeFound(PictureRefused):
    """There is no QR code in the picture, or none that can be read."""


@dataclass(eq=False)
class SeveralCodesFound(PictureRefused):
    """There are ``count`` different codes of this program in the picture."""

    count: int


@dataclass(eq=False)
class CodeNotOurs(PictureRefused):
    """A QR code was read that this program did not make.

    ``kind``: ``web_address``, ``mail``, ``phone``, ``wifi``, ``contact`` or ``text``.
    ``text`` is its content, shortened, printable.
    """

    kind: str
    text: str


@dataclass(eq=False)
class NoCodeInText(PictureRefused):
    """A pasted or opened text holds no code of this program."""


@dataclass(eq=False)
class TextTooLong(PictureRefused):
    """A pasted or opened text is longer than is read. Both numbers are characters (bytes for a file)."""

    length: int
    limit: int


@dataclass(eq=False)
class ClipboardEmpty(PictureRefused):
    """The clipboard, or what was dropped, holds neither a picture nor a file nor a text."""


@dataclass(eq=False)
class CodeTooLong(RuleRefused):
    """A text does not fit into a QR code. ``length`` is in characters."""

    length: int


@dataclass(eq=False)
class FileUnreadable(Trouble):
    """A file cannot be opened. ``reason``: ``missing``, ``no_right``, ``folder``, ``not_a_file`` or ``device``."""

    path: str
    reason: str


@dataclass(eq=False)
class FileNotWritten(Trouble):
    """A file could not be written; what was there before is untouched.

    ``reason``: ``no_right``, ``disk_full``, ``no_folder``, ``folder`` (a folder has that name) or ``device``.
    """

    path: str
    reason: str


@dataclass(eq=False)
class ScreenGrabRefused(Trouble):
    """The person or the system did not allow a look at the screen. ``platform``: ``wayland`` or ``macos``."""

    platform: str


@dataclass(eq=False)
class ScreenGrabUnavailable(Trouble):
    """There is no way to look at the screen here, and no window of this program to read instead."""

    platform: str


@dataclass(eq=False)
class ScreenGrabEmpty(Trouble):
    """The screen was grabbed, but every picture of it is empty or of one colour."""

    platform: str

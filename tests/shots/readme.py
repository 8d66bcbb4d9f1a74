"""`make readme-pictures`: takes the pictures of README.md from those of `make shots`, as small files."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from bcdesktop.ui.kit.qr_reading import find_our_code

FOLDER = Path(__file__).parents[2] / "docs" / "images"
PICTURES = {
    "main-window": "center-account-mila-makes",
    "qr-code": "qr-waiting-open",
    "phone": "consent-known",
    "ads-manager": "ad-create-post",
    "what-stops": "ending-assistant-effects",
}
WITH_CODE = "qr-code"
MOST_BYTES = 150_000
_NEAREST = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither


def main(shots: Path) -> int:
    """Write the pictures; return 1 where one is missing, too large or has a code that cannot be read."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, source in PICTURES.items():
        picture = QImage(str(shots / "light-100" / f"{source}.png"))
        if picture.isNull():
            print(f"{source}.png is not there: run make shots first")
            return 1
        target = FOLDER / f"{name}.png"
        small = _with_few_colours(_on_white(picture))
        if not small.save(str(target), "PNG", 0) or target.stat().st_size > MOST_BYTES:
            print(f"{target} was not written or is too large")
            return 1
        if name == WITH_CODE:
            find_our_code(QImage(str(target)))
        print(f"{target.relative_to(FOLDER.parents[1])}: {target.stat().st_size // 1000} KB")
    return 0


def _with_few_colours(picture: QImage) -> QImage:
    """Return the picture with its 256 most frequent colours; the others become the nearest of them."""
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _times in counted.most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, _NEAREST)


def _on_white(picture: QImage) -> QImage:
    """Return the picture without transparency: the corners of the phone are white on any page."""
    flat = QImage(picture.size(), QImage.Format.Format_RGB32)
    flat.setDevicePixelRatio(picture.devicePixelRatio())
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, picture)
    painter.end()
    return flat


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

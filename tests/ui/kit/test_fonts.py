from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QLabel

from bcdesktop.ui.kit.fonts import FAMILY, FontMissing, apply_font, check_font, load_fonts, ui_font
from bcdesktop.ui.kit.resources import resource


def test_a_label_is_drawn_with_the_bundled_font(qapp, qtbot) -> None:
    apply_font(qapp)
    label = QLabel("x")
    qtbot.addWidget(label)
    assert QFontInfo(label.font()).family() == FAMILY
    check_font(qapp)


def test_another_font_in_use_is_noticed(qapp) -> None:
    apply_font(qapp)
    right = qapp.font()
    wrong = QFont("no such family")
    wrong.setStyleHint(QFont.StyleHint.Monospace)
    try:
        qapp.setFont(wrong)
        if QFontInfo(wrong).family() == FAMILY:
            pytest.skip("this computer has no other font")
        with pytest.raises(FontMissing):
            check_font(qapp)
    finally:
        qapp.setFont(right)


def test_a_missing_file_is_told_with_its_path(qapp, monkeypatch) -> None:
    monkeypatch.setattr("bcdesktop.ui.kit.fonts.resource", lambda *parts: resource("fonts", "no such file.otf"))
    with pytest.raises(FontMissing, match="no such file"):
        load_fonts()


def test_every_weight_has_a_face_of_its_own(qapp) -> None:
    load_fonts()
    widths = set()
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font = ui_font(40)
        font.setWeight(weight)
        widths.add(round(QFontMetricsF(font).horizontalAdvance("Business Center"), 1))
    assert len(widths) == 4


def test_all_digits_have_the_same_width_so_that_a_countdown_stands_still(qapp) -> None:
    metrics = QFontMetricsF(ui_font(20))
    assert {round(metrics.horizontalAdvance(digit * 8), 1) for digit in "0123456789"} == {
        round(metrics.horizontalAdvance("00000000"), 1)
    }


def test_the_licence_lies_beside_the_font() -> None:
    text = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "Open Font License" in text
    assert "Copyright" in text

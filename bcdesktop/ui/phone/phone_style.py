"""What the kit's style sheet does not have: rows, app tiles, bars and sheets of the phone."""

from __future__ import annotations

from string import Template

from bcdesktop.ui.kit.resources import resource
from bcdesktop.ui.kit.theme import Theme

_SHEET = Template("""
QPushButton[role="row"] { background: transparent; border: 2px solid transparent; text-align: left; padding: 0;
    border-radius: ${radius}px; font-weight: 400; }
QPushButton[role="row"]:hover { background: $raised; }
QPushButton[role="row"]:pressed { background: $border; }
QPushButton[role="row"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[role="row"]:checked { background: $primary_soft; }
QPushButton[role="tile"] { background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
    padding: 0; }
QPushButton[role="tile"]:hover { background: transparent; }
QPushButton[role="tile"]:focus { border: 2px solid $focus; padding: 0; }
QToolButton[role="tab"] { background: transparent; border: 2px solid transparent; color: $muted; padding: 2px;
    border-radius: ${radius}px; font-size: ${small}pt; font-weight: 500; }
QToolButton[role="tab"]:checked { color: $text; font-weight: 700; }
QToolButton[role="tab"]:focus { border-color: $focus; }
QFrame[role="tab_bar"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="sheet"] { background: $surface; border: none; border-top-left-radius: ${sheet}px;
    border-top-right-radius: ${sheet}px; }
QFrame[role="banner"] { background: $surface; border: 1px solid $border; border-radius: ${sheet}px; }
QFrame[role="drop"] { background: $surface; border: 2px dashed $control_border; border-radius: ${sheet}px; }
QFrame[role="drop"][over="true"] { background: $primary_soft; border-color: $primary; }
QPushButton[role="home"] { background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
    padding: 0; }
QPushButton[role="home"]:focus { border-color: $focus; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { width: ${scroll}px; margin: 1px; }
QDateEdit::drop-down { border: none; width: ${drop}px; }
QDateEdit::down-arrow { image: url("$chevron"); width: ${line}px; height: ${line}px; }
QLabel[role="caption"] { color: $muted; font-size: ${small}pt; font-weight: 600; }
QLabel[role="clock"] { font-size: ${clock}pt; font-weight: 600; }
QLabel[role="status"] { font-size: ${small}pt; font-weight: 600; }
QLabel[role="digits"] { font-size: ${digits}pt; font-weight: 600; }
QLabel[role="quote"] { background: $raised; border-radius: ${radius}px; padding: 8px 12px; }
""")


def phone_style(theme: Theme, points: float, line: int) -> str:
    """Return the phone's own style sheet; ``points`` is the font's size, ``line`` the height of its line in pixels."""
    tokens = theme.tokens
    return _SHEET.substitute(
        raised=tokens.raised,
        border=tokens.border,
        control_border=tokens.control_border,
        surface=tokens.surface,
        text=tokens.text,
        muted=tokens.muted,
        focus=tokens.focus,
        primary=tokens.primary,
        primary_soft=tokens.primary_soft,
        line=line,
        scroll=max(4, round(line * 0.4)),
        drop=round(line * 1.6),
        chevron=resource("themes", "dark" if theme.is_dark else "light", "chevron-down.svg").as_posix(),
        radius=round(line * 0.5),
        sheet=round(line * 0.9),
        small=round(points * 0.88, 1),
        clock=round(points * 4.0, 1),
        digits=round(points * 1.5, 1),
    )

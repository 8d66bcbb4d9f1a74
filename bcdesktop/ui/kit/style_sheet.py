"""The one style sheet, made from tokens; all lengths come from the font."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont, QFontMetricsF

from bcdesktop.ui.kit.resources import resource
from bcdesktop.ui.kit.tokens import Tokens

_CONTROLS = Template("""
QPushButton, QToolButton[kind] {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: ${radius}px;
    padding: ${pad_v}px ${pad_h}px; font-weight: 500; }
QPushButton:hover, QToolButton[kind]:hover { background: $raised; }
QPushButton:pressed, QToolButton[kind]:pressed { background: $border; }
QPushButton:disabled, QToolButton[kind]:disabled { color: $muted; background: $background; border-color: $border; }
QPushButton:focus, QToolButton[kind]:focus {
    border: 2px solid $focus; padding: ${pad_v_focus}px ${pad_h_focus}px; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; border-color: $primary; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:pressed { background: $primary_pressed; }
QPushButton[kind="danger"] { background: $danger; color: $on_danger; border-color: $danger; font-weight: 600; }
QPushButton[kind="danger"]:hover { background: $danger_hover; border-color: $danger_hover; }
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
    background: $raised; color: $muted; border-color: $border; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"], QPushButton[kind="link"] {
    background: transparent; border-color: transparent; color: $primary; }
QToolButton[kind="quiet"] { color: $text; padding: ${pad_v}px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[kind="link"] { padding: 0; border: none; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus {
    border: 2px solid $focus; }
QToolButton[kind="quiet"]:focus { padding: ${pad_v_focus}px; }
QToolButton[kind="quiet"]:checked { background: $primary_soft; color: $primary; }
QPushButton::menu-indicator { image: url("$chevron"); width: ${icon}px; height: ${icon}px;
    subcontrol-position: right center; subcontrol-origin: padding; right: ${pad_v}px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: ${radius}px;
    padding: ${pad_v}px ${pad_field}px; selection-background-color: $primary; selection-color: $on_primary; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QTextEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $focus; padding: ${pad_v_focus}px ${pad_field_focus}px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"],
QTextEdit[invalid="true"], QPlainTextEdit[invalid="true"] {
    border: 2px solid $danger; padding: ${pad_v_focus}px ${pad_field_focus}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QTextEdit:disabled, QPlainTextEdit:disabled {
    background: $background; color: $muted; border-color: $border; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $background; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QAbstractSpinBox { padding: 0; }
QAbstractSpinBox:focus, QAbstractSpinBox[invalid="true"] { padding: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: ${pad_v}px ${pad_field}px; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: ${icon}px; height: ${icon}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none; padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${drop}px; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: ${icon_small}px; height: ${icon_small}px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: ${icon_small}px; height: ${icon_small}px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: ${radius_small}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${indicator}px; height: ${indicator}px; border: 1px solid $control_border; background: $surface; }
QCheckBox::indicator { border-radius: ${radius_small}px; }
QRadioButton::indicator { border-radius: ${indicator_half}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $primary; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $primary; border-color: $primary; image: url("$minus"); }
QRadioButton::indicator:checked { background: $primary; border-color: $primary; image: url("$dot"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $raised; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $control_border; }
""")

_VIEWS = Template("""
QTableView, QListView, QTreeView {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px; outline: none;
    selection-background-color: $selection; selection-color: $text; gridline-color: $border; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $focus; }
QTableView::item { padding: 0 ${pad_field}px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QTreeView::item { padding: 0 ${pad_field}px; }
QListView::item { padding: ${pad_v}px ${pad_field}px; border-radius: ${radius_small}px; }
QListView::item:hover:!selected { background: $raised; }
QHeaderView { background: $surface; border: none; border-top-left-radius: ${radius}px;
    border-top-right-radius: ${radius}px; }
QHeaderView::section { background: transparent; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: ${pad_v}px ${pad_header}px; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$chevron_up"); width: ${icon_small}px; height: ${icon_small}px;
    subcontrol-position: center right; right: 4px; }
QHeaderView::down-arrow { image: url("$chevron"); width: ${icon_small}px; height: ${icon_small}px;
    subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: $surface; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: ${pad_v}px ${pad_field}px; margin-right: 8px; font-weight: 500; }
QTabBar::tab:selected { color: $primary; border-bottom-color: $primary; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar::tab:focus { background: $primary_soft; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#qt_scrolled_frame { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${scroll}px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: ${scroll}px; margin: 2px; }
QScrollBar::handle { background: $control_border; border-radius: ${scroll_radius}px; }
QScrollBar::handle:vertical { min-height: ${drop}px; }
QScrollBar::handle:horizontal { min-width: ${drop}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: ${pad_v}px ${pad_h}px; border-radius: ${radius_small}px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QProgressBar { background: $raised; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; color: $text; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
QProgressBar[kind="warning"]::chunk { background: $warning; }
QProgressBar[kind="danger"]::chunk { background: $danger; }
QSplitter::handle { background: transparent; }
QGroupBox { border: 1px solid $border; border-radius: ${radius}px; margin-top: ${drop}px; padding: ${pad_field}px;
    font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $text; }
QWizard, QDialog, QMessageBox { background: $background; }
""")

_ROLES = Template("""
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-weight: 500; }
QLabel[role="muted"], QLabel[role="help"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="error"] { color: $danger; font-weight: 500; }
QLabel[role="success"] { color: $success; font-weight: 500; }
QLabel[role="warning"] { color: $warning; font-weight: 500; }
QLabel[role="number"] { font-size: ${number}pt; font-weight: 600; }
QLabel[role="digits"] { font-size: ${digits}pt; font-weight: 600; }
QLabel[role="code"] { background: $raised; border-radius: ${radius_small}px; padding: 4px 8px; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; }
QFrame[role="choice"] { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; }
QFrame[role="choice"][chosen="true"] { background: $primary_soft; border-color: $primary; }
QFrame[role="sidebar"], QWidget[role="sidebar"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="panel"] { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="toast"] { background: $text; border: none; border-radius: ${radius_card}px; }
QFrame[role="toast"] QLabel { color: $surface; }
QFrame[role="toast"] QPushButton, QFrame[role="toast"] QToolButton {
    background: transparent; color: $surface; border: 1px solid $surface; }
QFrame[role="toast"] QToolButton { border-color: transparent; padding: 4px; }
QFrame[role="toast"] QPushButton:hover, QFrame[role="toast"] QToolButton:hover { background: $muted; }
QFrame[role="toast"] QPushButton:focus, QFrame[role="toast"] QToolButton:focus { border: 2px solid $surface; }
QFrame[notice] { border: 1px solid $border; border-radius: ${radius_card}px; background: $surface; }
QFrame[notice="info"] { background: $primary_soft; border-color: $primary; }
QFrame[notice="success"] { background: $success_soft; border-color: $success; }
QFrame[notice="warning"] { background: $warning_soft; border-color: $warning; }
QFrame[notice="danger"] { background: $danger_soft; border-color: $danger; }
QLabel[badge] { border-radius: ${badge_radius}px; padding: ${badge_v}px ${badge_h}px; font-weight: 600;
    font-size: ${small}pt; }
QLabel[badge="neutral"] { background: $neutral_soft; color: $text; }
QLabel[badge="info"] { background: $primary_soft; color: $primary; }
QLabel[badge="success"] { background: $success_soft; color: $success; }
QLabel[badge="warning"] { background: $warning_soft; color: $warning; }
QLabel[badge="danger"] { background: $danger_soft; color: $danger; }
QLabel[badge="count"] { background: $primary; color: $on_primary; }
QPushButton[role="nav"] { background: transparent; border: 2px solid transparent; text-align: left;
    padding: ${pad_v_focus}px ${pad_field}px; font-weight: 500; color: $text; }
QPushButton[role="nav"]:hover { background: $raised; }
QPushButton[role="nav"]:disabled { background: transparent; color: $muted; }
QPushButton[role="nav"]:checked { background: $primary_soft; color: $primary; font-weight: 600; }
QPushButton[role="nav"]:focus { border-color: $focus; }
QPushButton[role="choice"] { text-align: left; padding: 12px; border-radius: ${radius_card}px; }
QPushButton[role="choice"]:checked { border: 2px solid $primary; background: $primary_soft; }
""")


def style_sheet(tokens: Tokens, font: QFont, scheme: str) -> str:
    """Return the style sheet for ``tokens``; ``scheme`` (``light``, ``dark``) picks the pictures of the controls."""
    metrics = QFontMetricsF(font)
    em, points = metrics.height(), font.pointSizeF()
    pad_v, pad_h = round(em * 0.4), round(em * 0.95)
    pad_field = round(em * 0.55)
    small = round(points * 0.9, 1)
    badge_v = max(1, round(em * 0.1))
    values: dict[str, object] = {
        **{name: tokens.color(name) for name in Tokens.__dataclass_fields__},
        "radius": round(em * 0.42),
        "radius_small": round(em * 0.25),
        "radius_card": round(em * 0.6),
        "pad_v": pad_v,
        "pad_h": pad_h,
        "pad_field": pad_field,
        # a cell's text keeps three pixels more from the edge than the style sheet says
        "pad_header": pad_field + 3,
        "pad_v_focus": pad_v - 1,
        "pad_h_focus": pad_h - 1,
        "pad_field_focus": pad_field - 1,
        "icon": round(em),
        "icon_small": round(em * 0.75),
        "indicator": round(em),
        # the border lies outside of the content's width
        "indicator_half": round(em) // 2 + 1,
        "drop": round(em * 1.6),
        "scroll": round(em * 0.7),
        "scroll_radius": max(2, (round(em * 0.7) - 4) // 2),
        "title": round(points * 1.6, 1),
        "heading": round(points * 1.2, 1),
        "number": round(points * 2.0, 1),
        "digits": round(points * 1.5, 1),
        "small": small,
        "badge_v": badge_v,
        "badge_h": round(em * 0.5),
        "badge_radius": round(em * 0.9 / 2) + badge_v,
    }
    for key, name in (
        ("chevron", "chevron-down"),
        ("chevron_up", "chevron-up"),
        ("check", "check"),
        ("minus", "minus"),
        ("dot", "dot"),
    ):
        values[key] = resource("themes", scheme, f"{name}.svg").as_posix()
    return "".join(part.substitute(values) for part in (_CONTROLS, _VIEWS, _ROLES))

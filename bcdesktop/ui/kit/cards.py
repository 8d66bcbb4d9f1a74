"""Parts a page is laid out with: the page itself, cards, and the panel beside a table (look.md, "Look")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.core.changes import ChangeKind
from bcdesktop.ui.kit.change_bridge import ChangeBridge, Listener
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.theme import theme_of


def text_label(text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Return a plain-text label in a role of the style sheet: title, heading, strong, label, muted, small, error..."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label


def named_button(name: str, text: str, slot: Callable[..., object]) -> QPushButton:
    """Return a button called ``name`` that calls ``slot``, a bound method of what lives as long."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(slot)
    return button


class Card(QFrame):
    """A raised area with its own column ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        self.title_label = text_label(title, "heading")
        # shown without a parent it would flash up as a window of its own
        if not title:
            self.title_label.hide()
        self.body.addWidget(self.title_label)


class Page(QWidget):
    """Title, one sentence, primary button at the right, filter row, content. A page builds itself when first shown.

    ``filter_row`` and ``content`` are layouts for the page's own widgets; ``set_primary`` places its button.
    """

    def __init__(
        self, title: str, sentence: str = "", *, bridge: ChangeBridge | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._listener = Listener(self, bridge) if bridge is not None else None
        self.title_label = text_label(title, "title")
        self.sentence_label = text_label(sentence, "muted", wrap=True)
        if not sentence:
            self.sentence_label.hide()
        self.primary_row = QHBoxLayout()
        self.primary_row.setSpacing(8)
        self.filter_row = QHBoxLayout()
        self.filter_row.setSpacing(8)
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addLayout(self.primary_row)
        head.setAlignment(self.primary_row, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self.filter_row)
        layout.addLayout(self.content, 1)

    def set_primary(self, *buttons: QWidget) -> None:
        """Place the primary button, and others before it, at the right of the title."""
        for button in buttons:
            self.primary_row.addWidget(button)

    def listen(self, kinds: Iterable[ChangeKind], slot: Callable[[], object], *, even_hidden: bool = False) -> None:
        """Call the bound method ``slot`` after changes of ``kinds`` (see Listener). Needs the page's ``bridge``."""
        if self._listener is None:
            raise RuntimeError("a page without a bridge cannot listen")
        self._listener.listen(kinds, slot, even_hidden=even_hidden)


class DetailsPanel(QFrame):
    """The panel beside a table: a head, tabs, and a close button. It comes up hidden.

    ``name`` begins the object names of its parts, so that the panels of one window can be told apart.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.title_label = text_label("", "heading", wrap=True, selectable=True)
        self.subtitle_label = text_label("", "muted", wrap=True, selectable=True)
        self.close_panel_button = QToolButton()
        self.close_panel_button.setObjectName(f"{name}_close_panel_button" if name else "close_panel_button")
        self.close_panel_button.setProperty("kind", "quiet")
        self.close_panel_button.setIcon(icon("x", theme_of(self), "muted"))
        self.close_panel_button.setIconSize(icon_size(self))
        self.close_panel_button.setAccessibleName(self.tr("Close details"))
        self.close_panel_button.setToolTip(self.tr("Close details (Esc)"))
        self.close_panel_button.clicked.connect(self.close_panel)
        self.badge_row = QHBoxLayout()
        self.badge_row.setSpacing(4)
        self.tabs = QTabWidget()
        self.tabs.setTabBarAutoHide(True)
        self.tabs.setObjectName(f"{name}_details_tabs" if name else "details_tabs")
        self.tabs.setAccessibleName(self.tr("Details"))
        self.tabs.setDocumentMode(True)
        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.subtitle_label)
        words.addLayout(self.badge_row)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.close_panel_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self.button_row)
        # an own minimum width would let the layout press what needs more, such as a row of badges
        layout.addSpacerItem(QSpacerItem(self.fontMetrics().averageCharWidth() * 44, 0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hide()

    def set_head(self, title: str, subtitle: str = "", badges: Iterable[QWidget] = ()) -> None:
        """Say what is shown; ``badges`` replace those of before."""
        self.title_label.setText(title)
        self.subtitle_label.setText(subtitle)
        self.subtitle_label.setVisible(bool(subtitle))
        clear_layout(self.badge_row)
        for badge in badges:
            self.badge_row.addWidget(badge)
        self.badge_row.addStretch(1)

    def add_tab(self, name: str, title: str, widget: QWidget) -> None:
        """Add a tab that scrolls; ``name`` becomes the object name of ``widget`` where it has none."""
        if not widget.objectName():
            widget.setObjectName(name)
        self.tabs.addTab(scrolled(widget), title)

    def add_buttons(self, *rows: Sequence[QWidget]) -> QVBoxLayout:
        """Add rows of buttons at the foot, one under the other, each from the left; return their column."""
        column = QVBoxLayout()
        column.setSpacing(8)
        for buttons in rows:
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.button_row.addLayout(column, 1)
        return column

    def close_panel(self) -> None:
        """Hide the panel and say so."""
        self.hide()
        self.closed.emit()


def clear_layout(layout: QLayout) -> None:
    """Take everything out of ``layout`` and delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def scrolled(widget: QWidget) -> QScrollArea:
    """Return ``widget`` in an area that scrolls up and down when it is too small; lines keep their height in it."""
    frame = QWidget()
    frame.setObjectName("qt_scrolled_frame")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(2, 12, 8, 8)
    layout.addWidget(widget)
    layout.addStretch(1)
    area = QScrollArea()
    area.setObjectName("qt_scrolled_area")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(frame)
    return area


def separator() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "line")
    return line

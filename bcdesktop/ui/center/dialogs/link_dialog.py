"""A dialog in which things are ticked and saved together: what Add assets and Link accounts share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.tables import Column
from bcdesktop.ui.kit.tick_table import TickTable

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class LinkChoice:
    """A row to tick. ``note`` says what is in the way of linking it; empty where nothing is.

    ``asset_kind`` tells linked from received TikTok accounts.
    """

    id: str
    name: str
    detail: str
    state: str
    kind: BadgeKind
    note: str = ""
    asset_kind: AssetKind | None = None


@dataclass(frozen=True)
class LinkWords:
    """What the dialog says. ``name`` begins its object names; ``columns`` are the titles of the first two columns."""

    name: str
    title: str
    sentence: str
    columns: tuple[str, str]
    hint: str
    save: str
    tick_first: str


class LinkDialog(QDialog):
    """What was ticked stays on a refusal. A row that cannot be linked says why, and is left out."""

    def __init__(self, session: Session, navigator: Navigator, words: LinkWords, empty: EmptyState) -> None:
        super().__init__(navigator.window)
        self.setObjectName(f"{words.name}_dialog")
        self._session, self._navigator, self._words = session, navigator, words
        self._wanted: set[object] = set()
        self.setWindowTitle(words.title)
        self.title_label = text_label(words.title, "heading", wrap=True)
        self.sentence_label = text_label(words.sentence, "muted", wrap=True)
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName(f"{words.name}_notice_close_button")
        self.bar.notice_action_button.setObjectName(f"{words.name}_notice_action_button")
        self.filter_edit = QLineEdit()
        self.filter_edit.setObjectName(f"{words.name}_filter_edit")
        self.filter_edit.setPlaceholderText(words.hint)
        self.filter_edit.setAccessibleName(words.hint)
        self.filter_edit.setClearButtonEnabled(True)
        self.table = self._table(words, empty)
        self.filter_edit.textChanged.connect(self.table.set_text_filter)
        self.table.filter_cleared.connect(self.filter_edit.clear)
        self.table.ticks_changed.connect(self.show_effect)
        self.effect_label = text_label("", wrap=True)
        self.effect_label.setObjectName(f"{words.name}_effect_label")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName(f"{words.name}_cancel_button")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = QPushButton(words.save)
        self.save_button.setObjectName(f"{words.name}_save_button")
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.above = QHBoxLayout()
        self.above.setSpacing(12)
        self._lay_out()
        self.show_effect()
        self.filter_edit.setFocus()

    def _table(self, words: LinkWords, empty: EmptyState) -> TickTable:
        first, second = words.columns
        return TickTable(
            f"{words.name}_table",
            (
                Column("name", first, _name, width=30),
                Column("detail", second, _detail, width=24),
                Column("state", self.tr("State"), _state, badge=_kind, width=22),
                Column("note", self.tr("Note"), _note, tooltip=_note, width=24),
            ),
            accessible_name=words.columns[0],
            empty=empty,
            whole_row=True,
        )

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.effect_label, 1)
        bottom.addWidget(self.cancel_button)
        bottom.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title_label)
        words.addWidget(self.sentence_label)
        layout.addLayout(words)
        layout.addWidget(self.bar)
        layout.addLayout(self.above)
        layout.addWidget(self.filter_edit)
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 112, line * 32)

    # ------------------------------------------------------------------ what is ticked
    def tick_once(self, ids: Iterable[str]) -> None:
        """Tick these as soon as they are in the list."""
        self._wanted = set(ids)

    def set_choices(self, choices: Iterable[LinkChoice]) -> None:
        """Show ``choices``; ticks of before stay where they still can."""
        self.table.set_records(choices)
        self.table.set_ticked([row.id for row in self.table.record_model.records if row.id in self._wanted])
        self._wanted = set()
        self.show_effect()

    def chosen(self) -> list[LinkChoice]:
        """Return what is ticked and can be linked."""
        return [choice for choice in self.table.ticked_records() if not choice.note]

    def show_effect(self) -> None:
        """Say what Save would do, and what is left out."""
        ticked, chosen = self.table.ticked_records(), self.chosen()
        text = self.tr("%1 ticked.").replace("%1", str(len(chosen))) if ticked else ""
        if len(ticked) > len(chosen):
            left_out = self.tr("%1 left out: the column Note says why.")
            text = f"{text} {left_out.replace('%1', str(len(ticked) - len(chosen)))}"
        self.effect_label.setText(text)
        why = self.why_not() or ("" if chosen else self._words.tick_first)
        self.save_button.setEnabled(not why)
        self.save_button.setToolTip(why)
        self.save_button.setStatusTip(why)

    # ------------------------------------------------------------------ what subclasses say
    def why_not(self) -> str:
        """Return why nothing can be saved, whatever is ticked; empty where something can."""
        return ""

    def work(self, chosen: Sequence[LinkChoice]) -> Callable[[], Any]:
        """Return what links ``chosen``, to be called on a worker."""
        raise NotImplementedError

    def said(self, result: Any) -> str:
        """Return what to say about the result of ``work``."""
        raise NotImplementedError

    def save(self) -> None:
        """Link what is ticked, in one step."""
        self.bar.dismiss()
        self.save_button.setEnabled(False)
        self._session.runner.run(self, self.work(self.chosen()), self._saved, self.refused)

    def read(self, work: Callable[[], Iterable[LinkChoice]]) -> None:
        """Read the choices on a worker."""
        self._session.runner.run(self, work, self.set_choices, self.refused)

    def _saved(self, result: Any) -> None:
        self._navigator.notices.success(self.said(result))
        self.accept()

    def refused(self, error: Exception) -> None:
        """Show why nothing was changed; what was ticked stays."""
        self.show_effect()
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)


def _name(choice: LinkChoice) -> str:
    return choice.name


def _detail(choice: LinkChoice) -> str:
    return choice.detail


def _state(choice: LinkChoice) -> str:
    return choice.state


def _kind(choice: LinkChoice) -> BadgeKind:
    return choice.kind


def _note(choice: LinkChoice) -> str:
    return choice.note

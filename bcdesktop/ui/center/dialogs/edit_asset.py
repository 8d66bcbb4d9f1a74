"""Create a catalog, pixel or audience, or change one."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.core.policy import Action, may
from bcdesktop.services import assets
from bcdesktop.ui.center.asset_form import AssetForm
from bcdesktop.ui.center.asset_words import kind_words
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.dialog_room import DialogRoom
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.core.grants import AssetKind
    from bcdesktop.services.asset_records import AssetRow, SourceChoices
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class EditAssetDialog(QDialog):
    """With ``row`` it changes that one, else it creates one. What was typed stays on a refusal."""

    saved = Signal(object)
    """The AssetRow that was made or changed."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, kind: AssetKind, row: AssetRow | None = None
    ) -> None:
        super().__init__(navigator.window)
        self.setObjectName("edit_asset_dialog")
        self._session, self._actor, self._navigator = session, actor, navigator
        self._row, self._key = row, uuid.uuid4().hex
        is_admin = may(Action.CREATE_ASSET, actor.role)
        title = kind_words(kind).create if row is None else self.tr("Change “%1”").replace("%1", row.name)
        self.setWindowTitle(title)
        self.title_label = text_label(title, "heading", wrap=True)
        self.bar = NoticeBar()
        self.bar.notice_close_button.setObjectName("edit_asset_notice_close_button")
        self.bar.notice_action_button.setObjectName("edit_asset_notice_action_button")
        self.form = AssetForm(kind, row, picks_source=is_admin and (row is None or row.is_owned))
        self.asset_cancel_button = QPushButton(self.tr("Cancel"))
        self.asset_cancel_button.setObjectName("asset_cancel_button")
        self.asset_cancel_button.setAutoDefault(False)
        self.asset_cancel_button.clicked.connect(self.reject)
        self.asset_save_button = QPushButton(self.tr("C&reate") if row is None else self.tr("&Save"))
        self.asset_save_button.setObjectName("asset_save_button")
        self.asset_save_button.setProperty("kind", "primary")
        self.asset_save_button.setDefault(True)
        self.asset_save_button.clicked.connect(self.save)
        self._lay_out()
        self._room = DialogRoom(self)
        self.form.first_focus().setFocus()
        if is_admin:
            session.runner.run(self, partial(assets.choices, session.context, actor), self._show_offer, self._refused)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.asset_cancel_button)
        buttons.addWidget(self.asset_save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.title_label)
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * 76, line * 14)

    def _show_offer(self, offer: SourceChoices) -> None:
        self.form.show_offer(offer)

    def save(self) -> None:
        """Do it off the GUI thread; errors come back to their fields."""
        self.bar.dismiss()
        self.form.clear_errors()
        context, row = self._session.context, self._row
        try:
            if row is None:
                work = partial(assets.create, context, self._actor, self.form.new_asset(), self._key)
            else:
                work = partial(assets.change, context, self._actor, row.id, self.form.change(), row.version)
        except InputRefused as error:
            self.form.show_error(error)
            return
        self.asset_save_button.setEnabled(False)
        self._session.runner.run(self, work, self._saved, self._refused)

    def _saved(self, row: AssetRow) -> None:
        text = self.tr("“%1” was created.") if self._row is None else self.tr("“%1” was changed.")
        self._navigator.notices.success(text.replace("%1", row.name))
        self.saved.emit(row)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.asset_save_button.setEnabled(True)
        if isinstance(error, InputRefused) and self.form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        self.bar.show_error(error)

"""Accounts > Add assets > TikTok accounts > tick > Save: what an ad account works with (A1-16 to A1-18; D6)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import ad_links, assets
from bcdesktop.ui.center.dialogs.link_dialog import LinkChoice, LinkDialog, LinkWords
from bcdesktop.ui.center.link_choices import asset_choices, open_ad_accounts, tiktok_account_choices
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.choices import Choice
from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.fields import SearchCombo

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class AddAssetsDialog(LinkDialog):
    """``asset_id`` is the ad account; without one it is chosen here. ``ticked``, of ``kind``, are ticked at first."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        asset_id: str | None = None,
        ticked: Iterable[str] = (),
        kind: AssetKind = AssetKind.TIKTOK_ACCOUNT,
    ) -> None:
        self._actor, self._key = actor, uuid.uuid4().hex
        self._wanted_id = asset_id
        super().__init__(session, navigator, _words(), _empty())
        self.tick_once(ticked)
        self.add_assets_ad_account_combo = SearchCombo()
        self.add_assets_kind_combo = QComboBox()
        for one, text in _types():
            self.add_assets_kind_combo.addItem(text, one)
        self.add_assets_kind_combo.setCurrentIndex(self.add_assets_kind_combo.findData(kind))
        self._above("add_assets_ad_account_combo", self.tr("Ad acco&unt"), self.add_assets_ad_account_combo, 3)
        self._above("add_assets_kind_combo", self.tr("Asset &type"), self.add_assets_kind_combo, 2)
        self.add_assets_ad_account_combo.chosen.connect(self._read_choices)
        self.add_assets_kind_combo.currentIndexChanged.connect(self._read_choices)
        self.show_effect()
        session.runner.run(self, partial(open_ad_accounts, session.context, actor), self._show_accounts, self.refused)

    def _above(self, name: str, text: str, field: QWidget, stretch: int) -> None:
        label = text_label(text, "label")
        label.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        self.above.addLayout(column, stretch)

    @property
    def kind(self) -> AssetKind:
        """The chosen type."""
        return AssetKind(self.add_assets_kind_combo.currentData())

    def _show_accounts(self, rows: list[AdAccountRow]) -> None:
        combo = self.add_assets_ad_account_combo
        combo.set_choices(Choice(row.id, f"{row.name} · {row.number}") for row in rows)
        if self._wanted_id is not None:
            combo.set_value(self._wanted_id)
        elif len(rows) == 1:
            combo.set_value(rows[0].id)
        if not combo.value():
            combo.setFocus()
        self.show_effect()

    def _read_choices(self) -> None:
        asset_id, kind = self.add_assets_ad_account_combo.value(), self.kind
        if not asset_id:
            self.set_choices(())
            return
        context, actor = self._session.context, self._actor
        reading: Callable[[], list[LinkChoice]] = partial(asset_choices, context, actor, kind)
        if kind is AssetKind.TIKTOK_ACCOUNT:
            reading = partial(tiktok_account_choices, context, actor, asset_id)
        shown = partial(self._show_choices, asset_id, kind)
        self._session.runner.run(self, reading, shown, self.refused)

    def _show_choices(self, asset_id: str, kind: AssetKind, choices: list[LinkChoice]) -> None:
        """Show them unless another ad account or type was chosen meanwhile."""
        if (asset_id, kind) == (self.add_assets_ad_account_combo.value(), self.kind):
            self.set_choices(choices)

    def why_not(self) -> str:
        """Return that an ad account has to be chosen first."""
        combo = getattr(self, "add_assets_ad_account_combo", None)
        return "" if combo is not None and combo.value() else self.tr("Choose the ad account first.")

    def work(self, chosen: Sequence[LinkChoice]) -> Callable[[], Any]:
        """Return what links what is ticked to the ad account."""
        asset_id, context, actor = self.add_assets_ad_account_combo.value(), self._session.context, self._actor
        if self.kind is AssetKind.TIKTOK_ACCOUNT:
            accounts = [(choice.asset_kind or self.kind, choice.id) for choice in chosen]
            return partial(ad_links.link, context, actor, asset_id, accounts, self._key)
        return partial(assets.link_all, context, actor, asset_id, [choice.id for choice in chosen], self._key)

    def said(self, result: int) -> str:
        """Return how many were linked."""
        name = self.add_assets_ad_account_combo.currentText().rpartition(" · ")[0]
        text = self.tr("1 linked to “%2”.") if result == 1 else self.tr("%1 linked to “%2”.")
        return text.replace("%1", str(result)).replace("%2", name)


def _types() -> list[tuple[AssetKind, str]]:
    translate = QCoreApplication.translate
    return [
        (AssetKind.TIKTOK_ACCOUNT, translate("AddAssetsDialog", "TikTok accounts")),
        (AssetKind.CATALOG, translate("AddAssetsDialog", "Catalogs")),
        (AssetKind.PIXEL, translate("AddAssetsDialog", "Pixels")),
        (AssetKind.AUDIENCE, translate("AddAssetsDialog", "Audiences")),
    ]


def _words() -> LinkWords:
    translate = QCoreApplication.translate
    return LinkWords(
        name="add_assets",
        title=translate("AddAssetsDialog", "Add assets"),
        sentence=translate(
            "AddAssetsDialog",
            "Choose the ad account and tick what it shall work with. Everybody who makes ads in it can then use a "
            "linked TikTok account as their identity.",
        ),
        columns=(translate("AddAssetsDialog", "Name"), translate("AddAssetsDialog", "Handle or ID")),
        hint=translate("AddAssetsDialog", "Search by name, handle or ID"),
        save=translate("AddAssetsDialog", "&Save"),
        tick_first=translate("AddAssetsDialog", "Tick at least one that is not linked yet."),
    )


def _empty() -> EmptyState:
    translate = QCoreApplication.translate
    return EmptyState(
        translate("AddAssetsDialog", "Nothing to add here yet"),
        translate(
            "AddAssetsDialog", "Choose an ad account above. What this Business Center has of a type stands here."
        ),
        icon_name="layers",
    )

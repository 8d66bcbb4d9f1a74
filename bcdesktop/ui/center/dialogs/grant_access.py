"""Grant access: several kinds of assets at once for one person or partner, from their side (domain.md 6.1.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from bcdesktop.core.grants import (
    REACHED_KINDS,
    ROLES_OF,
    TIKTOK_ACCOUNT_KINDS,
    AssetKind,
    Holder,
    HolderKind,
    effect_of,
    usual_role,
)
from bcdesktop.services import grants
from bcdesktop.services.people_records import AssetChoice, Assignment, Candidate
from bcdesktop.ui.center.access_words import assets_text, effect_text, kinds_title
from bcdesktop.ui.center.dialogs.access_dialog import AccessDialog
from bcdesktop.ui.center.role_picker import PickerWords, PickItem, RolePicker
from bcdesktop.ui.center.share_picker import EVERY_KIND
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.grants import Effect
    from bcdesktop.core.roles import AssetRole
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_NAMES = {AssetKind.TIKTOK_ACCOUNT: "grant", AssetKind.SHARED_TIKTOK_ACCOUNT: "grant_shared"}


@dataclass(frozen=True)
class _Offer:
    """What the dialog works with, read in one go."""

    holder: Candidate
    assets: tuple[AssetChoice, ...]
    present: Mapping[tuple[str, str], AssetRole]


def _read(context: Context, actor: Actor, holder: Holder) -> _Offer:
    given = grants.assets_of(context, actor, holder)
    present = {(holder.id, row.asset_id): row.role for row in given}
    return _Offer(grants.candidate(context, actor, holder), grants.asset_choices(context, actor), present)


class GrantAccessDialog(AccessDialog):
    """One tab for each kind of asset there is; everything chosen gets a role of its own."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, holder: Holder) -> None:
        super().__init__(session, actor, navigator, "grant_access")
        self.setWindowTitle(self.tr("Grant access"))
        self._holder = holder
        self._offer: _Offer | None = None
        self.kind_tabs = QTabWidget()
        self.kind_tabs.setObjectName("grant_access_tabs")
        self.kind_tabs.setAccessibleName(self.tr("Kinds of assets"))
        self.kind_tabs.setDocumentMode(True)
        is_partner = holder.kind is HolderKind.PARTNER
        # what is shared with this Business Center cannot be shared on
        kinds = EVERY_KIND if is_partner else tuple(AssetKind)
        self.pickers = {kind: self._picker(kind) for kind in kinds}
        for kind, picker in self.pickers.items():
            index = self.kind_tabs.addTab(picker, kinds_title(kind))
            # a kind there is nothing of takes no room
            self.kind_tabs.setTabVisible(index, kind in TIKTOK_ACCOUNT_KINDS)
        self.content.addWidget(self.kind_tabs, 1)
        self.give_button.setText(self.tr("&Grant access"))
        self.pickers[AssetKind.TIKTOK_ACCOUNT].filter_edit.setFocus()
        work = partial(_read, session.context, actor, holder)
        session.runner.run(self, work, self._show, self.was_refused)

    def _picker(self, kind: AssetKind) -> RolePicker:
        is_shared, is_tiktok = kind is AssetKind.SHARED_TIKTOK_ACCOUNT, kind in TIKTOK_ACCOUNT_KINDS
        name = self.tr("Name and partner") if is_shared else self.tr("Name")
        words = PickerWords(
            items=kinds_title(kind),
            name_title=self.tr("Account") if is_tiktok else label_of(kind),
            detail_title=name if is_tiktok else self.tr("ID and owner"),
            filter_hint=self.tr("Search accounts") if is_tiktok else self.tr("Search by name or ID"),
            all_kinds=kinds_title(kind),
            nothing_chosen=self.tr("Tick what to give in the list. Each gets a role of its own here."),
            empty_title=self.tr("Nothing shared with you") if is_shared else self.tr("No active TikTok account"),
            empty_text=self.tr("Accounts a partner shares with this Business Center stand here.")
            if is_shared
            else self.tr("Add a TikTok account first and get it approved."),
        )
        picker = RolePicker(_NAMES.get(kind, f"grant_{kind.value}"), words)
        picker.changed.connect(self.show_effect)
        return picker

    def _show(self, offer: _Offer) -> None:
        self._offer = offer
        self.title_label.setText(self.tr("What may %1 use?").replace("%1", offer.holder.name))
        self.title_label.setToolTip(offer.holder.detail)
        for kind, picker in self.pickers.items():
            mine = [asset for asset in offer.assets if asset.kind is kind and self._may_get(asset)]
            picker.set_items([self._item(asset) for asset in mine])
            picker.table.sort_by("name")
            if kind in REACHED_KINDS:
                self.kind_tabs.setTabVisible(self.kind_tabs.indexOf(picker), bool(mine))
        if self._holder.kind is HolderKind.PARTNER:
            self.set_notes([self.tr("The partner gives these to its own people.")])
        self.show_effect()

    def _may_get(self, asset: AssetChoice) -> bool:
        return self._holder.kind is HolderKind.MEMBER or asset.owner_name is None

    def _item(self, asset: AssetChoice) -> PickItem:
        assert self._offer is not None  # noqa: S101 - shown after it was read
        now = self._offer.present.get((self._holder.id, asset.id))
        is_partner = self._holder.kind is HolderKind.PARTNER
        return PickItem(
            id=asset.id,
            name=asset.name,
            detail=asset.display_name if asset.owner_name is None else f"{asset.display_name} · {asset.owner_name}",
            kind=kinds_title(asset.kind),
            now="–" if now is None else label_of(now),
            role=now or (ROLES_OF[asset.kind][-1] if is_partner else usual_role(asset.kind)),
            limit=asset.limit,
            asset_kind=asset.kind,
        )

    def wanted(self) -> list[Assignment]:
        """Return what is asked for, of all kinds."""
        roles = {asset_id: role for picker in self.pickers.values() for asset_id, role in picker.roles().items()}
        return [Assignment(asset_id, self._holder, role) for asset_id, role in roles.items()]

    def show_effect(self) -> None:
        """Say what Grant access would change, and on each tab how many were chosen there."""
        for kind, picker in self.pickers.items():
            chosen, title = len(picker.roles()), kinds_title(kind)
            self.kind_tabs.setTabText(self.kind_tabs.indexOf(picker), f"{title} ({chosen})" if chosen else title)
        wanted = self.wanted()
        if not wanted:
            self.set_effect("", self.tr("Choose something first."))
            return
        effect = self._effect()
        chosen = (kind for kind, picker in self.pickers.items() for _asset_id in picker.roles())
        text = f"{assets_text(chosen)}: {effect_text(effect)}."
        self.set_effect(text, "" if effect.does_something else self.tr("This is what there is already."))

    def _effect(self) -> Effect:
        present = {} if self._offer is None else self._offer.present
        wanted = {(one.holder.id, one.asset_id): one.role for one in self.wanted() if one.role is not None}
        return effect_of(present, wanted)

    def give(self) -> None:
        """Do it in one step."""
        if self._offer is not None:
            said = self.tr("%1: %2.").replace("%1", self._offer.holder.name).replace("%2", effect_text(self._effect()))
            self.send(self.wanted(), self._offer.present, said)

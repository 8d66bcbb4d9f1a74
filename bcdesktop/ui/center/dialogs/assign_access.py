"""Assign a new member: people and partners for the accounts that were ticked, a role for each (A2-35 to A2-39)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.grants import (
    ROLES_OF,
    TIKTOK_ACCOUNT_KINDS,
    AssetKind,
    HolderKind,
    effect_of,
    least,
    mightiest,
    usual_role,
)
from bcdesktop.core.roles import AssetRole, BusinessCenterRole
from bcdesktop.services import grants
from bcdesktop.services.people_records import AssetChoice, Assignment, Candidate
from bcdesktop.ui.center.access_words import assets_text, effect_text, people_text
from bcdesktop.ui.center.dialogs.access_dialog import AccessDialog
from bcdesktop.ui.center.role_picker import PickerWords, PickItem, RolePicker
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.grants import Effect
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


@dataclass(frozen=True)
class _Offer:
    """What the dialog works with, read in one go."""

    assets: tuple[AssetChoice, ...]
    candidates: tuple[Candidate, ...]
    present: Mapping[tuple[str, str], AssetRole]


def _read(context: Context, actor: Actor, asset_ids: Sequence[str], kinds: Collection[AssetKind]) -> _Offer:
    wanted = set(asset_ids)
    assets = tuple(asset for asset in grants.asset_choices(context, actor, kinds) if asset.id in wanted)
    present = grants.roles_on(context, actor, [asset.id for asset in assets])
    return _Offer(assets, grants.candidates(context, actor), present)


class AssignAccessDialog(AccessDialog):
    """Gives ``asset_ids`` to several people and partners: TikTok accounts (links and shares), or assets of one kind."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        asset_ids: Sequence[str],
        kind: AssetKind = AssetKind.TIKTOK_ACCOUNT,
    ) -> None:
        super().__init__(session, actor, navigator, "assign_access")
        self.setWindowTitle(self.tr("Assign a new member"))
        self._kinds = TIKTOK_ACCOUNT_KINDS if kind in TIKTOK_ACCOUNT_KINDS else (kind,)
        self._asset_ids = tuple(asset_ids)
        self._offer = _Offer((), (), {})
        self.picker = RolePicker("assign", self._picker_words())
        self.content.addWidget(self.picker, 1)
        self.picker.changed.connect(self.show_effect)
        self.give_button.setText(self.tr("&Assign"))
        self.picker.filter_edit.setFocus()
        self.read()

    def _picker_words(self) -> PickerWords:
        return PickerWords(
            items=self.tr("People and partners"),
            name_title=self.tr("Name"),
            detail_title=self.tr("E-mail or Business Center ID"),
            filter_hint=self.tr("Search people and partners"),
            all_kinds=self.tr("People and partners"),
            nothing_chosen=self.tr("Tick people or partners in the list. Each gets a role of their own here."),
            empty_title=self.tr("Nobody to give it to"),
            empty_text=self.tr("Invite members in Users > Members, or a partner in Users > Partners."),
        )

    def read(self) -> None:
        """Read who can be picked and what they have."""
        work = partial(_read, self._session.context, self._actor, self._asset_ids, self._kinds)
        self._session.runner.run(self, work, self._show, self.was_refused)

    def _show(self, offer: _Offer) -> None:
        self._offer = offer
        names = [asset.name for asset in offer.assets]
        self.title_label.setText(self._title(names))
        self.title_label.setToolTip("\n".join(names))
        self.set_notes(self._notes())
        only_shared = not any(_is_own(asset) for asset in offer.assets)
        self.picker.set_items(
            [
                self._item(candidate)
                for candidate in offer.candidates
                if not (only_shared and candidate.holder.kind is HolderKind.PARTNER)
            ]
        )
        self.show_effect()

    def _title(self, names: list[str]) -> str:
        if len(names) == 1:
            return self.tr("Who may use %1?").replace("%1", names[0])
        return self.tr("Who may use these %1?").replace("%1", assets_text(asset.kind for asset in self._offer.assets))

    def _notes(self) -> list[str]:
        assets, notes = self._offer.assets, []
        if len(assets) < len(self._asset_ids):
            text = self.tr("%1 of those you ticked are left out: access to them has ended.")
            notes.append(text.replace("%1", str(len(self._asset_ids) - len(assets))))
        limits = sorted({asset.limit for asset in assets if asset.limit is not ROLES_OF[asset.kind][0]})
        for limit in limits:
            limited = [asset.name for asset in assets if asset.limit is limit]
            text = self.tr("Given to you as %2, so nobody gets more than %2 on it: %1")
            notes.append(text.replace("%2", label_of(limit)).replace("%1", ", ".join(limited)))
        if not all(_is_own(asset) for asset in assets):
            notes.append(self.tr("What belongs to others cannot be shared on; partners get only your own."))
        return notes

    def _item(self, candidate: Candidate) -> PickItem:
        roles = {self._offer.present.get((candidate.id, asset.id)) for asset in self._offer.assets}
        is_partner = candidate.holder.kind is HolderKind.PARTNER
        kind = self._kinds[0]
        proposed = ROLES_OF[kind][-1] if is_partner else usual_role(kind)
        limit = mightiest(asset.limit for asset in self._offer.assets) or ROLES_OF[kind][-1]
        only = next(iter(roles)) if len(roles) == 1 else None
        return PickItem(
            id=candidate.id,
            name=candidate.name,
            detail=candidate.detail,
            kind=self._kind(candidate),
            now=label_of(only) if only is not None else self.tr("Some") if roles - {None} else "–",
            role=only or proposed,
            limit=limit,
            asset_kind=kind,
        )

    def _kind(self, candidate: Candidate) -> str:
        if candidate.role is BusinessCenterRole.ADMIN:
            return label_of(BusinessCenterRole.ADMIN)
        return label_of(candidate.holder.kind)

    def wanted(self) -> list[Assignment]:
        """Return what is asked for; nobody is given more than a share allows, and no share is passed on."""
        roles = self.picker.roles()
        return [
            Assignment(asset.id, candidate.holder, least(roles[candidate.id], asset.limit))
            for candidate in self._offer.candidates
            if candidate.id in roles
            for asset in self._offer.assets
            if candidate.holder.kind is HolderKind.MEMBER or _is_own(asset)
        ]

    def show_effect(self) -> None:
        """Say what Assign would change, such as "3 accounts × 2 people: 5 new, 1 changed."."""
        roles = self.picker.roles()
        if not roles:
            self.set_effect("", self.tr("Choose somebody first."))
            return
        effect = self._effect()
        partners = sum(
            candidate.id in roles and candidate.holder.kind is HolderKind.PARTNER
            for candidate in self._offer.candidates
        )
        who = people_text(len(roles) - partners, partners)
        text = f"{assets_text(asset.kind for asset in self._offer.assets)} × {who}: {effect_text(effect)}."
        self.set_effect(text, "" if effect.does_something else self.tr("Everybody chosen has this role already."))

    def _effect(self) -> Effect:
        wanted = {(one.holder.id, one.asset_id): one.role for one in self.wanted() if one.role is not None}
        return effect_of(self._offer.present, wanted)

    def give(self) -> None:
        """Do it in one step."""
        said = self.tr("Access given: %1.").replace("%1", effect_text(self._effect()))
        self.send(self.wanted(), self._offer.present, said)


def _is_own(asset: AssetChoice) -> bool:
    return asset.owner_name is None and asset.kind is not AssetKind.SHARED_TIKTOK_ACCOUNT

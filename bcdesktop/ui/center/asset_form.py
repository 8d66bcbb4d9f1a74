"""The fields of a catalog, pixel or audience: which there are, what was typed, what it makes (domain.md 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.errors import ValueMalformed
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.new_assets import AssetChange, NewAsset, NewAudience, NewCatalog, NewPixel
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.choices import Choice
from bcdesktop.ui.kit.fields import SearchCombo
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.asset_records import AssetRow, SourceChoices


class AssetForm(Form):
    """The form for a new asset, or with ``row`` for a change of that one.

    ``picks_source``: whether the person may choose the TikTok account data comes from, as the owner's admins do.
    """

    def __init__(self, kind: AssetKind, row: AssetRow | None, *, picks_source: bool) -> None:
        super().__init__()
        self._kind, self._row = kind, row
        self._combos: dict[str, SearchCombo] = {}
        self.asset_name_edit = QLineEdit()
        self.asset_name_edit.setObjectName("asset_name_edit")
        self.add("name", self.tr("&Name"), self.asset_name_edit)
        {AssetKind.CATALOG: self._catalog, AssetKind.PIXEL: self._pixel, AssetKind.AUDIENCE: self._audience}[kind]()
        if picks_source:
            self._source()
        if row is not None:
            self._fill_in(row)

    def _catalog(self) -> None:
        if self._row is None:
            self.catalog_kind_combo = QComboBox()
            self.catalog_kind_combo.setObjectName("catalog_kind_combo")
            for kind in CatalogKind:
                self.catalog_kind_combo.addItem(label_of(kind), kind.value)
            self.add(
                "catalog_kind",
                self.tr("&Kind"),
                self.catalog_kind_combo,
                help=self.tr("It cannot be changed afterwards."),
            )
        self.country_combo = self._search("country", self.tr("&Country or region"), choices.countries())
        self.currency_combo = self._search("currency", self.tr("C&urrency"), choices.currencies())

    def _pixel(self) -> None:
        self.website_edit = QLineEdit()
        self.website_edit.setObjectName("website_edit")
        self.website_edit.setPlaceholderText("https://shop.example.com")
        self.add("website", self.tr("&Website"), self.website_edit, help=self.tr("The page the pixel stands on."))

    def _audience(self) -> None:
        if self._row is None:
            self.audience_kind_combo = QComboBox()
            self.audience_kind_combo.setObjectName("audience_kind_combo")
            for kind in AudienceKind:
                self.audience_kind_combo.addItem(label_of(kind), kind.value)
            self.add(
                "audience_kind",
                self.tr("&Kind"),
                self.audience_kind_combo,
                help=self.tr("Custom: people you know. Lookalike: people like those of a custom audience."),
            )
            self.source_asset_combo = self._search("source_asset_id", self.tr("&Made of"), ())
            self.audience_kind_combo.currentIndexChanged.connect(self._show_made_of)
            self._show_made_of()
        self.description_edit = QLineEdit()
        self.description_edit.setObjectName("description_edit")
        self.add("description", self.tr("&Description (optional)"), self.description_edit)

    def _source(self) -> None:
        self.source_link_combo = self._search("source_link_id", self.tr("&TikTok account data comes from"), ())
        self.set_help(
            "source_link_id", self.tr("Optional. Data stops as soon as that account is no longer linked to you.")
        )

    def _search(self, field: str, label: str, entries: tuple[Choice, ...]) -> SearchCombo:
        combo = SearchCombo(entries)
        combo.setObjectName(f"{field.removesuffix('_id')}_combo")
        self._combos[field] = combo
        self.add(field, label, combo)
        return combo

    def _show_made_of(self) -> None:
        self.set_field_visible("source_asset_id", self._audience_kind() is AudienceKind.LOOKALIKE)

    def _audience_kind(self) -> AudienceKind:
        return AudienceKind(self.audience_kind_combo.currentData())

    def _fill_in(self, row: AssetRow) -> None:
        self.asset_name_edit.setText(row.name)
        details = row.details
        for field in ("country", "currency"):
            if field in self._combos:
                self._combos[field].set_value(getattr(details, field))
        if self._kind is AssetKind.PIXEL:
            self.website_edit.setText(getattr(details, "website", ""))
        if self._kind is AssetKind.AUDIENCE:
            self.description_edit.setText(getattr(details, "description", ""))

    def show_offer(self, offer: SourceChoices) -> None:
        """Offer these accounts and audiences; a new form gets the usual country and currency."""
        row = self._row
        if "source_link_id" in self._combos:
            combo = self._combos["source_link_id"]
            entries = [Choice("", self.tr("None")), *(Choice(ref, f"@{handle}") for ref, handle in offer.accounts)]
            now = "" if row is None or row.source_link_id is None else row.source_link_id
            if now and now not in {entry.value for entry in entries}:
                gone = self.tr("@%1 (no longer linked)").replace("%1", "" if row is None else row.source_handle)
                entries.append(Choice(now, gone))
            combo.set_choices(entries)
            combo.set_value(now)
        if row is not None:
            return
        if "source_asset_id" in self._combos:
            self._combos["source_asset_id"].set_choices([Choice(ref, name) for ref, name in offer.audiences])
            if not offer.audiences:
                self.set_help("source_asset_id", self.tr("There is no custom audience yet. Create one first."))
        for field in ("country", "currency"):
            if field in self._combos:
                self._combos[field].set_value(getattr(offer, field))

    def first_focus(self) -> QWidget:
        """Return the field to start with."""
        return self.asset_name_edit

    def new_asset(self) -> NewAsset:
        """Return what was typed, for a new asset. Raises ValueMalformed for a text that is in none of the lists."""
        name, source = self.asset_name_edit.text(), self._chosen("source_link_id") or None
        if self._kind is AssetKind.CATALOG:
            kind = CatalogKind(self.catalog_kind_combo.currentData())
            return NewCatalog(name, kind, self._chosen("country"), self._chosen("currency"), source)
        if self._kind is AssetKind.PIXEL:
            return NewPixel(name, self.website_edit.text(), source)
        kind = self._audience_kind()
        made_of = self._chosen("source_asset_id") if kind is AudienceKind.LOOKALIKE else ""
        return NewAudience(name, kind, self.description_edit.text(), made_of or None, source)

    def change(self) -> AssetChange:
        """Return what was typed, for a change. Raises ValueMalformed for a text that is in none of the lists."""
        return AssetChange(
            name=self.asset_name_edit.text(),
            country=self._chosen("country") if "country" in self._combos else None,
            currency=self._chosen("currency") if "currency" in self._combos else None,
            website=self.website_edit.text() if self._kind is AssetKind.PIXEL else None,
            description=self.description_edit.text() if self._kind is AssetKind.AUDIENCE else None,
            source_link_id=self._changed_source(),
        )

    def _changed_source(self) -> str | None:
        """Return another source, or None where it stays, even where it is one that is not linked any more."""
        if "source_link_id" not in self._combos or self._row is None:
            return None
        chosen = self._chosen("source_link_id")
        return None if chosen == (self._row.source_link_id or "") else chosen

    def _chosen(self, field: str) -> str:
        combo = self._combos.get(field)
        if combo is None:
            return ""
        is_listed = combo.findText(combo.currentText()) >= 0
        if combo.currentText().strip() and not combo.value() and not is_listed:
            raise ValueMalformed(field, field if field in {"country", "currency"} else "choice")
        return combo.value()

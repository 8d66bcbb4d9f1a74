"""One of two Business Centers on two computers that share with each other by texts."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.services import partner_texts, partners
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor


@dataclass
class Side:
    """One Business Center on its computer."""

    context: Context
    actor: Actor

    def newest(self, row) -> str:
        return partner_texts.newest(self.context, self.actor, row.id)

    def take(self, text: str):
        return partner_texts.take(self.context, self.actor, text)

    def look_at(self, text: str):
        return partner_texts.look_at(self.context, self.actor, text)

    def get(self, row):
        return partners.get(self.context, self.actor, row.id)

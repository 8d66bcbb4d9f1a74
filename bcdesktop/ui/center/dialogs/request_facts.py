"""Who asks, for which account, for what and until when: beside a code and in the Requests panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.ui.center.request_words import addressee_text, kind_text, method_text
from bcdesktop.ui.kit.facts import Fact, FactList
from bcdesktop.ui.kit.time_text import date_text, exact, short
from bcdesktop.ui.kit.words import label_of, permission_words

if TYPE_CHECKING:
    from datetime import datetime

    from bcdesktop.services.records import RequestRow


class RequestFacts(FactList):
    """The facts of one request."""

    def show_row(self, row: RequestRow) -> None:
        """Show the facts of ``row``."""
        level = label_of(PermissionLevel.DELIVER_ADS)
        permissions = "\n".join((level, *(f"· {word}" for word in permission_words(row.permissions))))
        facts = [
            Fact(self.tr("Business Center"), row.business_center_name),
            Fact(self.tr("For the account"), addressee_text(row)),
            Fact(self.tr("Permissions"), permissions),
            Fact(self.tr("Access ends"), *self._end(row.wanted_end)),
            Fact(self.tr("Way"), f"{kind_text(row.kind)} · {method_text(row.method)}"),
            Fact(self.tr("Asked by"), f"{row.requested_by_name} · {short(row.created_at)}", exact(row.created_at)),
        ]
        if row.purpose:
            facts.insert(3, Fact(self.tr("Purpose"), row.purpose))
        self.show_facts(facts)

    def _end(self, wanted_end: datetime | None) -> tuple[str, str]:
        if wanted_end is None:
            return self.tr("No end date"), ""
        return date_text(wanted_end), exact(wanted_end)

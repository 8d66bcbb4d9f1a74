"""The frozen records of end dates. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcdesktop.core.grants import AssetKind


class Dated(StrEnum):
    """What can have an end date."""

    LINK = "link"
    """The access to a TikTok account; its date is the owner's."""
    GRANT = "grant"
    """What a member was given."""
    PARTNERSHIP = "partnership"


@dataclass(frozen=True)
class EndingSoon:
    """Access that ends by its date within the next days.

    ``id`` is the link's, the grant's or the partnership's. ``name`` is the asset, or the partner; ``holder_name`` the
    member who loses it, empty for links and partnerships. ``can_extend``: this person may move the date.
    """

    kind: Dated
    id: str
    name: str
    ends_at: datetime
    holder_name: str = ""
    holder_id: str = ""
    asset_id: str = ""
    asset_kind: AssetKind | None = None
    can_extend: bool = True

    @property
    def key(self) -> str:
        """A key for lines."""
        return f"{self.kind}_{self.id}"

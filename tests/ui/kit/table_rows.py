"""Records and columns for the tests of the table."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import RIGHT, Column


@dataclass(frozen=True)
class Account:
    """What a row shows."""

    id: int
    handle: str
    followers: int | None
    is_ready: bool = False


COLUMNS = (
    Column("handle", "Account", lambda r: f"@{r.handle}"),
    Column("followers", "Followers", lambda r: f"{r.followers}", sort=lambda r: r.followers, align=RIGHT),
    Column(
        "ready",
        "Spark Ads",
        lambda r: "Ready" if r.is_ready else "Not ready",
        badge=lambda r: BadgeKind.SUCCESS if r.is_ready else None,
    ),
)


def accounts(count: int) -> list[Account]:
    """Return ``count`` accounts: every second one is odd, every third one ready."""
    return [
        Account(number, f"{'odd' if number % 2 else 'even'}.{number:02}", number * 7 % 10, number % 3 == 0)
        for number in range(count)
    ]

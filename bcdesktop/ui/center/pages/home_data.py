"""What Home reads, in one piece of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.policy import Action, may
from bcdesktop.services import access_requests, home, tiktok_accounts
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor, Home, RequestRow, TikTokAccountRow

ENDS_SOON = timedelta(days=14)


@dataclass(frozen=True)
class HomeData:
    """``waiting``: soonest to run out first. ``ending``: links with an end in the next 14 days, soonest first."""

    overview: Home
    waiting: tuple[RequestRow, ...]
    to_confirm: tuple[TikTokAccountRow, ...]
    not_ready: tuple[TikTokAccountRow, ...]
    ending: tuple[TikTokAccountRow, ...]

    @property
    def is_quiet(self) -> bool:
        """Tell whether nothing needs this person."""
        return not (self.waiting or self.to_confirm or self.not_ready or self.ending)


def read_home(context: Context, actor: Actor) -> HomeData:
    """Read everything Home shows."""
    requests = access_requests.list_all(context, actor) if may(Action.SEE_REQUESTS, actor.role) else ()
    active = [row for row in tiktok_accounts.list_all(context, actor) if row.state is LinkState.ACTIVE]
    soon = context.clock.now() + ENDS_SOON
    waiting = sorted((row for row in requests if row.state is RequestState.PENDING), key=lambda row: row.expires_at)
    ends = sorted((row.ends_at, row.id, row) for row in active if row.ends_at is not None and row.ends_at <= soon)
    return HomeData(
        home.overview(context, actor),
        tuple(waiting),
        tuple(row for row in active if row.needs_confirmation),
        tuple(row for row in active if not row.ready_for_spark_ads),
        tuple(row for _end, _id, row in ends),
    )

"""What Home reads, in one piece of work."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.limits import LIMITS
from bcdesktop.services import home
from bcdesktop.services.context import Context
from bcdesktop.services.home_records import HomeNeeds
from bcdesktop.services.records import Actor, Home


@dataclass(frozen=True)
class HomeData:
    """Counts and first steps, and what needs this person."""

    overview: Home
    needs: HomeNeeds

    @property
    def is_quiet(self) -> bool:
        """Tell whether nothing needs this person; advice does not count, nor do the cards of requests to the admins."""
        found = self.needs
        lists = (found.waiting, found.to_confirm, found.not_ready, found.partner_invitations)
        numbers = (
            self.accounts_without_members,
            found.invitations_waiting,
            found.invitations_expired,
            found.members_without_accounts,
            found.mails_waiting,
            found.mails_failed,
        )
        return not (any(few.count for few in lists) or any(numbers))

    @property
    def accounts_without_members(self) -> int:
        """How many accounts nobody was given; not told as long as the first steps lead there."""
        given = next((step.done for step in self.overview.first_steps if step.name == "give_access"), True)
        return self.needs.without_members.count if given else 0

    @property
    def has_one_admin(self) -> bool:
        """Tell whether a second admin is to be advised (domain.md 13.13)."""
        return 0 < self.needs.admins < min(LIMITS.admins_to_keep, self.needs.members)


def read_home(context: Context, actor: Actor) -> HomeData:
    """Read everything Home shows."""
    return HomeData(home.overview(context, actor), home.needs(context, actor))

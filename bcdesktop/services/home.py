"""What Home shows."""

from __future__ import annotations

from datetime import timedelta

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.policy import Action, may
from bcdesktop.services import access_requests, business_centers, tiktok_accounts
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor, Home, Step

_SOON = timedelta(minutes=5)


def overview(context: Context, actor: Actor) -> Home:
    """Return the counts and first steps; a Standard member gets zero for the requests they may not see.

    ``expiring`` counts codes with less than five minutes left. Raises NotFound for somebody who is no member.
    """
    role = business_centers.get(context, actor).role
    requests = access_requests.list_all(context, actor) if may(Action.SEE_REQUESTS, role) else ()
    accounts = tiktok_accounts.list_all(context, actor)
    now = context.clock.now()
    waiting = [row for row in requests if row.state is RequestState.PENDING]
    active = [row for row in accounts if row.state is LinkState.ACTIVE]
    return Home(
        codes_waiting=len(waiting),
        expiring=sum(row.expires_at - now <= _SOON for row in waiting),
        accounts_to_confirm=sum(row.needs_confirmation for row in active),
        accounts_not_ready=sum(not row.ready_for_spark_ads for row in active),
        accounts=len(active),
        first_steps=(
            Step("create_business_center", done=True),
            Step("add_tiktok_account", done=bool(requests or accounts)),
            Step("get_it_approved", done=bool(accounts)),
        ),
    )

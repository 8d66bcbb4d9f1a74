"""Which way leads to which plan, and which rule stands before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bcdesktop.core.ending import EndWay
from bcdesktop.core.policy import Action
from bcdesktop.services._ending import ways_accounts, ways_ads, ways_people
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.ways_ads import Who

_PLANS: dict[EndWay, Callable[[Session, Any, str, datetime], Planned]] = {
    EndWay.DISCONNECT: ways_accounts.disconnect,
    EndWay.OWN_ACCESS: ways_accounts.own_access,
    EndWay.SHARE: ways_accounts.share,
    EndWay.MEMBER: ways_people.member,
    EndWay.PARTNERSHIP: ways_people.partnership,
    EndWay.AD_LINK: ways_ads.ad_link,
    EndWay.PERSON_LINK: ways_ads.person_link,
    EndWay.AD_ACCOUNT_ACCESS: ways_ads.ad_account_access,
}

ACTIONS = {
    EndWay.DISCONNECT: Action.DISCONNECT_TIKTOK_ACCOUNT,
    EndWay.OWN_ACCESS: Action.REMOVE_OWN_ACCESS,
    EndWay.SHARE: Action.CHANGE_PARTNER,
    EndWay.MEMBER: Action.REMOVE_MEMBER,
    EndWay.PARTNERSHIP: Action.CHANGE_PARTNER,
    EndWay.AD_LINK: Action.LINK_AD_ACCOUNT,
    EndWay.PERSON_LINK: Action.REMOVE_OWN_ACCESS,
    EndWay.AD_ACCOUNT_ACCESS: Action.CLOSE_AD_ACCOUNT,
}
"""Under which name a refusal stands in the log; whether somebody may is asked by each way itself."""


def plan(session: Session, who: Who, way: EndWay, subject_id: str, now: datetime) -> Planned:
    """Return the ending of ``subject_id``, ready to be told or done. Raises what the way raises."""
    return _PLANS[way](session, who, subject_id, now)

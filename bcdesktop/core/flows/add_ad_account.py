"""Add ad account: create a new one, request access to one, or transfer one (A4-16, A4-24; domain.md 7)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from bcdesktop.core.ad_account_values import parse_values
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.base import Flow
from bcdesktop.core.ids import parse_ad_account_id
from bcdesktop.core.roles import AssetRole


class AddAdAccountWay(StrEnum):
    """How an ad account gets into a Business Center."""

    CREATE = "create"
    REQUEST = "request"
    TRANSFER = "transfer"


@dataclass(frozen=True)
class Way:
    """Which of the three."""

    way: AddAdAccountWay = AddAdAccountWay.CREATE


@dataclass(frozen=True)
class BusinessInformation:
    """The form for a new one; the currency is the Business Center's."""

    name: str
    company: str
    country: str
    time_zone: str
    currency: str
    industry: str = ""
    promotion_link: str = ""


@dataclass(frozen=True)
class Submit:
    """What happens next was read."""


@dataclass(frozen=True)
class RequestAccess:
    """Which ad account, as an id or an Ads Manager address, at which level, and why."""

    ad_account_id: str
    role: AssetRole = AssetRole.ADMIN
    note: str = ""


@dataclass(frozen=True)
class Transfer:
    """Which ad account; that it cannot be undone was read."""

    ad_account_id: str
    understood: bool = False
    note: str = ""


class AddAdAccount(Flow):
    """Ends with what ``services.ad_accounts.create`` or ``services.ad_account_requests.ask`` takes."""

    answer_types = {
        "ad_account_way": Way,
        "business_information": BusinessInformation,
        "submit_ad_account": Submit,
        "request_ad_account": RequestAccess,
        "transfer_ad_account": Transfer,
    }

    @property
    def way(self) -> AddAdAccountWay:
        """The chosen way, CREATE before one was chosen."""
        answer = self._answers.get("ad_account_way")
        return answer.way if answer is not None else AddAdAccountWay.CREATE

    def path(self) -> tuple[str, ...]:
        """Return the steps for the chosen way."""
        steps = {
            AddAdAccountWay.CREATE: ("business_information", "submit_ad_account"),
            AddAdAccountWay.REQUEST: ("request_ad_account",),
            AddAdAccountWay.TRANSFER: ("transfer_ad_account",),
        }
        return ("ad_account_way", *steps[self.way])

    def check(self, step: str, answer: Any) -> Any:
        """Check the fields of ``answer``. Raises InputRefused."""
        match answer:
            case BusinessInformation():
                return BusinessInformation(**parse_values(**asdict(answer)))
            case Transfer() if not answer.understood:
                parse_ad_account_id(answer.ad_account_id)
                raise ValueMissing("understood")
            case RequestAccess() | Transfer():
                return replace(answer, ad_account_id=parse_ad_account_id(answer.ad_account_id))
        return answer

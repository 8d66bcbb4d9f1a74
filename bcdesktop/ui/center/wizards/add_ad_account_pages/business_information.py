"""The form for a new ad account (A4-17)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.flows.add_ad_account import BusinessInformation
from bcdesktop.services import ad_accounts, business_centers
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import AddAdAccountPage
from bcdesktop.ui.kit.ad_account_form import AdAccountForm
from bcdesktop.ui.kit.cards import scrolled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.core.flows.add_ad_account import AddAdAccount
    from bcdesktop.services.context import Context
    from bcdesktop.services.records import Actor, BusinessCenterRow
    from bcdesktop.ui.kit.session import Session


class BusinessInformationPage(AddAdAccountPage):
    """Country, time zone and currency come from the Business Center; companies named before are offered."""

    step = "business_information"

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self.title_label.setText(self.tr("Business information"))
        self.sentence_label.setText(self.tr("Country, time zone and currency cannot be changed once it is approved."))
        self.form: AdAccountForm = AdAccountForm()
        self.body.addWidget(scrolled(self.form), 1)
        work = partial(_read, session.context, actor)
        session.runner.run(self, work, self._show, self.show_error)

    def _show(self, found: tuple[BusinessCenterRow, tuple[str, ...]]) -> None:
        center, companies = found
        self.form.show_place(center.country, center.time_zone, center.currency)
        self.form.suggest_companies(companies)

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Business information")

    def first_focus(self) -> QWidget:
        """Start at the name."""
        return self.form.name_edit

    def answer(self) -> BusinessInformation:
        """See FlowPage."""
        return BusinessInformation(**self.form.values())


def _read(context: Context, actor: Actor) -> tuple[BusinessCenterRow, tuple[str, ...]]:
    """Return the Business Center, and its own name with the companies of its ad accounts, each once."""
    center = business_centers.get(context, actor)
    companies = sorted({row.company for row in ad_accounts.list_all(context, actor)} - {center.name}, key=str.casefold)
    return center, (center.name, *companies)

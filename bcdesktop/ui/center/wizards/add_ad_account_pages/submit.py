"""The last page of a new ad account: what was typed, and that a review follows (A4-18)."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from bcdesktop.core.flows.add_ad_account import BusinessInformation, Submit
from bcdesktop.services import ad_accounts
from bcdesktop.services.ad_records import NewAdAccount
from bcdesktop.ui.center.wizards.add_ad_account_pages.base import LastPage
from bcdesktop.ui.center.wizards.bullets import Bullets
from bcdesktop.ui.kit import choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.core.flows.add_ad_account import AddAdAccount
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class SubmitPage(LastPage):
    """Its button submits the ad account for review."""

    step = "submit_ad_account"

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self._key = uuid.uuid4().hex
        self.title_label.setText(self.tr("Submit for review"))
        self.sentence_label.setText(self.tr("Nothing is created before you press the button."))
        self.lines = Bullets()
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def initializePage(self) -> None:
        """Say what was typed, and what comes."""
        super().initializePage()
        info = self._information()
        country = {choice.value: choice.text for choice in choices.countries()}.get(info.country, info.country)
        lines = [
            ("megaphone", "muted", info.name, info.company),
            ("building-2", "muted", f"{country} · {info.time_zone.replace('_', ' ')} · {info.currency}", ""),
            ("user-check", "muted", self.tr("You get Admin access to it"), ""),
            (
                "hourglass",
                "muted",
                self.tr("Then it is in review"),
                self.tr(
                    "TikTok reviews new ad accounts. A step that stands for TikTok's review is in the details of the "
                    "ad account: there you approve it, or not, and it can be corrected and submitted again."
                ),
            ),
        ]
        self.lines.show_lines(lines)

    def _information(self) -> BusinessInformation:
        return self.flow.answer_to(BusinessInformation) or BusinessInformation("", "", "", "", "")

    def name(self) -> str:
        """See StepPage."""
        return self.tr("Submit for review")

    def finish_text(self) -> str:
        """See LastPage."""
        return self.tr("&Submit for review")

    def answer(self) -> Submit:
        """See FlowPage."""
        return Submit()

    def work(self) -> Callable[[], object]:
        """Create it."""
        new = NewAdAccount(**asdict(self._information()))
        return partial(ad_accounts.create, self.session.context, self.actor, new, self._key)

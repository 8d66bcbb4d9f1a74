"""Before a campaign or an ad ends for good: what will happen, and a verb on the button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ads import AdSource
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.ad_form_records import AdRow, CampaignRow


def end_campaign_question(row: CampaignRow, parent: QWidget, then: Callable[[], object]) -> MessageDialog:
    """Return the question before ``then`` ends a campaign."""
    ads = QCoreApplication.translate("EndQuestions", "Ads that end with it: %1").replace("%1", str(row.ads))
    dialog = question(
        parent,
        QCoreApplication.translate("EndQuestions", "End “%1”?").replace("%1", row.name),
        QCoreApplication.translate("EndQuestions", "To stop it for a while, pause it instead."),
        QCoreApplication.translate("EndQuestions", "End campaign"),
        effects=[ads, QCoreApplication.translate("EndQuestions", "It cannot be resumed.")],
        danger=True,
    )
    dialog.setObjectName("end_campaign_dialog")
    dialog.accepted.connect(then)
    return dialog


def end_ad_question(row: AdRow, parent: QWidget, then: Callable[[], object]) -> MessageDialog:
    """Return the question before ``then`` ends an ad."""
    effects = [QCoreApplication.translate("EndQuestions", "It stops for good and cannot be resumed.")]
    if row.source is AdSource.PULL:
        effects.append(QCoreApplication.translate("EndQuestions", "The post itself stays on the profile."))
    if row.ads_only:
        effects.append(QCoreApplication.translate("EndQuestions", "Its video stays off the profile."))
    dialog = question(
        parent,
        QCoreApplication.translate("EndQuestions", "End “%1”?").replace("%1", row.name),
        QCoreApplication.translate("EndQuestions", "To stop it for a while, pause it instead."),
        QCoreApplication.translate("EndQuestions", "End ad"),
        effects=effects,
        danger=True,
    )
    dialog.setObjectName("end_ad_dialog")
    dialog.accepted.connect(then)
    return dialog

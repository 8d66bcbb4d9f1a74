"""An invitation in the words of whoever was invited; shared by the sign-in page and the phone's Mail app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.ui.kit.facts import Fact
from bcdesktop.ui.kit.time_text import exact, short
from bcdesktop.ui.kit.words import description_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import InvitationOffer


def offer_title(offer: InvitationOffer) -> str:
    """Return who invites to what."""
    text = QCoreApplication.translate("OfferWords", "%1 invites you to “%2”")
    return text.replace("%1", offer.invited_by).replace("%2", offer.center_name)


def offer_facts(offer: InvitationOffer) -> list[Fact]:
    """Return what is offered, to whom and until when."""
    role = f"{label_of(offer.role)}: {description_of(offer.role)}"
    if offer.finance_role is not None:
        role = f"{role}\n{label_of(offer.finance_role)}: {description_of(offer.finance_role)}"
    accounts = "\n".join(f"{name} · {label_of(granted)}" for name, granted in offer.accounts)
    nothing = QCoreApplication.translate("OfferWords", "None yet; an admin gives it to you later.")
    return [
        Fact(QCoreApplication.translate("OfferWords", "Role"), role),
        Fact(QCoreApplication.translate("OfferWords", "Access"), accounts or nothing),
        Fact(QCoreApplication.translate("OfferWords", "E-mail"), offer.email),
        Fact(QCoreApplication.translate("OfferWords", "Open until"), short(offer.expires_at), exact(offer.expires_at)),
    ]


def password_advice(offer: InvitationOffer) -> str:
    """Return which password is asked for; never the one of TikTok."""
    if offer.person_name is None:
        return QCoreApplication.translate(
            "OfferWords", "A new one, for the Business Center alone. Never your TikTok password. At least 8 characters."
        )
    text = QCoreApplication.translate(
        "OfferWords", "You are known here as %1: the password you sign in to the Business Center with, not TikTok's."
    )
    return text.replace("%1", offer.person_name)

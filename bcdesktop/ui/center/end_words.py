"""What the End access assistant says: what was found out, where it is done, the paths, the messages to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import EndPlace, EndReason, EndWay
from bcdesktop.core.flows.end_access import HowLinked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcdesktop.core.flows.end_access import EndAccount, EndOption


def found_text(account: EndAccount, center: str) -> str:
    """Return how the account is linked (A0-09, A0-25)."""
    texts = {
        HowLinked.LINKED: QCoreApplication.translate(
            "EndAccessWords", "@%1 is linked to “%2”, with its owner's consent. So it is ended here."
        ),
        HowLinked.CLAIMED: QCoreApplication.translate(
            "EndAccessWords",
            "“%2” claimed @%1: its owner cannot take it back, so it is ended here. It goes back to its owner.",
        ),
        HowLinked.SHARED: QCoreApplication.translate(
            "EndAccessWords", "“%3” shares @%1 with “%2”. You can give up your own access; the rest is ended there."
        ),
        HowLinked.PERSON: QCoreApplication.translate(
            "EndAccessWords",
            "@%1 is linked to Ads Manager alone, by you. So it is ended there, not in the Business Center.",
        ),
        HowLinked.UNKNOWN: QCoreApplication.translate(
            "EndAccessWords",
            "@%1 is not linked to “%2”, and not by you in Ads Manager. The owner's phone lists where it is linked.",
        ),
    }
    text = texts[account.how].replace("%1", account.handle).replace("%2", center)
    return text.replace("%3", account.owner_name)


def how_label(account: EndAccount) -> str:
    """Return how an account is linked, in a word or two for a list."""
    if account.how is HowLinked.SHARED:
        text = QCoreApplication.translate("EndAccessWords", "Shared by %1")
        return text.replace("%1", account.owner_name)
    return {
        HowLinked.LINKED: QCoreApplication.translate("EndAccessWords", "Linked to the Business Center"),
        HowLinked.CLAIMED: QCoreApplication.translate("EndAccessWords", "Claimed"),
        HowLinked.PERSON: QCoreApplication.translate("EndAccessWords", "Ads Manager alone"),
        HowLinked.UNKNOWN: QCoreApplication.translate("EndAccessWords", "Not linked here"),
    }[account.how]


def advice(reason: EndReason) -> str:
    """Return what somebody with this reason should know before going on (domain.md 5.1.3, 5.3)."""
    return {
        EndReason.SWITCHING: QCoreApplication.translate(
            "EndAccessWords",
            "Another account, or another Business Center, can be linked as soon as this one has ended.",
        ),
        EndReason.TROUBLE: QCoreApplication.translate(
            "EndAccessWords",
            "If only the phone shows old data, nothing has to be ended. On the phone: Settings and privacy > Cache & "
            "cellular > Clear cache, then log out and log in.",
        ),
        EndReason.NOT_NEEDED: QCoreApplication.translate(
            "EndAccessWords", "The account itself, its posts and followers are not touched."
        ),
        EndReason.LEAVING: QCoreApplication.translate(
            "EndAccessWords",
            "End it on the last day of the partnership. Whatever else a partner or member has is ended on their page.",
        ),
        EndReason.PRIVACY: QCoreApplication.translate(
            "EndAccessWords", "The owner sees on the phone, under Active apps, who else can use the account."
        ),
        EndReason.STOP_BILLING: QCoreApplication.translate(
            "EndAccessWords",
            "Running ads on the account pause. Bills that are due stay due, and other ads of the ad account go on.",
        ),
    }[reason]


def option_title(option: EndOption, account: EndAccount) -> str:
    """Return the title of one way."""
    translate = QCoreApplication.translate
    if option.place is EndPlace.PHONE:
        return translate("EndAccessWords", "On the owner's &phone")
    if option.place is EndPlace.ADS_MANAGER:
        return translate("EndAccessWords", "In Ads &Manager")
    if option.way is EndWay.DISCONNECT:
        return translate("EndAccessWords", "Here: &disconnect the account")
    if option.way is EndWay.OWN_ACCESS:
        return translate("EndAccessWords", "Here: &remove my own access")
    if account.how is HowLinked.SHARED:
        return translate("EndAccessWords", "In “%1”, which shares it").replace("%1", account.owner_name)
    return translate("EndAccessWords", "By an &admin of this Business Center")


def option_text(option: EndOption, account: EndAccount) -> str:
    """Return what one way ends."""
    translate = QCoreApplication.translate
    if option.place is EndPlace.PHONE:
        text = translate("EndAccessWords", "The owner removes the access in the TikTok app. You get a message to send.")
    elif option.place is EndPlace.ADS_MANAGER:
        text = translate("EndAccessWords", "Ends the link you made for yourself. Ads Manager opens.")
    elif option.way is EndWay.DISCONNECT:
        text = translate("EndAccessWords", "Nobody in this Business Center, and no partner, can use @%1 any more.")
    elif option.way is EndWay.OWN_ACCESS:
        text = translate("EndAccessWords", "Only you lose @%1; everybody else keeps it.")
    elif account.how is HowLinked.SHARED:
        text = translate("EndAccessWords", "Only its admins can stop sharing it. You get a message to send.")
    else:
        text = translate("EndAccessWords", "Only admins can end it for everybody. You can ask them from here.")
    return text.replace("%1", account.handle)


def phone_paths() -> tuple[tuple[str, str], ...]:
    """Return the path of each version of the app, with what tells the version (domain.md 5.1, U4, U5)."""
    return (
        (
            QCoreApplication.translate("EndAccessWords", "Where the settings have Security and permissions"),
            QCoreApplication.translate(
                "EndAccessWords",
                "Profile > three lines > Settings and privacy > Security and permissions > Active apps > "
                "Business Center or TikTok for Business > Remove access",
            ),
        ),
        (
            QCoreApplication.translate("EndAccessWords", "Where they have Apps and websites"),
            QCoreApplication.translate(
                "EndAccessWords",
                "Profile > three lines > Settings and privacy > Apps and websites > Active apps > "
                "TikTok for Business or Business Center > Unlink",
            ),
        ),
        (
            QCoreApplication.translate("EndAccessWords", "Where they have neither"),
            QCoreApplication.translate("EndAccessWords", "Settings > Privacy > Authorised apps > Revoke"),
        ),
    )


def owner_message(account: EndAccount, center: str) -> str:
    """Return the message that asks the owner to end access on the phone."""
    text = QCoreApplication.translate(
        "EndAccessWords",
        "Hello, please end the access of “%2” to your TikTok account @%1. In the TikTok app:",
    )
    known = account.how is not HowLinked.UNKNOWN
    if not known:
        text = QCoreApplication.translate(
            "EndAccessWords", "Hello, please end the business access to your TikTok account @%1. In the TikTok app:"
        )
    lines = [f"- {name}: {path}" for name, path in phone_paths()]
    end = QCoreApplication.translate("EndAccessWords", "Your account, your posts and your followers stay as they are.")
    return "\n".join((text.replace("%1", account.handle).replace("%2", center), *lines, end))


def partner_message(account: EndAccount, center: str) -> str:
    """Return the message that asks the partner who shares an account to stop sharing it."""
    text = QCoreApplication.translate(
        "EndAccessWords",
        "Hello, please stop sharing the TikTok account @%1 with “%2”: TikTok accounts > @%1 > Partners > Stop sharing.",
    )
    return text.replace("%1", account.handle).replace("%2", center)


def admins_text(admins: Sequence[str]) -> str:
    """Return who can do it."""
    if not admins:
        return QCoreApplication.translate("EndAccessWords", "Only admins can do this.")
    text = QCoreApplication.translate("EndAccessWords", "Only admins can do this: %1.")
    return text.replace("%1", ", ".join(admins))


def ads_manager_path() -> str:
    """Return the path in Ads Manager (A0-27, A0-28)."""
    return QCoreApplication.translate(
        "EndAccessWords",
        "Ads Manager > your picture > Account settings > User management > Linked TikTok accounts > the bin beside it",
    )


def reasons() -> tuple[tuple[EndReason, str], ...]:
    """Return the reasons with one more sentence each, in the order in which they are asked."""
    return (
        (
            EndReason.SWITCHING,
            QCoreApplication.translate("EndAccessWords", "The account moves, or another one takes its place."),
        ),
        (
            EndReason.TROUBLE,
            QCoreApplication.translate("EndAccessWords", "Something does not work, and linking anew may help."),
        ),
        (
            EndReason.NOT_NEEDED,
            QCoreApplication.translate("EndAccessWords", "No ads are to run on the account any more."),
        ),
        (
            EndReason.LEAVING,
            QCoreApplication.translate("EndAccessWords", "You, an agency or a brand go separate ways."),
        ),
        (
            EndReason.PRIVACY,
            QCoreApplication.translate("EndAccessWords", "Nobody should have access who does not need it."),
        ),
        (
            EndReason.STOP_BILLING,
            QCoreApplication.translate("EndAccessWords", "Ads run, or money is spent, that nobody wants."),
        ),
    )

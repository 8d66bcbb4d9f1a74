"""The texts of the guide: the steps of domain.md 3.2 and 3.4, the paths of 11.1, the troubles of 3.5."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_DESKTOP = (
    (
        QT_TRANSLATE_NOOP("Guide", "Agree on a time with the owner"),
        QT_TRANSLATE_NOOP("Guide", "A code is short-lived, so the owner should sit at the Phone when you send it."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Open TikTok accounts and press Add TikTok account"),
        QT_TRANSLATE_NOOP("Guide", "Or press Ctrl+N anywhere. Only an Admin sees this button."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Choose how to add it"),
        QT_TRANSLATE_NOOP(
            "Guide", "Link an existing TikTok account for clients. Claim ownership only for your own brands."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Choose how to send it"),
        QT_TRANSLATE_NOOP("Guide", "Send a QR code works without a handle. Send a notification needs the handle."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Choose the permissions"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "The level is Deliver ads. Spark Ads need Existing posts, and Publish and manage new videos; the "
            "preset Spark Ads turns both on.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Say for whom"),
        QT_TRANSLATE_NOOP("Guide", "With the handle only that account can answer. Purpose and end date are up to you."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Generate the QR code and send it"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Share the screen, copy or save the picture, print it, or copy the message with all the steps.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Wait for the answer"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "The code's window says when it is scanned and when it is approved. You may close the window: the "
            "request goes on in Requests.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Find the account in TikTok accounts"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Its Permissions column says Deliver ads. If you gave no handle, say whether it is the account you meant.",
        ),
    ),
)


_PHONE = (
    (
        QT_TRANSLATE_NOOP("Guide", "Open the Phone of Business Center Desktop"),
        QT_TRANSLATE_NOOP("Guide", "The TikTok app on a real phone cannot read these codes."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Log in with the right account"),
        QT_TRANSLATE_NOOP(
            "Guide", "The account switcher is on the profile. The wrong account is the most frequent mistake."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Open the scanner and scan the code"),
        QT_TRANSLATE_NOOP(
            "Guide", "From the screen, from a picture, from the clipboard, or by dropping the picture there."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Read who asks"),
        QT_TRANSLATE_NOOP(
            "Guide", "The right account, a Business Center you know, and permissions that fit? You may give less."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Tap Authorize, or Decline"),
        QT_TRANSLATE_NOOP(
            "Guide", "The owner keeps the account and can take the access back at any time on the phone."
        ),
    ),
)


_PATHS = (
    (
        QT_TRANSLATE_NOOP("Guide", "1"),
        QT_TRANSLATE_NOOP("Guide", "Find Friends"),
        QT_TRANSLATE_NOOP("Guide", "Profile icon > Find Friends > QR scanner icon"),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "2"),
        QT_TRANSLATE_NOOP("Guide", "Settings and privacy"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Profile tab > menu icon (top right) > Settings and privacy > QR Code > scanner icon (top right)",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "3"),
        QT_TRANSLATE_NOOP("Guide", "Your QR code"),
        QT_TRANSLATE_NOOP("Guide", "Profile page > three dashes (top right) > Your QR code > Scan icon (top right)"),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "4"),
        QT_TRANSLATE_NOOP("Guide", "From a picture"),
        QT_TRANSLATE_NOOP(
            "Guide", "Open the picture of the code in the Mail app or as a file, and scan it with the TikTok app"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "5"),
        QT_TRANSLATE_NOOP("Guide", "A notification, without a code"),
        QT_TRANSLATE_NOOP("Guide", "Inbox > All activity > From TikTok"),
    ),
)


_TROUBLES = (
    (
        QT_TRANSLATE_NOOP("Guide", "The code expired"),
        QT_TRANSLATE_NOOP(
            "Guide", "Press Renew: a new code with the same choices. An answer signed in time still counts."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Authorization failed"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Nearly always the wrong account is logged in. Switch it on the phone and scan again.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "The code cannot be scanned, or is not wanted"),
        QT_TRANSLATE_NOOP("Guide", "Press Send a notification instead in the code's window, or copy the code as text."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Approved, but not in the list"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Press F5 to refresh. Still not there? Look at the Business Center's name on top of the sidebar: you "
            "may be in another one.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "The owner declined"),
        QT_TRANSLATE_NOOP("Guide", "Requests shows the reason. Talk to the owner, then ask again with Renew."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "The code was used already"),
        QT_TRANSLATE_NOOP("Guide", "One code, one answer. Renew makes another one."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "The account is linked already"),
        QT_TRANSLATE_NOOP("Guide", "Ask for the permissions it does not have yet: they are added to the link."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Another Business Center claimed the account"),
        QT_TRANSLATE_NOOP(
            "Guide", "It cannot be claimed twice. Request access: the owning Business Center's Admins answer it."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "800 is reached"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "An account can be linked to 800 Business Centers, and a Business Center can have 800 accounts. End a "
            "link that is not needed.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "The account is private, or no business account"),
        QT_TRANSLATE_NOOP("Guide", "The owner changes that in Settings and privacy on the phone, then scans again."),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Add TikTok account is not there"),
        QT_TRANSLATE_NOOP("Guide", "You are a Standard member. An Admin adds accounts, or makes you an Admin."),
    ),
)


_SAFETY = (
    (
        QT_TRANSLATE_NOOP("Guide", "Give access, never the password"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Do not share the TikTok login with an agency. Whoever has it has the account, and can change the password "
            "to keep you out. Access given through a Business Center can be ended at any time.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Separate logins for business and private life"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Use one login for the Business Center and another one for your private TikTok account. If one is stolen, "
            "the other is still safe.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "A business account with several users"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Everybody signs in as themselves, with a role of their own (Users > Members), and two-step verification "
            "turned on. Remove who leaves; nobody has to change a password for it.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "End access as soon as a partnership ends"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Off-board… shows everything a member, a partner or a client reaches, and ends it at once (Members, "
            "Partners, TikTok accounts). With an end date, partners and grants end by themselves.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Somebody asks for name and password, to work with the content itself"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Warning: this way is not offered here. No TikTok password is asked for, sent or kept on the Business "
            "Center's side. Publishing through a Business Center needs the permission “Manage TikTok account in BC”.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Tools that schedule posts"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Warning: they need the client's own login. Let the owner connect such a tool on the owner's own computer, "
            "and never take the login in a message. This program keeps none.",
        ),
    ),
)


def safety() -> list[tuple[str, ...]]:
    """Return title and text of each advice on keeping the TikTok account safe (A0-46 to A0-48, A4-02, A4-37, A4-38)."""
    return _translated(_SAFETY)


def desktop_steps() -> list[tuple[str, ...]]:
    """Return title and text of each step in the Business Center."""
    return _translated(_DESKTOP)


def phone_steps() -> list[tuple[str, ...]]:
    """Return title and text of each step the owner takes."""
    return _translated(_PHONE)


def scan_paths() -> list[tuple[str, ...]]:
    """Return badge, title and path of every way to the scanner and to the request (domain.md 11.1, N1 to N5)."""
    return _translated(_PATHS)


def troubles() -> list[tuple[str, ...]]:
    """Return what can go wrong and its cure (domain.md 3.5)."""
    return _translated(_TROUBLES)


def _translated(table: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    return [tuple(QCoreApplication.translate("Guide", text) for text in row) for row in table]

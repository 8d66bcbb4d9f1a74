"""The card an owner shows so that a Business Center can know the key (security.md 2.5.2)."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import _devices
from bcdesktop.services.context import Context

_NAME_BYTES = 48


@dataclass(frozen=True)
class OwnCard:
    """``text`` is the OC1 code; ``digits`` are the 30 digits of its key, 6 groups of 5."""

    text: str
    handle: str
    display_name: str
    digits: str


def own_card(context: Context, phone: PhoneProfile, passcode: str | None = None) -> OwnCard:
    """Sign and return the card of the active account.

    Raises NotLoggedIn, LoggedOutHere, and PassphraseNeeded, WrongPasscode or PasscodeThrottled of the phone.
    """
    account = _devices.active(context, phone)
    key = phone.signing_key(account.account_id, passcode)
    card = code.OwnerCard(
        key=account.public_key,
        name=account.display_name.encode()[:_NAME_BYTES].decode(errors="ignore").strip(),
        handles=(account.handle,),
        made_at=unix(context.clock.now()),
        sequence=phone.next_sequence(account.account_id),
    )
    digits = code.fingerprint_digits(account.public_key)
    return OwnCard(code.seal(card, key).text, account.handle, account.display_name, digits)

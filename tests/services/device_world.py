"""Two phones of one account, and the code of the newest mail."""

from __future__ import annotations

import re

from sqlmodel import col, select

from bcdesktop.core.mails import CODE_PLACE, MailKind, MailText
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import devices, directory
from bcdesktop.services.device_records import PendingLogIn
from bcdesktop.store.tables import DirectoryDevice, Mail
from tests.services.world import PASSWORD, World

TEXT = MailText("Your code", f"Type {CODE_PLACE} on the phone.")


def second_phone(world: World, handle: str = "mara", name: str = "Second") -> PhoneProfile:
    """Return another phone on which the account is logged in too."""
    phone = world.phone(name)
    directory.log_in(world.context, phone, handle, PASSWORD)
    return phone


def device_id(world: World, phone: PhoneProfile) -> str:
    """Return the id of ``phone`` in the list of its active account."""
    with world.store.read() as session:
        rows = select(DirectoryDevice.id).where(DirectoryDevice.public_key == phone.active.public_key)
        return session.exec(rows).one()


def mailed_code(world: World, address: str = "mara@example.com") -> str:
    """Return the six digits of the newest code that was mailed."""
    rows = select(Mail).where(Mail.kind == MailKind.DEVICE_CODE, Mail.to_address == address)
    with world.store.read() as session:
        newest = session.exec(rows.order_by(col(Mail.created_at).desc(), col(Mail.id))).all()
    newest_at = newest[0].created_at
    assert sum(mail.created_at == newest_at for mail in newest) == 1, "let time pass between two codes"
    return re.search(r"\b\d{6}\b", newest[0].body).group()


def wrong_code(right: str) -> str:
    """Return six digits that are not ``right``."""
    return f"{(int(right) + 1) % 1_000_000:06d}"


def remove(world: World, by: PhoneProfile, device: str) -> None:
    """Throw a phone out with the code of the mail."""
    devices.send_removal_code(world.context, by, device, TEXT)
    devices.remove(world.context, by, device, mailed_code(world))


def pending_log_in(world: World, name: str = "New", handle: str = "mara") -> tuple[PhoneProfile, PendingLogIn]:
    """Begin to log in on another phone under two-step verification; return it and what waits."""
    phone = world.phone(name)
    pending = directory.log_in(world.context, phone, handle, PASSWORD)
    assert isinstance(pending, PendingLogIn)
    return phone, pending

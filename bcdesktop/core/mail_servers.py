"""The settings of a mail server in their one form, and where a password may go."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace

from bcdesktop.core.errors import HostileText, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.ids import parse_email, parse_text
from bcdesktop.core.mails import MailSecurity

HOST_CHARACTERS, LOGIN_CHARACTERS, NAME_CHARACTERS, PASSWORD_CHARACTERS = 253, 254, 100, 512
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


@dataclass(frozen=True)
class MailServerSettings:
    """How a Business Center's mail is sent, as a person types it; ``login`` empty: the server asks for none."""

    host: str
    port: int
    security: MailSecurity
    login: str
    from_address: str
    from_name: str


def parse_settings(typed: MailServerSettings) -> MailServerSettings:
    """Return the settings in their one form. Raises InputRefused at the field that cannot be taken."""
    if not 1 <= typed.port <= 65_535:
        raise ValueMalformed("port", "port")
    return replace(
        typed,
        host=parse_host(typed.host),
        login=parse_text(typed.login, "login", maximum=LOGIN_CHARACTERS, required=False),
        from_address=parse_email(typed.from_address, "from_address"),
        from_name=parse_text(typed.from_name, "from_name", maximum=NAME_CHARACTERS, required=False),
    )


def parse_password(password: str, field: str = "password") -> str:
    """Return ``password`` as it is. Raises ValueTooLong, and HostileText for characters no login can carry."""
    if len(password) > PASSWORD_CHARACTERS:
        raise ValueTooLong(field, PASSWORD_CHARACTERS, len(password))
    if not password.isprintable():
        raise HostileText(field)
    return password


def parse_host(text: str, field: str = "host") -> str:
    """Return the name of a mail server as it is asked for, or its IP address; brackets around IPv6 go.

    Raises ValueMissing, ValueTooLong or ValueMalformed.
    """
    host = text.strip().rstrip(".").lower()
    if not host:
        raise ValueMissing(field)
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        pass
    try:
        name = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError as error:
        raise ValueMalformed(field, "host") from error
    if len(name) > HOST_CHARACTERS:
        raise ValueTooLong(field, HOST_CHARACTERS, len(name))
    labels = name.split(".")
    # a last label of digits is an IP address with a typing mistake
    if labels[-1].isdigit() or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueMalformed(field, "host")
    return name


def is_this_computer(host: str) -> bool:
    """Tell whether ``host`` never leaves this computer, so that nobody listens on the way."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def may_carry_password(security: MailSecurity, host: str) -> bool:
    """Tell whether a password may be sent there: over TLS, or without leaving this computer."""
    return security is not MailSecurity.NONE or is_this_computer(host)

"""Hands mails to a mail server (RFC 5321, 3207, 4954) and says in typed errors why one was not taken."""

from __future__ import annotations

import base64
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from bcdesktop.core.errors import AppError
from bcdesktop.core.mail_servers import may_carry_password
from bcdesktop.core.mails import MailSecurity
from bcdesktop.services.mail_line import MailLine
from bcdesktop.services.people_errors import (
    MailLoginRefused,
    MailMaybeSent,
    MailRefused,
    MailServerNotSecure,
    MailServerUnreachable,
)

_ANSWER_CHARACTERS = 300
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
_LEADING_DOT = re.compile(rb"(?m)^\.")
_AUTHENTICATION_REQUIRED = 530


@dataclass(frozen=True)
class Server:
    """Where mails go, and with which login; ``login`` empty: none."""

    host: str
    port: int
    security: MailSecurity
    login: str = ""
    password: str = field(default="", repr=False)


@contextmanager
def connected(server: Server, line: MailLine) -> Iterator[Delivery]:
    """Give an open connection, logged in where there is a login.

    Raises MailServerUnreachable, MailServerNotSecure (never falls back to less than was chosen), MailLoginRefused.
    """
    delivery = Delivery(server, line)
    try:
        delivery.open()
        yield delivery
    finally:
        delivery.close()


class Delivery:
    """One connection; use ``connected``."""

    def __init__(self, server: Server, line: MailLine) -> None:
        self._server, self._line = server, line
        self._smtp = smtplib.SMTP(timeout=line.patience.connect, local_hostname="[127.0.0.1]")
        self._is_dead = False

    def open(self) -> None:
        """Connect, secure the connection, log in."""
        # the name of this computer is nobody's business, and looking it up can take longer than the mail
        smtp, server = self._smtp, self._server
        try:
            plain = socket.create_connection((server.host, server.port), self._line.patience.connect)
        except (OSError, UnicodeError) as error:
            raise MailServerUnreachable(server.host) from error
        smtp.sock = plain
        with self._in_time(MailServerUnreachable(server.host)):
            if server.security is MailSecurity.TLS:
                self._wrap()
            self._expect(smtp.getreply(), 220)
            smtp.ehlo_or_helo_if_needed()
            if server.security is MailSecurity.STARTTLS:
                self._start_tls()
            if server.login:
                self._log_in()

    def send(self, from_address: str, to_address: str, message: bytes) -> None:
        """Hand over one mail; addresses in the form of the wire.

        Raises MailRefused, MailLoginRefused, MailServerUnreachable (then it was not sent) and MailMaybeSent (the server
        had all of it and did not answer).
        """
        smtp, host = self._smtp, self._server.host
        handed_over = False
        try:
            with self._in_time(MailServerUnreachable(host)):
                self._expect(smtp.mail(from_address, self._options(from_address, to_address)), 250)
                self._expect(smtp.rcpt(to_address), 250, 251)
                self._expect(smtp.docmd("DATA"), 354)
                # smtplib's own call cannot tell whether the last line was sent
                self._sock.settimeout(self._line.patience.mail)
                smtp.send(_LEADING_DOT.sub(b"..", message))
                handed_over = True
                smtp.send(b".\r\n")
                self._expect(smtp.getreply(), 250)
        except MailServerUnreachable as error:
            if handed_over:
                raise MailMaybeSent(host) from error
            raise
        except (MailRefused, MailLoginRefused):
            self._start_over()
            raise

    def would_take(self, from_address: str) -> None:
        """Ask whether mails from ``from_address`` are taken; nothing is sent. Raises as ``send``."""
        with self._in_time(MailServerUnreachable(self._server.host)):
            self._expect(self._smtp.mail(from_address, self._options(from_address, "")), 250)
            self._smtp.rset()

    @property
    def is_alive(self) -> bool:
        """Whether another mail can go through this connection."""
        return not self._is_dead and self._smtp.sock is not None

    def close(self) -> None:
        """Say goodbye, without waiting long for an answer."""
        if self.is_alive:
            with suppress(OSError, smtplib.SMTPException):
                self._sock.settimeout(min(2.0, self._line.patience.answer))
                self._smtp.quit()
        self._smtp.close()

    def _wrap(self) -> None:
        """Put TLS over the connection."""
        smtp, server = self._smtp, self._server
        try:
            smtp.sock = self._line.trust().wrap_socket(self._sock, server_hostname=server.host)
        except (ssl.SSLError, ValueError) as error:
            self._is_dead = True
            raise MailServerNotSecure(server.host) from error
        smtp.file = None

    def _start_tls(self) -> None:
        smtp = self._smtp
        if not smtp.has_extn("starttls") or smtp.docmd("STARTTLS")[0] != 220:
            raise MailServerNotSecure(self._server.host)
        self._wrap()
        # nothing that was said before counts any more (RFC 3207, 4.2)
        smtp.helo_resp = smtp.ehlo_resp = None
        smtp.esmtp_features, smtp.does_esmtp = {}, False
        self._expect(smtp.ehlo(), 250)

    def _log_in(self) -> None:
        """Log in by PLAIN or LOGIN, in UTF-8: smtplib's own ways take ASCII only."""
        server, smtp = self._server, self._smtp
        if not may_carry_password(server.security, server.host):
            raise MailServerNotSecure(server.host)
        ways = str(smtp.esmtp_features.get("auth", "")).upper().split()
        if "PLAIN" in ways:
            code, _ = smtp.docmd("AUTH", "PLAIN " + _base64(f"\0{server.login}\0{server.password}"))
        elif "LOGIN" in ways:
            code, _ = smtp.docmd("AUTH", "LOGIN")
            for part in (server.login, server.password):
                if code == 334:
                    code, _ = smtp.docmd(_base64(part))
        else:
            raise MailLoginRefused(server.host)
        if code not in {235, 503}:
            raise MailLoginRefused(server.host)

    def _options(self, *addresses: str) -> list[str]:
        if all(address.isascii() for address in addresses):
            return []
        if not self._smtp.has_extn("smtputf8"):
            raise MailRefused(self._server.host, "SMTPUTF8")
        return ["SMTPUTF8", "BODY=8BITMIME"]

    def _expect(self, reply: tuple[int, bytes], *codes: int) -> None:
        code, text = reply
        if code in codes:
            return
        if code == -1:
            raise smtplib.SMTPServerDisconnected
        if code == _AUTHENTICATION_REQUIRED:
            raise MailLoginRefused(self._server.host)
        words = _UNPRINTABLE.sub(" ", text.decode("utf-8", "replace")).strip()
        raise MailRefused(self._server.host, f"{code} {words}"[:_ANSWER_CHARACTERS].strip())

    def _start_over(self) -> None:
        """Take back what was said about a mail that was refused."""
        try:
            with self._in_time(MailServerUnreachable(self._server.host)):
                self._smtp.rset()
        except AppError:
            self._is_dead = True

    @contextmanager
    def _in_time(self, trouble: AppError) -> Iterator[None]:
        """Raise ``trouble`` where the connection breaks, or all of it takes too long: a server may talk for ever."""
        if not self.is_alive:
            raise trouble
        self._sock.settimeout(self._line.patience.answer)
        timer = threading.Timer(self._line.patience.mail, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, smtplib.SMTPException) as error:
            self._is_dead = True
            raise trouble from error
        finally:
            timer.cancel()
            timer.join()

    def _cut(self) -> None:
        # an SSLSocket's own way would pull the connection away from under whoever reads
        with suppress(OSError):
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)

    @property
    def _sock(self) -> socket.socket:
        if self._smtp.sock is None:
            raise smtplib.SMTPServerDisconnected
        return self._smtp.sock


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()

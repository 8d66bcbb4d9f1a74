"""Mail servers on this computer: a real one (aiosmtpd) in every security, and one that says what a test tells it."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LOGIN, SECRET = "post@lantern.example", "größer als 3 Häuser"
REFUSED = "nobody@refused.example"


@dataclass(frozen=True)
class Certificate:
    """A self-signed certificate for ``localhost`` and 127.0.0.1, made for this run of the tests."""

    cert: Path
    key: Path

    @classmethod
    def make(cls, folder: Path) -> Certificate:
        """Make one with the openssl command; a computer without it skips the test."""
        if shutil.which("openssl") is None:
            pytest.skip("the openssl command is not there to make a certificate")
        made = cls(folder / "test-cert.pem", folder / "test-key.pem")
        names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        command += ["-days", "2", "-subj", "/CN=localhost", "-addext", names, "-keyout", made.key, "-out", made.cert]
        subprocess.run(command, check=True, capture_output=True)
        return made

    def trusting(self) -> ssl.SSLContext:
        """Return a client's context that trusts this certificate and nothing else."""
        return ssl.create_default_context(cafile=str(self.cert))

    def serving(self) -> ssl.SSLContext:
        """Return the server's context."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.cert, self.key)
        return context


@dataclass
class MailServer:
    """aiosmtpd on a free port of 127.0.0.1; ``envelopes`` is what it took."""

    certificate: Certificate | None = None
    tls: bool = False
    asks_login: bool = False
    utf8: bool = True
    envelopes: list[Envelope] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0

    def start(self) -> MailServer:
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="mail server of a test")
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)

    # ------------------------------------------------------------------ what aiosmtpd calls
    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address == REFUSED:
            return "550 5.1.1 No such person\tin this house"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        self.envelopes.append(envelope)
        return "250 Taken"

    def _authenticate(self, _server, _session: Session, _envelope, mechanism: str, found: object) -> AuthResult:
        assert isinstance(found, LoginPassword)
        given = found.login.decode(), found.password.decode()
        self.logins.append(given)
        return AuthResult(success=given == (LOGIN, SECRET), handled=False)

    def _protocol(self) -> SMTP:
        starttls = self.certificate is not None and not self.tls
        return SMTP(
            self,
            hostname="localhost",
            enable_SMTPUTF8=self.utf8,
            tls_context=self.certificate.serving() if starttls else None,
            require_starttls=starttls,
            authenticator=self._authenticate,
            auth_required=self.asks_login,
            auth_require_tls=starttls,
            loop=self._loop,
        )

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        secured = self.certificate.serving() if self.tls else None
        server = self._loop.run_until_complete(self._loop.create_server(self._protocol, "127.0.0.1", 0, ssl=secured))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(server.wait_closed())
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()


class ScriptedServer:
    """Takes one connection, says each of ``lines`` after it heard a command, then goes on hearing or hangs up.

    A line None hangs up; after the last line nothing more is said. ``heard`` is all that came.
    """

    def __init__(self, lines: Sequence[str | None]) -> None:
        self._lines = lines
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.heard = b""
        self._thread = threading.Thread(target=self._serve, name="scripted mail server")
        self._done = threading.Event()
        self._connection: socket.socket | None = None
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        for sock in (self._listening, self._connection):
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._listening.close()

    def _serve(self) -> None:
        with suppress(OSError):
            self._connection, _ = self._listening.accept()
            with self._connection:
                self._talk(self._connection)

    def _talk(self, connection: socket.socket) -> None:
        for number, line in enumerate(self._lines):
            if number:
                self._hear(connection, in_data=self._lines[number - 1].startswith("354"))
            if line is None:
                return
            connection.sendall(f"{line}\r\n".encode())
        self._done.wait(30)

    def _hear(self, connection: socket.socket, *, in_data: bool) -> None:
        end, heard = (b"\r\n.\r\n" if in_data else b"\r\n"), b""
        while not heard.endswith(end):
            part = connection.recv(65536)
            if not part:
                raise OSError
            heard += part
        self.heard += heard

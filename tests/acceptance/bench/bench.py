"""One computer with both windows of the program on one store."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer

from bcdesktop.core.access_requests import Kind, LinkState, Method
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services import access_requests, business_centers, mail, tiktok_accounts
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor, Draft, RequestRow, TikTokAccountRow
from bcdesktop.store.tables import METADATA
from bcdesktop.ui.kit.change_bridge import ChangeBridge
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.session import Frame, Session
from bcdesktop.ui.kit.ui_settings import UiSettings
from tests.acceptance.bench.ads import Ads
from tests.acceptance.bench.center import Center
from tests.acceptance.bench.phone import Phone
from tests.services.world import NOON, SPARK, World

__all__ = ["NOON", "Bench", "png_of"]

_BESIDES = {"activity_entry", "activity_head", "change_row", "store_meta", "command_key", "request_answer"}
"""What is only written to: the log, the feed, the keys of commands, and the answers that came."""


class Bench:
    """``center``, ``phone`` and ``ads`` are the windows; ``world`` is the store with a clock that can be moved."""

    def __init__(self, qtbot, folder: Path, theme) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.world = World(folder)
        self.runner, self.bridge = Runner(), ChangeBridge()
        self.unhandled: list[Exception] = []
        self.runner.unhandled.connect(self._keep_unhandled)
        self.settings = UiSettings(folder / "settings.json")
        self.frame = Frame(theme, self.settings, self.runner, self.bridge, folder)
        self._unsubscribe = self.world.store.subscribe(self.bridge.publish)
        self._actor: Actor | None = None
        self.use(self.world.context)

    def use(self, context: Context) -> None:
        """Let windows that are opened from now on work with ``context``."""
        self.context = context
        session = Session(self.frame, context)
        self.center = Center(self.qtbot, self.runner, self.frame, session)
        self.phone = Phone(self.qtbot, self.runner, session, self.world)
        self.ads = Ads(self.qtbot, self.runner, self.frame, session, self.center)

    def limit(self, **limits: int) -> None:
        """Make limits small, before the windows are opened."""
        self.use(replace(self.world.context, limits=replace(LIMITS, **limits)))

    def stop_hearing(self) -> None:
        """Let the windows miss what happens in the store from now on, as where another computer's news is late."""
        self._unsubscribe()

    def _keep_unhandled(self, error: Exception, _owner: object) -> None:
        self.unhandled.append(error)

    def close(self) -> None:
        """Close the windows and the store; an error nobody handled fails the test."""
        self.runner.close()
        self._unsubscribe()
        self.center.close()
        self.phone.close()
        self.ads.close()
        self.world.close()
        assert self.unhandled == []

    # ------------------------------------------------------------------ the quick ways, through the services
    @property
    def admin(self) -> Actor:
        """Nora, the admin of the Business Center "Lantern Media", which is made at its first use."""
        if self._actor is None:
            self._actor = self.world.center(context=self.context)
        return self._actor

    def ready(self, handle: str = "mara", *, passcode: str | None = None, **account: object) -> None:
        """Open both windows: the admin signed in, and the owner's phone with ``handle`` logged in."""
        self.center.open(self.admin)
        self.phone.open_with(handle, passcode=passcode, **account)

    def ask(
        self,
        permissions: PermissionSet = SPARK,
        *,
        kind: Kind = Kind.LINK,
        method: Method = Method.QR_CODE,
        actor: Actor | None = None,
        **draft: object,
    ) -> RequestRow:
        """Ask for an account; ``draft``: expected_handle, purpose, wanted_end, life."""
        wanted = Draft(kind, method, permissions, **draft)
        return access_requests.create(self.context, actor or self.admin, wanted, uuid.uuid4().hex)

    def request(self, row: RequestRow, actor: Actor | None = None) -> RequestRow:
        """Return the request as it stands now."""
        return access_requests.get(self.context, actor or self.admin, row.id)

    def links(self, actor: Actor | None = None) -> tuple[TikTokAccountRow, ...]:
        """Return the active links of the Business Center."""
        rows = tiktok_accounts.list_all(self.context, actor or self.admin)
        return tuple(row for row in rows if row.state is LinkState.ACTIVE)

    def mail_code(self, request: RequestRow, to: str) -> str:
        """Send the picture of a code by mail; return the mail's id."""
        png = png_of(request.code_text)
        return mail.send_code(self.context, self.admin, request.id, to, "Access request", "Please scan.", png=png)

    def change_settings(self, **values: object) -> None:
        """Change settings of the Business Center; see BusinessCenterChange."""
        from bcdesktop.services.records import BusinessCenterChange

        row = business_centers.get(self.context, self.admin)
        business_centers.change(self.context, self.admin, BusinessCenterChange(**values), row.version)

    def far_phone(self, handle: str) -> Phone:
        """Return a phone on another computer, with a store of its own and ``handle`` logged in."""
        context = self.world.other_store()
        phone = Phone(self.qtbot, self.runner, Session(self.frame, context), self.world)
        phone.open_with(handle, context=context)
        return phone

    def kept(self) -> dict[str, list[tuple]]:
        """Return every row of the store that says how things stand, to compare before and after."""
        with self.world.store.read() as session:
            tables = [table for table in METADATA.sorted_tables if table.name not in _BESIDES]
            kept = {table.name: sorted(map(tuple, session.execute(table.select())), key=repr) for table in tables}
        assert kept["business_center"], "a picture of an empty store proves nothing"
        return kept

    # ------------------------------------------------------------------ time
    def wait(self, **delta: float) -> None:
        """Let time pass; ``minutes=11`` for instance."""
        self.world.wait(**delta)

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self.world.clock.now()


def png_of(text: str) -> bytes:
    """Return a code as a PNG picture."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    image(QrMatrix.of(text), 6).save(buffer, "PNG")
    return bytes(buffer.data().data())

"""From the click that ends access to the other windows that show it: within half a second (issue 5, "At once").

The Business Center window with its accounts, the open identity picker of Ads Manager, and the phone with its list of
apps; all of them here, or the phone in a process of its own.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QPushButton

from bcdesktop.checks.steps import Step, StepRunner, find, run_steps
from bcdesktop.core.access_requests import LinkState
from bcdesktop.ui.ads.shell import AdsWindow
from bcdesktop.ui.kit.tables import RecordTable
from tests.benchmarks.end_at_once_phone import Hand
from tests.benchmarks.office import Office, application
from tests.services.ad_world import ad_account, ad_link, advertiser
from tests.services.ads_world import campaign

LIMIT = 500
"""Milliseconds (issue 5, point 4)."""
_ROOT = Path(__file__).parents[2]
_EVERY = 2
Row = tuple[str, float, str, str]
Spans = dict[str, list[float]]


def run(times: int = 6, *, deaf: bool = False) -> list[Row]:
    """Return (name, value, unit, note) of every window, the median of ``times`` endings each.

    ``deaf``: the windows of this process hear nothing, which has to fail.
    """
    rows: list[Row] = []
    for kind, where in ((Phone, "one process"), (FarPhone, "two processes")):
        for name, spans in measure(kind, times, deaf=deaf).items():
            note = f"median of {len(spans)} (under {LIMIT}); longest {max(spans):.0f}"
            rows.append((f"{name}, {where}", statistics.median(spans), "ms", note))
    return rows


def measure(kind: type[Phone], times: int, *, deaf: bool = False) -> Spans:
    """Return the milliseconds of ``times`` endings from each side, by what showed it. Raises RuntimeError."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        office = Office(app, Path(folder))
        scene = Scene(office, kind(office), deaf=deaf)
        runner = StepRunner(scene.steps(times + 1), app, say=_say_nothing)
        code = run_steps(app, runner)
        scene.close()
        office.close()
    if code:
        raise RuntimeError(runner.failure)
    return {name: spans[1:] for name, spans in scene.spans.items()}  # the first one imports


def _say_nothing(_text: str) -> None:
    """Steps of a measure are not printed."""


class Sight(QObject):
    """Looks every two milliseconds which of ``conditions`` hold by now; ``seen_at`` is when each first did."""

    def __init__(self, conditions: dict[str, Callable[[], bool]]) -> None:
        super().__init__()
        self._conditions = conditions
        self.seen_at: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for name, holds in self._conditions.items():
            if name not in self.seen_at and holds():
                self.seen_at[name] = time.monotonic()
        if self.has_all:
            self._timer.stop()

    @property
    def has_all(self) -> bool:
        """Whether all of them hold."""
        return self.seen_at.keys() == self._conditions.keys()


class Phone:
    """The phone in this process."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._hand = Hand(office)
        self.clicked_at: float | None = None
        self.gone_at: float | None = None
        self.link_id = ""

    def close(self) -> None:
        """Nothing of its own."""

    def open(self) -> Iterator[Step]:
        """Yield the steps until it stands."""
        self._office.show_phone("mara")
        yield Step("the phone is open", until=lambda: self._office.phone_is_on("home_screen"))

    def link(self, code_text: str) -> Iterator[Step]:
        """Yield the steps that approve a request and show the list of apps with the new entry."""
        self.link_id = self._hand.link(code_text)
        yield from self._hand.to_list(self.link_id)

    def revoke(self) -> Iterator[Step]:
        """Yield the steps that take the access back; ``clicked_at`` is when it was confirmed."""
        yield from self._hand.to_question(self.link_id)
        self.clicked_at = self._hand.confirm()

    def look(self) -> None:
        """Look out for the entry to go; ``gone_at`` is when it went."""
        self.gone_at = None
        self._sight = Sight({"list": lambda: self._hand.is_gone(self.link_id)})

    def is_gone(self) -> bool:
        """Whether it went."""
        self.gone_at = self._sight.seen_at.get("list")
        return self.gone_at is not None


class FarPhone(Phone):
    """The phone in a process of its own; it is told by lines what to do, and answers by lines."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._process = QProcess(office.app)
        self._process.setWorkingDirectory(str(_ROOT))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._said: list[str] = []

    def close(self) -> None:
        """End the phone's process."""
        self._process.closeWriteChannel()
        self._process.waitForFinished(20_000)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._said = bytes(self._process.readLine().data()).decode().split()

    def _tell(self, *words: str) -> None:
        self._said = []
        self._process.write(f"{chr(9).join(words)}\n".encode())

    def _has_said(self, word: str) -> bool:
        return self._said[:1] == [word]

    def open(self) -> Iterator[Step]:
        """Start the other process."""
        module = "tests.benchmarks.end_at_once_phone"
        self._process.start(sys.executable, ["-m", module, str(self._office.world.folder)])
        yield Step("the phone is open", until=lambda: self._has_said("open"))

    def link(self, code_text: str) -> Iterator[Step]:
        """Have the other process approve it."""
        self._tell("link", code_text)
        yield Step("linked there", until=lambda: self._has_said("linked"))
        self.link_id = self._said[1]

    def revoke(self) -> Iterator[Step]:
        """Have the other process take it back."""
        self._tell("revoke", self.link_id)
        yield Step("revoked there", until=lambda: self._has_said("clicked"))
        self.clicked_at = float(self._said[1])

    def look(self) -> None:
        """Have the other process look out."""
        self._tell("look", self.link_id)

    def is_gone(self) -> bool:
        """Whether it said so."""
        self.gone_at = float(self._said[1]) if self._has_said("gone") else None
        return self.gone_at is not None


class Scene:
    """Links an account again and again, and ends it in turn on the phone and in the Business Center."""

    def __init__(self, office: Office, phone: Phone, *, deaf: bool) -> None:
        self._office, self._phone, self._deaf = office, phone, deaf
        self._actor = office.world.center()
        self._ads: AdsWindow | None = None
        self.spans: Spans = {}

    def close(self) -> None:
        """Close what the office does not know of."""
        self._phone.close()
        if self._ads is not None:
            self._ads.close()
            self._ads.deleteLater()

    def steps(self, times: int) -> Iterator[Step]:
        """Yield the steps of ``times`` endings from each side."""
        office, world = self._office, self._office.world
        spring = ad_account(world, self._actor, "Spring")
        office.show_center()
        office.center.attach(office.session, self._actor)
        yield Step("the window is open", until=lambda: office.center.inside is not None)
        yield Step(
            "accounts", lambda: office.center.navigator.go("tiktok_accounts"), lambda: office.is_on("tiktok_accounts")
        )
        yield from self._open_picker(spring)
        yield from self._phone.open()
        for _ in range(times):
            for end in (self._revoke, self._disconnect):
                yield from self._phone.link(world.request(self._actor).code_text)
                ad_link(world, self._actor, spring, self._phone.link_id)
                yield Step("shown", until=self._is_shown)
                yield from end()
                yield Step("quiet", until=lambda: office.is_quiet)

    def _open_picker(self, asset_id: str) -> Iterator[Step]:
        office = self._office
        person = advertiser(office.world, self._actor)
        campaign(office.world, person, asset_id)
        self._ads = AdsWindow(office.session.frame)
        self._ads.show()
        self._ads.attach(office.session, person, asset_id=asset_id)
        yield Step("Ads Manager", until=lambda: self._ads.inside is not None and office.is_quiet)
        yield Step("campaigns", lambda: self._press_ads("nav_campaigns_button"), lambda: office.is_quiet)
        yield Step("a new ad", lambda: self._press_ads("create_ad_button"), lambda: self._ads_part("create_ad_dialog"))
        yield Step(
            "the picker", lambda: find(self._ads, "ad_source_push_radio").setChecked(True), lambda: office.is_quiet
        )

    def _ads_part(self, name: str) -> object:
        return find(self._ads, name)

    def _press_ads(self, name: str) -> None:
        find(self._ads, name, QPushButton).click()

    def _is_shown(self) -> bool:
        return self._holds_link() and self._picker_has_it() and self._office.is_quiet

    def _holds_link(self) -> bool:
        rows = self._office.accounts_table().shown_records()
        return any(row.id == self._phone.link_id and row.state is LinkState.ACTIVE for row in rows)

    def _picker_has_it(self) -> bool:
        return bool(find(self._ads, "identities_table", RecordTable).shown_records())

    def _is_out_of_picker(self) -> bool:
        return not self._picker_has_it()

    def _revoke(self) -> Iterator[Step]:
        sight = Sight({"accounts": lambda: not self._holds_link(), "identity picker": self._is_out_of_picker})
        if self._deaf:
            self._office.stop_hearing()
        yield from self._phone.revoke()
        yield Step("it is seen here", until=lambda: sight.has_all, timeout=5)
        for name, seen_at in sight.seen_at.items():
            self._note(f"revoke to {name}", seen_at - self._phone.clicked_at)

    def _disconnect(self) -> Iterator[Step]:
        office = self._office
        office.accounts_table().select_record(self._phone.link_id)
        yield Step("chosen", until=lambda: find(office.center, "end_button").isEnabled() and office.is_quiet)
        yield Step("asked", find(office.center, "end_button", QPushButton).click, self._question)
        self._phone.look()
        sight = Sight({"identity picker": self._is_out_of_picker})
        clicked = time.monotonic()
        self._question().click()
        yield Step("it is seen here", until=lambda: sight.has_all, timeout=5)
        yield Step("it is seen on the phone", until=self._phone.is_gone, timeout=5)
        self._note("disconnect to phone's list", self._phone.gone_at - clicked)
        self._note("disconnect to identity picker", sight.seen_at["identity picker"] - clicked)

    def _question(self) -> QPushButton:
        return find(find(self._office.center, "end_access_dialog"), "accept_button", QPushButton)

    def _note(self, name: str, seconds: float) -> None:
        self.spans.setdefault(name, []).append(seconds * 1e3)

"""The desktop portal of Wayland: a portal of the test's own on a private bus."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

import pytest

from bcdesktop.core.pictures import PictureUnreadable, ScreenGrabRefused, ScreenGrabUnavailable
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.runner import Runner
from tests.support.code_sheets import code_text

jeepney = pytest.importorskip("jeepney", reason="jeepney comes with keyring on Linux only")
from jeepney.bus_messages import message_bus  # noqa: E402 - after the check that jeepney is there
from jeepney.io.blocking import open_dbus_connection  # noqa: E402

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed (apt install dbus)"
)

PORTAL = "org.freedesktop.portal.Desktop"
CONFIG = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@pytest.fixture
def bus_address(tmp_path):
    """Start a bus and return its address."""
    folder = Path(tempfile.mkdtemp(prefix="bus-"))  # a socket's path has to be short
    (tmp_path / "bus.conf").write_text(CONFIG.format(folder=folder))
    command = ["dbus-daemon", "--nofork", "--print-address", f"--config-file={tmp_path / 'bus.conf'}"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    address = daemon.stdout.readline().strip()
    yield address
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()
    shutil.rmtree(folder, ignore_errors=True)


class _Portal:
    """Answers one request for a screenshot. ``answer``: response code and results, or ``None`` to vanish."""

    def __init__(self, address: str, answer: tuple[int, dict] | None, *, old_path: bool = False) -> None:
        self.answer, self.old_path = answer, old_path
        self.asked: list = []
        self.ended = threading.Event()
        self.connection = open_dbus_connection(address)
        self.connection.send_and_get_reply(message_bus.RequestName(PORTAL))
        self.thread = threading.Thread(target=self._serve, name="portal")
        self.thread.start()

    def _serve(self) -> None:
        call = self.connection.receive(timeout=20)
        while call.header.message_type is not jeepney.MessageType.method_call:
            call = self.connection.receive(timeout=20)
        self.asked = list(call.body)
        token = call.body[1]["handle_token"][1]
        sender = call.header.fields[jeepney.HeaderFields.sender][1:].replace(".", "_")
        path = f"/org/freedesktop/portal/desktop/request/{sender}/{'other' if self.old_path else token}"
        self.connection.send(jeepney.new_method_return(call, "o", (path,)))
        if self.answer is not None and not self.old_path:
            self._respond(path)
        if self.old_path:
            self._answer_until_heard(path)
        self.connection.close()

    def _answer_until_heard(self, path: str) -> None:
        """Answer again and again, a round trip of the bus between: the asker hears of the path only after the call."""
        while not self.ended.is_set():
            self._respond(path)
            self.connection.send_and_get_reply(message_bus.GetId())

    def _respond(self, path: str) -> None:
        emitter = jeepney.DBusAddress(path, interface="org.freedesktop.portal.Request")
        self.connection.send(jeepney.new_signal(emitter, "Response", "ua{sv}", self.answer))

    def end(self) -> None:
        self.ended.set()
        self.thread.join(20)


@pytest.fixture
def portal(bus_address):
    """Return a function that starts the portal with its answer."""
    started: list[_Portal] = []

    def start(answer, **options) -> _Portal:
        started.append(_Portal(bus_address, answer, **options))
        return started[-1]

    yield start
    for one in started:
        one.end()


@pytest.fixture
def way(qapp, bus_address, request):
    from PySide6.QtDBus import QDBusConnection

    from bcdesktop.ui.kit.screen_grab_portal import PortalWay

    runner = Runner()
    name = f"test-{request.node.name}"
    way = PortalWay(runner, QDBusConnection.connectToBus(bus_address, name))
    yield way
    QDBusConnection.disconnectFromBus(name)
    runner.close()


@pytest.fixture
def picture(qapp, tmp_path) -> Path:
    path = tmp_path / "Screenshot from today.png"
    image(QrMatrix.of(code_text()), 4).save(str(path))
    return path


def test_the_picture_the_portal_made_is_read(qtbot, portal, way, picture):
    asked = portal((0, {"uri": ("s", picture.as_uri())}))
    with qtbot.waitSignal(way.done) as got:
        way.start()
    assert [find_our_code(found) for found in got.args[0]] == [code_text()]
    assert asked.asked[0] == ""
    assert asked.asked[1]["interactive"] == ("b", False)


def test_a_temporary_picture_of_the_screen_is_removed_after_reading(qtbot, portal, way, picture, monkeypatch):
    # the suite may keep its own folders elsewhere than where this computer's temporary files lie
    monkeypatch.setattr(tempfile, "tempdir", str(picture.parent))
    portal((0, {"uri": ("s", picture.as_uri())}))
    with qtbot.waitSignal(way.done):
        way.start()
    assert not picture.exists()


@pytest.mark.parametrize("code", [1, 2])
def test_a_refusal_is_told(qtbot, portal, way, code):
    portal((code, {}))
    with qtbot.waitSignal(way.failed) as got:
        way.start()
    assert (type(got.args[0]), got.args[0].platform) == (ScreenGrabRefused, "wayland")


def test_an_older_portal_that_chooses_the_path_itself_is_understood(qtbot, portal, way, picture):
    portal((0, {"uri": ("s", picture.as_uri())}), old_path=True)
    with qtbot.waitSignal(way.done) as got:
        way.start()
    assert len(got.args[0]) == 1


def test_without_a_portal_the_way_does_not_exist(qtbot, way):
    with qtbot.waitSignal(way.failed) as got:
        way.start()
    assert isinstance(got.args[0], ScreenGrabUnavailable)


def test_a_portal_that_ends_without_answer_leaves_nobody_waiting(qtbot, portal, way):
    portal(None)
    with qtbot.waitSignal(way.failed) as got:
        way.start()
    assert isinstance(got.args[0], ScreenGrabUnavailable)


def test_a_damaged_picture_from_the_portal_is_told(qtbot, portal, way, picture):
    picture.write_bytes(picture.read_bytes()[:200])
    portal((0, {"uri": ("s", picture.as_uri())}))
    with qtbot.waitSignal(way.failed) as got:
        way.start()
    assert isinstance(got.args[0], PictureUnreadable)


def test_a_picture_in_the_persons_own_folder_is_no_temporary_file(tmp_path, monkeypatch):
    from bcdesktop.ui.kit.screen_grab_portal import is_temporary

    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert is_temporary(Path(tempfile.gettempdir()) / "x.png")
    assert not is_temporary(Path.home() / "Pictures" / "x.png")

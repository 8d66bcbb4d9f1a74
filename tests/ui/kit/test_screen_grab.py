"""Taking pictures of the screen: the order of the ways, and the ways that can be taken without a display."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from bcdesktop.core.pictures import ScreenGrabEmpty, ScreenGrabRefused, ScreenGrabUnavailable
from bcdesktop.ui.kit import screen_grab
from bcdesktop.ui.kit.qr_code import QrMatrix, QrView, image
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.screen_grab import ScreenGrabber, ways_here
from bcdesktop.ui.kit.screen_grab_ways import GrabWay, MacScreensWay, ScreensWay, mac_screen_capture_allowed
from tests.support.code_sheets import code_text


@pytest.fixture
def runner(qapp):
    runner = Runner()
    yield runner
    runner.close()


@pytest.fixture
def phone(qtbot) -> QWidget:
    phone = QWidget()
    qtbot.addWidget(phone)
    phone.resize(300, 600)
    phone.show()
    return phone


def _shown(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show()
    return widget


def _plain(colour: str = "black") -> QImage:
    plain = QImage(640, 480, QImage.Format.Format_RGB32)
    plain.fill(colour)
    return plain


class _Way(GrabWay):
    """A way that answers with what it was made with."""

    name = "test"

    def __init__(self, answer) -> None:
        super().__init__()
        self.answer = answer

    def start(self) -> None:
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        (self.failed if isinstance(self.answer, Exception) else self.done).emit(self.answer)


def test_offscreen_the_programs_own_windows_are_read_without_the_phone(qtbot, runner, phone):
    view = _shown(qtbot, QrView())
    view.set_code(code_text())
    grabber = ScreenGrabber(runner, phone)
    with qtbot.waitSignal(grabber.grabbed) as got:
        grabber.grab()
    images, way = got.args
    assert way == "own_windows"
    assert [picture.size() for picture in images] == [view.size()]
    assert find_our_code(images[0]) == code_text()
    assert not grabber.is_busy


def test_a_child_of_the_phone_excludes_its_whole_window(qtbot, runner, phone):
    scanner = QLabel("scanner", phone)
    grabber = ScreenGrabber(runner, scanner)
    with qtbot.waitSignal(grabber.failed) as got:
        grabber.grab()
    assert isinstance(got.args[0], ScreenGrabUnavailable)


def test_windows_of_one_colour_are_told_as_empty(qtbot, runner, phone):
    plain = _shown(qtbot, QWidget())
    grabber = ScreenGrabber(runner, phone)
    with qtbot.waitSignal(grabber.failed) as got:
        grabber.grab()
    assert isinstance(got.args[0], ScreenGrabEmpty)
    assert got.args[0].platform == "offscreen"
    assert plain.isVisible()


def test_only_the_pictures_with_something_in_them_are_handed_on(qtbot, runner):
    code = image(QrMatrix.of(code_text()), 4)
    grabber = ScreenGrabber(runner, ways=[_Way([_plain(), code, QImage(), _plain("white")])])
    with qtbot.waitSignal(grabber.grabbed) as got:
        grabber.grab()
    assert got.args == [[code], "test"]


@pytest.mark.parametrize("colour", ["black", "white", "#204060"])
def test_a_screen_of_one_colour_has_its_own_error(qtbot, runner, colour):
    grabber = ScreenGrabber(runner, ways=[_Way([_plain(colour)])])
    with qtbot.waitSignal(grabber.failed) as got:
        grabber.grab()
    assert isinstance(got.args[0], ScreenGrabEmpty)


def test_where_a_way_does_not_exist_the_next_one_is_taken(qtbot, runner):
    code = image(QrMatrix.of(code_text()), 4)
    grabber = ScreenGrabber(runner, ways=[_Way(ScreenGrabUnavailable("wayland")), _Way([code])])
    with qtbot.waitSignal(grabber.grabbed) as got:
        grabber.grab()
    assert got.args[0] == [code]


def test_a_refusal_is_told_and_nothing_else_is_tried(qtbot, runner):
    grabber = ScreenGrabber(runner, ways=[_Way(ScreenGrabRefused("wayland")), _Way([_plain()])])
    with qtbot.waitSignal(grabber.failed) as got:
        grabber.grab()
    assert isinstance(got.args[0], ScreenGrabRefused)


def test_after_a_failure_it_can_be_tried_again(qtbot, runner):
    way = _Way(ScreenGrabRefused("wayland"))
    grabber = ScreenGrabber(runner, ways=[way])
    with qtbot.waitSignal(grabber.failed):
        grabber.grab()
    way.answer = [image(QrMatrix.of(code_text()), 4)]
    with qtbot.waitSignal(grabber.grabbed):
        grabber.grab()


def test_a_second_grab_while_one_is_under_way_is_ignored(qtbot, runner):
    grabber = ScreenGrabber(runner, ways=[_Way([image(QrMatrix.of(code_text()), 4)])])
    answers = []

    def count(_images: list, way: str) -> None:
        answers.append(way)

    grabber.grabbed.connect(count)
    with qtbot.waitSignal(grabber.grabbed):
        grabber.grab()
        grabber.grab()
    with qtbot.waitSignal(grabber.grabbed):
        grabber.grab()
    assert answers == ["test", "test"]


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("xcb", ["screens", "own_windows"]),
        ("windows", ["screens", "own_windows"]),
        ("cocoa", ["screens", "own_windows"]),
        ("wayland", ["portal", "own_windows"]),
        ("wayland-egl", ["portal", "own_windows"]),
        ("offscreen", ["own_windows"]),
        ("minimal", ["own_windows"]),
    ],
)
def test_every_platform_has_its_ways_in_order(monkeypatch, runner, platform, names):
    monkeypatch.setattr(screen_grab.QGuiApplication, "platformName", staticmethod(lambda: platform))
    ways = ways_here(runner, None)
    assert [way.name for way in ways] == names
    assert isinstance(ways[0], MacScreensWay) == (platform == "cocoa")


def test_macos_is_asked_first_and_a_refusal_is_told(qtbot):
    refused = MacScreensWay(lambda: False)
    with qtbot.waitSignal(refused.failed) as got:
        refused.start()
    assert (type(got.args[0]), got.args[0].platform) == (ScreenGrabRefused, "macos")


def test_macos_with_the_permission_takes_every_screen(qtbot):
    allowed = MacScreensWay(lambda: True)
    with qtbot.waitSignal(allowed.done) as got:
        allowed.start()
    assert len(got.args[0]) == 1


class _Graphics:
    """CoreGraphics with the answers of a person who was asked."""

    def __init__(self, known: bool, answer: bool) -> None:
        self.asked = 0

        def preflight() -> bool:
            return known

        def request() -> bool:
            self.asked += 1
            return answer

        self.CGPreflightScreenCaptureAccess, self.CGRequestScreenCaptureAccess = preflight, request


@pytest.mark.parametrize(
    ("known", "answer", "allowed", "asked"), [(True, False, True, 0), (False, True, True, 1), (False, False, False, 1)]
)
def test_macos_shows_its_question_only_where_the_answer_is_not_known(known, answer, allowed, asked):
    graphics = _Graphics(known, answer)
    assert mac_screen_capture_allowed(lambda _path: graphics) is allowed
    assert graphics.asked == asked


def test_an_old_macos_without_the_question_allows_it():
    assert mac_screen_capture_allowed(lambda _path: object())


def test_a_screen_that_was_unplugged_meanwhile_is_left_out(qtbot, monkeypatch):
    way = ScreensWay()
    sources = way.sources()
    monkeypatch.setattr(screen_grab.QGuiApplication, "screens", staticmethod(list))
    assert [source().isNull() for source in sources] == [True]

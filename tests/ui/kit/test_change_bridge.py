from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.ui.kit.change_bridge import ChangeBridge, Listener

REQUEST, MAIL = ChangeKind.ACCESS_REQUEST, ChangeKind.MAIL


class Page(QWidget):
    def __init__(self, bridge: ChangeBridge, *, even_hidden: bool = False) -> None:
        super().__init__()
        self.reads = 0
        self.listener = Listener(self, bridge)
        self.listener.listen({REQUEST}, self.read, even_hidden=even_hidden)

    def read(self) -> None:
        self.reads += 1


def test_changes_of_a_thread_arrive_on_the_gui_thread(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    got: list[tuple[Change, int]] = []
    bridge.changed.connect(lambda change: got.append((change, threading.get_ident())))
    change = Change(REQUEST, ("a", "b"))
    thread = threading.Thread(target=bridge.publish, args=((change,),))
    thread.start()
    qtbot.waitUntil(lambda: bool(got))
    thread.join()
    assert got == [(change, threading.get_ident())]


def test_several_changes_at_once_are_one_refresh(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    page = Page(bridge)
    qtbot.addWidget(page)
    page.show()
    bridge.publish([Change(REQUEST, (str(i),)) for i in range(10)])
    bridge.publish([Change(REQUEST), Change(MAIL)])
    qtbot.waitUntil(lambda: page.reads > 0)
    with qtbot.waitSignal(bridge.changed):
        bridge.publish([Change(MAIL)])
    assert page.reads == 1


def test_kinds_a_page_does_not_show_do_not_concern_it(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    page, other = Page(bridge), Page(bridge)
    for widget in (page, other):
        qtbot.addWidget(widget)
        widget.show()
    other.listener.listen({MAIL}, other.read)
    bridge.publish([Change(MAIL)])
    qtbot.waitUntil(lambda: other.reads == 1)
    assert page.reads == 0


def test_a_hidden_page_reads_again_when_it_is_shown(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    page = Page(bridge)
    qtbot.addWidget(page)
    with qtbot.waitSignal(bridge.changed):
        bridge.publish([Change(REQUEST)])
    assert page.reads == 0
    page.show()
    qtbot.waitUntil(lambda: page.reads == 1)


def test_a_count_is_kept_up_even_when_hidden(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    page = Page(bridge, even_hidden=True)
    qtbot.addWidget(page)
    bridge.publish([Change(REQUEST)])
    qtbot.waitUntil(lambda: page.reads == 1)


def test_a_page_that_is_gone_is_no_longer_called_and_not_kept_alive(qapp, qtbot) -> None:
    bridge = ChangeBridge()
    page = Page(bridge, even_hidden=True)
    reference = weakref.ref(page)
    delete(page)
    del page
    gc.collect()
    with qtbot.waitSignal(bridge.changed):
        bridge.publish([Change(REQUEST)])
    assert reference() is None

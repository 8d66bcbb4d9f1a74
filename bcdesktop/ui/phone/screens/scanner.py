"""The scanner: reads codes out of pixels, never handed over in memory (decisions.md, "What the program is")."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.icons import icon, icon_size
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.screen_grab import ScreenGrabber
from bcdesktop.ui.kit.theme import restyle
from bcdesktop.ui.phone import reading
from bcdesktop.ui.phone.camera import Camera, camera_button
from bcdesktop.ui.phone.code_text_field import CodeTextField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import SMALL
from bcdesktop.ui.phone.pieces import Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class DropArea(QFrame):
    """The viewfinder; a picture, a file or a text can be dropped on the whole screen."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(Picture("scan-qr-code", "primary", 3.6))
        layout.addWidget(text(sentence, "muted", centred=True))
        layout.addStretch(1)
        self.setMinimumHeight(self.fontMetrics().height() * 9)

    def set_over(self, over: bool) -> None:
        """Show that letting go here drops."""
        self.setProperty("over", over)
        restyle(self)


class ScannerScreen(Screen):
    """Scan the screen, choose a picture, paste, drop, or paste text; a camera where there is one."""

    name = "scanner_screen"
    passing = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.setAcceptDrops(True)
        self._source = ""
        self.camera: Camera | None = None
        self.grabber = ScreenGrabber(host.session.runner, host.window, self)
        self.grabber.grabbed.connect(self._grabbed)
        self.grabber.failed.connect(self._grab_failed)
        self.drop_area = DropArea(self.tr("Drop a picture or a text of a code here"))
        self.scan_screen_button = button(self.tr("&Scan the screen"), "scan_screen_button", "primary")
        self._decorate(self.scan_screen_button, "monitor", "on_primary")
        self.choose_picture_button = button(self.tr("&Choose a picture…"), "choose_picture_button")
        self._decorate(self.choose_picture_button, "image", "text")
        self.paste_button = button(self.tr("&Paste"), "paste_button")
        self.paste_button.setToolTip(self.tr("Paste a picture or a text (Ctrl+V)"))
        self._decorate(self.paste_button, "clipboard-paste", "text")
        self.code_text = CodeTextField()
        self.code_text.setObjectName("code_text")
        self.code_text.setAccessibleName(self.tr("Text of a code"))
        self.code_text.setPlaceholderText(self.tr("Or paste the text of a code, or the message around it"))
        self.read_text_button = button(self.tr("&Read the text"), "read_text_button")
        self.scanner_error = ErrorCard()
        self.ways_label = text("", "small")
        self.ways_label.hide()
        self._lay_out()
        self._connect()

    def _decorate(self, target: QPushButton, icon_name: str, token: str) -> None:
        target.setIcon(icon(icon_name, self.host.session.theme, token))
        target.setIconSize(icon_size(target))
        # the style leaves too little room between icon and text
        target.setText(f" {target.text()}")

    def _lay_out(self) -> None:
        self.add_all([self.drop_area, self.scanner_error, self.ways_label, self.scan_screen_button])
        pair = QGridLayout()
        pair.setSpacing(SMALL)
        pair.addWidget(self.choose_picture_button, 0, 0)
        pair.addWidget(self.paste_button, 0, 1)
        pair.setColumnStretch(0, 1)
        pair.setColumnStretch(1, 1)
        self.body.addLayout(pair)
        self.add_all([self.code_text, self.read_text_button])
        self.camera_button = camera_button(self)
        if self.camera_button is not None:
            self.body.addWidget(self.camera_button)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.scan_screen_button.clicked.connect(self._scan_screen)
        self.choose_picture_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self.paste)
        self.read_text_button.clicked.connect(self._read_text)
        self.code_text.refused.connect(self._failed)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Scan")

    def first_focus(self) -> QWidget:
        """Return the first way."""
        return self.scan_screen_button

    # ------------------------------------------------------------------ the ways in
    def _scan_screen(self) -> None:
        self._begin(self.tr("the screen"))
        self.grabber.grab()

    def _grabbed(self, images: list[QImage], way: str) -> None:
        if way == "own_windows":
            self._source = self.tr("a window of this program")
        self._read(reading.from_images, images)

    def _grab_failed(self, error: AppError) -> None:
        self._failed(error)

    def _choose(self) -> None:
        dialog = QFileDialog(self.host.window, self.tr("Choose a picture of a code"))
        dialog.setObjectName("choose_picture_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Pictures and texts") + " (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.svg *.txt)",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Read the picture or text file at ``path``."""
        self._begin(Path(path).name)
        self._read(reading.from_file, Path(path))

    def read_content(self, content: bytes, source: str) -> None:
        """Read the content of a picture that another app shared (path N4); ``source`` names it."""
        self._begin(source)
        self._read(reading.from_content, content)

    def paste(self) -> None:
        """Read what the clipboard holds: a picture, a file, or a text."""
        self._begin(self.tr("the clipboard"))
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def _take_mime(self, mime: QMimeData | None) -> None:
        try:
            what = reading.content_of(mime)
        except AppError as error:
            self._failed(error)
        else:
            self._read(reading.from_dropped, what)

    def _read_text(self) -> None:
        self._begin(self.tr("pasted text"))
        self._read(reading.from_text, self.code_text.toPlainText())

    def read_camera_picture(self, image: QImage) -> None:
        """Look for a code in one picture of the camera; without one the next picture is looked at."""
        self._source = self.tr("the camera")
        self.host.run(
            self, reading.Work(reading.from_images, [image]), self._found, self._try_next_picture, lane=Lane.PURE
        )

    def _try_next_picture(self, _error: AppError) -> None:
        if self.camera is not None:
            self.camera.next_picture()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures, files and texts."""
        mime = event.mimeData()
        if mime.hasImage() or mime.hasUrls() or mime.hasText():
            event.acceptProposedAction()
            self.drop_area.set_over(True)

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Look as before."""
        self.drop_area.set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.drop_area.set_over(False)
        event.acceptProposedAction()
        self._begin(self.tr("what was dropped"))
        self._take_mime(event.mimeData())

    # ------------------------------------------------------------------ reading
    def _begin(self, source: str) -> None:
        self._source = source
        self.scanner_error.clear()
        self.ways_label.hide()
        self._set_busy(True)

    def _read(self, how: reading.Reader, what: object) -> None:
        self.host.run(self, reading.Work(how, what), self._found, self._failed, lane=Lane.PURE)

    def _found(self, code_text: str) -> None:
        self._set_busy(False)
        if self.host.navigator.top is self:
            self.host.routes.found(code_text, source=self._source)

    def _failed(self, error: AppError) -> None:
        self._set_busy(False)
        self.scanner_error.show_error(error)
        self.ways_label.setText(
            self.tr(
                "Other ways: bring the code to the front and scan again, save it as a picture and choose or drop it "
                "here, copy it and paste, or paste its text."
            )
        )
        self.ways_label.show()
        self.scroll.ensureWidgetVisible(self.scanner_error)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.scan_screen_button, self.choose_picture_button, self.paste_button, self.read_text_button):
            widget.setEnabled(not busy)
        if not busy and self.host.navigator.top is self and self.window().focusWidget() is None:
            self.scan_screen_button.setFocus()

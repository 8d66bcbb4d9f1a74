"""One mail; a picture in it can be scanned with TikTok (path N4, A4-50)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.core.mails import MailKind
from bcdesktop.services.phone_records import MailRow
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.pictures import load_picture
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.invitation_part import InvitationPart
from bcdesktop.ui.phone.measures import em
from bcdesktop.ui.phone.pieces import Card, Row, button, line_across, text
from bcdesktop.ui.phone.screen import Screen


class MailScreen(Screen):
    """From, subject, text, attachment."""

    name = "mail_screen"
    listens_to = frozenset({ChangeKind.MEMBER})

    def __init__(self, host: Host, mail: MailRow) -> None:
        super().__init__(host)
        self.mail = mail
        self.error = ErrorCard()
        self.add_all(
            [
                text(mail.subject, "title", selectable=True),
                text(self.tr("From {name}").format(name=mail.from_name), "label"),
                text(self.tr("To {address}").format(address=mail.to_address), "small"),
                text(exact(mail.created_at), "small"),
                line_across(),
                text(mail.body, selectable=True),
                self.error,
            ]
        )
        if mail.attachment is not None:
            self._add_attachment()
        self.invitation = InvitationPart(host, mail) if mail.kind is MailKind.INVITATION else None
        if self.invitation is not None:
            self._add_invitation(self.invitation)
        self.body.addStretch(1)
        if mail.read_at is None:
            from bcdesktop.services import mail as mails

            host.run(self, partial(mails.read, host.context, host.profile, mail.id), self._ignore, self._failed)

    def _add_invitation(self, part: InvitationPart) -> None:
        self.body.addWidget(part)
        for answer in (part.accept_button, part.decline_button):
            answer.hide()
            self.foot.addWidget(answer)
        part.answerable.connect(self._offer_answers)

    def _offer_answers(self, answerable: bool) -> None:
        if self.invitation is not None:
            self.invitation.accept_button.setVisible(answerable)
            self.invitation.decline_button.setVisible(answerable)
            self.set_foot_visible(answerable)

    def refresh(self) -> None:
        """Look how an invitation stands now."""
        if self.invitation is not None:
            self.invitation.look()

    def _add_attachment(self) -> None:
        self.attachment_picture = QLabel()
        self.attachment_picture.setObjectName("attachment_picture")
        self.attachment_picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = self.mail.attachment_name or self.tr("picture")
        self.attachment_picture.setAccessibleName(self.tr("Attached picture {name}").format(name=name))
        self.save_attachment_row = Row(name, "save_attachment_row", icon_name="download", arrow=False)
        self.save_attachment_row.set_detail(self.tr("Save the picture…"))
        self.scan_attachment_button = button(self.tr("Scan with TikTok"), "scan_attachment_button", "primary")
        self.body.addWidget(Card(self.attachment_picture, self.save_attachment_row))
        self.foot.addWidget(self.scan_attachment_button)
        self.show_foot()
        self.scan_attachment_button.clicked.connect(self._scan)
        self.save_attachment_row.clicked.connect(self._save)
        self.host.run(self, partial(load_picture, self.mail.attachment), self._show, self._failed, lane=Lane.PURE)

    def _show(self, image: QImage) -> None:
        side = em(self) * 13
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(
            image.scaled(
                round(side * ratio),
                round(side * 1.4 * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        picture.setDevicePixelRatio(ratio)
        self.attachment_picture.setPixmap(picture)

    def title(self) -> str:
        """Return the app's name."""
        return self.tr("Mail")

    def _scan(self) -> None:
        if self.mail.attachment is not None:
            self.host.routes.scan_picture(self.mail.attachment, self.mail.attachment_name or self.tr("a mail"))

    def _save(self) -> None:
        dialog = QFileDialog(self.host.window, self.tr("Save the picture"))
        dialog.setObjectName("save_attachment_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures") + " (*.png)")
        dialog.setDefaultSuffix("png")
        dialog.selectFile(self.mail.attachment_name or "code.png")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the picture to ``path``."""
        if self.mail.attachment is not None:
            work = partial(write_file, Path(path), self.mail.attachment)
            self.host.run(self, work, self._saved, self._failed, lane=Lane.PURE)

    def _saved(self, _result: object) -> None:
        self.host.say(self.tr("Saved."))

    def _ignore(self, _result: object) -> None:
        self.host.news.read()

    def _failed(self, error: AppError) -> None:
        self.error.show_error(error)

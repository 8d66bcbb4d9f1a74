"""--verify: every kind of code from every kind of source, and one sentence where it is refused."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from bcdesktop.checks.code_words import LABELS
from bcdesktop.checks.verify import verify
from bcdesktop.core.clock import FixedClock
from bcdesktop.core.code import (
    AccessRequest,
    CentreCard,
    LogIn,
    OwnerCard,
    PartnerAnswer,
    PartnerDecision,
    PartnerInvitation,
    Reply,
    Revocation,
    SharedAccount,
    SharedRole,
    SigningKey,
    fingerprint_digits,
    seal,
)
from bcdesktop.ui.kit.qr_files import png_bytes, save_png, save_svg
from tests.support.code_sheets import EXPIRES, code_sheet, code_text

CLOCK = FixedClock(datetime(2026, 11, 23, 14, 25, tzinfo=UTC))
KEY = SigningKey(bytes([1]) * 32)
GOLDEN = json.loads((Path(__file__).parents[1] / "core" / "code" / "golden.json").read_text(encoding="utf-8"))


def _changed(text: str) -> str:
    """Return ``text`` with the signature's last byte changed; the form stays right."""
    import base45

    prefix, _, body = text.partition(":")
    signed = bytearray(base45.b45decode(body))
    signed[-1] ^= 1
    return f"{prefix}:{base45.b45encode(bytes(signed)).decode()}"


def _reply(**changes) -> str:
    values = {
        "request_hash": bytes(range(32)),
        "decision": 1,
        "signed_at": 1_795_443_720,
        "sequence": 7,
        "handle": "winter.shop",
        "account_id": "6987654321098765432",
    }
    return seal(Reply(**(values | changes)), KEY).text


@pytest.mark.parametrize(
    "record",
    [AccessRequest, Reply, Revocation, OwnerCard, CentreCard, LogIn, PartnerInvitation, PartnerAnswer],
)
def test_every_field_of_every_kind_has_a_label(record):
    assert {field.name for field in fields(record)} <= LABELS.keys()


def test_a_signature_that_holds_is_said_with_key_digits_and_fields(capsys):
    assert verify(code_text(), CLOCK) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "A request for access (AR1)" in said.out
    assert fingerprint_digits(KEY.public_key) in said.out
    assert KEY.kid.hex() in said.out
    assert "Existing posts; Publish and manage new videos – Show through ads only" in said.out
    assert "2026-11-23 14:22:00 UTC" in said.out
    assert "It does not prove who that is" in said.out


def test_a_code_that_ran_out_still_has_its_signature_and_says_so(capsys):
    late = FixedClock(datetime(2026, 11, 24, tzinfo=UTC))
    assert verify(code_text(), late) == 0
    assert "it ran out at 2026-11-23 14:32:00 UTC" in capsys.readouterr().out


def test_a_code_made_ahead_of_the_clock_names_the_clocks(capsys):
    early = FixedClock(datetime(2026, 11, 22, tzinfo=UTC))
    assert verify(code_text(), early) == 0
    assert "made in the future" in capsys.readouterr().out


def test_a_changed_code_is_refused_and_its_words_are_not_to_be_believed(capsys):
    assert verify(_changed(code_text()), CLOCK) == 1
    said = capsys.readouterr()
    assert "do not believe it" in said.out
    assert "The signature holds." not in said.out
    assert said.err.startswith("The signature does not hold")


def test_an_answer_without_its_key_names_the_key_it_needs(capsys):
    assert verify(_reply(), CLOCK) == 1
    said = capsys.readouterr()
    assert f"needs key {KEY.kid.hex()}" in said.err
    assert "@winter.shop" in said.out


def test_an_answer_that_carries_its_key_is_checked_by_it(capsys):
    assert verify(_reply(owner_key=KEY.public_key, name="Winter Shop"), CLOCK) == 0
    assert "does not run out" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_every_golden_code_is_described_with_its_kind(name, capsys):
    verify(GOLDEN[name]["text"], CLOCK)
    said = capsys.readouterr().out
    assert GOLDEN[name]["text"][:3] in said
    assert "SHA-256 of what is signed" in said


@pytest.mark.parametrize("save", [save_png, save_svg], ids=["png", "svg"])
def test_a_picture_file_is_read_from_its_pixels(save, tmp_path, qapp, capsys):
    picture = tmp_path / f"code.{save.__name__[-3:]}"
    save(code_sheet(), picture)
    assert verify(str(picture), CLOCK) == 0
    assert "Northwind Media" in capsys.readouterr().out


def test_a_text_file_with_the_message_around_the_code_is_read(tmp_path, capsys):
    message = tmp_path / "message.txt"
    message.write_text(f"Hello Mara,\n\nplease answer:\n\n{code_text()}\n\nThank you\n", encoding="utf-8")
    assert verify(str(message), CLOCK) == 0


def _mail(folder: Path, *, text: str, picture: bytes | None = None) -> str:
    mail = EmailMessage()
    mail["Subject"] = "Access to your account"
    mail.set_content(text)
    if picture is not None:
        mail.add_attachment(picture, maintype="image", subtype="png", filename="code.png")
    path = folder / "message.eml"
    path.write_bytes(mail.as_bytes())
    return str(path)


def test_a_mail_with_the_picture_attached_is_read(tmp_path, qapp, capsys):
    assert verify(_mail(tmp_path, text="See the picture.", picture=png_bytes(code_sheet())), CLOCK) == 0


def test_a_mail_with_the_same_code_as_text_and_picture_has_one_code(tmp_path, qapp, capsys):
    assert verify(_mail(tmp_path, text=code_text(), picture=png_bytes(code_sheet())), CLOCK) == 0


def test_a_mail_with_two_different_codes_is_refused(tmp_path, qapp, capsys):
    mail = _mail(tmp_path, text=code_text("Other Agency"), picture=png_bytes(code_sheet()))
    assert verify(mail, CLOCK) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_mail_without_a_code_is_refused(tmp_path, capsys):
    assert verify(_mail(tmp_path, text="Hello"), CLOCK) == 1
    assert capsys.readouterr().err.startswith("No code in this text")


def _one_colour(path: Path) -> Path:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(path))
    return path


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: "nothing/there.png", "There is no file"),
        (str, "is a folder"),
        (lambda folder: str(_one_colour(folder / "empty.png")), "empty"),
        (lambda folder: str(_written(folder / "code.png", b"%PDF-1.7 not a picture")), "PDF"),
        (lambda folder: str(_written(folder / "empty.txt", b"")), "empty"),
        (lambda folder: "AR2:ABC", "newer"),
        (lambda folder: "AR1:ABC", "damaged"),
        (lambda folder: "X" * 5_000, "There is no file"),
        (lambda folder: "AR1:" + "0" * 30_000, "long"),
    ],
    ids=["missing", "folder", "one_colour", "pdf", "no_bytes", "newer", "damaged", "long_name", "long_text"],
)
def test_what_is_no_code_of_ours_is_refused_in_one_sentence(make, said, tmp_path, qapp, capsys):
    assert verify(make(tmp_path), CLOCK) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said.lower() in captured.err.lower()
    assert captured.err.count("\n") == 1


def test_the_time_on_the_sheet_is_the_end_that_is_printed(capsys):
    verify(code_text(), CLOCK)
    assert f"good until {EXPIRES:%Y-%m-%d %H:%M:%S} UTC" in capsys.readouterr().out


def _partner_text(**changes) -> str:
    shared = (
        SharedAccount("6000000000000000001", "winter.shop", "Winter Shop", SharedRole.ANALYST),
        SharedAccount("6000000000000000002", "odd,=handle", "Odd", SharedRole.OPERATOR),
    )
    values = {
        "partnership_id": bytes(range(16)),
        "centre_key": KEY.public_key,
        "centre_name": "North Studio",
        "business_center_id": "7123456789012345678",
        "addressee_id": "8123456789012345678",
        "issued_at": 1_795_443_720,
        "sequence": 2,
        "accounts": shared,
    }
    return seal(PartnerInvitation(**(values | changes)), KEY).text


def test_a_partner_invitation_says_what_is_shared_as_what(capsys):
    assert verify(_partner_text(), CLOCK) == 0
    out = capsys.readouterr().out
    assert "What a Business Center shares with a partner (PI1)" in out
    assert "@winter.shop as Analyst, @odd,=handle as Operator" in out
    assert "8123456789012345678" in out
    assert "A code of this kind does not run out." in out


def test_a_partner_invitation_that_ends_says_so(capsys):
    assert verify(_partner_text(accounts=(), ended=True), CLOCK) == 0
    out = capsys.readouterr().out
    assert [line.split()[-1] for line in out.splitlines() if "The partnership is over" in line] == ["yes"]


def test_a_partners_answer_says_what_was_decided(capsys):
    answer = PartnerAnswer(
        partnership_id=bytes(range(16)),
        decision=PartnerDecision.DECLINE,
        centre_key=KEY.public_key,
        centre_name="South Agency",
        business_center_id="8123456789012345678",
        addressee_id="7123456789012345678",
        signed_at=1_795_443_720,
        sequence=2,
        decline_reason="not our client",
    )
    assert verify(seal(answer, KEY).text, CLOCK) == 0
    out = capsys.readouterr().out
    assert "A partner's answer (PA1)" in out
    assert "declined" in out
    assert "not our client" in out


def test_a_changed_partner_invitation_is_not_believed(capsys):
    assert verify(_changed(_partner_text()), CLOCK) == 1
    assert "The signature does not hold" in capsys.readouterr().err

"""Members from a table: previewed row by row, then taken in one transaction (issue 3, point 9)."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from bcdesktop.core.csv_files import CsvColumnDoubled, CsvColumnsMissing, CsvTooLong, CsvUnreadable
from bcdesktop.core.errors import LimitReached, ValueMalformed, ValueMissing
from bcdesktop.core.mails import MailText
from bcdesktop.core.roles import AppliesTo, BusinessCenterRole, FinanceRole
from bcdesktop.services import business_centers, imports, invitations, members
from bcdesktop.services.import_errors import ImportRowsBad, RoleWordUnknown, RowDoubled
from bcdesktop.services.import_records import ImportKind, ImportOutcome
from bcdesktop.services.people_errors import AlreadyInvited, DomainNotAllowed, LastAdmin
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.services.security_records import SecurityRules
from bcdesktop.store.tables import Invitation, Mail

NEW, CHANGED, UNCHANGED = ImportOutcome.NEW, ImportOutcome.CHANGED, ImportOutcome.UNCHANGED
TEXT = MailText("Join us", "Hello [[name]], your code is [[code]]")
TEXTS = dict.fromkeys(BusinessCenterRole, TEXT)
KINDS = ImportKind.MEMBERS


def preview(world, actor, *lines, context=None):
    return imports.preview(context or world.context, actor, KINDS, "\n".join(lines).encode())


def take(world, actor, shown, key="k", **how):
    return imports.apply(world.context, actor, shown, key, texts=TEXTS, **how)


def told(shown):
    return [row.outcome or type(row.problem) for row in shown.rows]


def listed(world, actor):
    return {row.email: row for row in members.list_all(world.context, actor).rows}


def test_new_addresses_are_invited_with_name_and_roles(world, nora):
    shown = preview(
        world,
        nora,
        "name,email,role,finance role",
        "Bela Berg,bela@example.com,Admin,Finance manager",
        "Cleo,cleo@example.com,,",
    )
    assert told(shown) == [NEW, NEW]
    assert take(world, nora, shown).new == 2
    rows = listed(world, nora)
    bela, cleo = rows["bela@example.com"], rows["cleo@example.com"]
    assert (bela.is_invitation, bela.name) == (True, "Bela Berg")
    assert (bela.role, bela.finance_role) == (BusinessCenterRole.ADMIN, FinanceRole.MANAGER)
    assert (cleo.role, cleo.finance_role) == (BusinessCenterRole.STANDARD, None)


def test_each_is_sent_a_mail_whose_code_is_taken(world, nora):
    take(world, nora, preview(world, nora, "email,name", "bela@example.com,Bela"))
    with world.store.read() as session:
        mail = session.exec(select(Mail)).one()
    assert mail.to_address == "bela@example.com"
    assert "Hello Bela" in mail.body
    assert invitations.look_up(world.context, mail.body).email == "bela@example.com"


def test_a_preview_changes_nothing(world, nora):
    preview(world, nora, "email", "bela@example.com")
    assert list(listed(world, nora)) == ["nora@example.com"]
    assert world.actions(nora)[-1] == "business_center_created"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfE-Mail-Adresse;Name;Rolle\r\nbela@example.com;B\xc3\xa9la;Mitglied\r\n",
        "Adresse e-mail\tNom\tRôle\nbela@example.com\tBéla\tmembre\n".encode("utf-16"),
        "Correo electrónico|Nombre|Rol\nbela@example.com|Béla|Estándar".encode("cp1252"),
        "sep=;\nRole;e mail;NAME\nSTANDARD;bela@example.com;Béla".encode(),
    ],
    ids=["german", "french", "spanish", "excel"],
)
def test_every_spreadsheet_and_language_is_read(world, nora, data):
    shown = imports.preview(world.context, nora, KINDS, data)
    assert told(shown) == [NEW]
    take(world, nora, shown)
    row = listed(world, nora)["bela@example.com"]
    assert (row.name, row.role) == ("Béla", BusinessCenterRole.STANDARD)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"name,role\nBela,admin", CsvColumnsMissing),
        (b"email,mail\na@example.com,b@example.com", CsvColumnDoubled),
        (b"PK\x03\x04 a workbook", CsvUnreadable),
    ],
)
def test_a_file_that_is_none_is_refused_whole(world, nora, data, error):
    with pytest.raises(error):
        imports.preview(world.context, nora, KINDS, data)


def test_more_rows_than_allowed_are_refused(world, nora):
    with pytest.raises(CsvTooLong):
        preview(world, nora, "email", "a@example.com", "b@example.com", context=world.limited(rows_per_import=1))


def test_columns_nobody_asked_for_are_named(world, nora):
    shown = preview(world, nora, "email,Shoe size", "bela@example.com,42")
    assert shown.ignored == ("Shoe size",)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Bela,,", ValueMissing),
        (",bela.example.com,", ValueMalformed),
        (",bela@example.com,Captain", RoleWordUnknown),
        (",cleo@example.com,admin", AlreadyInvited),
    ],
)
def test_a_bad_row_says_why(world, nora, line, problem):
    invitations.invite(world.context, nora, NewInvitation(("cleo@example.com",)), TEXT, "i")
    shown = preview(world, nora, "name,email,role", line)
    assert told(shown) == [problem]
    assert shown.rows[0].number == 2


def test_a_doubled_address_is_told_with_the_row_it_repeats(world, nora):
    shown = preview(world, nora, "email", "bela@example.com", "BELA@Example.com")
    assert told(shown) == [NEW, RowDoubled]
    assert shown.rows[1].problem.number == 2


def test_the_domain_rule_holds(world, nora):
    rules = SecurityRules(AppliesTo.NOBODY, AppliesTo.EVERYBODY, ("example.com",))
    version = business_centers.get(world.context, nora).version
    business_centers.change_security_rules(world.context, nora, rules, version)
    shown = preview(world, nora, "email", "bela@example.com", "bela@elsewhere.example")
    assert told(shown) == [NEW, DomainNotAllowed]


def test_who_finds_no_room_is_marked_from_there_on(world, nora):
    context = world.limited(standard_members_per_business_center=2)
    shown = preview(world, nora, "email", *(f"p{n}@example.com" for n in range(4)), context=context)
    assert told(shown) == [NEW, NEW, LimitReached, LimitReached]
    admins = world.limited(admins_per_business_center=2)
    shown = preview(world, nora, "email,role", "a@example.com,admin", "b@example.com,admin", context=admins)
    assert told(shown) == [NEW, LimitReached]


def test_a_member_who_is_there_keeps_empty_cells_and_takes_other_roles(world, nora):
    world.standard_member(nora)
    same = preview(world, nora, "email,role,finance role", "sam@example.com,,")
    assert told(same) == [UNCHANGED]
    other = preview(world, nora, "email,role,finance role", "sam@example.com,Admin,Finance analyst")
    assert told(other) == [CHANGED]
    assert take(world, nora, other).changed == 1
    row = listed(world, nora)["sam@example.com"]
    assert (row.role, row.finance_role) == (BusinessCenterRole.ADMIN, FinanceRole.ANALYST)


def test_a_word_for_none_takes_the_finance_role_away(world, nora):
    shown = preview(world, nora, "email,finance role", "nora@example.com,none")
    take(world, nora, shown)
    assert listed(world, nora)["nora@example.com"].finance_role is None


def test_the_last_admin_cannot_be_lowered_but_a_new_one_makes_room(world, nora):
    sam = world.standard_member(nora)
    alone = preview(world, nora, "email,role", "nora@example.com,standard")
    assert told(alone) == [LastAdmin]
    swapped = preview(world, nora, "email,role", "nora@example.com,standard", "sam@example.com,admin")
    assert told(swapped) == [CHANGED, CHANGED]
    take(world, nora, swapped)
    assert listed(world, sam)["nora@example.com"].role is BusinessCenterRole.STANDARD


def test_somebody_who_left_is_not_asked_back_by_an_exported_list(world, nora):
    shown = preview(world, nora, "email,state", "gone@example.com,Removed", "no@example.com,Abgelehnt")
    assert told(shown) == [UNCHANGED, UNCHANGED]
    assert take(world, nora, shown).new == 0


def test_an_invitation_that_says_the_same_stays_one_that_ran_out_is_sent_anew(world, nora):
    take(world, nora, preview(world, nora, "email", "bela@example.com"))
    assert told(preview(world, nora, "email", "bela@example.com")) == [UNCHANGED]
    world.wait(days=8)
    again = preview(world, nora, "email", "bela@example.com")
    assert told(again) == [NEW]
    assert take(world, nora, again, "later").new == 1


def test_bad_rows_block_everything_unless_they_are_left_out(world, nora):
    shown = preview(world, nora, "email,role", "bela@example.com,admin", "nothing,", "cleo@example.com,Captain")
    with pytest.raises(ImportRowsBad) as caught:
        take(world, nora, shown)
    assert (caught.value.count, caught.value.number) == (2, 3)
    assert list(listed(world, nora)) == ["nora@example.com"]
    done = take(world, nora, shown, leave_out_bad=True)
    assert (done.new, done.left_out) == (1, (3, 4))
    assert set(listed(world, nora)) == {"nora@example.com", "bela@example.com"}


def test_what_changed_since_the_preview_counts(world, nora):
    shown = preview(world, nora, "email", "bela@example.com", "cleo@example.com")
    invitations.invite(
        world.context, nora, NewInvitation(("bela@example.com",), BusinessCenterRole.STANDARD), TEXT, "i"
    )
    done = take(world, nora, shown)
    assert (done.new, done.unchanged) == (1, 1)


def test_something_that_fails_on_the_way_undoes_all(world, nora, monkeypatch):
    shown = preview(world, nora, "email", *(f"p{n}@example.com" for n in range(4)))
    calls = []

    def broken(*args, **kwargs):
        calls.append(args)
        if len(calls) == 3:
            raise OSError("disk")
        return put(*args, **kwargs)

    put = imports._import_members._inviting._mails.put
    monkeypatch.setattr(imports._import_members._inviting._mails, "put", broken)
    with pytest.raises(OSError, match="disk"):
        take(world, nora, shown)
    with world.store.read() as session:
        assert session.exec(select(func.count()).select_from(Invitation)).one() == 0
        assert session.exec(select(func.count()).select_from(Mail)).one() == 0


def test_the_same_import_pressed_twice_happens_once(world, nora):
    shown = preview(world, nora, "email", "bela@example.com")
    first, second = take(world, nora, shown), take(world, nora, shown)
    assert first == second
    with world.store.read() as session:
        assert session.exec(select(func.count()).select_from(Mail)).one() == 1


def test_the_log_says_what_was_imported(world, nora):
    shown = preview(world, nora, "email", "bela@example.com", "nothing")
    take(world, nora, shown, leave_out_bad=True)
    entry = world.last_entry(nora)
    assert entry.action == "members_imported"
    assert (entry.details["new"], entry.details["left_out"]) == (1, 1)


def test_a_file_that_changes_nothing_writes_nothing(world, nora):
    before = len(world.actions(nora))
    take(world, nora, preview(world, nora, "email", "nora@example.com"))
    assert len(world.actions(nora)) == before


def test_a_mail_without_a_subject_is_refused(world, nora):
    shown = preview(world, nora, "email", "bela@example.com")
    with pytest.raises(ValueMissing) as caught:
        imports.apply(world.context, nora, shown, "k", texts={BusinessCenterRole.STANDARD: MailText("", "body")})
    assert caught.value.field == "subject"


def test_each_role_has_the_mail_of_its_own(world, nora):
    shown = preview(world, nora, "email,role", "bela@example.com,admin", "cleo@example.com,standard")
    texts = {role: MailText(f"As {role}", "[[code]]") for role in BusinessCenterRole}
    imports.apply(world.context, nora, shown, "k", texts=texts)
    with world.store.read() as session:
        found = {mail.to_address: mail.subject for mail in session.exec(select(Mail))}
    assert found == {"bela@example.com": "As admin", "cleo@example.com": "As standard"}

"""Home with people, asking admins, the switcher, and CSV in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import admin_requests, invitations, owner
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.ui.center.member_words import invitation_text
from tests.services.access import link

ROOM = (1280, 800)
popup = pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)")


def at_desk(made, actor):
    window = made.center.open(actor)
    window.resize(*ROOM)
    made.center.settle()
    return window


def busy(bench):
    """Fill the Business Center with people who need something; return its admin and a Standard member."""
    nora = bench.admin
    sam = bench.world.standard_member(nora)
    bench.world.standard_member(nora, "Tess")
    for handle in ("mara", "omar", "ines"):
        link(bench.world, nora, handle)
    text = invitation_text(nora, BusinessCenterRole.STANDARD)
    invitations.invite(bench.context, nora, NewInvitation(("bela@example.com", "cleo@example.com")), text, "one")
    bench.wait(days=8)
    invitations.invite(bench.context, nora, NewInvitation(("dora@example.com",)), text, "two")
    bench.ask(expected_handle="kite.kitchen")
    admin_requests.ask(
        bench.context,
        sam,
        AdminRequestSubject.ACCESS,
        object_name="@mara",
        text="I look after the spring campaign from Monday and need to make Spark Ads from her posts.",
    )
    admin_requests.ask(bench.context, sam, AdminRequestSubject.REMOVE_ME)
    admin_requests.ask_from_outside(
        bench.context, "omar@example.com", AdminRequestSubject.REMOVE_ACCOUNT, "I left and cannot get in.", "omar"
    )
    return nora, sam


def scene_home_of_an_admin_with_people(bench, camera):
    nora, _sam = busy(bench)
    window = at_desk(bench, nora)
    bench.center.page("home")
    bench.center.settle()
    camera.take("people-home-admin", window)
    bench.center.page("home")
    window.resize(1280, 1500)
    bench.center.settle()
    camera.take("people-home-admin-long", window)


def scene_home_of_somebody_who_asked(bench, camera):
    nora, sam = busy(bench)
    first = admin_requests.list_open(bench.context, nora)[0]
    admin_requests.answer(bench.context, nora, first.id, done=True, answer="You are Operator on @mara now.")
    window = at_desk(bench, sam)
    bench.center.page("home")
    bench.center.settle()
    camera.take("people-home-standard", window)


def scene_first_steps_with_the_fourth(bench, camera):
    nora = bench.admin
    link(bench.world, nora, "mara")
    window = at_desk(bench, nora)
    bench.center.page("home")
    bench.center.settle()
    camera.take("people-home-fourth-step", window)


def scene_asking_an_admin(bench, camera):
    sam = bench.world.standard_member(bench.admin)
    window = at_desk(bench, sam)
    bench.center.shell.inside.ask_admin(Action.INVITE_MEMBER)
    bench.center.settle()
    camera.take("people-ask-admin", bench.center.see("ask_admin_dialog"))
    bench.center.close_dialog("ask_admin_dialog")
    bench.center.choose_entry("ask_admin_action")
    bench.center.settle()
    camera.take("people-ask-admin-choose", bench.center.see("ask_admin_dialog"))
    bench.center.close_dialog("ask_admin_dialog")
    window.navigator.go("requests")
    bench.center.settle()
    camera.take("people-forbidden-page", window)


def scene_answering_a_request(bench, camera):
    nora, _sam = busy(bench)
    at_desk(bench, nora)
    bench.center.page("home")
    first = admin_requests.list_open(bench.context, nora)[0]
    bench.center.press(f"done_ask_button_{first.id}")
    camera.take("people-answer-request", bench.center.see("answer_admin_request_dialog"))


def scene_i_cannot_get_in(bench, camera):
    assert bench.admin
    window = at_desk(bench, None)
    bench.center.press("cannot_get_in_button")
    pane = bench.center.inside("cannot_get_in_pane")
    camera.take("people-cannot-get-in", window)
    pane.press("remove_account_radio")
    pane.type("help_email_edit", "mara@example.com")
    pane.press("send_help_button")
    bench.center.settle()
    camera.take("people-cannot-get-in-missing", window)
    pane.type("help_handle_edit", "mara")
    pane.press("send_help_button")
    bench.center.settle()
    camera.take("people-cannot-get-in-sent", window)


@popup
def scene_switcher(bench, camera):
    nora = bench.admin
    otter = bench.world.center("Otter Works", handle="nora_otter")
    bench.world.center("Tern House & Daughters", handle="nora_tern")
    window = at_desk(bench, nora)
    menu = window.sidebar.switcher.switcher_menu
    menu.popup(window.mapToGlobal(QPoint(20, 60)))
    bench.center.settle()
    camera.take("people-switcher-menu", menu)
    menu.switcher_search_edit.setText("otter")
    bench.center.settle()
    camera.take("people-switcher-menu-search", menu)
    menu.close()
    link(bench.world, otter, "mara")
    bench.center.until(window.notices.bar.isVisible)
    camera.take("people-wrong-business-center", window)
    window.notices.bar.dismiss()
    page = bench.center.page("tiktok_accounts")
    page.type("accounts_filter_edit", "mara")
    page.until(lambda: page.reads("another Business Center of yours"))
    camera.take("people-linked-elsewhere", window)


def scene_import(bench, camera, tmp_path):
    nora, _sam = busy(bench)
    window = at_desk(bench, nora)
    bench.center.page("members")
    bench.center.choose_entry("members_import_action")
    dialog = bench.center.see("import_csv_dialog")
    camera.take("people-import-empty", dialog)
    path = tmp_path / "people.csv"
    path.write_text(
        "Name;E-Mail;Rolle;Finanzrolle;Telefon\n"
        "Ida Adler;ida@example.com;Admin;Finance manager;1\n"
        "Jonas;jonas@example;Mitglied;;2\n"
        ";sam@example.com;Administrator;;3\n"
        "Kim;kim@example.com;Kapitän;;4\n"
        "Nora;nora@example.com;;;5\n"
        "Ida A.;IDA@example.com;Standard;;6\n"
        + "".join(f"Person {n};person.{n}@example.com;Mitglied;;{n}\n" for n in range(12)),
        encoding="cp1252",
    )
    dialog.read(str(path))
    bench.center.settle()
    camera.take("people-import-preview", dialog)
    bench.center.press("leave_out_check")
    bench.center.press("import_button")
    bench.center.until(lambda: bench.center.sees("import_result_view"))
    camera.take("people-import-result", dialog)
    bench.center.close_dialog("import_csv_dialog")
    bench.center.settle()
    camera.take("people-members-files", window)


def scene_another_business_center(bench, camera):
    window = at_desk(bench, bench.admin)
    wizard = window.start_first_start()
    view = wizard.pages_by_step["log_in"].log_in_code_view
    bench.center.until(lambda: view.row is not None)
    phone = bench.world.sign_up("nora_otter")
    owner.approve_log_in(bench.context, phone, owner.open_code(bench.context, phone, view.row.code_text))
    bench.center.until(lambda: view.is_approved)
    bench.center.press("next_button")
    for name, text in (("name_edit", "Otter Works"), ("address_edit", "Hafenweg 1"), ("activity_edit", "Shops")):
        bench.center.type(name, text)
    for name, value in (("country", "DE"), ("time_zone", "Europe/Berlin"), ("currency", "EUR")):
        bench.center.widget(f"{name}_combo").set_value(value)
    bench.center.press("next_button")
    bench.center.see("person_name_edit")
    camera.take("people-another-center", wizard)

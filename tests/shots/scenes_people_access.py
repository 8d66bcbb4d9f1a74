"""Access to accounts: ticking and assigning, the panel, the member's side, the matrix."""

from __future__ import annotations

import pytest

from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, remove_member, shared_id
from tests.shots.scenes_center import at_desk

HANDLES = ("mila.makes", "nordlicht.cafe", "tessa.trails", "river.repairs", "atlas.adventures", "luna.bakes")
NAMES = ("Amara Obi", "Ben Lindqvist", "Chiara Costa", "Deniz Aydin", "Elif Kaya", "Farid Haddad", "Greta Huber")


@pytest.fixture
def office(bench):
    """Six accounts, seven Standard members, two partners, and one account that a partner shares."""
    world, nora = bench.world, bench.admin
    bench.ids = {handle: link(world, nora, handle) for handle in HANDLES}
    bench.people = {name: world.standard_member(nora, name) for name in NAMES}
    bench.holders = {name: holder_of(world, person) for name, person in bench.people.items()}
    otto = world.center("Otter Works", "Otto")
    pia = world.center("Pine & Partners", "Pia")
    bench.holders["Otter Works"] = partner_of(world, nora, otto)
    bench.holders["Pine & Partners"] = partner_of(world, nora, pia)
    wilma = link(world, otto, "wilma.weaves")
    give(world, otto, wilma, partner_of(world, otto, nora), ANALYST)
    bench.ids["wilma.weaves"] = shared_id(world, nora, "wilma.weaves")
    for number, name in enumerate(NAMES[:6]):
        for handle in HANDLES[number % 3 : 5 : 1 + number % 2]:
            give(world, nora, bench.ids[handle], bench.holders[name], (OPERATOR, ANALYST)[number % 2])
    give(world, nora, bench.ids["mila.makes"], bench.holders["Otter Works"], OPERATOR)
    give(world, nora, bench.ids["tessa.trails"], bench.holders["Pine & Partners"], ANALYST)
    give(world, nora, bench.ids["mila.makes"], holder_of(world, nora), OPERATOR)
    give(world, nora, bench.ids["wilma.weaves"], bench.holders["Amara Obi"], ANALYST)
    remove_member(world, bench.people["Farid Haddad"])
    return bench


def scene_accounts_ticked(office, camera):
    window = at_desk(office, office.admin)
    office.center.page("tiktok_accounts")
    office.center.settle()
    camera.take("access-accounts", window)
    table = office.center.table("accounts_table")
    table.set_ticked([office.ids["mila.makes"], office.ids["luna.bakes"], office.ids["tessa.trails"]])
    camera.take("access-accounts-ticked", window)


def scene_assign_dialog(office, camera):
    at_desk(office, office.admin)
    page = office.center.page("tiktok_accounts")
    table = office.center.table("accounts_table")
    office.center.until(table.shown_records)
    table.set_ticked([office.ids[handle] for handle in ("mila.makes", "luna.bakes", "wilma.weaves")])
    page.press("assign_button")
    dialog = office.center.inside("assign_access_dialog")
    dialog.until(lambda: dialog.window.picker.table.record_model.records)
    camera.take("access-assign-empty", dialog.window)
    for name in ("Otter Works", "Amara Obi", "Elif Kaya"):
        dialog.window.picker.pick(office.holders[name].id)
    camera.take("access-assign", dialog.window)


@pytest.mark.parametrize(
    ("handle", "name"), [("mila.makes", "own"), ("luna.bakes", "nobody"), ("wilma.weaves", "shared")]
)
def scene_members_of_an_account(office, camera, handle, name):
    window = at_desk(office, office.admin)
    office.center.page("tiktok_accounts")
    office.center.choose_row("accounts_table", office.ids[handle])
    office.center.settle()
    camera.take(f"access-panel-{name}", window)
    panel = window.inside.pages.currentWidget().panel
    panel.tabs.setCurrentWidget(panel.members)
    records = panel.members.members_table.shown_records()
    if records:
        panel.members.members_table.select_record(records[0].id)
    office.center.settle()
    camera.take(f"access-panel-{name}-members", window)
    if name == "own":
        panel.members.ask_remove()
        camera.take("access-remove", office.center.see("remove_access_dialog"))


def scene_standard_member(office, camera):
    window = at_desk(office, office.people["Amara Obi"])
    office.center.page("tiktok_accounts")
    office.center.choose_row("accounts_table", office.ids["mila.makes"])
    office.center.settle()
    camera.take("access-standard", window)
    panel = window.inside.pages.currentWidget().panel
    panel.tabs.setCurrentWidget(panel.members)
    camera.take("access-standard-members", window)
    panel.members.own_access.ask_remove()
    camera.take("access-remove-own", office.center.see("remove_own_dialog"))

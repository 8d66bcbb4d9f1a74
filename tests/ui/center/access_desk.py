"""What tests of the access windows share: accounts, people, a partner, and hands on the picker."""

from __future__ import annotations

from bcdesktop.services import grants
from tests.services.access import holder_of, link, partner_of
from tests.ui.center.linking import dialog_called


class Office:
    """Two accounts, the Standard members Sam and Ida, and the partner Otter Works."""

    def __init__(self, world, nora) -> None:
        self.world, self.nora = world, nora
        self.mara, self.omar = link(world, nora, "mara"), link(world, nora, "omar")
        self.sam_actor, self.ida_actor = world.standard_member(nora), world.standard_member(nora, "Ida")
        self.sam, self.ida = holder_of(world, self.sam_actor), holder_of(world, self.ida_actor)
        self.otto = world.center("Otter Works", "Otto")
        self.otter = partner_of(world, nora, self.otto)

    def roles(self, account_id):
        """Return (name, role) of everybody who holds an account."""
        return [(row.holder_name, row.role) for row in grants.holders_of(self.world.context, self.nora, account_id)]


def open_assign(desk, page):
    """Press "Assign a new member" and return the dialog once it shows whom it offers."""
    desk.press("assign_button")
    dialog = dialog_called(desk, "assign_access_dialog")
    desk.qtbot.waitUntil(lambda: bool(dialog.picker.table.record_model.records))
    return dialog


def choose_role(picker, item_id, role):
    """Choose a role in the line of one chosen item."""
    picker.chosen.line(item_id).role_combo.choose(role)

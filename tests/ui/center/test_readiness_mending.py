"""Each cross of the readiness check has a button that goes where it is mended; who may not do it asks an admin."""

from __future__ import annotations

import pytest

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.readiness import Condition, ConditionName, Mender
from bcdesktop.services.ad_records import Line, Readiness
from bcdesktop.ui.center.readiness_mending import ReadinessMending
from bcdesktop.ui.center.wizards.add_tiktok_account import AddTikTokAccountWizard
from tests.services.ad_scene import linked_account
from tests.services.ad_world import ad_account


@pytest.fixture
def nora(world):
    return world.center()


@pytest.fixture
def made(desk, world, nora):
    """A function that returns the mending of a person in front of the window, and a check with one cross."""
    world.link_id, world.asset_id = linked_account(world, nora, "mara"), ad_account(world, nora, "Spring")

    def make(actor, name, mender):
        desk.open(actor)
        found = Readiness(
            account_kind=AssetKind.TIKTOK_ACCOUNT,
            account_ref=world.link_id,
            handle="mara",
            asset_id=world.asset_id,
            ad_account_name="Spring",
            person_id=actor.person_id,
            person_name=actor.name,
            lines=(Line(Condition(name, ok=False, mender=mender), ("Nora",)),),
            ready=False,
        )
        window = desk.window
        return ReadinessMending(desk.session, actor, window.navigator, window), found

    return make


@pytest.mark.parametrize(
    ("name", "mender", "verb", "signal", "args"),
    [
        (ConditionName.LINK_ACTIVE, Mender.ADMIN, "Ask for access again…", "add_requested", ["mara"]),
        (ConditionName.LINK_ACTIVE, Mender.PARTNER, "Show the partner", "page_requested", ["partners", {}]),
        (ConditionName.EXISTING_POSTS, Mender.OWNER, "Ask for more permissions…", "add_requested", ["mara"]),
        (ConditionName.NEW_VIDEOS, Mender.PARTNER, "Show the partner", "page_requested", ["partners", {}]),
        (ConditionName.ACCOUNT_PUBLIC, Mender.OWNER, "Open the Phone", "phone_requested", []),
        (ConditionName.ACCOUNT_AVAILABLE, Mender.OWNER, "Open the Phone", "phone_requested", []),
        (ConditionName.NOT_POLITICAL, Mender.NOBODY, "Choose another account", "page_requested", None),
        (ConditionName.AD_ACCOUNT_APPROVED, Mender.REVIEW, "Show the ad account", "page_requested", None),
    ],
)
def test_an_admin_is_led_to_where_it_is_mended(desk, nora, made, name, mender, verb, signal, args):
    mending, found = made(nora, name, mender)
    assert mending.verbs(found) == {name: verb}
    with desk.qtbot.waitSignal(getattr(desk.window.navigator, signal)) as caught:
        mending.mend(found, name)
    assert args is None or caught.args == args


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_wizard_opens_with_the_handle_which_can_be_changed(desk, nora, made):
    mending, found = made(nora, ConditionName.EXISTING_POSTS, Mender.OWNER)
    mending.mend(found, ConditionName.EXISTING_POSTS)
    (wizard,) = desk.window.findChildren(AddTikTokAccountWizard)
    edit = wizard.pages_by_step["recipient"].handle_edit
    assert edit.text() == "@mara"
    edit.setText("@other")
    mending.mend(found, ConditionName.EXISTING_POSTS)
    assert edit.text() == "@other"


@pytest.mark.parametrize(
    ("name", "mender", "verb", "dialog"),
    [
        (ConditionName.AD_LINK, Mender.ADMIN, "Link them…", "link_to_ad_accounts_dialog"),
        (ConditionName.AD_ACCOUNT_ROLE, Mender.AD_ACCOUNT_ADMIN, "Give the role…", "assign_access_dialog"),
    ],
)
def test_an_admin_does_it_in_a_dialog(desk, nora, made, name, mender, verb, dialog):
    mending, found = made(nora, name, mender)
    assert mending.verbs(found) == {name: verb}
    mending.mend(found, name)
    desk.settle()
    assert desk.shows(dialog)


@pytest.mark.parametrize(
    ("name", "mender", "asked"),
    [
        (ConditionName.AD_LINK, Mender.ADMIN, "@mara"),
        (ConditionName.AD_ACCOUNT_ROLE, Mender.AD_ACCOUNT_ADMIN, "Spring"),
        (ConditionName.EXISTING_POSTS, Mender.OWNER, "@mara"),
    ],
)
def test_a_standard_member_asks_an_admin(desk, world, nora, made, name, mender, asked):
    mending, found = made(world.standard_member(nora), name, mender)
    assert mending.verbs(found) == {name: "Ask an admin…"}
    mending.mend(found, name)
    desk.settle()
    assert asked in desk.text("wish_label")

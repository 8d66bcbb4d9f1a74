"""Payment methods: shared or one each, seen by finance roles alone, never a whole number kept (A2-07, A2-09, A2-10)."""

from __future__ import annotations

import logging
import uuid

import pytest

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotAllowed, NotFound, ValueMissing, WholePaymentNumber
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole
from bcdesktop.services import _reached, activity, members, payment_methods
from bcdesktop.services.billing_errors import BillingOfOwner, PaymentLabelTaken
from bcdesktop.store.tables import AdAccount, Asset, PaymentMethod
from tests.services.ad_world import ad_account
from tests.services.inviting import join, member_id

CARD = PaymentMethodKind.CARD
NUMBER = "4929123412341239"


def add(world, actor, label="Team card", last_four="4242", kind=CARD, key=None):
    new = NewPaymentMethod(label, kind, last_four)
    return payment_methods.create(world.context, actor, new, key or uuid.uuid4().hex)


def paid(world, actor):
    """Return the names of the ad accounts of each payment method, and of those without one under ""."""
    found = payment_methods.list_all(world.context, actor)
    by_label = {row.label: [account.name for account in row.ad_accounts] for row in found.rows}
    return by_label | {"": [account.name for account in found.without]}


@pytest.fixture
def accounts(world, nora):
    return [ad_account(world, nora, name) for name in ("Autumn", "Spring", "Winter")]


@pytest.fixture
def finn(world, nora):
    """A Standard member who is Finance analyst."""
    return join(world, nora, "Finn", finance_role=FinanceRole.ANALYST)


@pytest.fixture
def ada(world, nora):
    """An admin without a finance role."""
    return join(world, nora, "Ada", role=BusinessCenterRole.ADMIN)


def shared_with(world, asset_id, actor):
    """Let the Business Center of ``actor`` reach an ad account it does not own."""

    def work(unit):
        asset = unit.session.get_one(Asset, asset_id)
        _reached.reach(unit, asset, actor.business_center_id, AssetRelation.OWNER_PARTNER, AssetRole.ADMIN, actor.name)

    world.store.run(work)


# ------------------------------------------------------------------ the list, and which ad account is paid how
def test_a_new_payment_method_pays_for_nothing_yet(world, nora, accounts):
    row = add(world, nora)
    assert (row.label, row.kind, row.last_four, row.ad_accounts, row.created_by) == (
        "Team card",
        CARD,
        "4242",
        (),
        "Nora",
    )
    assert paid(world, nora) == {"Team card": [], "": ["Autumn", "Spring", "Winter"]}


def test_one_payment_method_is_shared_by_several_ad_accounts(world, nora, accounts):
    row = add(world, nora)
    assert payment_methods.set_for(world.context, nora, row.id, accounts) == 3
    assert paid(world, nora) == {"Team card": ["Autumn", "Spring", "Winter"], "": []}


def test_each_ad_account_may_have_its_own(world, nora, accounts):
    for label, asset_id in zip(("One", "Two", "Three"), accounts, strict=True):
        payment_methods.set_for(world.context, nora, add(world, nora, label).id, [asset_id])
    assert paid(world, nora) == {"One": ["Autumn"], "Two": ["Spring"], "Three": ["Winter"], "": []}


def test_another_payment_method_takes_the_place_of_the_first(world, nora, accounts):
    one, two = add(world, nora, "One"), add(world, nora, "Two")
    payment_methods.set_for(world.context, nora, one.id, accounts)
    assert payment_methods.set_for(world.context, nora, two.id, accounts[1:2]) == 1
    assert paid(world, nora) == {"One": ["Autumn", "Winter"], "Two": ["Spring"], "": []}


def test_setting_and_leaving_out_are_one_step(world, nora, accounts):
    row, other = add(world, nora), add(world, nora, "Other")
    payment_methods.set_for(world.context, nora, row.id, accounts[:2])
    payment_methods.set_for(world.context, nora, other.id, accounts[1:2])
    changed = payment_methods.set_for(world.context, nora, row.id, accounts[2:], no_longer=accounts[:2])
    assert changed == 2
    assert paid(world, nora) == {"Team card": ["Winter"], "Other": ["Spring"], "": ["Autumn"]}


def test_an_ad_account_can_be_left_without_one(world, nora, accounts):
    payment_methods.set_for(world.context, nora, add(world, nora).id, accounts)
    assert payment_methods.clear(world.context, nora, accounts[:1]) == 1
    assert paid(world, nora) == {"Team card": ["Spring", "Winter"], "": ["Autumn"]}


def test_what_removing_does_is_told_before(world, nora, accounts):
    row = add(world, nora)
    payment_methods.set_for(world.context, nora, row.id, accounts[:2])
    effects = payment_methods.removal_effects(world.context, nora, row.id)
    assert ([account.name for account in effects.ad_accounts], effects.running_ads) == (["Autumn", "Spring"], 0)
    assert payment_methods.remove(world.context, nora, row.id) == 2
    assert paid(world, nora) == {"": ["Autumn", "Spring", "Winter"]}


def test_what_was_removed_is_forgotten(world, nora):
    row = add(world, nora)
    payment_methods.remove(world.context, nora, row.id)
    with world.store.read() as session:
        kept = session.get_one(PaymentMethod, row.id)
    assert (kept.label, kept.last_four, kept.removed_by) == ("", "", "Nora")
    with pytest.raises(NotFound):
        payment_methods.remove(world.context, nora, row.id)


def test_the_label_can_be_changed_by_whoever_saw_the_newest(world, nora):
    row = add(world, nora)
    assert payment_methods.change_label(world.context, nora, row.id, "Spring card", row.version).label == "Spring card"
    with pytest.raises(ChangedMeanwhile):
        payment_methods.change_label(world.context, nora, row.id, "Autumn card", row.version)


def test_two_payment_methods_cannot_have_the_same_label(world, nora):
    add(world, nora)
    other = add(world, nora, "Other")
    with pytest.raises(PaymentLabelTaken):
        add(world, nora, "team CARD")
    with pytest.raises(PaymentLabelTaken):
        payment_methods.change_label(world.context, nora, other.id, "Team card", other.version)


def test_added_twice_with_one_key_it_is_one(world, nora):
    assert add(world, nora, key="k").id == add(world, nora, key="k").id
    assert len(payment_methods.list_all(world.context, nora).rows) == 1


def test_windows_hear_of_every_change(world, nora, accounts):
    heard = []
    world.store.subscribe(heard.extend)
    row = add(world, nora)
    payment_methods.set_for(world.context, nora, row.id, accounts)
    payment_methods.remove(world.context, nora, row.id)
    assert [change.ids for change in heard if change.kind is ChangeKind.PAYMENT_METHOD] == [(row.id,)] * 3


# ------------------------------------------------------------------ who may
def test_a_finance_analyst_sees_and_changes_nothing(world, nora, finn, accounts):
    row = add(world, nora)
    assert [one.id for one in payment_methods.list_all(world.context, finn).rows] == [row.id]
    with pytest.raises(NotAllowed) as caught:
        payment_methods.set_for(world.context, finn, row.id, accounts)
    assert caught.value.helpers == ("Nora",)
    with pytest.raises(NotAllowed):
        payment_methods.remove(world.context, finn, row.id)


def test_an_admin_without_a_finance_role_sees_none_of_it(world, nora, finn, ada, accounts):
    for ask in (payment_methods.list_all, lambda c, a: payment_methods.of_ad_account(c, a, accounts[0])):
        with pytest.raises(NotAllowed) as caught:
            ask(world.context, ada)
        assert (caught.value.action, caught.value.helpers) == ("see_payment_methods", ("Finn", "Nora"))


def test_the_finance_role_of_now_counts_not_that_of_sign_in(world, nora, finn):
    members.change_role(world.context, nora, member_id(world, nora, finn), BusinessCenterRole.STANDARD, None)
    with pytest.raises(NotAllowed):
        payment_methods.list_all(world.context, finn)


def test_a_refusal_is_in_the_activity_log(world, nora, ada):
    with pytest.raises(NotAllowed):
        add(world, ada)
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.object_id) == ("action_refused", "Ada", "change_payment_methods")


def test_what_every_admin_reads_names_neither_label_nor_digits(world, nora, accounts):
    row = add(world, nora, "Harbour platinum", "7319")
    payment_methods.set_for(world.context, nora, row.id, accounts[:1])
    payment_methods.change_label(world.context, nora, row.id, "Harbour gold", row.version)
    payment_methods.remove(world.context, nora, row.id)
    log = activity.entries(world.context, nora, limit=4)
    assert [entry.action for entry in reversed(log)] == [
        "payment_method_added",
        "payment_method_set",
        "payment_method_changed",
        "payment_method_removed",
    ]
    assert log[2].details == {"number": 1, "ad_accounts": ["Autumn"]}
    told = repr(log)
    assert not any(word in told for word in ("Harbour", "7319", "platinum", "gold"))


# ------------------------------------------------------------------ an agency never sees the owner's billing (A2-07)
def test_an_agency_learns_nothing_of_the_owners_billing(world, nora, accounts):
    payment_methods.set_for(world.context, nora, add(world, nora).id, accounts)
    otto = world.center("Otter Works", "Otto")
    shared_with(world, accounts[0], otto)
    billing = payment_methods.of_ad_account(world.context, otto, accounts[0])
    assert (billing.owner_name, billing.method, billing.methods) == ("Lantern Media", None, ())
    assert paid(world, otto) == {"": []}


def test_an_agency_cannot_pay_for_an_ad_account_of_its_client(world, nora, accounts):
    otto = world.center("Otter Works", "Otto")
    shared_with(world, accounts[0], otto)
    row = add(world, otto)
    for change in (
        lambda: payment_methods.set_for(world.context, otto, row.id, accounts[:1]),
        lambda: payment_methods.clear(world.context, otto, accounts[:1]),
    ):
        with pytest.raises(BillingOfOwner) as caught:
            change()
        assert caught.value.ad_account == "Autumn"


def test_an_ad_account_that_is_not_reached_is_not_there(world, nora, accounts):
    otto = world.center("Otter Works", "Otto")
    row = add(world, otto)
    with pytest.raises(NotFound):
        payment_methods.set_for(world.context, otto, row.id, accounts[:1])
    with pytest.raises(NotFound):
        payment_methods.of_ad_account(world.context, otto, accounts[0])


def test_a_payment_method_of_another_business_center_is_not_there(world, nora, accounts):
    row = add(world, world.center("Otter Works", "Otto"))
    with pytest.raises(NotFound):
        payment_methods.set_for(world.context, nora, row.id, accounts)


def test_nothing_is_changed_where_one_ad_account_is_refused(world, nora, accounts):
    row = add(world, nora)
    with pytest.raises(NotFound):
        payment_methods.set_for(world.context, nora, row.id, [*accounts, "1"])
    assert paid(world, nora)["Team card"] == []


def test_how_one_ad_account_is_paid_is_told_with_the_choices(world, nora, accounts):
    one, two = add(world, nora, "One"), add(world, nora, "Two")
    payment_methods.set_for(world.context, nora, two.id, accounts[:1])
    billing = payment_methods.of_ad_account(world.context, nora, accounts[0])
    assert (billing.owner_name, billing.method.id) == ("", two.id)
    assert [row.id for row in billing.methods] == [one.id, two.id]


# ------------------------------------------------------------------ never a whole number
@pytest.mark.parametrize("spaced", [NUMBER, "4929 1234 1234 1239", "4929-1234-1234-1239"])
@pytest.mark.parametrize("field", ["label", "last_four"])
def test_a_whole_number_reaches_neither_the_store_nor_a_log(world, nora, caplog, field, spaced):
    caplog.set_level(logging.DEBUG)
    row = add(world, nora, "Other")
    values = {"label": "Team card", "last_four": "1239"} | {field: spaced}
    with pytest.raises(WholePaymentNumber) as caught:
        add(world, nora, **values, key="key")
    assert caught.value.params() == {"field": field}
    with pytest.raises(WholePaymentNumber):
        payment_methods.change_label(world.context, nora, row.id, spaced, row.version)
    files = [path for path in world.folder.rglob("*") if path.is_file()]
    assert files
    written = b"".join(path.read_bytes() for path in files)
    assert b"Other" in written
    for part in (spaced.encode(), spaced.encode("utf-16-le"), spaced[:9].encode()):
        assert part not in written
    assert spaced not in caplog.text
    assert "WholePaymentNumber" not in repr(activity.entries(world.context, nora))


def test_a_card_without_its_digits_is_refused_and_an_invoice_needs_none(world, nora):
    with pytest.raises(ValueMissing):
        add(world, nora, last_four="")
    assert add(world, nora, "Monthly invoice", "", PaymentMethodKind.INVOICE).last_four == ""


def test_no_row_has_room_for_more_than_the_end_of_a_number(world, nora):
    assert {column.name for column in PaymentMethod.__table__.c} == {
        "id",
        "business_center_id",
        "label",
        "kind",
        "last_four",
        "created_at",
        "created_by",
        "removed_at",
        "removed_by",
        "version",
    }
    assert "payment_method_id" in {column.name for column in AdAccount.__table__.c}

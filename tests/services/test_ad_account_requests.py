"""Requests for somebody's ad account: ask, grant, refuse, lapse, cancel, transfer (A4-24 to A4-26, A4-39 to A4-46)."""

from __future__ import annotations

import uuid

import pytest
from sqlmodel import col, select

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AssetRelation
from bcdesktop.core.errors import LimitReached, NotAllowed, NotFound, ValueMalformed, ValueMissing
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_errors, ad_account_requests, ad_accounts
from bcdesktop.services.ad_account_requests import answer, waiting_for
from bcdesktop.services.ad_records import Answerer
from bcdesktop.store.tables import Mail
from tests.services.ad_world import ad_account, advertiser, number_of, personal_ad_account

ACCESS, TRANSFER = AdAccountRequestKind.ACCESS, AdAccountRequestKind.TRANSFER
MAIL = MailText("A request", "Hello [[name]]")


@pytest.fixture
def otto(world):
    """The admin of a second Business Center, which owns what Nora asks for."""
    return world.center("Otter Works", "Otto")


def ask(world, actor, number, role=AssetRole.OPERATOR, kind=ACCESS, note="", context=None):
    return ad_account_requests.ask(
        context or world.context, actor, number, kind, role, note, uuid.uuid4().hex, mail=MAIL
    )


def personal_number(world, actor, **values):
    """Return id and number of an ad account the person behind ``actor`` owns."""
    from bcdesktop.store.tables import Asset

    asset_id = personal_ad_account(world, advertiser(world, actor), **values)
    with world.store.read() as session:
        return asset_id, session.get_one(Asset, asset_id).number


def mails(world, kind):
    with world.store.read() as session:
        rows = select(Mail).where(Mail.kind == kind).order_by(col(Mail.to_address))
        return [(mail.to_address, mail.body) for mail in session.exec(rows)]


def test_the_admins_of_the_ad_account_get_a_mail_and_the_request(world, nora, otto):
    number = number_of(world, otto, ad_account(world, otto))
    row = ask(world, nora, number, note="For the spring campaign")
    assert (row.state, row.center_name, row.owner_name) == (
        AdAccountRequestState.PENDING,
        "Lantern Media",
        "Otter Works",
    )
    assert mails(world, MailKind.AD_ACCOUNT_REQUEST) == [("otto@example.com", "Hello Otto")]
    assert [found.note for found in waiting_for(world.context, advertiser(world, otto))] == ["For the spring campaign"]
    assert waiting_for(world.context, advertiser(world, nora)) == ()
    assert world.actions(nora)[-1] == world.actions(otto)[-1] == "ad_account_asked_for"


def test_a_granted_request_lets_the_business_center_in_and_gives_the_asker_the_level(world, nora, otto):
    asset_id = ad_account(world, otto)
    row = ask(world, nora, number_of(world, otto, asset_id))
    done = answer(world.context, advertiser(world, otto), row.id, True, mail=MAIL)
    assert (done.state, done.decided_by) == (AdAccountRequestState.APPROVED, "Otto")
    seen = ad_accounts.get(world.context, nora, asset_id)
    assert (seen.relation, seen.owner_name) == (AssetRelation.OWNER_PARTNER, "Otter Works")
    assert (seen.limit, seen.my_role) == (AssetRole.OPERATOR, AssetRole.OPERATOR)
    assert mails(world, MailKind.AD_ACCOUNT_ANSWER) == [("nora@example.com", "Hello Nora")]
    assert "ad_account_granted" in world.actions(nora)


def test_a_lower_level_than_asked_for_can_be_granted_but_not_a_higher(world, nora, otto):
    for asked, given, expected in (
        (AssetRole.ADMIN, AssetRole.ANALYST, AssetRole.ANALYST),
        (AssetRole.ANALYST, AssetRole.ADMIN, AssetRole.ANALYST),
    ):
        asset_id = ad_account(world, otto)
        row = ask(world, nora, number_of(world, otto, asset_id), asked)
        assert answer(world.context, advertiser(world, otto), row.id, True, role=given).role is expected
        seen = ad_accounts.get(world.context, nora, asset_id)
        assert (seen.limit, seen.my_role) == (expected, expected)


def test_a_person_grants_what_they_own(world, nora, otto):
    asset_id, number = personal_number(world, otto)
    row = ask(world, nora, number, AssetRole.ANALYST)
    assert mails(world, MailKind.AD_ACCOUNT_REQUEST) == [("otto@example.com", "Hello Otto")]
    answer(world.context, advertiser(world, otto), row.id, True)
    seen = ad_accounts.get(world.context, nora, asset_id)
    assert (seen.relation, seen.owner_name, seen.limit) == (AssetRelation.OWNER_INDIVIDUAL, "Otto", AssetRole.ANALYST)


def test_an_own_ad_account_is_added_at_once(world, nora):
    asset_id, number = personal_number(world, nora)
    row = ask(world, nora, f"https://ads.tiktok.com/i18n/dashboard?aadvid={number}", AssetRole.ADMIN)
    assert row.state is AdAccountRequestState.APPROVED
    assert ad_accounts.get(world.context, nora, asset_id).my_role is AssetRole.ADMIN
    assert mails(world, MailKind.AD_ACCOUNT_REQUEST) == []
    assert "ad_account_added" in world.actions(nora)


def test_a_refused_request_keeps_its_reason(world, nora, otto):
    asset_id = ad_account(world, otto)
    row = ask(world, nora, number_of(world, otto, asset_id))
    answer(world.context, advertiser(world, otto), row.id, False, "Please ask\nfor Analyst", mail=MAIL)
    row = ad_account_requests.get(world.context, nora, row.id)
    assert (row.state, row.decline_reason) == (AdAccountRequestState.DECLINED, "Please ask\nfor Analyst")
    with pytest.raises(NotFound):
        ad_accounts.get(world.context, nora, asset_id)
    assert len(mails(world, MailKind.AD_ACCOUNT_ANSWER)) == 1


def test_a_request_lapses_after_thirty_days_and_can_be_made_again(world, nora, otto):
    number = number_of(world, otto, ad_account(world, otto))
    row = ask(world, nora, number)
    world.wait(days=30, seconds=1)
    assert ad_account_requests.get(world.context, nora, row.id).state is AdAccountRequestState.EXPIRED
    assert waiting_for(world.context, advertiser(world, otto)) == ()
    with pytest.raises(ad_account_errors.AdAccountRequestNotOpen) as caught:
        answer(world.context, advertiser(world, otto), row.id, True)
    assert caught.value.state is AdAccountRequestState.EXPIRED
    assert ask(world, nora, number).state is AdAccountRequestState.PENDING


def test_a_cancelled_request_cannot_be_granted(world, nora, otto):
    row = ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    assert ad_account_requests.cancel(world.context, nora, row.id).state is AdAccountRequestState.CANCELLED
    with pytest.raises(ad_account_errors.AdAccountRequestNotOpen):
        answer(world.context, advertiser(world, otto), row.id, True)
    with pytest.raises(ad_account_errors.AdAccountRequestNotOpen):
        ad_account_requests.cancel(world.context, nora, row.id)


def test_the_receiving_side_does_not_cancel(world, nora, otto):
    row = ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    with pytest.raises(NotFound):
        ad_account_requests.cancel(world.context, otto, row.id)


def test_a_request_is_answered_once(world, nora, otto):
    row = ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    answer(world.context, advertiser(world, otto), row.id, False)
    with pytest.raises(ad_account_errors.AdAccountRequestNotOpen) as caught:
        answer(world.context, advertiser(world, otto), row.id, True)
    assert caught.value.state is AdAccountRequestState.DECLINED


def test_a_second_request_for_the_same_ad_account_is_refused(world, nora, otto):
    number = number_of(world, otto, ad_account(world, otto))
    ask(world, nora, number)
    with pytest.raises(ad_account_errors.AdAccountAskedBefore) as caught:
        ask(world, nora, number)
    assert caught.value.field == "ad_account_id"


def test_what_is_here_already_is_not_asked_for(world, nora):
    with pytest.raises(ad_account_errors.AdAccountAlreadyHere) as caught:
        ask(world, nora, number_of(world, nora, ad_account(world, nora, "Spring")))
    assert caught.value.name == "Spring"


def test_an_unknown_number_and_the_own_id_are_told_apart(world, nora):
    with pytest.raises(ad_account_errors.AdAccountUnknown):
        ask(world, nora, "7123456789012345678")
    with pytest.raises(ad_account_errors.IdOfBusinessCenter):
        ask(world, nora, nora.business_center_id)


@pytest.mark.parametrize(
    "text",
    [
        "7123 4567 8901 2345 678",
        "712345678901234567a",
        "71234567890123456789",
        "https://ads.tiktok.com/i18n/dashboard",
        "https://ads.tiktok.com/?aadvid=12",
        "https://[",
    ],
    ids=range(6),
)
def test_a_text_without_an_id_is_refused_at_its_field(world, nora, text):
    with pytest.raises(ValueMalformed) as caught:
        ask(world, nora, text)
    assert caught.value.field == "ad_account_id"


def test_an_empty_id_and_a_role_of_another_kind_are_refused(world, nora):
    with pytest.raises(ValueMissing):
        ask(world, nora, " ")
    with pytest.raises(ValueMalformed) as caught:
        ask(world, nora, "7123456789012345678", AssetRole.MANAGEMENT)
    assert caught.value.field == "role"


def test_only_who_has_admin_on_the_ad_account_answers(world, nora, otto):
    row = ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    sam = world.standard_member(otto)
    with pytest.raises(NotAllowed) as caught:
        answer(world.context, advertiser(world, sam), row.id, True)
    assert caught.value.helpers == ("Otto",)


def test_an_admin_of_the_ad_account_answers_in_the_business_center_too(world, nora, otto):
    asset_id = ad_account(world, otto)
    row = ask(world, nora, number_of(world, otto, asset_id))
    assert [found.id for found in ad_account_requests.of_ad_account(world.context, otto, asset_id)] == [row.id]
    done = ad_account_requests.answer_here(world.context, otto, row.id, True)
    assert done.state is AdAccountRequestState.APPROVED
    with pytest.raises(NotFound):
        ad_account_requests.answer_here(world.context, nora, row.id, True)


def test_both_sides_list_the_request(world, nora, otto):
    row = ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    for actor in (nora, otto):
        assert [found.id for found in ad_account_requests.list_all(world.context, actor)] == [row.id]


def test_only_the_owning_side_is_told_who_may_answer(world, nora, otto):
    ask(world, nora, number_of(world, otto, ad_account(world, otto)))
    (received,) = ad_account_requests.list_all(world.context, otto)
    (sent,) = ad_account_requests.list_all(world.context, nora)
    assert received.answerers == (Answerer(otto.person_id, "Otto"),)
    assert sent.answerers == ()


def test_a_full_business_center_does_not_ask_and_is_not_let_in(world, nora, otto):
    context = world.limited(ad_accounts_per_business_center=1)
    number = number_of(world, otto, ad_account(world, otto))
    row = ask(world, nora, number, context=context)
    ad_account(world, nora, "Meanwhile", context=context)
    with pytest.raises(LimitReached):
        answer(context, advertiser(world, otto), row.id, True)
    ad_account_requests.cancel(context, nora, row.id)
    with pytest.raises(LimitReached):
        ask(world, nora, number, context=context)


def test_an_own_ad_account_is_transferred_at_once(world, nora):
    asset_id, number = personal_number(world, nora)
    assert ask(world, nora, number, kind=TRANSFER).state is AdAccountRequestState.APPROVED
    seen = ad_accounts.get(world.context, nora, asset_id)
    assert (seen.is_owned, seen.limit, seen.my_role) == (True, AssetRole.ADMIN, AssetRole.ADMIN)
    assert "ad_account_moved" in world.actions(nora)


def test_an_added_ad_account_can_be_transferred_afterwards(world, nora):
    asset_id, number = personal_number(world, nora)
    ask(world, nora, number, AssetRole.ANALYST)
    ask(world, nora, number, kind=TRANSFER)
    seen = ad_accounts.get(world.context, nora, asset_id)
    assert (seen.is_owned, seen.my_role) == (True, AssetRole.ADMIN)


def test_somebody_else_agrees_to_a_transfer_and_other_transfers_are_refused_with_it(world, nora, otto):
    asset_id, number = personal_number(world, otto)
    ida = world.center("Iris Studio", "Ida")
    wanted, late = ask(world, nora, number, kind=TRANSFER), ask(world, ida, number, kind=TRANSFER)
    answer(world.context, advertiser(world, otto), wanted.id, True)
    assert ad_accounts.get(world.context, nora, asset_id).is_owned
    assert ad_account_requests.get(world.context, ida, late.id).state is AdAccountRequestState.DECLINED
    with pytest.raises(ad_account_errors.AdAccountHasOwner):
        ask(world, ida, number, kind=TRANSFER)


def test_others_keep_their_access_through_a_transfer(world, nora, otto):
    asset_id, number = personal_number(world, otto)
    ida = world.center("Iris Studio", "Ida")
    answer(world.context, advertiser(world, otto), ask(world, ida, number).id, True)
    answer(world.context, advertiser(world, otto), ask(world, nora, number, kind=TRANSFER).id, True)
    seen = ad_accounts.get(world.context, ida, asset_id)
    assert (seen.relation, seen.owner_name) == (AssetRelation.OWNER_PARTNER, "Lantern Media")


def test_an_ad_account_of_a_business_center_is_not_transferred(world, nora, otto):
    with pytest.raises(ad_account_errors.AdAccountHasOwner) as caught:
        ask(world, nora, number_of(world, otto, ad_account(world, otto)), kind=TRANSFER)
    assert caught.value.owner_name == "Otter Works"

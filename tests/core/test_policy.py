"""One test per cell of the policy tables (domain.md 2.3 and 2.5)."""

from __future__ import annotations

import pytest

from bcdesktop.core.policy import (
    AD_TABLE,
    FINANCE_TABLE,
    OWNER_TABLE,
    TABLE,
    Action,
    AdAction,
    FinanceAction,
    OwnerAction,
    ad_may,
    finance_may,
    may,
    owner_may,
)
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole

YES, NO, ASSIGNED = "yes", "no", "assigned"

# written down a second time on purpose, from domain.md 2.3 and decisions.md: action, Admin, Standard
CELLS = [
    ("see_add_tiktok_account", YES, NO),
    ("request_tiktok_account", YES, NO),
    ("claim_tiktok_account", YES, NO),
    ("see_requests", YES, NO),
    ("cancel_request", YES, NO),
    ("see_tiktok_accounts", YES, ASSIGNED),
    ("give_tiktok_account_access", YES, NO),
    ("work_with_tiktok_account", ASSIGNED, ASSIGNED),
    ("confirm_tiktok_account", YES, NO),
    ("disconnect_tiktok_account", YES, NO),
    ("change_business_center", YES, NO),
    ("see_recovery_text", YES, NO),
    ("read_activity_log", YES, NO),
    ("see_members", YES, NO),
    ("invite_member", YES, NO),
    ("change_member", YES, NO),
    ("remove_member", YES, NO),
    ("leave_business_center", YES, YES),
    ("remove_own_access", ASSIGNED, ASSIGNED),
    ("see_partners", YES, NO),
    ("change_partner", YES, NO),
    ("see_access_matrix", YES, NO),
    ("see_outbox", YES, NO),
    ("send_mail", YES, NO),
    ("ask_admin", YES, YES),
    ("answer_admin_request", YES, NO),
    ("see_ad_accounts", YES, ASSIGNED),
    ("create_ad_account", YES, NO),
    ("request_ad_account", YES, NO),
    ("close_ad_account", YES, NO),
    ("link_ad_account", YES, NO),
    ("see_assets", YES, ASSIGNED),
    ("create_asset", YES, NO),
    ("change_asset", YES, ASSIGNED),
    ("link_asset", YES, NO),
    ("see_readiness", YES, ASSIGNED),
]
BY_ROLE = [
    (action, role, cell)
    for action, admin, standard in CELLS
    for role, cell in (("admin", admin), ("standard", standard))
]
# action, without a finance role, Finance analyst, Finance manager (domain.md 2.3)
FINANCE_CELLS = [
    ("see_payment_methods", False, True, True),
    ("change_payment_methods", False, False, True),
]
# action, no role, Analyst, Operator, Admin of the ad account (domain.md 2.4)
AD_CELLS = [
    ("see_ads", False, True, True, True),
    ("see_numbers", False, True, True, True),
    ("edit_ads", False, False, True, True),
    ("import_numbers", False, False, True, True),
    ("change_ad_account", False, False, False, True),
    ("give_ad_account_access", False, False, False, True),
    ("answer_ad_account_request", False, False, False, True),
    ("unlink_identity", False, False, True, True),
]
# action of the owner, may while the account is theirs, may while a Business Center owns it
OWNER_CELLS = [
    ("approve_request", False, True),
    ("approve_request", True, False),
    ("decline_request", False, True),
    ("decline_request", True, True),
    ("revoke_link", False, True),
    ("revoke_link", True, False),
]


@pytest.mark.parametrize(("action", "role", "cell"), BY_ROLE)
@pytest.mark.parametrize("assigned", [False, True])
def test_a_role_may_do_what_its_cell_says(action, role, cell, assigned):
    allowed = cell == YES or (cell == ASSIGNED and assigned)
    assert may(Action(action), BusinessCenterRole(role), assigned=assigned) is allowed


@pytest.mark.parametrize(("action", "claimed", "allowed"), OWNER_CELLS)
def test_the_owner_may_do_what_their_cell_says(action, claimed, allowed):
    assert owner_may(OwnerAction(action), claimed=claimed) is allowed


def test_no_action_is_without_a_row_and_no_row_without_a_test():
    assert {action.value for action in Action} == {action.value for action in TABLE} == {row[0] for row in CELLS}
    assert set(OWNER_TABLE) == set(OwnerAction) == {OwnerAction(row[0]) for row in OWNER_CELLS}


@pytest.mark.parametrize("action", list(Action))
def test_every_role_has_a_cell(action):
    assert set(TABLE[action]) == set(BusinessCenterRole)


@pytest.mark.parametrize(("action", "none", "analyst", "manager"), FINANCE_CELLS)
def test_a_finance_role_may_do_what_its_cell_says(action, none, analyst, manager):
    roles = (None, FinanceRole.ANALYST, FinanceRole.MANAGER)
    assert [finance_may(FinanceAction(action), role) for role in roles] == [none, analyst, manager]


@pytest.mark.parametrize(("action", "none", "analyst", "operator", "admin"), AD_CELLS)
def test_a_role_on_an_ad_account_may_do_what_its_cell_says(action, none, analyst, operator, admin):
    roles = (None, AssetRole.ANALYST, AssetRole.OPERATOR, AssetRole.ADMIN)
    assert [ad_may(AdAction(action), role) for role in roles] == [none, analyst, operator, admin]


def test_no_money_and_no_ad_action_is_without_a_cell():
    assert set(FINANCE_TABLE) == set(FinanceAction) == {FinanceAction(row[0]) for row in FINANCE_CELLS}
    assert set(AD_TABLE) == set(AdAction) == {AdAction(row[0]) for row in AD_CELLS}

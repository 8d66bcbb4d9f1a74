"""Words of imported tables in four languages."""

from __future__ import annotations

import pytest

from bcdesktop.core import import_words as words
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole


@pytest.mark.parametrize("text", ["Admin", "ADMINISTRATOR", "administrateur", "Administrador", " admin "])
def test_admin_is_understood(text):
    assert words.member_role(text) is BusinessCenterRole.ADMIN


@pytest.mark.parametrize("text", ["Standard", "Mitglied", "membre", "Estándar", "Standard member"])
def test_standard_is_understood(text):
    assert words.member_role(text) is BusinessCenterRole.STANDARD


def test_finance_roles_are_understood():
    assert words.finance_role("Finance manager") is FinanceRole.MANAGER
    assert words.finance_role("Finanz-Analyst") is FinanceRole.ANALYST


def test_roles_on_accounts_are_understood():
    assert words.account_role("Opérateur") is AssetRole.OPERATOR
    assert words.account_role("ANALISTA") is AssetRole.ANALYST


@pytest.mark.parametrize("text", ["", "-", "–", "None", "no access", "KEINE", "Aucun", "ninguno"])
def test_none_is_said_in_many_ways(text):
    assert words.says_none(text)


@pytest.mark.parametrize("text", ["Captain", "Owner", "admin and more", "0"])
def test_other_words_are_no_role_and_no_none(text):
    assert words.member_role(text) is words.finance_role(text) is words.account_role(text) is None
    assert not words.says_none(text)


@pytest.mark.parametrize("columns", [words.MEMBER_COLUMNS, words.ACCESS_COLUMNS])
def test_no_heading_means_two_columns(columns):
    known = [words.folded(word) for name, more in columns.items() for word in {words.folded(w) for w in (name, *more)}]
    assert len(known) == len(set(known))

"""What a row of an imported table is refused for, besides what the rules of members and grants say."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import InputRefused, RuleRefused


@dataclass(eq=False)
class RoleWordUnknown(InputRefused):
    """The cell names no role. ``text`` is what stands there, shortened."""

    text: str


@dataclass(eq=False)
class RowDoubled(RuleRefused):
    """Row ``number`` says something about the same person, or the same person and account, already."""

    number: int


@dataclass(eq=False)
class AccountNotHere(RuleRefused):
    """No active TikTok account of this Business Center, own or shared with it, has this handle."""

    handle: str


@dataclass(eq=False)
class AccountAmbiguous(RuleRefused):
    """Several partners share an account with this handle; the column of the owner has to say which is meant."""

    handle: str


@dataclass(eq=False)
class PersonNotHere(RuleRefused):
    """No member has this address, and no partner this id. ``text`` is what stands in the cell."""

    text: str


@dataclass(eq=False)
class ImportRowsBad(RuleRefused):
    """So many rows cannot be taken, the first of them ``number``; nothing was done."""

    count: int
    number: int

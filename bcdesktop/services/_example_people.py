"""The people of the example agency: who joined, who did not answer, who left, and the partners it works with."""

from __future__ import annotations

import uuid

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.mails import CODE_PLACE, NAME_PLACE, MailText
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole
from bcdesktop.services import admin_requests, grants, invitations, members, partners, tiktok_accounts
from bcdesktop.services._example_world import EXAMPLE_PASSWORD, ExampleWorld
from bcdesktop.services.partner_records import NewPartner
from bcdesktop.services.people_records import Assignment, NewInvitation
from bcdesktop.services.records import Actor

_OPERATOR, _ANALYST = AssetRole.OPERATOR, AssetRole.ANALYST
_FIRST_LINE = "Open this in Business Center Desktop > Phone. The TikTok app cannot read it."
_INVITATION = MailText(
    "Join Harbour Lane Media",
    f"{_FIRST_LINE}\n\nHello {NAME_PLACE}, please join us. Your code: {CODE_PLACE}\n\nGreetings, Nora",
)
_PARTNER = MailText("Harbour Lane Media shares accounts with you", f"{_FIRST_LINE}\n\nGreetings, Nora")
_ELSEWHERE = "7" + "2" * 18
"""Id of a made-up Business Center on another computer."""


class People:
    """Told by ``Story``, which moves the clock between these stretches."""

    def __init__(self, world: ExampleWorld, nora: Actor, otto: Actor) -> None:
        self.world, self.nora, self.otto = world, nora, otto

    def join(self) -> None:
        """Invite a handful; most of them come, one says no, one never answers."""
        codes = self._invite("sam@example.com", "ben@example.com", "jo@example.com", "kim@example.com")
        codes |= self._invite("ida@example.com", role=BusinessCenterRole.ADMIN)
        codes |= self._invite("rut@example.com", finance_role=FinanceRole.ANALYST)
        self._invite("lea@example.com")
        self.sam = self._accept(codes["sam@example.com"], "Sam Ortiz")
        self.ida = self._accept(codes["ida@example.com"], "Ida Berg")
        self.ben = self._accept(codes["ben@example.com"], "Ben Aalto")
        self._accept(codes["rut@example.com"], "Rut Dahl")
        self.jo = self._accept(codes["jo@example.com"], "Jo Marsh")
        invitations.decline(self.world.context, codes["kim@example.com"], "I work with another agency now")
        self._assign(self.sam, {"lumen.lamps": _OPERATOR, "bakehaus.nord": _OPERATOR, "mila.makes": _ANALYST})
        self._assign(self.ida, {"lumen.lamps": _OPERATOR, "pedal.and.pine": _OPERATOR, "kite.kitchen": _OPERATOR})
        self._assign(self.jo, {"pedal.and.pine": _ANALYST, "bakehaus.nord": _OPERATOR})

    def leave(self) -> None:
        """One goes, and keeps nothing."""
        members.leave(self.world.context, self.jo)

    def share(self, ad_account_id: str) -> None:
        """Share both ways with the other Business Center of this store, and ask one on another computer.

        ``ad_account_id`` is the ad account that comes with the account the other one shares.
        """
        context, links = self.world.context, self._links(self.nora)
        shared = ((links["lumen.lamps"], _OPERATOR), (links["mila.makes"], _ANALYST))
        new = NewPartner(self.otto.business_center_id, shared, "Winter campaign")
        given = partners.invite(context, self.nora, new, _PARTNER, self._key())
        partners.accept(context, self.otto, given.id)
        tea = self._links(self.otto)["north.star.tea"]
        new = NewPartner(self.nora.business_center_id, ((tea, _OPERATOR), (ad_account_id, _OPERATOR)))
        received = partners.invite(context, self.otto, new, _PARTNER, self._key())
        partners.accept(context, self.nora, received.id)
        rows = tiktok_accounts.list_all(context, self.nora)
        self._give(self.sam, next(row.id for row in rows if row.owner_name is not None), _ANALYST)
        pine = ((links["pedal.and.pine"], _ANALYST),)
        new = NewPartner(_ELSEWHERE, pine, "Bike season", "hello@example.net")
        partners.invite(context, self.nora, new, _PARTNER, self._key())

    def wait(self) -> None:
        """Leave something open for Home: an invitation, and what a member asks of the admins."""
        self._invite("tom@example.com")

    def ask(self) -> None:
        """Let a Standard member ask for an account."""
        admin_requests.ask(
            self.world.context,
            self.sam,
            AdminRequestSubject.ACCESS,
            object_name="@kite.kitchen",
            text="I look after their spring menu from Monday.",
        )

    def _invite(
        self,
        *addresses: str,
        role: BusinessCenterRole = BusinessCenterRole.STANDARD,
        finance_role: FinanceRole | None = None,
    ) -> dict[str, str]:
        new = NewInvitation(addresses, role, finance_role)
        made = invitations.invite(self.world.context, self.nora, new, _INVITATION, self._key())
        return {one.email: one.code for one in made}

    def _accept(self, code: str, name: str) -> Actor:
        return invitations.accept(self.world.context, code, name, EXAMPLE_PASSWORD)

    def _links(self, actor: Actor) -> dict[str, str]:
        rows = tiktok_accounts.list_all(self.world.context, actor)
        return {row.handle: row.id for row in rows if row.state is LinkState.ACTIVE and row.owner_name is None}

    def _assign(self, person: Actor, roles: dict[str, AssetRole]) -> None:
        links = self._links(self.nora)
        for handle, role in roles.items():
            self._give(person, links[handle], role)

    def _give(self, person: Actor, asset_id: str, role: AssetRole) -> None:
        rows = members.list_all(self.world.context, self.nora).rows
        member = next(row.id for row in rows if row.person_id == person.person_id)
        assignment = Assignment(asset_id, Holder(HolderKind.MEMBER, member), role)
        grants.assign(self.world.context, self.nora, [assignment], self._key())

    @staticmethod
    def _key() -> str:
        return uuid.uuid4().hex

"""The ad accounts of the example agency: in every state, of every owner, what is linked to them, how they are paid."""

from __future__ import annotations

import uuid

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.grants import AssetKind, Holder, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    ad_account_closing,
    ad_account_requests,
    ad_accounts,
    ad_links,
    ad_numbers_access,
    grants,
    members,
    payment_methods,
)
from bcdesktop.services._example_world import ExampleWorld
from bcdesktop.services.ad_records import Advertiser, NewAdAccount
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import Actor

_ADMIN, _OPERATOR, _ANALYST = AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST
_ACCESS = AdAccountRequestKind.ACCESS
_OWN = (
    ("Lumen Lamps", "Lumen Lamps AB", "Home"),
    ("Bakehaus Nord", "Bakehaus Nord", "Food"),
    ("Kite Kitchen", "Kite Kitchen", "Food"),
    ("Trails and tents", "Tessa Trails", "Travel"),
    ("River Repairs", "River Repairs", "Services"),
    ("First try", "Harbour Lane Media", "Marketing"),
)


class AdAccounts:
    """Told by ``Story``, which moves the clock between these stretches. ``ids`` are the ad accounts by name."""

    def __init__(self, world: ExampleWorld, nora: Actor, otto: Actor) -> None:
        self.world, self.nora, self.otto = world, nora, otto
        self.ids: dict[str, str] = {}

    def create(self) -> None:
        """Put six ad accounts up for review."""
        self.ids |= {name: self._create(self.nora, name, company, about) for name, company, about in _OWN}

    def decide(self) -> None:
        """Approve all but one; the first try is closed."""
        for name in self.ids:
            approve = name != "River Repairs"
            note = "" if approve else "The promotion link does not lead to the company."
            ad_accounts.review(self.world.context, self.nora, self.ids[name], approve, note)
        ad_account_closing.close(self.world.context, self.nora, self.ids["First try"], no_open_bill=True)

    def link(self, name: str, *link_ids: str) -> None:
        """Link TikTok accounts to an ad account."""
        accounts = [(AssetKind.TIKTOK_ACCOUNT, link_id) for link_id in link_ids]
        ad_links.link(self.world.context, self.nora, self.ids[name], accounts, _key())

    def pay(self) -> None:
        """Share one payment method among two ad accounts, give one its own, and keep two unused."""
        for label, kind, last_four, names in (
            ("Team card", PaymentMethodKind.CARD, "4242", ("Lumen Lamps", "Bakehaus Nord")),
            ("Kite Kitchen's own account", PaymentMethodKind.BANK_ACCOUNT, "3000", ("Kite Kitchen",)),
            ("Monthly invoice", PaymentMethodKind.INVOICE, "", ()),
            ("Reserve", PaymentMethodKind.CARD, "1881", ()),
        ):
            new = NewPaymentMethod(label, kind, last_four)
            row = payment_methods.create(self.world.context, self.nora, new, _key())
            if names:
                payment_methods.set_for(self.world.context, self.nora, row.id, [self.ids[name] for name in names])

    def give(self, sam: Actor, ida: Actor, ben: Actor) -> None:
        """Give the ad accounts to the team; Ben runs ads without seeing numbers (A2-06)."""
        self._assign(ida, {"Lumen Lamps": _ADMIN, "Kite Kitchen": _ADMIN})
        self._assign(sam, {"Lumen Lamps": _OPERATOR, "Bakehaus Nord": _ANALYST})
        self._assign(ben, {"Bakehaus Nord": _OPERATOR})
        bakehaus = self.ids["Bakehaus Nord"]
        ad_numbers_access.set_hidden(self.world.context, self.nora, bakehaus, self._member_id(ben), True)

    def ask_a_person(self, ben: Actor) -> None:
        """Let Ben grant access to the ad account he had before."""
        owner = advertiser(ben)
        new = _new("Aalto's cabins", "Aalto Cabins", "Travel")
        self.ids["Aalto's cabins"] = ad_accounts.create_personal(self.world.context, owner, new, _key())
        ad_accounts.review_personal(self.world.context, owner, self.ids["Aalto's cabins"], True)
        asked = self._ask(self.nora, "Aalto's cabins", self._personal_number(owner), _ADMIN)
        ad_account_requests.answer(self.world.context, owner, asked, grant=True)

    def of_partner(self) -> None:
        """Make two ad accounts of the other Business Center; one is shared later, one is asked for."""
        for name in ("Otter & Oak", "Otter & Oak outlet"):
            self.ids[name] = self._create(self.otto, name, "Otter & Oak", "Furniture")
            ad_accounts.review(self.world.context, self.otto, self.ids[name], True)

    def wait(self) -> None:
        """Leave requests open in both directions, and one ad account in review."""
        outlet = ad_accounts.get(self.world.context, self.otto, self.ids["Otter & Oak outlet"]).number
        self._ask(self.nora, "Otter & Oak outlet", outlet, _OPERATOR)
        lumen = ad_accounts.get(self.world.context, self.nora, self.ids["Lumen Lamps"]).number
        self._ask(self.otto, "Lumen Lamps", lumen, _ANALYST)
        self.ids["Pedal & Pine"] = self._create(self.nora, "Pedal & Pine", "Pedal & Pine", "Sports")

    def _create(self, actor: Actor, name: str, company: str, about: str) -> str:
        return ad_accounts.create(self.world.context, actor, _new(name, company, about), _key()).id

    def _ask(self, actor: Actor, name: str, number: str, role: AssetRole) -> str:
        note = f"We run the campaigns of {name}."
        return ad_account_requests.ask(self.world.context, actor, number, _ACCESS, role, note, _key()).id

    def _personal_number(self, owner: Advertiser) -> str:
        from bcdesktop.services import advertisers

        return next(row.number for row in advertisers.accounts(self.world.context, owner))

    def _assign(self, person: Actor, roles: dict[str, AssetRole]) -> None:
        holder = Holder(HolderKind.MEMBER, self._member_id(person))
        assignments = [Assignment(self.ids[name], holder, role) for name, role in roles.items()]
        grants.assign(self.world.context, self.nora, assignments, _key())

    def _member_id(self, person: Actor) -> str:
        rows = members.list_all(self.world.context, self.nora).rows
        return next(row.id for row in rows if row.person_id == person.person_id)


def advertiser(person: Actor) -> Advertiser:
    """Return a person as they sign in to Ads Manager."""
    return Advertiser(person.person_id, person.name, person.email)


def _new(name: str, company: str, about: str) -> NewAdAccount:
    link = f"https://{''.join(c for c in company.lower() if c.isalpha())}.example.com"
    return NewAdAccount(name, company, "SE", "Europe/Stockholm", "EUR", about, link)


def _key() -> str:
    return uuid.uuid4().hex

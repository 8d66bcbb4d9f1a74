"""Forty days of an example agency, one method per stretch of time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.permissions import Permission, PermissionSet, Preset, preset_permissions
from bcdesktop.services import access_requests, activity, errors, mail, owner, tiktok_accounts
from bcdesktop.services._example_ad_accounts import AdAccounts
from bcdesktop.services._example_campaigns import Campaigns
from bcdesktop.services._example_people import People
from bcdesktop.services._example_world import EXAMPLE_EMAIL, ExampleWorld
from bcdesktop.services.phone_records import ScannedRequest
from bcdesktop.services.records import Actor

_SPARK = preset_permissions(Preset.SPARK_ADS)
_LIVE = preset_permissions(Preset.LIVE_ADS)
_SHOP = PermissionSet(_SPARK.permissions | {Permission.SHOWCASE, Permission.MESSAGE_ADS}, _SPARK.visibility)

_CLIENTS = (
    ("lumen.lamps", "Lumen Lamps", "brand"),
    ("bakehaus.nord", "Bakehaus Nord", "brand"),
    ("pedal.and.pine", "Pedal & Pine", "brand"),
    ("kite.kitchen", "Kite Kitchen", "brand"),
    ("north.star.tea", "North Star Tea", "brand"),
    ("mila.makes", "Mila Makes", "creator"),
    ("joon.on.wheels", "Joon on Wheels", "creator"),
    ("tessa.trails", "Tessa Trails", "creator"),
    ("omar.eats", "Omar Eats", "creator"),
    ("river.repairs", "River Repairs", "creator"),
)


class Story:
    """Tells what happened; ``tell`` runs all of it in order."""

    def __init__(self, world: ExampleWorld, paint: Callable[[str], bytes] | None) -> None:
        self.world, self.paint = world, paint

    def tell(self) -> Actor:
        """Fill the store and return the agency's person."""
        self._beginning()
        self._first_clients()
        self._ad_accounts()
        self._people_join()
        self._links_that_ended()
        self._requests_without_success()
        self._claimed_elsewhere()
        self._owner_on_another_computer()
        self._partners()
        self._today()
        return self.nora

    def _beginning(self) -> None:
        world = self.world
        world.sign_up(world.own_phone, "otter.and.oak", "Otter & Oak", "brand")
        self.otto = world.create_center("Otter & Oak", "Otto Brandt", "otto@example.com", "Furniture from old boats")
        world.sign_up(world.own_phone, "harbour.lane", "Harbour Lane", "brand")
        self.nora = world.create_center(
            "Harbour Lane Media", "Nora Lindqvist", EXAMPLE_EMAIL, "Campaigns for shops, makers and kitchens"
        )
        for handle, name, kind in _CLIENTS:
            world.sign_up(world.client_phone, handle, name, kind)
        self.accounts = AdAccounts(world, self.nora, self.otto)
        self.campaigns = Campaigns(world, self.nora, self.accounts)
        self.campaigns.post()

    def _first_clients(self) -> None:
        world, nora = self.world, self.nora
        links = self.campaigns.links
        world.move_to(1)
        link = world.approve(world.ask(nora, _SHOP, "lumen.lamps", purpose="Winter lights campaign"), "lumen.lamps")
        tiktok_accounts.give_me_operator(world.context, nora, link)
        links["lumen.lamps"] = link
        world.move_to(2)
        link = world.approve(world.ask(nora, _SPARK, purpose="Bread week"), "bakehaus.nord")
        tiktok_accounts.confirm(world.context, nora, link)
        links["bakehaus.nord"] = link
        world.move_to(3)
        soon = world.end + timedelta(days=3)
        world.approve(world.ask(nora, _SPARK, "pedal.and.pine", wanted_end=soon), "pedal.and.pine")
        world.move_to(4)
        links["kite.kitchen"] = world.approve(world.ask(nora, _SPARK, "kite.kitchen", kind=Kind.CLAIM), "kite.kitchen")
        world.move_to(5)
        narrow = _SPARK.narrowed_to({Permission.EXISTING_POSTS})
        request = world.ask(nora, _SPARK, "mila.makes", purpose="Pottery reels")
        links["mila.makes"] = world.approve(request, "mila.makes", narrow)

    def _ad_accounts(self) -> None:
        world, links = self.world, self.campaigns.links
        world.move_to(6)
        self.accounts.create()
        world.move_to(7)
        self.accounts.decide()
        self.accounts.pay()
        world.move_to(8)
        self.accounts.link("Lumen Lamps", links["lumen.lamps"], links["mila.makes"])
        self.accounts.link("Bakehaus Nord", links["bakehaus.nord"])
        self.accounts.link("Kite Kitchen", links["kite.kitchen"], links["lumen.lamps"])
        self.campaigns.make_assets()
        world.move_to(9)
        request = world.ask(self.nora, _LIVE, "bakehaus.nord", purpose="Live from the bakery")
        world.approve(request, "bakehaus.nord")

    def _people_join(self) -> None:
        self.people = People(self.world, self.nora, self.otto)
        self.world.move_to(9, minutes=30)
        self.people.join()
        self.accounts.give(self.people.sam, self.people.ida, self.people.ben)
        self.accounts.ask_a_person(self.people.ben)

    def _partners(self) -> None:
        self.world.move_to(29)
        self.people.leave()
        self.accounts.of_partner()
        self.world.move_to(30)
        self.people.share(self.accounts.ids["Otter & Oak"])

    def _links_that_ended(self) -> None:
        world, nora = self.world, self.nora
        world.move_to(10)
        ends = world.clock.now() + timedelta(days=9)
        world.approve(world.ask(nora, _LIVE, "joon.on.wheels", wanted_end=ends), "joon.on.wheels")
        world.move_to(11)
        link = world.approve(world.ask(nora, _SPARK, "tessa.trails"), "tessa.trails")
        self.campaigns.links["tessa.trails"] = link
        self.accounts.link("Trails and tents", link)
        self.campaigns.make_assets_of_trails()
        world.move_to(12)
        self.campaigns.run_trails()
        self.campaigns.run()
        world.move_to(18)
        tiktok_accounts.disconnect(world.context, nora, link, "Campaign over")
        world.move_to(20)
        access_requests.expire_due(world.context)

    def _requests_without_success(self) -> None:
        world, nora = self.world, self.nora
        world.move_to(21)
        declined = world.scan(world.ask(nora, _SHOP, "omar.eats", purpose="Street food month"), "omar.eats")
        owner.decline(
            world.context, world.client_phone, declined, "Too many permissions for me", passcode=world.passcode
        )
        world.move_to(22)
        old = world.ask(nora, _SPARK, purpose="Second try by phone")
        world.move_to(22, minutes=4)
        access_requests.renew(world.context, nora, old.id, "example")
        world.move_to(23)
        access_requests.expire_due(world.context)
        withdrawn = world.ask(nora, _LIVE, "joon.on.wheels")
        world.move_to(23, minutes=30)
        access_requests.cancel(world.context, nora, withdrawn.id)
        world.move_to(24)
        wrong = world.ask(nora, _SPARK, "omar.eats")
        with contextlib.suppress(errors.WrongAccount):
            world.scan(wrong, "mila.makes")

    def _claimed_elsewhere(self) -> None:
        world = self.world
        world.move_to(25)
        ours = world.scan(world.ask(self.nora, _SPARK, kind=Kind.CLAIM), "north.star.tea")
        world.approve(world.ask(self.otto, _SPARK, "north.star.tea", kind=Kind.CLAIM), "north.star.tea")
        with contextlib.suppress(errors.ClaimedElsewhere):
            owner.approve(world.context, world.client_phone, ours, ours.permissions, passcode=world.passcode)

    def _owner_on_another_computer(self) -> None:
        world = self.world
        world.move_to(28)
        far = world.far_phone
        world.sign_up(far, "atlas.adventures", "Atlas Adventures", "creator", world.other_context)
        request = world.ask(self.nora, _SPARK, "atlas.adventures", purpose="Mountain huts")
        scanned = owner.open_code(world.other_context, far, request.code_text)
        assert isinstance(scanned, ScannedRequest)  # noqa: S101 - it is one
        answer = owner.approve(world.other_context, far, scanned, _SPARK, passcode=world.passcode)
        access_requests.receive_answer(world.context, answer.answer_text)

    def _today(self) -> None:
        world, nora = self.world, self.nora
        world.move_before_end(days=2)
        world.ask(nora, _LIVE, "joon.on.wheels", method=Method.NOTIFICATION, purpose="Spring tour, live")
        world.ask(nora, _SPARK, kind=Kind.OWN, method=Method.NOTIFICATION)
        self.people.wait()
        self.accounts.wait()
        world.move_before_end(hours=3)
        self.people.ask()
        waiting = world.ask(nora, _SPARK, "tessa.trails", purpose="New season")
        self._mail(waiting.id, waiting.code_text)
        world.scan(waiting, "tessa.trails")
        world.move_before_end(hours=1)
        world.approve(world.ask(nora, _SPARK), "river.repairs")
        world.move_before_end(minutes=1)
        access_requests.expire_due(world.context)
        world.ask(nora, _SPARK, purpose="Whoever runs the shop account")
        activity.sign_head(world.context, nora)

    def _mail(self, request_id: str, code_text: str) -> None:
        body = (
            "Open this in Business Center Desktop > Phone. The TikTok app cannot read it.\n\n"
            "Hello Tessa, please read the code and have a look at what we ask for. Greetings, Nora"
        )
        png = None if self.paint is None else self.paint(code_text)
        mail.send_code(
            self.world.context,
            self.nora,
            request_id,
            "tessa-trails@example.com",
            "Access for the new season",
            body,
            png=png,
        )

"""What the example agency does with its ad accounts: catalogs, pixels, audiences, posts, campaigns and ads.

There are no performance numbers: those come from reports that people import.
"""

from __future__ import annotations

import uuid

from bcdesktop.core.ads import AdKind, AdSource, CampaignObjective, IdentityKind, PostState
from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.services import ads, assets, campaigns, posts
from bcdesktop.services._example_ad_accounts import AdAccounts, advertiser
from bcdesktop.services._example_world import ExampleWorld
from bcdesktop.services.ad_form_records import NewAd, NewCampaign
from bcdesktop.services.asset_records import NewAsset, NewAudience, NewCatalog, NewPixel
from bcdesktop.services.records import Actor

_POSTS = (
    ("lumen.lamps", "Twelve lamps for the long evenings", PostState.PUBLIC),
    ("lumen.lamps", "How a shade is folded", PostState.PUBLIC),
    ("lumen.lamps", "Workshop, behind the door", PostState.FRIENDS),
    ("bakehaus.nord", "Rye bread, three days in one minute", PostState.PUBLIC),
    ("bakehaus.nord", "First buns of the season", PostState.PUBLIC),
    ("kite.kitchen", "Noodles for a windy day", PostState.PUBLIC),
    ("mila.makes", "A bowl from a lump of clay", PostState.PUBLIC),
    ("tessa.trails", "Three nights above the tree line", PostState.PUBLIC),
)


class Campaigns:
    """Told by ``Story``, after ``AdAccounts`` made and linked what it needs. ``links`` are ids by handle."""

    def __init__(self, world: ExampleWorld, nora: Actor, accounts: AdAccounts) -> None:
        self.world, self.nora, self.accounts = world, nora, accounts
        self.person = advertiser(nora)
        self.links: dict[str, str] = {}
        self._posts: dict[str, str] = {}

    def post(self) -> None:
        """Let the clients post on their phone."""
        for handle, caption, state in _POSTS:
            self.world.use(handle)
            self._posts[caption] = posts.publish(self.world.context, self.world.client_phone, caption, state)

    def make_assets(self) -> None:
        """Make assets whose data flows and some that are not linked yet."""
        lumen, bakehaus = self.links["lumen.lamps"], self.links["bakehaus.nord"]
        shop = CatalogKind.ECOMMERCE
        self._asset(NewCatalog("Lamps and shades", shop, "SE", "EUR", lumen), "Lumen Lamps")
        self._asset(NewCatalog("Breads of the week", shop, "SE", "EUR", bakehaus))
        self._asset(NewPixel("Lumen web shop", "https://lumenlamps.example.com"), "Lumen Lamps", "Kite Kitchen")
        self._asset(NewPixel("Bakehaus orders", "https://bakehausnord.example.com"))
        seed = NewAudience("Bought a lamp", AudienceKind.CUSTOM, "Orders of the last 180 days", None, lumen)
        seed_id = self._asset(seed, "Lumen Lamps")
        self._asset(NewAudience("Like lamp buyers", AudienceKind.LOOKALIKE, "Sweden", seed_id))

    def make_assets_of_trails(self) -> None:
        """Make what stops when @tessa.trails is disconnected."""
        tessa = self.links["tessa.trails"]
        self._asset(NewCatalog("Tents", CatalogKind.ECOMMERCE, "SE", "EUR", tessa), "Trails and tents")
        self._asset(NewAudience("Watched a hike", AudienceKind.CUSTOM, "", None, tessa), "Trails and tents")

    def run_trails(self) -> None:
        """Run an ad under an account that leaves later."""
        hikes = self._campaign("Trails and tents", "Summer hikes", CampaignObjective.VIDEO_VIEWS)
        self._pull(hikes, "tessa.trails", "Above the tree line", "Three nights above the tree line")

    def run(self) -> None:
        """Run ads of every kind, pause one by hand, end a campaign."""
        context, person = self.world.context, self.person
        winter = self._campaign("Lumen Lamps", "Winter lights", CampaignObjective.PRODUCT_SALES)
        self._pull(winter, "lumen.lamps", "Long evenings", "Twelve lamps for the long evenings")
        self._push(winter, "lumen.lamps", "Lights on", "lights-on.mp4", "Lights on, night off")
        self._plain(winter, "Lamps, plain", "lamps.mp4", "Twelve new lamps")
        autumn = self._campaign("Lumen Lamps", "Autumn sale", CampaignObjective.TRAFFIC)
        self._plain(autumn, "Autumn, plain", "autumn.mp4", "Last lamps of the old series")
        campaigns.end(context, person, autumn)
        bread = self._campaign("Bakehaus Nord", "Bread week", CampaignObjective.REACH)
        self._pull(bread, "bakehaus.nord", "Rye in a minute", "Rye bread, three days in one minute")
        slow = self._pull(bread, "bakehaus.nord", "First buns", "First buns of the season")
        ads.pause(context, person, [slow])
        self._live(bread, "bakehaus.nord", "Live from the oven", "Saturday, seven in the morning")

    def _asset(self, new: NewAsset, *names: str) -> str:
        asset_id = assets.create(self.world.context, self.nora, new, _key()).id
        if names:
            assets.link(self.world.context, self.nora, asset_id, [self.accounts.ids[name] for name in names])
        return asset_id

    def _campaign(self, ad_account: str, name: str, objective: CampaignObjective) -> str:
        new = NewCampaign(self.accounts.ids[ad_account], name, objective)
        return campaigns.create(self.world.context, self.person, new, _key())

    def _pull(self, campaign_id: str, handle: str, name: str, caption: str) -> str:
        return self._make(
            NewAd(
                campaign_id,
                name,
                AdKind.SPARK,
                identity_kind=IdentityKind.BUSINESS_CENTER,
                identity_id=self.links[handle],
                source=AdSource.PULL,
                post_id=self._posts[caption],
            )
        )

    def _push(self, campaign_id: str, handle: str, name: str, video: str, text: str) -> str:
        return self._make(
            NewAd(
                campaign_id,
                name,
                AdKind.SPARK,
                text,
                IdentityKind.BUSINESS_CENTER,
                self.links[handle],
                AdSource.PUSH,
                video_name=video,
            )
        )

    def _live(self, campaign_id: str, handle: str, name: str, text: str) -> str:
        identity = IdentityKind.BUSINESS_CENTER
        return self._make(NewAd(campaign_id, name, AdKind.LIVE, text, identity, self.links[handle]))

    def _plain(self, campaign_id: str, name: str, video: str, text: str) -> str:
        return self._make(NewAd(campaign_id, name, AdKind.PLAIN, text, video_name=video))

    def _make(self, new: NewAd) -> str:
        return ads.create(self.world.context, self.person, new, _key())


def _key() -> str:
    return uuid.uuid4().hex

"""Every page of the Business Center window: one entry each, and the page is imported when first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from bcdesktop.core.policy import Action, FinanceAction, finance_may
from bcdesktop.core.roles import FinanceRole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_CONTEXT = "CenterPages"


@dataclass(frozen=True)
class PageEntry:
    """One page. ``title``, ``group`` and ``other_names`` are source texts of the translation context CenterPages.

    ``place`` is ``module:Class``; the class is built ``Class(session, actor, navigator)``. ``needs`` is the policy
    action without which the entry is grey; ``finance`` what a finance role opens, and without it the page is not listed
    at all (domain.md 2.3). ``other_names`` are names and paths the find box knows the page by.
    """

    name: str
    title: str
    icon: str
    place: str
    group: str = ""
    needs: Action | None = None
    finance: FinanceAction | None = None
    other_names: tuple[str, ...] = ()

    @property
    def title_text(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate(_CONTEXT, self.title)

    @property
    def group_text(self) -> str:
        """The group's heading in the person's language; empty for pages without a heading."""
        return QCoreApplication.translate(_CONTEXT, self.group) if self.group else ""

    @property
    def other_texts(self) -> tuple[str, ...]:
        """The other names in the person's language."""
        return tuple(QCoreApplication.translate(_CONTEXT, name) for name in self.other_names)

    def is_listed(self, finance_role: FinanceRole | None) -> bool:
        """Tell whether somebody with this finance role, or none, knows of the page."""
        return self.finance is None or finance_may(self.finance, finance_role)

    def load(self) -> type[QWidget]:
        """Import the page's module and return its class."""
        return load_class(self.place)


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "home",
        QT_TRANSLATE_NOOP("CenterPages", "Home"),
        "house",
        "bcdesktop.ui.center.pages.home:HomePage",
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Overview"),
            QT_TRANSLATE_NOOP("CenterPages", "First steps"),
            QT_TRANSLATE_NOOP("CenterPages", "business.tiktok.com"),
        ),
    ),
    PageEntry(
        "tiktok_accounts",
        QT_TRANSLATE_NOOP("CenterPages", "TikTok accounts"),
        "music-2",
        "bcdesktop.ui.center.pages.tiktok_accounts:TikTokAccountsPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Accounts"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Assets > TikTok Accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Accounts > TikTok Accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "business.tiktok.com > Assets > TikTok Accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Linked TikTok accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Accounts > TikTok Accounts > options menu > disconnect"),
            QT_TRANSLATE_NOOP("CenterPages", "TikTok accounts > View > Link accounts > Advertiser accounts > Remove"),
            QT_TRANSLATE_NOOP("CenterPages", "Import and export access (CSV)"),
        ),
    ),
    PageEntry(
        "ad_accounts",
        QT_TRANSLATE_NOOP("CenterPages", "Ad accounts"),
        "megaphone",
        "bcdesktop.ui.center.pages.ad_accounts:AdAccountsPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Accounts"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Advertiser accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Accounts > Ad accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Ad Accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "business.tiktok.com > Assets > Ad Accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Advertiser accounts > Partners"),
            QT_TRANSLATE_NOOP("CenterPages", "Requests for ad accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "Ad account ID"),
            QT_TRANSLATE_NOOP("CenterPages", "aadvid"),
        ),
    ),
    PageEntry(
        "catalogs",
        QT_TRANSLATE_NOOP("CenterPages", "Catalogs"),
        "tag",
        "bcdesktop.ui.center.pages.catalogs:CatalogsPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Assets"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Catalogs"),
            QT_TRANSLATE_NOOP("CenterPages", "Product catalogs"),
            QT_TRANSLATE_NOOP("CenterPages", "Catalog management"),
        ),
    ),
    PageEntry(
        "pixels",
        QT_TRANSLATE_NOOP("CenterPages", "Pixels"),
        "code-xml",
        "bcdesktop.ui.center.pages.pixels:PixelsPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Assets"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Pixels"),
            QT_TRANSLATE_NOOP("CenterPages", "Website tracking"),
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Events"),
        ),
    ),
    PageEntry(
        "audiences",
        QT_TRANSLATE_NOOP("CenterPages", "Audiences"),
        "target",
        "bcdesktop.ui.center.pages.audiences:AudiencesPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Assets"),
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Assets > Audiences"),
            QT_TRANSLATE_NOOP("CenterPages", "Custom audiences"),
            QT_TRANSLATE_NOOP("CenterPages", "Lookalike audiences"),
        ),
    ),
    PageEntry(
        "members",
        QT_TRANSLATE_NOOP("CenterPages", "Members"),
        "users",
        "bcdesktop.ui.center.pages.members:MembersPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Users"),
        needs=Action.SEE_MEMBERS,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Users > Members"),
            QT_TRANSLATE_NOOP("CenterPages", "Settings > People"),
            QT_TRANSLATE_NOOP("CenterPages", "Settings > People > Remove"),
            QT_TRANSLATE_NOOP("CenterPages", "Business Center > Settings > People"),
            QT_TRANSLATE_NOOP("CenterPages", "Users > member > Remove"),
            QT_TRANSLATE_NOOP("CenterPages", "Users > member > Remove > Confirm > code"),
            QT_TRANSLATE_NOOP("CenterPages", "Remove a member"),
            QT_TRANSLATE_NOOP("CenterPages", "User Management"),
            QT_TRANSLATE_NOOP("CenterPages", "People"),
            QT_TRANSLATE_NOOP("CenterPages", "Team"),
            QT_TRANSLATE_NOOP("CenterPages", "Import and export members (CSV)"),
        ),
    ),
    PageEntry(
        "partners",
        QT_TRANSLATE_NOOP("CenterPages", "Partners"),
        "share-2",
        "bcdesktop.ui.center.pages.partners:PartnersPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Users"),
        needs=Action.SEE_PARTNERS,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Users > Partners"),
            QT_TRANSLATE_NOOP("CenterPages", "Users > Partners > remove partner"),
            QT_TRANSLATE_NOOP("CenterPages", "TikTok accounts > View > Partners > Remove > Confirm"),
            QT_TRANSLATE_NOOP("CenterPages", "End a partnership"),
            QT_TRANSLATE_NOOP("CenterPages", "TikTok accounts > View > Partners"),
            QT_TRANSLATE_NOOP("CenterPages", "Agencies and freelancers"),
            QT_TRANSLATE_NOOP("CenterPages", "Shared with you"),
            QT_TRANSLATE_NOOP("CenterPages", "Your Business Center ID"),
        ),
    ),
    PageEntry(
        "access_matrix",
        QT_TRANSLATE_NOOP("CenterPages", "Access matrix"),
        "grid-3x3",
        "bcdesktop.ui.center.pages.access_matrix:AccessMatrixPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Users"),
        needs=Action.SEE_ACCESS_MATRIX,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Users > Access matrix"),
            QT_TRANSLATE_NOOP("CenterPages", "Who has access"),
            QT_TRANSLATE_NOOP("CenterPages", "Who may use which account"),
            QT_TRANSLATE_NOOP("CenterPages", "History of access"),
        ),
    ),
    PageEntry(
        "payment_methods",
        QT_TRANSLATE_NOOP("CenterPages", "Payment methods"),
        "credit-card",
        "bcdesktop.ui.center.pages.payment_methods:PaymentMethodsPage",
        group=QT_TRANSLATE_NOOP("CenterPages", "Finance"),
        finance=FinanceAction.SEE_PAYMENT_METHODS,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Finance > Payment management"),
            QT_TRANSLATE_NOOP("CenterPages", "Billing"),
            QT_TRANSLATE_NOOP("CenterPages", "Cards and bank accounts"),
            QT_TRANSLATE_NOOP("CenterPages", "How ad accounts are paid"),
        ),
    ),
    PageEntry(
        "requests",
        QT_TRANSLATE_NOOP("CenterPages", "Requests"),
        "qr-code",
        "bcdesktop.ui.center.pages.requests:RequestsPage",
        needs=Action.SEE_REQUESTS,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Access requests"),
            QT_TRANSLATE_NOOP("CenterPages", "QR codes"),
            QT_TRANSLATE_NOOP("CenterPages", "Codes waiting"),
            QT_TRANSLATE_NOOP("CenterPages", "Copy QR code"),
            QT_TRANSLATE_NOOP("CenterPages", "Enter an answer"),
        ),
    ),
    PageEntry(
        "outbox",
        QT_TRANSLATE_NOOP("CenterPages", "Outbox"),
        "send",
        "bcdesktop.ui.center.pages.outbox:OutboxPage",
        needs=Action.SEE_OUTBOX,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Mails"),
            QT_TRANSLATE_NOOP("CenterPages", "E-mail"),
            QT_TRANSLATE_NOOP("CenterPages", "Sent mails"),
        ),
    ),
    PageEntry(
        "activity",
        QT_TRANSLATE_NOOP("CenterPages", "Activity log"),
        "history",
        "bcdesktop.ui.center.pages.activity:ActivityPage",
        needs=Action.READ_ACTIVITY_LOG,
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "History"),
            QT_TRANSLATE_NOOP("CenterPages", "Change log"),
            QT_TRANSLATE_NOOP("CenterPages", "Who did what"),
            QT_TRANSLATE_NOOP("CenterPages", "Activity log > Receipts"),
            QT_TRANSLATE_NOOP("CenterPages", "Receipts of ended access"),
        ),
    ),
    PageEntry(
        "settings",
        QT_TRANSLATE_NOOP("CenterPages", "Settings"),
        "settings",
        "bcdesktop.ui.center.pages.settings:SettingsPage",
        other_names=(
            QT_TRANSLATE_NOOP("CenterPages", "Business Settings"),
            QT_TRANSLATE_NOOP("CenterPages", "Preferences"),
            QT_TRANSLATE_NOOP("CenterPages", "Business info"),
        ),
    ),
)

ADD_TIKTOK_ACCOUNT = "bcdesktop.ui.center.wizards.add_tiktok_account:AddTikTokAccountWizard"
"""Place of the wizard, a QDialog built ``AddTikTokAccountWizard(session, actor, navigator)``."""

QR_CODE = "bcdesktop.ui.center.dialogs.qr_code:QrCodeDialog"
"""Place of the dialog of one request, built ``QrCodeDialog(session, actor, navigator, request_id)``."""


def load_class(place: str) -> type:
    """Import ``module:Class`` and return the class."""
    module, _, name = place.partition(":")
    found: type = getattr(import_module(module), name)
    return found


def page_entry(name: str) -> PageEntry:
    """Return the entry called ``name``. Raises KeyError."""
    for entry in PAGES:
        if entry.name == name:
            return entry
    raise KeyError(name)

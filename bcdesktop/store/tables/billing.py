"""Payment methods. Never more than a label, a kind and the last four digits (part 3, Billing)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bcdesktop.core.billing import PaymentMethodKind
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column


class PaymentMethod(Table, table=True):
    """One payment method of a Business Center; ad accounts refer to it."""

    __mapper_args__ = counts_versions()

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    label: str
    kind: PaymentMethodKind = choice(PaymentMethodKind)
    last_four: str = ""
    created_at: datetime = times()
    created_by: str
    removed_at: datetime | None = times(nullable=True)
    removed_by: str | None = None
    version: int = version_column()

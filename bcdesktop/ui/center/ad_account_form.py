"""The kit's form of an ad account, under the name the pages of this window know."""

from __future__ import annotations

from bcdesktop.ui.kit.ad_account_form import AdAccountForm

__all__ = ["AdAccountForm"]

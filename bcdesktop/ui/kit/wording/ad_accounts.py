"""Words for ad accounts and for requests for them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from bcdesktop.ui.kit.wording.entry import Entry, Table

_FIELD = QT_TRANSLATE_NOOP("Wording", "Please check what you entered")

TABLE: Table = {
    "currency_differs": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP(
            "Wording", "The Business Center works in {expected}, so its ad accounts do, too; this one has {found}."
        ),
        QT_TRANSLATE_NOOP("Wording", "Ask for access instead, or use a Business Center with the same currency."),
    ),
    "ad_account_unknown": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "There is no ad account with the id {number} in this store."),
        QT_TRANSLATE_NOOP("Wording", "Compare it with the number after “aadvid=” in the address of Ads Manager."),
    ),
    "id_of_business_center": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "{number} is the id of your own Business Center, not of an ad account."),
        QT_TRANSLATE_NOOP("Wording", "The id of an ad account stands after “aadvid=” in the address of Ads Manager."),
    ),
    "ad_account_already_here": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "“{name}” is in this Business Center already."),
        QT_TRANSLATE_NOOP("Wording", "You find it in the list of ad accounts by its id."),
    ),
    "ad_account_asked_before": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "A request for “{name}” still waits, until {expires_at}."),
        QT_TRANSLATE_NOOP("Wording", "Wait for the answer, or cancel the request first."),
    ),
    "ad_account_has_owner": Entry(
        _FIELD,
        QT_TRANSLATE_NOOP("Wording", "“{name}” belongs to the Business Center “{owner_name}” and cannot be moved."),
        QT_TRANSLATE_NOOP("Wording", "Ask for access instead."),
    ),
    "ad_account_closed": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” is closed"),
        QT_TRANSLATE_NOOP("Wording", "An ad account is closed for good. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Create a new one, or use another."),
    ),
    "ad_account_not_in_review": Entry(
        QT_TRANSLATE_NOOP("Wording", "The ad account is not in review"),
        QT_TRANSLATE_NOOP("Wording", "Its state is now “{status}”. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Look at the ad account again."),
    ),
    "ad_account_of_other": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{owner_name}” owns “{name}”"),
        QT_TRANSLATE_NOOP("Wording", "Only its owner can do this. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Ask “{owner_name}”."),
    ),
    "ad_account_is_own": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” belongs to this Business Center"),
        QT_TRANSLATE_NOOP("Wording", "It cannot be taken out of the Business Center that owns it."),
        QT_TRANSLATE_NOOP("Wording", "Close it when it is not needed any more."),
    ),
    "ad_account_cannot_close": Entry(
        QT_TRANSLATE_NOOP("Wording", "“{name}” cannot be closed now"),
        QT_TRANSLATE_NOOP("Wording", "{problems}. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "Settle this first; then close it."),
    ),
    "bills_not_confirmed": Entry(
        _FIELD, QT_TRANSLATE_NOOP("Wording", "Please confirm that no bill is open. The program keeps no bills.")
    ),
    "ad_account_request_not_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request is not open any more"),
        QT_TRANSLATE_NOOP("Wording", "Its state is now “{state}”. Nothing was changed."),
        QT_TRANSLATE_NOOP("Wording", "The Business Center can ask again."),
    ),
}

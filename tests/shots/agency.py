"""The bench on the example agency: rows in every state."""

from __future__ import annotations

from pathlib import Path

from bcdesktop.profile import PhoneProfile, phone_folder
from bcdesktop.services import access_requests, example, people, tiktok_accounts
from bcdesktop.services.records import Actor, RequestRow, TikTokAccountRow
from bcdesktop.vault import open_secret_place
from tests.acceptance.bench.bench import Bench

CLIENTS_PHONE = "Clients' phone"


class Agency(Bench):
    """Both windows on a store that the example was told to; its admin is Nora."""

    def __init__(self, qtbot, folder: Path, theme, kept: dict) -> None:
        super().__init__(qtbot, folder, theme)
        self.world.secrets.kept.update(kept)
        self._nora = people.sign_in(self.context, example.EXAMPLE_EMAIL, example.EXAMPLE_PASSWORD)

    @property
    def admin(self) -> Actor:
        """The person the example is told about."""
        return self._nora

    def request_of(self, state: str, **facts: object) -> RequestRow:
        """Return the newest request in this state whose fields are as given."""
        rows = access_requests.list_all(self.context, self.admin)
        return next(row for row in rows if row.state == state and _has(row, facts))

    def account(self, handle: str) -> TikTokAccountRow:
        """Return the link to an account."""
        rows = tiktok_accounts.list_all(self.context, self.admin)
        return next(row for row in rows if row.handle == handle)

    def open_clients_phone(self) -> None:
        """Show the phone the example's clients use, unlocked."""
        folder = phone_folder(self.folder, CLIENTS_PHONE)
        secrets = open_secret_place(folder / "keys", backend="file")
        self.phone.passcode = example.EXAMPLE_PASSCODE
        profile = PhoneProfile.open(folder, name=CLIENTS_PHONE, clock=self.world.clock, secrets=secrets)
        if profile.locked:
            profile.unlock(self.phone.passcode)
        self.phone.open(profile)


def _has(row: RequestRow, facts: dict[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in facts.items())

"""What can go wrong with a secret."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused, Trouble


@dataclass(eq=False)
class SecretMissing(Trouble):
    """There is no secret of this name on this computer."""

    name: str


@dataclass(eq=False)
class SecretDamaged(Trouble):
    """The file of this secret cannot be read; it was left as it is."""

    name: str


@dataclass(eq=False)
class PassphraseWrong(RuleRefused):
    """The passphrase does not open this secret."""

    name: str


@dataclass(eq=False)
class PassphraseNeeded(RuleRefused):
    """This secret lies in a sealed file, and no passphrase was given."""

    name: str


class SecretPlaceLocked(Trouble):
    """The keyring is locked, refused or does not answer; unlock it and try again."""


class SecretPlaceReadOnly(Trouble):
    """The folder of the sealed files cannot be written."""

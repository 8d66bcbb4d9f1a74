"""Where secrets lie: the computer's keyring, or files sealed with a passphrase (security.md 2.5.7)."""

from bcdesktop.vault.passphrase_box import Cost
from bcdesktop.vault.places import SecretPlace, open_secret_place
from bcdesktop.vault.sealed_file_place import SealedFilePlace

__all__ = ["Cost", "SealedFilePlace", "SecretPlace", "open_secret_place"]

"""Where secrets lie: the computer's keyring, or files sealed with a passphrase (security.md 2.5.7)."""

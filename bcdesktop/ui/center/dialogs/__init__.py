"""The Business Center window's dialogs."""

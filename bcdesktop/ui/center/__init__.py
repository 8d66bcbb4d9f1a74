"""The Business Center window."""

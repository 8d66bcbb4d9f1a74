"""The Business Center window's wizards."""

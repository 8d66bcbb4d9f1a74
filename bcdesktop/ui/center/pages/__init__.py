"""The Business Center window's pages."""

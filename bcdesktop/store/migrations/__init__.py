"""Migrations of the store; revision ``0007`` leads to schema number 7. Run by ``bcdesktop.store.migration``."""

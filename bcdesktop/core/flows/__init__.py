"""Wizards without a window."""

"""Dialogs of Ads Manager."""

"""The Ads Manager window: campaigns and ads, account settings, numbers."""

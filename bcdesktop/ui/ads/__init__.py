"""The Ads Manager window: campaigns, numbers, user management, basic information."""

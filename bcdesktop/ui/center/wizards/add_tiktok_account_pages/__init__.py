"""The pages of the Add TikTok account wizard, one file each."""

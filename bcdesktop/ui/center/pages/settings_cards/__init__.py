"""The tabs of Settings, one file each."""

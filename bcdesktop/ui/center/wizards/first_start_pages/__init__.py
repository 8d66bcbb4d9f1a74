"""The pages of the first-start wizard, one file each."""

"""The panes of the sign-in page, one in view at a time."""

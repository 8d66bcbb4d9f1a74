"""The panes of the sign-in page, one module each."""

"""Where secrets lie."""

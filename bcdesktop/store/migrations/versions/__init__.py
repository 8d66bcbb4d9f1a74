"""One module per schema number. A released one is never changed."""

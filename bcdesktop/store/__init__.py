"""Where the business's records are kept."""

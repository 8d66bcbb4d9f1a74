"""Real windows on a real store, driven as a person drives them."""

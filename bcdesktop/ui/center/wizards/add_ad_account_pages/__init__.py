"""The pages of the wizard that adds an ad account."""

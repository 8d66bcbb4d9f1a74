"""The pages of the wizard that invites members."""

"""What one phone keeps for itself."""

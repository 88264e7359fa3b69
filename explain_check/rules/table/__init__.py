"""Rules within and between tables."""

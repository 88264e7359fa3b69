"""Rules on the years that are compared."""

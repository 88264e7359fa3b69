"""Rules on the stated reasons."""

"""Rules on the arithmetic within the prose."""

"""Rules on tables, within and against each other."""

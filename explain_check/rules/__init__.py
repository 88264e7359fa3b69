"""Rules judge typed claims: one file for one rule."""

"""Rules on performance forms: within one, against each other, against the texts on the same project."""

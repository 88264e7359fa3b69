"""Rules on the wording of the disclosure."""

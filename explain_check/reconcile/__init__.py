"""What printed figures imply, held against each other."""

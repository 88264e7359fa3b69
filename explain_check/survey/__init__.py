"""Many documents: find them, check them in parallel, keep what was found in one file, and link those of one body."""

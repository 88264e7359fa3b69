"""The corpus in every format that can be read: the same document gives the same claims and findings."""

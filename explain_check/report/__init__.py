"""Reports of one document: JSON by the contract ``explain-check/1``, and text for a person."""

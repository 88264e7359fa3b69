"""Blocks become a document: sections, sentences joined over page breaks, tables with their headers."""

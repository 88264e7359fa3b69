"""Figures of a text: amounts, percentages, multiples and counts, read with their exact place and written back."""

from explain_check.numerals.cells import read_cell, read_figure
from explain_check.numerals.mentions import read_mentions
from explain_check.numerals.units import MEASURES, THINGS
from explain_check.numerals.write import write_figure

__all__ = ["MEASURES", "THINGS", "read_cell", "read_figure", "read_mentions", "write_figure"]

"""Disclosure templates and the kinds of their tables."""

from explain_check.templates.kinds import kind_label, table_kind, table_kinds
from explain_check.templates.load import find_template, load_templates, read_template, recognise_template

__all__ = ["find_template", "kind_label", "load_templates", "read_template", "recognise_template", "table_kind", "table_kinds"]

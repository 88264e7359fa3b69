"""Disclosure templates: which tables a local form asks for, and how it is recognised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTable:
    """A table of a template: its kind (see lexicons/table_kinds.csv), caption patterns, column labels and unit."""

    kind: str
    captions: tuple[str, ...]
    columns: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEdit:
    """A balance edit (勾稽关系): the labels whose figures make up the total's figure, in tables of one kind."""

    id: str
    label: str
    kind: str
    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateExplanation:
    """Something that the form asks to be explained: its label, and the pattern of words that show that it is."""

    label: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A local disclosure form; ``markers`` are caption patterns (regular expressions) of which ``least`` must be found."""

    id: str
    title: str
    markers: tuple[str, ...]
    least: int
    tables: tuple[TemplateTable, ...]
    explanations: tuple[TemplateExplanation, ...]
    edits: tuple[TemplateEdit, ...]

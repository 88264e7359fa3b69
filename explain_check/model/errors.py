"""Errors that a person can mend; each message names the file and the way out."""

from __future__ import annotations


class ExplainCheckError(Exception):
    """Base of all errors of this package; its text is Chinese, ``english`` the same in English."""

    def __init__(self, message: str, english: str = "") -> None:
        """Keep both texts."""
        super().__init__(message)
        self.english = english or message


class UnreadableDocumentError(ExplainCheckError):
    """A file that cannot be read as a disclosure: missing, empty, encrypted, damaged, too large, no disclosure.

    ``rule`` is the code of the rule whose page explains it.
    """

    def __init__(self, message: str, english: str = "", *, rule: str = "EC908") -> None:
        """Keep both texts and the rule's code."""
        super().__init__(message, english)
        self.rule = rule

    def __reduce__(self) -> tuple[type[UnreadableDocumentError], tuple[str, str], dict[str, str]]:
        """Keep both texts on the way from one process to another."""
        return type(self), (str(self), self.english), {"rule": self.rule}


class LexiconError(ExplainCheckError):
    """A broken row of a word list or template file; the message names file and line."""


class UnknownRuleError(ExplainCheckError):
    """A rule code that does not exist."""

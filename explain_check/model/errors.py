"""Errors that a person can mend; each message names the file and the way out."""


class ExplainCheckError(Exception):
    """Base of all errors of this package; its text is Chinese, ``english`` the same in English."""

    def __init__(self, message: str, english: str = "") -> None:
        """Keep both texts."""
        super().__init__(message)
        self.english = english or message


class UnreadableDocumentError(ExplainCheckError):
    """A file that cannot be read as a disclosure: missing, empty, binary, no known encoding, no disclosure."""


class LexiconError(ExplainCheckError):
    """A broken row of a word list or template file; the message names file and line."""


class UnknownRuleError(ExplainCheckError):
    """A rule code that does not exist."""

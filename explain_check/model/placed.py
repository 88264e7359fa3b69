"""A case that knows where a finding on it stands."""

from __future__ import annotations

from explain_check.model.case import WithoutFigures
from explain_check.model.text import Anchor, Place
from explain_check.model.value import value


@value
class PlacedCase(WithoutFigures):
    """Something that a rule is asked about; findings stand at ``place`` and are known by ``words``."""

    place: Place
    words: str

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.place, words=self.words)

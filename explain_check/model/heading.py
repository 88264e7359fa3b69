"""A heading whose year is not its section's."""

from __future__ import annotations

from explain_check.model.placed import PlacedCase
from explain_check.model.value import value


@value
class HeadingCase(PlacedCase):
    """A heading dated ``printed`` among headings dated ``year``, above a text on ``year``; ``words`` are the heading."""

    printed: int
    year: int

"""The same cases on every machine and in every run; ``HYPOTHESIS_PROFILE=search`` looks for new ones."""

import os

from hypothesis import settings

settings.register_profile("everyday", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))

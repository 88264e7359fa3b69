"""Facts in the prose and the table cells that hold them."""

from explain_check.link.linking import link_claims

__all__ = ["link_claims"]

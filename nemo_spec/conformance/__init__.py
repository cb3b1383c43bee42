"""Whether a server does what is documented of the service, fact by fact, seen from outside."""

from nemo_spec.conformance.checks import Result, check_all, checked_facts
from nemo_spec.conformance.world import World

__all__ = ["Result", "World", "check_all", "checked_facts"]

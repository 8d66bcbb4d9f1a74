"""One page per step of ``core.flows.end_access``."""

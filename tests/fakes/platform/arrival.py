"""When what is being answered arrived: noted with every call, for who measures."""

from contextvars import ContextVar

arrived_ns = ContextVar("arrived_ns", default=0)
"""On the machine's monotonic clock."""

"""Addresses that nobody listens at, for servers that must be told theirs and for places that must be dead."""

import random
import socket

__all__ = ["free_port"]

_PORTS = range(18_000, 32_000)
"""Below those that the kernel gives away unasked, so that tests which run beside this one don't get it."""


def free_port() -> int:
    """Find a port of 127.0.0.1 that is free, and stays so but for the unlikely."""
    while True:
        port = random.SystemRandom().choice(_PORTS)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port

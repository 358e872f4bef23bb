"""Addresses of this machine, as settings name them: host:port."""

import socket

__all__ = ["parted", "why_taken"]


def parted(address: str) -> tuple[str, int]:
    """Its host, without brackets, and its port."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def why_taken(host: str, port: int) -> str:
    """Why nothing can listen there, in the system's words; empty if something can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        return str(error.strerror).partition(" (")[0]  # the rest repeats the address
    return ""

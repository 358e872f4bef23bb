"""Which addresses are out in the open, and which lie inside somebody's network."""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

__all__ = ["is_public", "resolve"]

_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


def is_public(address: str) -> bool:
    """Whether anybody on the internet could reach it."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return _is_open(ip)
    hidden = _hidden_in(ip)
    return _is_open(hidden) if hidden else _is_open(ip) and not ip.is_site_local


async def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a name, in the system's order. Raises OSError when there is none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_open(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _hidden_in(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a translator or a tunnel would send the packets on to, if there is one."""
    if ip in _NAT64 or ip in _COMPATIBLE:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)

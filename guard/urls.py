"""Which URLs may be asked. Pure: names are resolved, and addresses checked, by whoever connects."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, urlsplit

from guard.errors import HostNotAllowed, MalformedUrl, NotHttps

__all__ = ["Rules", "Target", "origin_of"]

_PORTS = {"http": 80, "https": 443}
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]*:[0-9a-f:.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A URL that may be asked, taken apart once, so that nobody reads it differently later."""

    scheme: str
    host: str
    """Lower case, ASCII, without brackets or a final dot."""
    port: int
    rest: str
    """Path and query, as they were."""
    trusted: bool = False
    """Its exact origin was configured: it may lie on a private address."""

    @property
    def origin(self) -> str:
        """Scheme, host and port, with the port left out where it is the scheme's own."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """What belongs into the Host header."""
        return self.authority_at(self.host)

    def authority_at(self, address: str) -> str:
        """The same port, on a given address."""
        name = f"[{address}]" if ":" in address else address
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    def url_at(self, address: str) -> str:
        """The same file, asked for at a given address."""
        return f"{self.scheme}://{self.authority_at(address)}{self.rest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What may be asked: https at some hosts, and anything at the exact origins."""

    hosts: Collection[str] = ()
    """Names, or `*.example.org` for whatever lies below it; a lone `*` is every host."""
    ports: Collection[int] = (443,)
    """Where https may be asked for."""
    origins: Collection[str] = ()
    """Such as `http://127.0.0.1:8791`: as they are, with any scheme, port or address."""

    def target_for(self, url: str) -> Target:
        """Take a URL apart if it may be asked; raises a `Forbidden` if it may not."""
        target = _target(url)
        if any(target.origin == origin_of(origin) for origin in self.origins):
            return replace(target, trusted=True)
        if target.scheme != "https":
            raise NotHttps(target.scheme)
        if target.port not in self.ports or not self._lists(target.host):
            raise HostNotAllowed(target.authority)
        return target

    def _lists(self, host: str) -> bool:
        return any(_matches(host, pattern.lower()) for pattern in self.hosts)


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL; raises MalformedUrl."""
    return _target(url).origin


def _matches(host: str, pattern: str) -> bool:
    if pattern.startswith("*."):
        return host.endswith(pattern[1:])
    return pattern in ("*", host)


def _target(url: str) -> Target:
    if _FORBIDDEN.search(url):
        raise MalformedUrl("control character or backslash")
    try:
        parts = urlsplit(url.strip())
        return _checked(parts, parts.port)
    except ValueError as wrong:
        raise MalformedUrl(type(wrong).__name__) from wrong


def _checked(parts: SplitResult, port: int | None) -> Target:
    scheme = parts.scheme
    if scheme not in _PORTS:
        raise NotHttps(scheme) if scheme else MalformedUrl("no scheme")
    if "@" in parts.netloc:
        raise MalformedUrl("names a user")
    path = parts.path or "/"
    return Target(
        scheme=scheme,
        host=_host(parts.hostname or ""),
        port=_PORTS[scheme] if port is None else port,
        rest=f"{path}?{parts.query}" if parts.query else path,
    )


def _host(name: str) -> str:
    host = name.encode("idna").decode("ascii") if not name.isascii() else name
    host = host.lower().removesuffix(".")
    if not _HOST.fullmatch(host):
        raise MalformedUrl("no host")
    return host

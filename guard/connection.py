"""Ask for a URL and follow where it leads, with every hop checked.

A name could lead to one address when it is checked and to another when it is connected to. So the request
goes to the address that was checked, with the name in the Host header and in the TLS handshake. Connections
aren't kept: one made for a name must not serve another name on the same address. No cookies, no proxies.
"""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from guard.addresses import is_public, resolve
from guard.errors import (
    AddressNotPublic,
    LineBroken,
    NotThere,
    ServerTrouble,
    TooManyRedirects,
    TooSlow,
)
from guard.urls import Rules, Target

__all__ = ["Connector", "trusted_roots"]

_HOPS = 5
_TIMEOUTS = httpx.Timeout(30, connect=10).as_dict()
_USER_AGENT = "Busker"


class Connector:
    """Opens responses; use it as an async context manager."""

    def __init__(
        self,
        *,
        rules: Rules,
        credentials: Mapping[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        resolve: Callable[[str, int], Awaitable[Sequence[str]]] = resolve,
        is_public: Callable[[str], bool] = is_public,
    ) -> None:
        """`credentials` are Authorization headers by exact origin: no other server ever sees them."""
        self._rules = rules
        self._credentials = credentials or {}
        self._resolve = resolve
        self._is_public = is_public
        self._transport = httpx.AsyncHTTPTransport(
            verify=tls or trusted_roots(),
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def __aenter__(self) -> Self:
        await self._transport.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._transport.__aexit__(kind, error, trace)

    @asynccontextmanager
    async def opened(
        self, url: str, headers: Mapping[str, str] | None = None
    ) -> AsyncIterator[httpx.Response]:
        """A successful answer, its body not yet read. Raises a `Forbidden` or an `Unreachable`."""
        with _translated():
            response = await self._followed(url, headers or {})
            try:
                _check_status(response.status_code)
                yield response
            finally:
                await response.aclose()

    async def _followed(self, url: str, headers: Mapping[str, str]) -> httpx.Response:
        for _ in range(_HOPS):
            target = self._rules.target_for(url)
            response = await self._sent(target, headers)
            if not response.has_redirect_location:
                return response
            await response.aclose()
            url = urljoin(target.origin + target.rest, response.headers["location"])
        raise TooManyRedirects

    async def _sent(self, target: Target, headers: Mapping[str, str]) -> httpx.Response:
        """Ask at the first of the checked addresses that takes the call."""
        addresses = [target.host] if target.trusted else await self._public_addresses(target)
        for address in addresses[:-1]:
            try:
                return await self._sent_to(address, target, headers)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._sent_to(addresses[-1], target, headers)

    async def _public_addresses(self, target: Target) -> Sequence[str]:
        try:
            addresses = await self._resolve(target.host, target.port)
        except (OSError, UnicodeError) as wrong:
            raise LineBroken("no such name") from wrong
        public = [address for address in addresses if self._is_public(address)]
        if not public:
            raise AddressNotPublic(target.host)
        return public

    async def _sent_to(
        self, address: str, target: Target, headers: Mapping[str, str]
    ) -> httpx.Response:
        return await self._transport.handle_async_request(
            httpx.Request(
                "GET",
                target.url_at(address),
                headers={**headers, **self._own_headers(target)},
                extensions={"timeout": _TIMEOUTS, "sni_hostname": target.host},
            )
        )

    def _own_headers(self, target: Target) -> dict[str, str]:
        # What is counted and sniffed must be what is stored: nothing may be packed on the way.
        own = {"Host": target.authority, "Accept-Encoding": "identity", "User-Agent": _USER_AGENT}
        if credential := self._credentials.get(target.origin):
            own["Authorization"] = credential
        return own


@cache
def trusted_roots() -> ssl.SSLContext:
    """Whom this machine trusts. Reading it takes some 20 ms, so it is read once."""
    return httpx.create_ssl_context()


def _check_status(status: int) -> None:
    if httpx.codes.is_server_error(status):
        raise ServerTrouble(status)
    if not httpx.codes.is_success(status):
        raise NotThere(status)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except httpx.TimeoutException as error:
        raise TooSlow(type(error).__name__) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise LineBroken(type(error).__name__) from error

"""429s as they are met: the library waits and asks again, and tells nobody."""

from collections.abc import Callable
from http import HTTPStatus
from types import SimpleNamespace

import aiohttp

__all__ = ["refusals_told"]


def refusals_told(tell: Callable[[], None]) -> aiohttp.TraceConfig:
    """Have the client library tell each answer that says it was too fast."""

    async def ended(
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        seen: aiohttp.TraceRequestEndParams,
    ) -> None:
        if seen.response.status == HTTPStatus.TOO_MANY_REQUESTS:
            tell()

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(ended)
    return trace

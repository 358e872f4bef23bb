"""What Discord's refusals mean for what we wanted, in one place.

::

    401, 403, 404, or a code of NEVER     it stays so: NotAllowedHere, and another way is gone
      of the message that an edit was for   it is gone: nothing is left to be edited
    10015, 10062, 40060, 40094, 50027     of an interaction: over, answered, or its token is used up
    413, code 40005                       too large here, whatever was known of the limit
    429, 5xx, no answer, a broken line    may be tried again
    any other                             a fault of ours

Source: https://docs.discord.com/developers/topics/opcodes-and-status-codes
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import aiohttp
import discord

from bot.errors import NotAllowedHere

__all__ = [
    "ANSWERED_OR_OVER",
    "FAILED",
    "USED_UP",
    "Code",
    "is_gone",
    "is_passing",
    "meaning",
    "pause_of",
]


class Code(IntEnum):
    """Discord's own, of those that something depends on."""

    NO_TOKEN = 10015
    """Of a webhook, as which an interaction's token counts: it was never there, or isn't any more."""
    OVER = 10062
    """An interaction, after three seconds."""
    TOO_LARGE = 40005
    ANSWERED = 40060
    NO_MORE_MESSAGES = 40094
    """An interaction's token has sent its five."""
    EMPTY = 50006
    """A message that says nothing, where one that says something would be taken."""
    TOKEN_ENDED = 50027
    NO_HISTORY = 160002
    """A reply to a message that the bot may not read."""


NEVER = {50008, 50033, 50083, 160005, 200000, 200001, 240000}
"""400s that stay: no place for text, nobody to write to, an archived or locked thread, blocked words."""

ANSWERED_OR_OVER = {Code.NO_TOKEN, Code.OVER, Code.ANSWERED, Code.TOKEN_ENDED}
"""To a first answer."""

USED_UP = {Code.NO_TOKEN, Code.NO_MORE_MESSAGES, Code.TOKEN_ENDED}
"""To whatever goes by an interaction's token later."""

FAILED = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)
"""All that a call can end in: a broken line is no error of the library's own."""

SERVER_ERROR = 500
LONGEST_PAUSE_SECONDS = 60.0


def is_passing(error: Exception) -> bool:
    """Whether the same call may well succeed in a while."""
    if isinstance(error, discord.HTTPException):
        return error.status >= SERVER_ERROR or error.status == _TOO_FAST
    passing = (discord.RateLimited, aiohttp.ClientError, ConnectionError, TimeoutError)
    return isinstance(error, passing)


def is_gone(error: discord.HTTPException) -> bool:
    """Whether a message can't be reached any more: it, its channel or our access was taken away."""
    return isinstance(error, discord.NotFound | discord.Forbidden)


def pause_of(error: Exception) -> float:
    """How many seconds Discord wants nothing to be asked."""
    if isinstance(error, discord.RateLimited):
        return min(error.retry_after, LONGEST_PAUSE_SECONDS)
    if isinstance(error, discord.HTTPException) and error.status == _TOO_FAST:
        said = error.response.headers.get("Retry-After", "")
        return min(float(said), LONGEST_PAUSE_SECONDS) if said.isdecimal() else _BANNED_SECONDS
    return 0.0


@contextmanager
def meaning() -> Iterator[None]:
    """Raises NotAllowedHere for a refusal that will stay; anything else as it is."""
    try:
        yield
    except discord.HTTPException as refused:
        if refused.status in _FINAL or refused.code in NEVER:
            raise NotAllowedHere from refused
        raise


_TOO_FAST = 429
_FINAL = {401, 403, 404}
_BANNED_SECONDS = 10.0
"""After a 429 that doesn't say how long, which comes from further outside than Discord's own."""

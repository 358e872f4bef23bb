"""Single questions to Slack's API, each answered within seconds or not at all.

Before Busker starts and when the doctor asks somebody waits in front of a terminal, so nothing is asked
again here, but for a short wait that Slack itself names.
"""

import asyncio
import os
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

__all__ = ["PATIENCE_SECONDS", "NoAnswer", "Questions", "Refused", "Unlike", "base_of"]

BASE = "https://slack.com/api/"
PATIENCE_SECONDS = 5
SHORT_SECONDS = 2.0
"""So long a wait that Slack asks for is kept to, once a question."""

TOO_FAST = 429


ABOUT_TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)


class Refused(Exception):
    """Slack said no, in one word, such as `channel_not_found`."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error

    @property
    def is_about_token(self) -> bool:
        """Whether the token is worth nothing, whatever is asked."""
        return self.error in ABOUT_TOKEN


class NoAnswer(Exception):
    """It wasn't answered: with a `status` of HTTP's, else for `why`, else because time was up."""

    def __init__(self, *, status: int = 0, why: str = "") -> None:
        super().__init__(why or f"status {status}")
        self.status = status
        self.why = why


class Unlike(Exception):
    """What answers there isn't Slack."""


def base_of(address: str | None) -> str:
    """Where Slack's methods lie, with a slash at its end."""
    return (address or BASE).rstrip("/") + "/"


class Questions:
    """To one API with one token."""

    def __init__(self, base: str | None, token: str) -> None:
        self.base = base_of(base)
        self._is_sendable = token.isascii() and token.isprintable() and " " not in token
        self._client = AsyncWebClient(
            token=token, base_url=self.base, timeout=PATIENCE_SECONDS, retry_handlers=[]
        )

    async def one(self, method: str, **arguments: str) -> AsyncSlackResponse:
        """What Slack answers. Raises Refused, NoAnswer, Unlike."""
        if not self._is_sendable:  # no header could carry it
            raise Refused("invalid_auth")
        try:
            return await self._answer(method, arguments)
        except SlackApiError as refused:
            seconds = _seconds(refused)
        await asyncio.sleep(seconds)
        try:
            return await self._answer(method, arguments)
        except SlackApiError as refused:
            raise NoAnswer(status=TOO_FAST) from refused

    async def _answer(self, method: str, arguments: dict[str, Any]) -> AsyncSlackResponse:
        """Raises SlackApiError, too, when it was too fast."""
        try:
            return await self._client.api_call(method, params=arguments)
        except SlackApiError as refused:
            response = refused.response
            if not isinstance(response, AsyncSlackResponse):  # the library couldn't read it
                raise _unreadable(response) from refused
            if response.status_code == TOO_FAST:
                raise
            raise _refusal(response) from refused
        except TimeoutError:
            raise NoAnswer from None
        except SlackClientError as unlike:
            raise Unlike from unlike
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswer(why=_reason(error)) from error
        except ValueError as unlike:
            raise Unlike from unlike


def _refusal(response: AsyncSlackResponse) -> Exception:
    error = response.data.get("error") if isinstance(response.data, dict) else None
    if error:
        return Refused(str(error))
    return _by_status(response.status_code)


def _unreadable(response: object) -> Exception:
    return _by_status(getattr(response, "status", 200))


def _by_status(status: int) -> Exception:
    return NoAnswer(status=status) if status >= 500 else Unlike()  # noqa: PLR2004  # its own troubles


def _seconds(refused: SlackApiError) -> float:
    """How long to wait. Raises NoAnswer when that is too long."""
    said = refused.response.headers.get("Retry-After", "")
    if said.isdecimal() and int(said) <= SHORT_SECONDS:
        return float(said)
    raise NoAnswer(status=TOO_FAST) from refused


def _reason(error: BaseException) -> str:
    """In the system's words, which say more than asyncio's own."""
    number = getattr(error, "errno", None)
    if number and number > 0:
        return os.strerror(number)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__

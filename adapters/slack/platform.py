"""Slack as `busker run` has it: one workspace, the way in, and the chat that speaks there."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from aiohttp import web
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.addresses import PLATFORM
from adapters.slack.app import Reception
from adapters.slack.calls import Calls
from adapters.slack.chat import SlackChat
from adapters.slack.door import Door
from adapters.slack.entry import Closed, Identity, introduced, secrets_from
from adapters.slack.failures import FAILED, error_of
from adapters.slack.prefix import Prefix
from adapters.slack.questions import base_of
from adapters.slack.sockets import Sockets
from bot.clock import SystemClock
from bot.opening import CantStart
from bot.operating.metrics import Metrics
from bot.router import Router
from bot.settings import Settings
from bot.words import own_words

__all__ = ["Slack"]

PATIENCE_SECONDS = 15
"""For what people wait for: a form, a private answer."""

LAST_WORDS_SECONDS = 2.0
"""When Busker stops, its last cards are on their way; it has to be gone within ten seconds in all."""

MOST_WAITS = 2
"""So often such a call is made again when it came too fast."""


class Slack:
    """Not connected until `serve`."""

    def __init__(self, settings: Settings, metrics: Metrics, identity: Identity) -> None:
        secrets, base = secrets_from(settings, own_words()), base_of(settings.slack_api_base)
        self._settings = settings
        self._identity = identity
        self._clock = SystemClock()
        self._client = _client(secrets.bot_token, base)
        self._app_client = _client(secrets.app_token, base) if secrets.app_token else None
        self._door = Door(secrets.signing_secret, self._clock) if not secrets.app_token else None
        self._calls = Calls(
            secrets.bot_token, base, self._clock, lambda: metrics.rate_limited(PLATFORM)
        )
        self._is_there = asyncio.Event()
        self._prefix = Prefix()
        self.chat = SlackChat(self._calls, self._clock, metrics, self._prefix)

    @classmethod
    async def entered(cls, settings: Settings, metrics: Metrics) -> "Slack":
        """Once Slack has said that it will let us in. Raises CantStart."""
        return cls(settings, metrics, await _introduced(settings))

    @property
    def routes(self) -> Sequence[web.RouteDef]:
        """In HTTP mode, where everything arrives."""
        return [self._door.route] if self._door else []

    async def serve(self, router: Router) -> None:
        """Take in what people do until cancelled. Raises CantStart when Slack doesn't let us in any more."""
        if self._is_there.is_set():  # it has broken off
            self._identity = await _introduced(self._settings)
        reception = Reception(
            self._client,
            self._calls,
            router,
            self.chat.direct,
            self._clock,
            team=self._identity.team,
            bot=self._identity.user,
            prefix=self._prefix,
            takes_guests=self._settings.busker_slack_guests,
        )
        listening = asyncio.create_task(self._listen(reception))
        revoked = asyncio.create_task(reception.revoked())
        try:
            await asyncio.wait({listening, revoked}, return_when=asyncio.FIRST_COMPLETED)
            if revoked.done():
                raise CantStart(own_words().say("slack-revoked"))
            await listening
        finally:
            for task in (listening, revoked):
                task.cancel()
            await asyncio.gather(listening, revoked, return_exceptions=True)
            await reception.close()
            await self._finished()
            await self._calls.close()

    async def _finished(self) -> None:
        """Before the line is cut, let the last cards go out; not for long, since Slack may hang."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_SECONDS):
                await self.chat.shown()

    async def connected(self) -> None:
        """Wait until songs can be shown."""
        await self._is_there.wait()

    async def _listen(self, reception: Reception) -> None:
        if self._door:
            self._door.open(reception.receive)
            self._is_there.set()
            try:
                await asyncio.Event().wait()
            finally:
                self._door.close()
        elif self._app_client:
            await self._connect(self._app_client, reception)

    async def _connect(self, client: AsyncWebClient, reception: Reception) -> None:
        sockets = Sockets(client, reception.receive, self._clock)
        try:
            await sockets.run(self._is_there.set)
        except FAILED as failure:
            words, host = own_words(), urlsplit(client.base_url).hostname or ""
            why = error_of(failure) or str(failure) or type(failure).__name__
            said = f"{words.say('slack-away', host=host, why=why)} {words.say('slack-away-mend')}"
            raise CantStart(said) from failure


async def _introduced(settings: Settings) -> Identity:
    try:
        return await introduced(settings, own_words())
    except Closed as closed:
        raise CantStart(str(closed), code=closed.code) from None


def _client(token: str, base: str) -> AsyncWebClient:
    return AsyncWebClient(
        token=token,
        base_url=base,
        timeout=PATIENCE_SECONDS,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=MOST_WAITS)],
    )

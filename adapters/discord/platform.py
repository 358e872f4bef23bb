"""Discord as `busker run` has it: one connection, and the chat that speaks through it."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import aiohttp
import discord

from adapters.discord.addresses import PLATFORM
from adapters.discord.asking.registration import Registration
from adapters.discord.chat import DiscordChat
from adapters.discord.client import DiscordClient, point_at
from adapters.discord.gateway import Sessions, SessionsUsedUp, StartLimit
from adapters.discord.interactions.answers import Answers
from adapters.discord.interactions.leases import Leases
from adapters.discord.interactions.pending import Pending
from adapters.discord.patience import USUAL, bound
from adapters.discord.refusals import refusals_told
from bot.clock import SystemClock
from bot.opening import CantStart
from bot.operating.metrics import Metrics
from bot.phrases import duration
from bot.router import Router
from bot.settings import Settings
from bot.words import own_words

__all__ = ["Discord"]

LAST_WORDS_SECONDS = 2.0
"""When Busker stops, its last cards are on their way; it has to be gone within ten seconds in all."""


class Discord:
    """Not connected until `serve`."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        point_at(settings.discord_api_base)
        token = settings.discord_token
        self._token = token.get_secret_value() if token else ""
        self._pending = Pending()
        self._leases = Leases(SystemClock())
        self._sessions = Sessions(SystemClock(), settings.discord_gateway_url)
        self._settings = settings
        self._metrics = metrics
        self._client = self._new_client()
        self.chat = DiscordChat(self._client, self._pending, self._leases, SystemClock(), metrics)

    @property
    def routes(self) -> tuple[()]:
        """None: everything comes by the gateway."""
        return ()

    async def serve(self, router: Router) -> None:
        """Stay connected until cancelled. Raises CantStart when Discord doesn't let us in."""
        if self._client.is_closed():  # the library's connect once
            self._client = self._new_client()
            self.chat.speak_through(self._client)
        self._client.meet(router, Answers(self._pending, self._leases))
        words = own_words()
        try:
            async with self._client:
                try:
                    await self._client.start(self._token)
                except asyncio.CancelledError:
                    await self._finished()
                    raise
        except discord.LoginFailure:
            raise CantStart(words.say("discord-token-refused"), code=2) from None
        except SessionsUsedUp as used_up:
            raise CantStart(_used_up(used_up.limit)) from None
        except discord.HTTPException as refused:
            said = words.say("discord-unwell", status=str(refused.status))
            raise CantStart(said) from refused
        except (aiohttp.ClientError, OSError, discord.GatewayNotFound) as error:
            raise CantStart(words.say("discord-unreachable", why=str(error))) from error

    async def _finished(self) -> None:
        """Before the line is cut, let what was said last go out; not for long, since Discord may hang."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_SECONDS):
                await asyncio.gather(self._client.answered(), self.chat.shown())

    async def connected(self) -> None:
        """Wait until songs can be shown."""
        await asyncio.shield(self._client.is_there.wait())

    def _new_client(self) -> DiscordClient:
        settings = self._settings
        client = DiscordClient(
            sessions=self._sessions,
            registration=Registration(
                settings.busker_data_dir / "discord-menu.json", settings.discord_guild_ids
            ),
            is_direct=settings.busker_direct,
            http_trace=refusals_told(lambda: self._metrics.rate_limited(PLATFORM)),
        )
        bound(client.http, USUAL)
        return client


def _used_up(limit: StartLimit) -> str:
    words, now = own_words(), SystemClock().now()
    again = duration(now, now + timedelta(seconds=limit.reset_seconds), words)
    return words.say("discord-connections-used-up", total=limit.total, time=again)

"""Discord as `busker run` has it: one connection, and the chat that speaks through it."""

import asyncio

import aiohttp
import discord

from adapters.discord.addresses import PLATFORM
from adapters.discord.answers import Answers
from adapters.discord.chat import DiscordChat
from adapters.discord.client import DiscordClient, point_at
from adapters.discord.patience import USUAL, bound
from adapters.discord.pending import Pending
from adapters.discord.refusals import refusals_told
from bot.clock import SystemClock
from bot.opening import CantStart
from bot.operating.metrics import Metrics
from bot.router import Router
from bot.settings import Settings
from bot.words import own_words

__all__ = ["Discord"]


class Discord:
    """Not connected until `serve`."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        base = settings.discord_api_base
        point_at(base, settings.discord_gateway_url)
        token = settings.discord_token
        self._token = token.get_secret_value() if token else ""
        self._pending = Pending()
        self._settings = settings
        self._metrics = metrics
        self._client = self._new_client()
        self.chat = DiscordChat(self._client, self._pending, SystemClock(), metrics)

    async def serve(self, router: Router) -> None:
        """Stay connected until cancelled. Raises CantStart when Discord doesn't let us in."""
        if self._client.is_closed():  # the library's connect once
            self._client = self._new_client()
            self.chat.speak_through(self._client)
        self._client.meet(router, Answers(self._pending))
        words = own_words()
        try:
            async with self._client:
                await self._client.start(self._token)
        except discord.LoginFailure:
            raise CantStart(words.say("discord-token-refused"), code=2) from None
        except (aiohttp.ClientError, OSError) as error:
            raise CantStart(words.say("discord-unreachable", why=str(error))) from error

    async def connected(self) -> None:
        """Wait until songs can be shown."""
        await asyncio.shield(self._client.is_there.wait())

    def _new_client(self) -> DiscordClient:
        client = DiscordClient(
            guild_ids=self._settings.discord_guild_ids,
            is_direct=self._settings.busker_direct,
            menu_file=self._settings.busker_data_dir / "discord-menu.sha256",
            http_trace=refusals_told(lambda: self._metrics.rate_limited(PLATFORM)),
        )
        bound(client.http, USUAL)
        return client

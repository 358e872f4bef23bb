"""The connection: the menu is registered, and whatever people do comes in as an interaction."""

import asyncio
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp
import discord
import structlog
import yarl

from adapters.discord.answers import Answers
from adapters.discord.inbound import command_from, focused, press_from, submission_from
from adapters.discord.menu import menu_for
from bot.commands import COMMANDS
from bot.router import Router

__all__ = ["DiscordClient", "point_at"]

log = structlog.get_logger()

Interaction = discord.Interaction[Any]


def point_at(api_base: str | None, gateway_url: str | None) -> None:
    """Let the library speak with another host: a proxy, or a test. Once, before anything is asked."""
    if api_base:
        discord.http.Route.BASE = api_base.rstrip("/")
    if gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


class DiscordClient(discord.AutoShardedClient):
    """Needs no privileged intent."""

    def __init__(
        self,
        *,
        guild_ids: Sequence[str],
        is_direct: bool,
        menu_file: Path,
        http_trace: aiohttp.TraceConfig,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=60,
            http_trace=http_trace,
        )
        self._router: Router | None = None
        self._answers: Answers | None = None
        self.is_there = asyncio.Event()
        self._guild_ids = guild_ids
        self._is_direct = is_direct
        self._menu_file = menu_file
        self._specs = {spec.name: spec for spec in COMMANDS}

    def meet(self, router: Router, answers: Answers) -> None:
        """Say who answers. Before that nobody is connected."""
        self._router, self._answers = router, answers

    async def setup_hook(self) -> None:
        """Logged in: from here messages can be sent and edited, even before the gateway is there."""
        await self._register(menu_for(COMMANDS, is_direct=self._is_direct))
        self.is_there.set()

    async def on_ready(self) -> None:
        """Connected, and the servers are known."""
        log.info("discord connected", servers=len(self.guilds), shards=self.shard_count)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer whatever it is. An id we don't know gets a sentence, too."""
        assert self._router is not None and self._answers is not None  # noqa: S101, PT018  # set before connecting
        match interaction.type:
            case discord.InteractionType.application_command:
                command = command_from(interaction, self._specs)
                await self._answers.give(interaction, self._router.answer(command))
            case discord.InteractionType.component:
                press = press_from(interaction)
                await self._answers.give(interaction, self._router.press(press))
            case discord.InteractionType.modal_submit:
                submitted = submission_from(interaction)
                if submitted is not None:
                    await self._answers.give(interaction, self._router.answer(submitted))
            case discord.InteractionType.autocomplete:
                command = command_from(interaction, self._specs)
                option = focused(interaction)
                await self._answers.suggest(interaction, self._router.suggest(command, option))
            case _:
                pass

    async def _register(self, menu: list[dict[str, Any]]) -> None:
        """Put the menu where it has changed since the last time: a server takes few a day."""
        places = sorted(self._guild_ids)
        facts = json.dumps([self.application_id, places, menu])
        digest = hashlib.sha256(facts.encode()).hexdigest()
        if self._menu_file.exists() and self._menu_file.read_text("ascii") == digest:
            return
        for guild in places:
            await self.http.bulk_upsert_guild_commands(self.application_id or 0, int(guild), menu)
        if not places:
            await self.http.bulk_upsert_global_commands(self.application_id or 0, menu)
        self._menu_file.write_text(digest, "ascii")
        log.info("menu registered", commands=len(menu), servers=len(places))

"""The connection: the menu is registered, and whatever people do comes in as an interaction."""

import asyncio
from typing import Any

import aiohttp
import discord
import structlog

from adapters.discord.addresses import person_from
from adapters.discord.asking.inbound import command_from, focused, press_from, submission_from
from adapters.discord.asking.menu import menu_for
from adapters.discord.asking.registration import Registration
from adapters.discord.gateway import Sessions, StartLimit
from adapters.discord.interactions.answers import Answers
from adapters.showing.recent import Recent
from bot.commands import COMMANDS
from bot.commands.catalogue import Answer
from bot.errors import BadOption
from bot.router import Router

__all__ = ["DiscordClient", "point_at"]

log = structlog.get_logger()

Interaction = discord.Interaction[Any]


MOST_HEARD = 5000
"""Interactions remembered, since a session that is resumed may tell of some again."""


def point_at(api_base: str | None) -> None:
    """Let the library speak with another host: a proxy, or a test. Once, before anything is asked."""
    if api_base:
        discord.http.Route.BASE = api_base.rstrip("/")


class DiscordClient(discord.AutoShardedClient):
    """Needs no privileged intent."""

    def __init__(
        self,
        *,
        sessions: Sessions,
        registration: Registration,
        is_direct: bool,
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
        self._sessions = sessions
        self._registration = registration
        self._is_direct = is_direct
        self._heard: Recent[bool] = Recent(MOST_HEARD)
        self._specs = {spec.name: spec for spec in COMMANDS}
        self._answering: set[asyncio.Task[None] | None] = set()

    def meet(self, router: Router, answers: Answers) -> None:
        """Say who answers. Before that nobody is connected."""
        self._router, self._answers = router, answers

    async def setup_hook(self) -> None:
        """Logged in: from here messages can be sent and edited, even before the gateway is there."""
        self.shard_count, url, limit = await self.http.get_bot_gateway()
        self._sessions.open(url, self.shard_count, StartLimit.read(limit))
        menu = menu_for(COMMANDS, is_direct=self._is_direct)
        await self._registration.put(self.http, self.application_id or 0, menu)
        self.is_there.set()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Begin sessions only as fast as Discord lets us."""
        del initial
        await self._sessions.turn(shard_id or 0)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Discord has just said where this session is to be resumed."""
        self._sessions.lead_back(self._get_websocket(shard_id=shard_id))

    async def on_ready(self) -> None:
        """Connected, and the servers are known."""
        log.info("discord connected", servers=len(self.guilds), shards=self.shard_count)

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Into our own log, which tells no messages: the library's tell addresses with tokens in them."""
        log.error("an event failed", about=event_method, exc_info=True)  # noqa: LOG014  # called in one

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer whatever it is, once. An id we don't know gets a sentence, too."""
        if str(interaction.id) in self._heard:
            return
        self._heard[str(interaction.id)] = True
        task = asyncio.current_task()
        self._answering.add(task)
        try:
            await self._answer(interaction)
        finally:
            self._answering.discard(task)

    async def answered(self) -> None:
        """Wait until everything that people have done has its answer."""
        if under_way := [task for task in self._answering if task]:
            await asyncio.wait(under_way)

    async def _answer(self, interaction: Interaction) -> None:
        assert self._router is not None and self._answers is not None  # noqa: S101, PT018  # set before connecting
        match interaction.type:
            case discord.InteractionType.application_command:
                await self._answers.give(interaction, self._answer_to_command(interaction))
            case discord.InteractionType.component:
                press = press_from(interaction)
                await self._answers.give(interaction, self._router.press(press))
            case discord.InteractionType.modal_submit:
                submitted = submission_from(interaction)
                if submitted is None:  # no form of ours: told like a button that nobody knows
                    press = press_from(interaction)
                    await self._answers.give(interaction, self._router.press(press))
                else:
                    await self._answers.give(interaction, self._router.answer(submitted))
            case discord.InteractionType.autocomplete:
                command = command_from(interaction, self._specs)
                option = focused(interaction)
                await self._answers.suggest(interaction, self._router.suggest(command, option))
            case _:
                pass

    async def _answer_to_command(self, interaction: Interaction) -> Answer:
        assert self._router is not None  # noqa: S101  # set before connecting
        try:
            command = command_from(interaction, self._specs)
        except BadOption as refusal:
            data: dict[str, Any] = dict(interaction.data or {})
            return self._router.refuse(refusal, data["name"], person_from(interaction))
        return await self._router.answer(command)

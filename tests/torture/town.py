"""Several people in several channels of a Discord."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.fakes.discord import (
    Channel,
    Discord,
    Fault,
    Interaction,
    Member,
    NotOffered,
    fake_discord,
)
from tests.fakes.discord.faults import Faults
from tests.torture.plans import prompt_for
from tests.torture.townsfolk import (
    CHANGES_MIND_SECONDS,
    CHANNELS,
    PEOPLE,
    Asked,
    Message,
    Townsfolk,
)

__all__ = ["Town", "a_town"]

CALLS = (
    ("POST", r"/interactions/\d+/[^/]+/callback"),
    ("POST", r"/channels/\d+/messages"),
    ("PATCH", r"/channels/\d+/messages/\d+"),
    ("GET", r"/channels/\d+/messages.*"),
    (r"\w+", r"/webhooks/.*"),
)
"""Which may fail."""
PATIENCE_SECONDS = 150.0
"""A machine may be busy."""
TICK_SECONDS = 0.1
TOO_FAST = 429
"""After a restart nobody knows what the process before has used."""
ANSWERED = 40060
"""Whoever hears nothing of an answer sends it again; Discord takes one."""
OVER = 10062
"""Sent again and again, it may come after Discord's three seconds."""


@dataclass(kw_only=True)
class AskedThere(Asked):
    person: Member
    interaction: Interaction

    @property
    def request_key(self) -> str:
        return f"discord:{self.interaction.id}"

    @property
    def is_acknowledged(self) -> bool:
        original = self.interaction.original
        return original is not None and not original.is_loading

    @property
    def said(self) -> str:
        return self.interaction.reply.text


@dataclass
class Town(Townsfolk):
    follows_alone = False

    discord: Discord

    @property
    def settings(self) -> Mapping[str, str]:
        return {"DISCORD_TOKEN": self.discord.token, "DISCORD_API_BASE": self.discord.api}

    def expect(self) -> int:
        return self.discord.gateway.identified

    async def connected(self, before: int) -> None:
        gateway = self.discord.gateway
        await self.discord.until(
            lambda: gateway.identified > before and gateway.connected, "Busker to connect"
        )

    def messages(self) -> Iterator[Message]:
        for channel in self.discord.channels():
            for message in channel.messages:
                if message.author.is_bot and not message.is_deleted and not message.is_ephemeral:
                    yield message

    def is_end(self, card: Message, result: Message) -> bool:
        """One line that leads to the result, which has the buttons."""
        return result.link in card.text and not card.buttons

    def refusals(self) -> list[str]:
        known = {ANSWERED, OVER} if self.has_bad_weather else {ANSWERED}
        return [
            f"Discord refused {call}"
            for call in self.discord.refused
            if call.status != TOO_FAST and call.code not in known
        ]

    @property
    def faults(self) -> Faults:
        return self.discord.faults

    def break_one(self, dice: random.Random) -> None:
        method, path = dice.choice(CALLS)
        self.faults.on(method, path, dice.choice([*Fault]), nth=dice.randint(1, 2))

    def hang(self) -> None:
        self.faults.on(r"\w+", ".*", Fault.HANG, times=9999)

    def ask_for(
        self,
        fate: str,
        *,
        person: Member | None = None,
        channel: Channel | None = None,
        command: str = "song",
    ) -> AskedThere:
        person, channel = person or self.people[0], channel or self.channels[0]
        number = len(self.asked) + 1
        prompt = prompt_for(number, fate)
        interaction = self.discord.begin_slash(person, channel, command, prompt=prompt)
        asked = AskedThere(number=number, fate=fate, person=person, interaction=interaction)
        self.asked.append(asked)
        return asked

    async def used(self, person: Member) -> str:
        channel = self.channels[self.people.index(person) % CHANNELS]
        asked = await self.discord.slash(person, channel, "quota")
        return (await asked.shown()).text

    async def _cancel(self, asked: AskedThere, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if not asked.is_acknowledged:
            return
        try:
            pressed = self.discord.begin_press(asked.person, asked.interaction.reply, "Cancel")
        except NotOffered:
            return
        await asyncio.sleep(CHANGES_MIND_SECONDS)
        asked.is_cancelled = pressed.answer is not None and "ancelled" in pressed.reply.text


@asynccontextmanager
async def a_town(dice: random.Random) -> AsyncIterator[Town]:
    """Its time goes on by itself, as ours does: answers come too late, and nonces are forgotten."""
    async with fake_discord(patience=PATIENCE_SECONDS) as discord:
        guild = discord.guild("Town")
        channels = [guild.channel(f"music-{number}") for number in range(CHANNELS)]
        people = [guild.member(f"person-{number}") for number in range(PEOPLE)]
        ticking = asyncio.create_task(_tick(discord))
        try:
            yield Town(channels, people, dice, discord)
        finally:
            ticking.cancel()


async def _tick(discord: Discord) -> None:
    loop = asyncio.get_running_loop()
    before = loop.time()
    while True:
        await asyncio.sleep(TICK_SECONDS)
        now = loop.time()
        discord.clock.follow(now - before)
        before = now

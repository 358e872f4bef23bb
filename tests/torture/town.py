"""Several people in several channels of a Discord that stays up, whoever dies.

Each song has a number that is in its prompt and in its title, so that it is known wherever it shows up. A
person who gets no answer asks again, as people do: with a new interaction, and here with a new number.
"""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.fakes.discord import (
    Channel,
    Discord,
    Guild,
    Interaction,
    Member,
    NotOffered,
    fake_discord,
)
from tests.torture.plans import FATES, prompt_for

__all__ = ["Asked", "Town", "a_town"]

CHANNELS, PEOPLE = 8, 10
TICK_SECONDS = 0.1
MUSIC = 0.25
"""So many ask for music without words: v6, which names a song late."""
CANCELS = 0.06
CHANGES_MIND_SECONDS = 2.5
"""At most so long after asking."""


@dataclass(kw_only=True)
class Asked:
    """What somebody asked for, once."""

    number: int
    fate: str
    person: Member
    interaction: Interaction
    is_cancelled: bool = False
    """They have pressed the button, and read an answer."""

    @property
    def request_key(self) -> str:
        return f"discord:{self.interaction.id}"

    @property
    def is_acknowledged(self) -> bool:
        """A card, or anything else to be read, has answered."""
        original = self.interaction.original
        return original is not None and not original.is_loading


@dataclass
class Town:
    discord: Discord
    guild: Guild
    channels: list[Channel]
    people: list[Member]
    dice: random.Random
    asked: list[Asked] = field(default_factory=list)
    _minds: set[asyncio.Task[None]] = field(default_factory=set)

    async def connected(self, before: int) -> None:
        """Once a Busker is there that wasn't when so many sessions had been begun."""
        gateway = self.discord.gateway
        await self.discord.until(
            lambda: gateway.identified > before and gateway.connected, "Busker to connect"
        )

    def ask(self) -> Asked:
        """One more song, by whoever feels like it."""
        dice = self.dice
        [fate] = dice.choices([*FATES], [*FATES.values()])
        person, channel = dice.choice(self.people), dice.choice(self.channels)
        command = "music" if dice.random() < MUSIC else "song"
        asked = self.ask_for(fate, person=person, channel=channel, command=command)
        if dice.random() < CANCELS:
            mind = asyncio.create_task(self._cancel(asked, dice.uniform(0, CHANGES_MIND_SECONDS)))
            self._minds.add(mind)
            mind.add_done_callback(self._minds.discard)
        return asked

    def ask_for(
        self,
        fate: str,
        *,
        person: Member | None = None,
        channel: Channel | None = None,
        command: str = "song",
    ) -> Asked:
        """One song of that fate, by the first of them unless it is said by whom."""
        person, channel = person or self.people[0], channel or self.channels[0]
        number = len(self.asked) + 1
        prompt = prompt_for(number, fate)
        interaction = self.discord.begin_slash(person, channel, command, prompt=prompt)
        asked = Asked(number=number, fate=fate, person=person, interaction=interaction)
        self.asked.append(asked)
        return asked

    async def rest(self) -> None:
        """Until nobody has anything in mind any more."""
        if self._minds:
            await asyncio.wait(self._minds)

    async def used(self, person: Member) -> str:
        """What `/quota` says to somebody."""
        channel = self.channels[self.people.index(person) % CHANNELS]
        asked = await self.discord.slash(person, channel, "quota")
        return (await asked.shown()).text

    async def _cancel(self, asked: Asked, seconds: float) -> None:
        """If there is still a button; whether anybody is there to hear of it is another matter."""
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
    async with fake_discord() as discord:
        guild = discord.guild("Town")
        channels = [guild.channel(f"music-{number}") for number in range(CHANNELS)]
        people = [guild.member(f"person-{number}") for number in range(PEOPLE)]
        ticking = asyncio.create_task(_tick(discord))
        try:
            yield Town(discord, guild, channels, people, dice)
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

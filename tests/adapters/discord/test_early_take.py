"""A take that goes ahead on Discord: the other one is added to its message, which keeps what it has."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import pytest

from adapters.discord.addresses import PLATFORM
from bot.assembly import assembled
from bot.models import Command, Person, Place
from bot.setup import Setup
from storage.database import open_database
from storage.store import Store
from tests.adapters.discord.conftest import Speaker
from tests.fakes.composer import ScriptedComposer
from tests.fakes.discord import Channel, Discord, Fault, Member, Message

BEFORE_B = 3
"""So many events come before take B."""
A, B = "Rain_-_A.mp3", "Rain_-_B.mp3"
ONE = r"/channels/\d+/messages/\d+"


@pytest.fixture
def times() -> float:
    """Half a minute, which a take waits for the other one, is a second."""
    return 30


@dataclass(kw_only=True)
class Party:
    """A whole Busker on a real database, with a composer whose take B comes when the test wants."""

    fake: Discord
    speaker: Speaker
    store: Store
    folder: Path
    channel: Channel
    ana: Member
    composer: ScriptedComposer

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator["Party"]:
        self.busker = assembled(
            Setup(
                storage=self.store,
                chats={PLATFORM: self.speaker.chat},
                composer=self.composer,
                clock=self.speaker.clock,
                folder=self.folder / "archive",
                zone=UTC,
                song_version="v7",
                player="soundverse",
                tells_newcomers=False,
                songs_at_once=1,
            )
        )
        work = asyncio.create_task(self.busker.run())
        try:
            yield self
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work

    async def ask(self) -> Message:
        """The card of a song."""
        assert self.channel.guild
        place = Place(platform=PLATFORM, server=self.channel.guild.id, channel=self.channel.id)
        person = Person(platform=PLATFORM, id=self.ana.user.id)
        command = Command(
            name="song", options={"prompt": "rain"}, person=person, place=place, request_key="1"
        )
        await self.busker.router.answer(command)
        return await self.channel.next_message()


@pytest.fixture
async def party(fake: Discord, speaker: Speaker, tmp_path: Path) -> AsyncIterator[Party]:
    guild = fake.guild("Garden")
    composer = ScriptedComposer()
    composer.hold_before = BEFORE_B
    async with open_database(tmp_path / "busker.db") as database:
        yield Party(
            fake=fake,
            speaker=speaker,
            store=Store(database),
            folder=tmp_path,
            channel=guild.channel("music"),
            ana=guild.member("ana"),
            composer=composer,
        )


async def both_are_there(card: Message, result: Message) -> None:
    first = dict(result.files)
    await result.until_says("Both takes are ready")
    assert sorted(result.filenames) == [A, B, "cover.jpg"]
    assert {name: result.files[name] for name in first} == first
    assert result.dead_pictures == []
    assert "Extend B" in result.buttons
    await card.until_says(f"/{result.channel.id}/{result.id}")
    messages = [each for each in result.channel.messages if each.author.is_bot]
    assert messages == [card, result]


async def test_the_second_take_joins_the_first_and_its_cover(party: Party) -> None:
    async with party.at_work():
        card = await party.ask()
        result = await party.channel.next_message()
        assert result.filenames == ["cover.jpg", A]
        assert "Take B follows" in result.text
        assert result.pings.users == {party.ana.user.id}
        assert result.reply_to is card
        party.composer.go_on.set()
        await both_are_there(card, result)
        assert not any(revision.pings for revision in result.revisions[1:])


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.SERVER_ERROR])
async def test_the_second_take_comes_once_though_adding_it_breaks(
    party: Party, fault: Fault
) -> None:
    async with party.at_work():
        card = await party.ask()
        result = await party.channel.next_message()
        await card.until_says("Take B follows")
        party.fake.faults.on("GET", ONE, fault)
        party.fake.faults.on("PATCH", f"/channels/.*/{result.id}", fault)
        party.composer.go_on.set()
        await both_are_there(card, result)


async def test_after_a_restart_the_second_take_still_joins_the_first(party: Party) -> None:
    async with party.at_work():
        card = await party.ask()
        result = await party.channel.next_message()
        await card.until_says("Take B follows")
    party.composer.go_on.set()
    async with party.at_work():
        await both_are_there(card, result)
    assert party.fake.refused == []

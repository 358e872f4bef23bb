"""Busker on Discord: the real process and the real client library, against a Discord of our own."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO

import pytest
from PIL import Image

from mp3.frames import duration_seconds
from tests.fakes.discord import Channel, Discord, Guild, Member, Message, fake_discord
from tests.fakes.discord.permissions import ADMIN
from tests.stories.conftest import Home

PATIENCE_SECONDS = 60
TOO_FAST = 429
"""After a restart nobody knows what the process before has used; the library waits and asks again."""
SAYS_NOTHING = 50006
"""To such a message Discord says whether one that says something would be taken."""
BEING_MADE = ("Accepted", "Composing", "Fetching")
"""What the card of a song says that is under way; not all of it, where edits come late."""
RESULT_BUTTONS = ["Extend A", "Extend B", "Again", "Remix", "♥ A", "♥ B", "Lyrics", "Delete"]


@dataclass
class Evening:
    """One server with one channel, somebody in it, and Busker."""

    discord: Discord
    home: Home
    guild: Guild
    channel: Channel
    ana: Member
    process: asyncio.subprocess.Process | None = None
    expected: set[int] = field(default_factory=lambda: {TOO_FAST, SAYS_NOTHING})
    """Refusals by status or by Discord's code that Busker may meet; after any other one the evening fails."""

    async def start(self, **settings: str) -> None:
        self.process = await self.launch(settings)
        await self.discord.commands_synced()
        await self.discord.gateway.ready()

    async def launch(
        self, settings: Mapping[str, str], stderr: int | None = None
    ) -> asyncio.subprocess.Process:
        environment = {
            **self.home.environment,
            "DISCORD_TOKEN": self.discord.token,
            "DISCORD_API_BASE": self.discord.api,
            "BUSKER_COMPOSER": "houseband",
            # the library's own, until it stops carrying voice
            "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated:DeprecationWarning",
            **settings,
        }
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=self.home.folder, env=environment, stderr=stderr,
        )  # fmt: skip

    async def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(sign)
        return await self.process.wait()

    async def song(self, prompt: str = "rain, 10 s") -> tuple[Message, Message]:
        """The card and the result of a song that is done."""
        asked = await self.discord.slash(self.ana, self.channel, "song", prompt=prompt)
        card = await asked.shown()
        result = await self.result()
        await card.until_says(result.link)
        return card, result

    async def result(self) -> Message:
        """The next message that hands something over."""
        while not (message := await self.channel.next_message()).files_of("mp3"):
            pass
        return message

    async def closed(self) -> None:
        """Once nothing is left to be done with any song."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.home.rows("SELECT 1 FROM jobs WHERE closed_at IS NULL"):  # noqa: ASYNC110  # another process's rows
                await asyncio.sleep(0.1)


@asynccontextmanager
async def an_evening(home: Home) -> AsyncIterator[Evening]:
    async with fake_discord() as discord:
        guild = discord.guild("Garden")
        evening = Evening(discord, home, guild, guild.channel("music"), guild.member("ana"))
        try:
            yield evening
        finally:
            if evening.process:
                await evening.stop(signal.SIGKILL)
        expected = evening.expected
        refused = [call for call in discord.refused if not {call.status, call.code} & expected]
        assert [str(call) for call in refused] == []


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def test_a_song_from_a_slash_command_to_its_files(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s @everyone **loud**"
    )
    card = await asked.shown()
    assert not card.is_ephemeral
    assert "\\*\\*loud\\*\\*" in card.revisions[0].text
    result = await evening.result()
    assert result.reply_to is card
    assert result.pings.users == {evening.ana.user.id}
    assert not any(revision.pings for revision in card.revisions)
    assert result.buttons == RESULT_BUTTONS
    assert "4 of 5 songs left today" in result.text
    [cover] = result.files_of("jpg")
    Image.open(BytesIO(cover)).verify()
    for take in result.files_of("mp3"):
        path = evening.home.folder / "take.mp3"
        path.write_bytes(take)
        assert 9 < duration_seconds(path) < 12
    await card.until_says(result.link)
    assert (card.buttons, card.filenames) == ([], [])
    assert await evening.stop() == 0
    assert evening.discord.too_fast == []


async def test_what_is_refused_is_told_in_private(evening: Evening) -> None:
    await evening.start(BUSKER_DEFAULT_QUOTA="1/day")
    await evening.song()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="more rain")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "limit of 1 a day is reached" in told.text


async def test_a_form_becomes_a_song(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song")
    assert asked.form
    sent = await evening.discord.submit(asked, {"prompt": "a slow rain, 10 s"})
    assert "a slow rain, 10 s" in (await sent.shown()).revisions[0].text
    assert (await evening.result()).buttons == RESULT_BUTTONS


async def test_buttons_of_a_result_work_after_a_restart(evening: Evening) -> None:
    await evening.start()
    _, result = await evening.song()
    await evening.stop()
    await evening.start()
    liked = await evening.discord.press(evening.ana, result, "♥ A")
    assert (await liked.shown()).is_ephemeral
    ben = evening.guild.member("ben")
    again = await evening.discord.press(ben, result, "Again")
    card = await again.shown()
    assert not card.is_ephemeral
    assert f"Asked for by {ben.mention}" in card.revisions[0].text
    assert not card.revisions[0].pings
    assert (await evening.result()).pings.users == {ben.user.id}


async def test_the_library_turns_its_pages_in_place(evening: Evening) -> None:
    await evening.start()
    _, result = await evening.song()
    asked = await evening.discord.slash(evening.ana, evening.channel, "library")
    library = await asked.shown()
    assert library.is_ephemeral
    picked = await evening.discord.press(evening.ana, library, "Open")
    await library.until_says("Take A")
    assert picked.reply is library
    assert "Show again" in library.buttons
    await evening.discord.press(evening.ana, library, "Show again")
    again = await evening.result()
    assert sorted(again.files_of("mp3")) == sorted(result.files_of("mp3"))


async def test_takes_are_suggested_and_extended(evening: Evening) -> None:
    await evening.start()
    await evening.song("rain, 12 s")
    choices = await evening.discord.complete(evening.ana, evening.channel, "extend", "track")
    assert [choice["name"].split(" · ")[0] for choice in choices]
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "extend", track=choices[1]["value"], at="0:09"
    )
    await asked.shown()
    assert "B › ext 1" in (await evening.result()).text


async def test_a_song_that_waits_is_cancelled_by_its_button(evening: Evening) -> None:
    await evening.start()
    first = await evening.discord.slash(
        evening.ana, evening.channel, "music", prompt="rain 10 s mishap:hang"
    )
    await (await first.shown()).until_says("Composing")
    second = await evening.discord.slash(evening.ana, evening.channel, "music", prompt="rain, 10 s")
    card = await second.shown()
    pressed = await evening.discord.press(evening.ana, card, "Cancel")
    assert "doesn't count" in (await pressed.shown()).text
    await card.until_says("Cancelled")


async def test_only_admins_change_the_rules(evening: Evening) -> None:
    await evening.start()
    admin = evening.guild.member("cleo", allowed=ADMIN)
    [command] = [each for each in evening.discord.commands() if each["name"] == "busker-admin"]
    assert command["default_member_permissions"]
    asked = await evening.discord.slash(
        admin, evening.channel, "busker-admin quota set", rule="2/day"
    )
    assert "2 songs a day" in (await asked.shown()).text


async def test_a_kill_in_mid_song_loses_nothing_and_posts_once(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 60 s")
    card = await asked.shown()
    await card.until_says(*BEING_MADE)
    await evening.stop(signal.SIGKILL)
    await evening.start()
    result = await evening.result()
    await card.until_says(result.link)
    assert len([each for each in evening.channel.messages if each.files_of("mp3")]) == 1
    assert len(evening.home.band_jobs) == 1


async def test_a_run_without_a_token_says_what_to_set(home: Home) -> None:
    process = home.start("run")
    _, complained = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 2
    assert "Set DISCORD_TOKEN" in complained
    home.environment["DISCORD_TOKEN"] = "token"
    process = home.start("run")
    _, complained = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 2
    assert "Say who makes the music" in complained

"""Somebody stops the real process: in order, soon where something hangs, and at once when told twice."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.words import words_for
from tests.fakes.discord import Fault, Message
from tests.stories.conftest import Home
from tests.stories.slack_evening import DONE, a_slack_evening
from tests.stories.test_discord import Evening, an_evening

GOES_ON = words_for("en").say("stage-restarting")
RESTARTING = words_for("en").say("refusal-restarting")
PATIENCE_SECONDS = 10
"""What whoever runs services gives them, before they are killed."""


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def a_card(evening: Evening, prompt: str) -> Message:
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt=prompt)
    return await asked.shown()


async def stopped(evening: Evening) -> int:
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await evening.stop()


async def test_songs_on_their_way_say_that_they_go_on_and_are_done_after_the_restart(
    evening: Evening,
) -> None:
    await evening.start(BUSKER_RUNNING="1")
    playing = await a_card(evening, "rain, 5 s")
    await playing.until_says("Composing")
    waiting = await a_card(evening, "snow, 5 s")
    assert await stopped(evening) == 0
    assert [GOES_ON in card.text for card in (playing, waiting)] == [True, True]
    await evening.start()
    results = [await evening.result(), await evening.result()]
    for card, result in zip((playing, waiting), results, strict=True):
        await card.until_says(result.link)
        assert GOES_ON not in card.text
    assert evening.home.rows("SELECT DISTINCT stage, counts FROM jobs") == [("done", 1)]
    assert len(evening.home.band_jobs) == 2


async def test_on_slack_too_songs_say_that_they_go_on_and_are_done_after_the_restart(
    home: Home,
) -> None:
    async with a_slack_evening(home) as evening:
        await evening.start()
        await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 5 s")
        card = await evening.card()
        await card.until_says("Composing")
        async with asyncio.timeout(PATIENCE_SECONDS):
            assert await evening.stop() == 0
        assert GOES_ON in card.text
        await evening.start()
        await card.until_says(DONE)
        assert GOES_ON not in card.text
        assert home.rows("SELECT stage, attempt FROM jobs") == [("done", 1)]


async def test_who_asks_while_a_song_is_being_posted_is_told_in_private_and_it_arrives(
    evening: Evening,
) -> None:
    await evening.start()
    hanging = evening.discord.faults.on("POST", r"/channels/\d+/messages", Fault.HANG)
    card = await a_card(evening, "rain, 5 s")
    await evening.discord.until(lambda: hanging.met > 0, "the song to be posted")
    assert evening.process
    evening.process.send_signal(signal.SIGTERM)
    while True:  # until the signal has arrived there
        asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
        if RESTARTING in (reply := await asked.shown()).text:
            break
    assert reply.is_ephemeral
    evening.discord.faults.release()
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert await evening.process.wait() == 0
    if evening.home.rows("SELECT stage FROM jobs") != [
        ("done",)
    ]:  # no time was left for another try
        await evening.start()
    await card.until_says("https://discord.com/channels/")
    results = [each for each in evening.channel.messages if each.files_of("mp3")]
    assert len(results) == 1


@pytest.mark.parametrize("who", ["discord", "composer", "database"])
async def test_whoever_hangs_busker_is_gone_in_seconds_and_loses_nothing(
    evening: Evening, who: str
) -> None:
    await evening.start()
    card = await a_card(evening, "rain, 5 s")
    await card.until_says("Composing")
    if who == "discord":
        evening.discord.faults.on(r"\w+", ".*", Fault.HANG, times=9999)
    if who == "composer":
        for each in children_of(evening):
            os.kill(each, signal.SIGSTOP)
    with closing(sqlite3.connect(evening.home.folder / "data" / "busker.db")) as other:
        if who == "database":
            other.execute("BEGIN IMMEDIATE")
        await stopped(evening)
    evening.discord.faults.rules.clear()
    evening.discord.faults.release()
    await evening.start()
    await card.until_says((await evening.result()).link)
    assert evening.home.rows("SELECT stage, counts FROM jobs") == [("done", 1)]
    assert len(evening.home.band_jobs) == 1


def children_of(evening: Evening) -> list[int]:
    """The house band."""
    assert evening.process
    number = evening.process.pid
    listed = Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()
    return [int(each) for each in listed]


async def test_a_second_signal_ends_it_at_once(evening: Evening) -> None:
    await evening.start()
    evening.discord.faults.on("POST", r"/channels/\d+/messages", Fault.HANG, times=99)
    await a_card(evening, "rain, 5 s")
    await evening.discord.until(lambda: evening.discord.faults.rules[0].met > 0, "the post")
    assert evening.process
    evening.process.send_signal(signal.SIGTERM)
    while not (await evening.discord.slash(evening.ana, evening.channel, "quota")).original:
        pass
    evening.process.send_signal(signal.SIGTERM)
    assert await evening.process.wait() == -signal.SIGTERM


def test_a_terminal_that_is_told_to_stop_says_that_its_song_goes_on_and_it_does(home: Home) -> None:
    process = home.start("try", "/music rain 5 s")
    assert process.stdout
    said = ""
    while "Accepted" not in said:
        said = process.stdout.readline()
        assert said, "it ended before that"
    process.send_signal(signal.SIGTERM)
    rest, complained = process.communicate(timeout=PATIENCE_SECONDS)
    assert GOES_ON in rest
    assert (process.returncode, complained) == (128 + signal.SIGTERM, "")
    assert "Both takes are ready" in home.run("try")[0]
    assert home.rows("SELECT stage, attempt FROM jobs") == [("done", 1)]


async def test_a_second_busker_on_the_same_database_is_refused_and_the_first_goes_on(
    evening: Evening,
) -> None:
    await evening.start()
    in_use = "Another Busker is using data/busker.db. Stop it first.\n"
    second = await evening.launch({}, asyncio.subprocess.PIPE)
    _, complained = await second.communicate()
    assert second.returncode == 1
    assert complained.decode().endswith(in_use)
    run = evening.home.run
    assert (await asyncio.to_thread(run, "try", "/quota", code=1))[1] == in_use
    assert "Copied data/busker.db" in (await asyncio.to_thread(run, "backup", "copy.db"))[0]
    assert "is whole" in (await asyncio.to_thread(run, "doctor"))[0]
    await evening.song()

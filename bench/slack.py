"""Busker on Slack: how soon it acks, how often it edits a workspace's messages, and how soon files are there.

As on Discord: the real `busker run`, the Slack of the tests beside it, a vendor in a third process, and the
machine's one monotonic clock. Only while acks are measured are Slack's windows shorter than a minute, so
that 500 cards get there at all; Busker's own pace is as always. Needs Linux.
"""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.row import Row
from bench.server import PATIENCE_SECONDS, OnSlack, on_slack
from bench.vendor import Plan, Times, vendor
from tests.fakes.slack import Interaction, Message
from tests.fakes.slack.world import Call

SHARE = 9
"""One round here for so many elsewhere: each takes minutes."""

MANY_SONGS, CHANNELS, PEOPLE = 500, 50, 20
ASKED, ASKED_APART_SECONDS = 240, 0.08
BUSY = Plan(songs=MANY_SONGS, events=60, rest_seconds=2, apart_seconds=0.2, stagger_seconds=0.0005)
SHORT = 0.02
"""Of a minute."""

FEW, MORE = 10, 50
SOME_CHANNELS = 10
SECONDS = 75
MINUTE_NS = 60 * 10**9
MOST_UPDATES = 50
"""Slack's tier 3, a minute and workspace."""
OLDEST_SECONDS = 15
OLDEST_OF_MORE_SECONDS = 90

ENDING = Plan(songs=FEW, events=10, rest_seconds=2, apart_seconds=1, has_takes=True)
SHARED_MS = 10_000
"""Ten songs that end at once, each with two takes and a cover to be fetched, tagged and put there."""


async def measure(rounds: int) -> list[Row]:
    rounds = max(1, rounds // SHARE)
    acks = [await _acks() for _ in range(rounds)]
    few = [await _evening(_reporting(FEW)) for _ in range(rounds)]
    more = [await _evening(_reporting(MORE)) for _ in range(rounds)]
    shared = [await _sharing() for _ in range(rounds)]
    too_fast = sum(each.too_fast for each in (*few, *more))
    return [
        *_ways("asked → acked, 500 songs", acks, most=250),
        *_updates(FEW, few, OLDEST_SECONDS),
        *_updates(MORE, more, OLDEST_OF_MORE_SECONDS),
        *_ways("song ended → files shared, 10 at once", shared, most=SHARED_MS),
        Row(name="Slack: 429s with 10 and 50 songs", unit="calls", ours=too_fast, at_most=0),
    ]


async def _acks(plan: Plan = BUSY, asked: int = ASKED) -> list[float]:
    """Milliseconds from each of many things that people do to its ack, while all songs are on their way."""
    with tempfile.TemporaryDirectory() as folder, vendor(plan) as (url, _):
        async with on_slack(
            Path(folder),
            url,
            songs_at_once=plan.songs,
            channels=CHANNELS,
            people=PEOPLE,
            windows=SHORT,
        ) as busker:
            cards = await _begin(busker, plan.songs)
            await _until(lambda: any("▰" in card.text for card in cards))
            done = []
            for number in range(asked):
                done.append(_ask(busker, number, cards[number % len(cards)]))
                await asyncio.sleep(ASKED_APART_SECONDS)
            await asyncio.gather(*(each.answered() for each in done))
            return [
                (each.delivery.acked_at_ns - each.delivery.brought_at_ns) / 1e6
                for each in done
                if each.delivery
            ]


def _ask(busker: OnSlack, number: int, card: Message) -> Interaction:
    """In turns: a song, a question, a button, the help."""
    slack, person = busker.slack, busker.people[number % len(busker.people)]
    match number % 4:
        case 0:
            return slack.begin_slash(person, card.channel, "/song", f"another song {number}")
        case 1:
            return slack.begin_slash(person, card.channel, "/quota")
        case 2:
            return slack.begin_press(person, card, card.buttons[0])
    return slack.begin_slash(person, card.channel, "/busker", "help")


def _reporting(songs: int) -> Plan:
    """A percentage each second for each song."""
    return Plan(songs=songs, events=SECONDS, rest_seconds=2, apart_seconds=1, stagger_seconds=0.005)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What came of one workspace's songs."""

    a_minute: int
    """The most edits in any minute."""
    oldest_seconds: float
    """The longest that any card stood as it was while its song reported each second."""
    too_fast: int


async def _evening(plan: Plan) -> Edits:
    with tempfile.TemporaryDirectory() as folder, vendor(plan) as (url, times):
        async with on_slack(
            Path(folder), url, songs_at_once=plan.songs, channels=SOME_CHANNELS, people=PEOPLE
        ) as busker:
            await _begin(busker, plan.songs)
            assert await asyncio.to_thread(times.poll, PATIENCE_SECONDS), "the vendor wasn't asked"
            sent: Times = times.recv()
            edits = [call for call in busker.slack.calls_of("chat.update") if call.status == 200]
            return Edits(
                a_minute=_most_in_a_minute([call.at_ns for call in edits]),
                oldest_seconds=max(_waits(edits, min(sent.values()), max(sent.values()))) / 1e9,
                too_fast=len(busker.slack.too_fast),
            )


def _most_in_a_minute(moments: list[int]) -> int:
    return max(
        sum(first <= each < first + MINUTE_NS for each in moments) for first in sorted(moments)
    )


def _waits(edits: list[Call], begun: int, ended: int) -> Iterator[int]:
    """Nanoseconds between one edit of a card and the next, of each card."""
    cards: dict[str, list[int]] = {}
    for call in edits:
        if begun <= call.at_ns <= ended:
            cards.setdefault(str(call.fields["ts"]), [begun]).append(call.at_ns)
    for moments in cards.values():
        yield from (
            later - before for before, later in zip(moments, [*moments[1:], ended], strict=True)
        )


async def _sharing(plan: Plan = ENDING) -> list[float]:
    """Milliseconds from each song's last number, a second before its end, to its files in the thread."""
    with tempfile.TemporaryDirectory() as folder, vendor(plan) as (url, times):
        async with on_slack(
            Path(folder), url, songs_at_once=plan.songs, channels=SOME_CHANNELS, people=PEOPLE
        ) as busker:
            cards = await _begin(busker, plan.songs)
            titles = {card.ts: f"song {number}" for number, card in enumerate(cards)}
            assert await asyncio.to_thread(times.poll, PATIENCE_SECONDS), "the vendor wasn't asked"
            sent: Times = times.recv()
            await _until(lambda: len(_shared(busker)) == plan.songs)
            lead = plan.apart_seconds * 1e3
            return [
                (at - sent[titles[thread], plan.events]) / 1e6 - lead
                for thread, at in _shared(busker).items()
            ]


def _shared(busker: OnSlack) -> dict[str, int]:
    """When the files of each card's song were handed over, by the card."""
    calls = busker.slack.calls_of("files.completeUploadExternal")
    return {
        str(call.fields["thread_ts"]): call.at_ns
        for call in calls
        if call.status == 200 and call.fields.get("thread_ts")
    }


async def _begin(busker: OnSlack, songs: int) -> list[Message]:
    """A song in each channel after the other: their cards, in order."""
    for number in range(songs):
        channel = busker.channels[number % len(busker.channels)]
        person = busker.people[number % len(busker.people)]
        await busker.slack.slash(person, channel, "/song", f"song {number}")
    found: dict[int, Message] = {}

    def all_there() -> bool:
        for channel in busker.channels:
            for message in channel.messages:
                number = _number_of(message)
                if number is not None:
                    found.setdefault(number, message)
        return len(found) == songs

    await _until(all_there)
    return [found[number] for number in range(songs)]


def _number_of(message: Message) -> int | None:
    """Which song's card it is, as its first form says."""
    if message.thread or message.is_ephemeral or not message.revisions:
        return None
    for line in message.revisions[0].text.splitlines():
        _, is_card, number = line.partition(": song ")
        if is_card and number.isdecimal():
            return int(number)
    return None


async def _until(is_so: Callable[[], bool]) -> None:
    """Looks now and then."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110  # nothing that is measured waits for it
            await asyncio.sleep(0.2)


def _ways(name: str, found: list[list[float]], *, most: float) -> list[Row]:
    """The medians of what each round found."""
    cuts = [quantiles(each, n=100) for each in found]
    middle, late = (median(each[at] for each in cuts) for at in (49, 98))
    return [
        Row(name=f"Slack: {name}, p50", unit="ms", ours=middle, at_most=most),
        Row(name=f"Slack: {name}, p99", unit="ms", ours=late, at_most=most),
    ]


def _updates(songs: int, found: list[Edits], oldest: float) -> list[Row]:
    a_minute, seconds = (max(each.a_minute for each in found), max(e.oldest_seconds for e in found))
    named = f"Slack: {songs} songs"
    return [
        Row(name=f"{named}, edits a minute", unit="edits", ours=a_minute, at_most=MOST_UPDATES),
        Row(name=f"{named}, a card's longest wait", unit="s", ours=seconds, at_most=oldest),
    ]

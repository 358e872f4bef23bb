"""Busker on Discord: how soon it answers, how soon it edits, how often, and at what cost.

The real `busker run` with the real client library, in a process of its own; beside it the Discord of the
tests, which keeps all buckets in real time, and a vendor in a third process. Both sides of a measured way
read the machine's one monotonic clock: the moment when something leaves for Busker, and the moment when
Busker's request for it arrives. Needs Linux.
"""

import asyncio
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from time import monotonic_ns

from bench.row import Row
from bench.server import PATIENCE_SECONDS, OnDiscord, on_discord
from bench.vendor import Plan, Times, vendor
from tests.fakes.discord import Channel, Interaction, Message

SHARE = 3
"""One round here for so many elsewhere: each takes minutes."""

HELD_UP = 150
"""Milliseconds, for all but a hundredth of edits: several at once are spread out."""
MOST_EDITS = 30
"""As many as there are events."""
MOST_CPU = 250
"""Milliseconds a song."""

MANY_SONGS = 500
CHANNELS = 50
ASKED = 240
ASKED_APART_SECONDS = 0.08
BUSY = Plan(songs=MANY_SONGS, events=28, rest_seconds=2, apart_seconds=0.2, stagger_seconds=0.0005)
"""A percentage each second or so for each song, one song after the other: far more than Discord takes."""

CALM = Plan(
    songs=20,
    events=20,
    rest_seconds=6,
    apart_seconds=0.3,
    stagger_seconds=0.05,
    has_titles=True,
)
"""Another title each 1.3 s for each song in its own channel: Discord's limits allow it."""

ONE, OTHERS, OTHER_CHANNELS = 20, 40, 10
EVENING = Plan(songs=ONE + OTHERS, events=30, rest_seconds=2, apart_seconds=1, has_takes=True)
"""Whole songs of half a minute: 20 in one channel, and 4 in each of ten others."""


async def measure(rounds: int) -> list[Row]:
    rounds = max(1, rounds // SHARE)
    os.environ["DISCORD_OPENAPI"] = os.devnull  # the fake judges in tests; here it would be busy
    answers = [await _while_busy() for _ in range(rounds)]
    edits = [await _while_calm() for _ in range(rounds)]
    evenings = [await _evening() for _ in range(rounds)]
    too_fast = sum(each.too_fast for each in (*answers, *edits))
    too_fast += sum(each.too_fast for each in evenings)
    return [
        *_ways("asked → answered, 500 songs", answers, p99=250),
        *_ways("event → edit", edits, p50=5),
        *_costs(evenings),
        Row(name="Discord: 429s in all rounds", unit="calls", ours=too_fast, at_most=0),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How long each took in one round, in milliseconds."""

    milliseconds: list[float]
    too_fast: int
    """Calls that Discord refused for that."""


async def _while_busy() -> Ways:
    """Milliseconds from each of many interactions to its answer, while all songs are on their way."""
    with tempfile.TemporaryDirectory() as folder, vendor(BUSY) as (url, _):
        async with on_discord(
            Path(folder), url, songs_at_once=MANY_SONGS, channels=CHANNELS
        ) as busker:
            cards = await _begin(
                busker, [busker.channels[at % CHANNELS] for at in range(MANY_SONGS)]
            )
            await _until(lambda: any("▰" in str(call.body) for call in busker.discord.calls[-50:]))
            left, asked = {}, []
            for number in range(ASKED):
                before = monotonic_ns()
                interaction = _ask(busker, number, cards[number])
                left[interaction.id] = before
                asked.append(interaction)
                await asyncio.sleep(ASKED_APART_SECONDS)
            await asyncio.gather(*(each.answered() for each in asked))
            return Ways(
                milliseconds=_milliseconds(left, _answers(busker)),
                too_fast=len(busker.discord.too_fast),
            )


def _ask(busker: OnDiscord, number: int, card: Message) -> Interaction:
    """In turns: a song, a question, a button, a suggestion."""
    discord, channel = busker.discord, card.channel
    somebody = busker.guild.member(f"guest {number}")
    match number % 4:
        case 0:
            return discord.begin_slash(somebody, channel, "song", prompt=f"guest song {number}")
        case 1:
            return discord.begin_slash(somebody, channel, "quota")
        case 2:
            return discord.begin_press(somebody, card, "Cancel")
    return discord.begin_completion(somebody, channel, "extend", "track")


def _answers(busker: OnDiscord) -> dict[str, int]:
    """When each interaction's first answer arrived."""
    calls = [call for call in busker.discord.calls if call.path.startswith("/interactions/")]
    return {call.path.split("/")[2]: call.at_ns for call in calls}


async def _while_calm(plan: Plan = CALM) -> Ways:
    """Milliseconds from each event to the edit that tells of it, where no limit holds it up."""
    with tempfile.TemporaryDirectory() as folder, vendor(plan) as (url, times):
        async with on_discord(
            Path(folder), url, songs_at_once=plan.songs, channels=plan.songs
        ) as busker:
            await _begin(busker, busker.channels)
            sent = {title: left for (title, _), left in (await _sent(times)).items()}
            arrived = _edits(busker)
            assert len(sent.keys() & arrived.keys()) > len(sent) * 0.95, "many were overtaken"
            found = {title: left for title, left in sent.items() if title in arrived}
            return Ways(
                milliseconds=_milliseconds(found, arrived), too_fast=len(busker.discord.too_fast)
            )


def _edits(busker: OnDiscord) -> dict[str, int]:
    """When each title was first to be seen."""
    found: dict[str, int] = {}
    for call in busker.discord.calls:
        if call.method == "PATCH" and isinstance(call.body, dict) and call.body.get("embeds"):
            found.setdefault(call.body["embeds"][0]["title"], call.at_ns)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What whole songs take."""

    one: float
    """Edits of each song, where 20 are in one channel."""
    others: float
    """Where four are in each."""
    too_fast: int
    cpu: float
    """Milliseconds a song."""


async def _evening() -> Cost:
    songs = ONE + OTHERS
    with tempfile.TemporaryDirectory() as folder, vendor(EVENING) as (url, _):
        async with on_discord(
            Path(folder), url, songs_at_once=songs, channels=OTHER_CHANNELS + 1
        ) as busker:
            first, *others = busker.channels
            places = [first] * ONE + [others[at % OTHER_CHANNELS] for at in range(OTHERS)]
            before = busker.cpu_seconds()
            cards = await _begin(busker, places)
            await _until(lambda: all("/channels/" in card.text for card in cards))
            edited = [len(card.revisions) - 1 for card in cards]
            return Cost(
                one=sum(edited[:ONE]) / ONE,
                others=sum(edited[ONE:]) / OTHERS,
                too_fast=len(busker.discord.too_fast),
                cpu=(busker.cpu_seconds() - before) / songs * 1000,
            )


async def _begin(busker: OnDiscord, channels: list[Channel]) -> list[Message]:
    """A song in each of these channels, each by somebody else: their cards."""
    cards = []
    for number, channel in enumerate(channels):
        person = busker.guild.member(f"person {number}")
        asked = await busker.discord.slash(person, channel, "song", prompt=f"song {number}")
        cards.append(await asked.shown())
    return cards


async def _sent(times: Connection) -> Times:
    assert await asyncio.to_thread(times.poll, PATIENCE_SECONDS), "the vendor wasn't asked"
    found: Times = times.recv()
    return found


async def _until(is_so: Callable[[], bool]) -> None:
    """Looks now and then."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110  # nothing that is measured waits for it
            await asyncio.sleep(0.2)


def _milliseconds(left: dict[str, int], arrived: dict[str, int]) -> list[float]:
    return [(arrived[name] - at) / 1e6 for name, at in left.items()]


def _ways(
    name: str, found: list[Ways], *, p50: float | None = None, p99: float | None = None
) -> list[Row]:
    """The medians of what each round found."""
    cuts = [quantiles(each.milliseconds, n=100) for each in found]
    middle, most = (median(each[at] for each in cuts) for at in (49, 98))
    return [
        Row(name=f"Discord: {name}, p50", unit="ms", ours=middle, at_most=p50 or p99),
        Row(name=f"Discord: {name}, p99", unit="ms", ours=most, at_most=p99 or HELD_UP),
    ]


def _costs(found: list[Cost]) -> list[Row]:
    one, others = median(each.one for each in found), median(each.others for each in found)
    cpu = median(each.cpu for each in found)
    edits = Row(name="Discord: edits a song", unit="edits", ours=one, at_most=MOST_EDITS)
    return [
        replace(edits, name=f"{edits.name}, 20 in one channel"),
        replace(edits, name=f"{edits.name}, 4 in each of ten", ours=others),
        Row(name="Discord: CPU a song", unit="ms", ours=cpu, at_most=MOST_CPU),
    ]

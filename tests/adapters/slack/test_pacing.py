"""Edits share what a workspace bears: fairly, the last cards first, and never more than Slack takes."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest

from adapters.slack.edits import Edits
from adapters.slack.pacing import Posts, updates
from bot.models import Card
from tests.adapters.slack.conftest import Speaker
from tests.adapters.slack.handing import LAST, WORKING, Room
from tests.fakes.clock import HandClock
from tests.fakes.quiet import Activity
from tests.fakes.slack import Fault, Slack

A_MINUTE = 60.0
TIER = 50
"""So many calls of `chat.update` a minute Slack takes."""


@dataclass
class Stage:
    """Songs whose cards change, and when each was seen to change."""

    clock: HandClock = field(default_factory=lambda: HandClock(Activity()))
    seen: dict[str, list[tuple[float, Card]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.pace = updates(self.clock)
        self._songs: dict[str, Edits] = {}
        self._begun = self.clock.now().timestamp()

    @property
    def now(self) -> float:
        return self.clock.now().timestamp() - self._begun

    async def put(self, song: str, card: Card) -> None:
        if song not in self._songs:
            self._songs[song] = Edits(
                self._seen_as(song), self.pace, self.clock, lambda _fate: None
            )
            self._songs[song].begin_with(WORKING)
        await self._songs[song].put(card)

    async def play(self, songs: int, seconds: int) -> None:
        """Each reports a number once a second."""
        for second in range(seconds):
            for song in range(songs):
                await self.put(str(song), replace(WORKING, percent=second % 100))
            await self.clock.move(1)

    def gaps(self) -> list[float]:
        """How old cards were when they changed, and the youngest they got."""
        return [
            later - earlier
            for times in self.seen.values()
            for (earlier, _), (later, _) in pairwise(times)
        ]

    def in_order(self) -> list[tuple[float, Card]]:
        return sorted(
            (each for seen in self.seen.values() for each in seen), key=lambda each: each[0]
        )

    def most_in_a_minute(self) -> int:
        times = [time for time, _ in self.in_order()]
        return max(sum(begin <= time < begin + A_MINUTE for time in times) for begin in times)

    def _seen_as(self, song: str) -> Callable[[Card], Awaitable[None]]:
        async def edit(card: Card) -> None:
            self.seen[song].append((self.now, card))

        return edit


@pytest.fixture
async def stage() -> Stage:
    return Stage()


async def test_with_ten_songs_no_card_is_older_than_a_quarter_of_a_minute(stage: Stage) -> None:
    await stage.play(songs=10, seconds=180)
    assert len(stage.seen) == 10
    assert max(stage.gaps()) <= 15
    assert stage.most_in_a_minute() < TIER


async def test_with_fifty_songs_all_have_their_turns(stage: Stage) -> None:
    await stage.play(songs=50, seconds=240)
    turns = [len(seen) for seen in stage.seen.values()]
    assert len(turns) == 50
    assert max(turns) - min(turns) <= 1
    assert stage.most_in_a_minute() < TIER


async def test_one_song_alone_changes_every_three_seconds(stage: Stage) -> None:
    await stage.play(songs=1, seconds=60)
    assert set(stage.gaps()) == {3.0}


async def test_a_last_card_goes_before_all_others(stage: Stage) -> None:
    await stage.play(songs=30, seconds=60)
    ended_at = stage.now
    ends = [asyncio.create_task(stage.put(str(song), LAST)) for song in (3, 7, 11)]
    await stage.clock.move(5)
    assert all(end.done() for end in ends)
    later = [card for time, card in stage.in_order() if time >= ended_at]
    assert [card.is_last for card in later[:3]] == [True] * 3


async def test_a_change_goes_before_numbers_that_havent_waited_long(stage: Stage) -> None:
    for songs in (12, 50):
        await stage.play(songs=songs, seconds=90)
        changed = replace(WORKING, lines=("Take A is done",))
        await stage.put("5", changed)
        await stage.clock.move(2)
        assert stage.seen["5"][-1][1] == changed


async def test_numbers_arent_held_up_for_ever_by_changes(stage: Stage) -> None:
    for second in range(60):
        for song in range(6):
            await stage.put(str(song), replace(WORKING, lines=(f"{second}",)))
        await stage.put("number", replace(WORKING, percent=second))
        await stage.clock.move(1)
    assert len(stage.seen["number"]) >= 2


async def test_whoever_was_too_fast_lets_nobody_go(stage: Stage) -> None:
    await stage.clock.move(60)
    stage.pace.rest(30)
    await stage.put("a", replace(LAST, is_last=False))
    await stage.clock.move(29)
    assert not stage.seen["a"]
    await stage.clock.move(2)
    assert len(stage.seen["a"]) == 1


async def test_a_channel_takes_a_message_a_second_and_another_one_its_own(stage: Stage) -> None:
    posts, gone = Posts(stage.clock), []

    async def post(channel: str) -> None:
        await posts.wait(channel)
        gone.append((channel, round(stage.now)))

    async with asyncio.TaskGroup() as group:
        for channel in ("a", "a", "b", "a"):
            group.create_task(post(channel))
        await stage.clock.move(0)
        await stage.clock.move(3)
    assert gone == [("a", 0), ("b", 0), ("a", 1), ("a", 2)]


@pytest.fixture
def times() -> float:
    """So slow that a busy machine doesn't push calls together."""
    return 10


async def test_slack_never_says_that_it_was_too_much(
    fake: Slack, speaker: Speaker, tmp_path: Path
) -> None:
    ana = fake.member("ana")
    rooms = [
        Room(fake=fake, speaker=speaker, channel=fake.channel(name), ana=ana, folder=tmp_path)
        for name in "abcdefghijkl"
    ]

    async def song(room: Room) -> None:
        card = await room.card()
        for percent in range(70):
            await speaker.chat.show(room.at(card), replace(WORKING, percent=percent))
            await speaker.clock.sleep(1)
        await speaker.chat.show(room.at(card), LAST)
        assert card.text == "✅ Rain\nBoth takes are ready"

    async with asyncio.TaskGroup() as group:
        for room in rooms:
            group.create_task(song(room))
    assert fake.too_fast == []


async def test_after_slack_said_so_the_latest_card_comes_when_it_may(
    fake: Slack, speaker: Speaker, tmp_path: Path
) -> None:
    room = Room(
        fake=fake,
        speaker=speaker,
        channel=fake.channel("a"),
        ana=fake.member("ana"),
        folder=tmp_path,
    )
    card = await room.card()
    fake.faults.on("chat.update", Fault.TOO_FAST, seconds=30)
    begun = speaker.clock.now()
    await speaker.chat.show(room.at(card), replace(WORKING, percent=10))
    await speaker.chat.show(room.at(card), LAST)
    assert card.text == "✅ Rain\nBoth takes are ready"
    assert (speaker.clock.now() - begun).total_seconds() >= 30
    assert len(fake.calls_of("chat.update")) == 2

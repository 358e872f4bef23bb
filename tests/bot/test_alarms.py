"""What the operator is told, when, and how often."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs import Stage
from bot.limits import Policy
from bot.models import Place
from bot.moments import worded
from bot.operating.alarms import Alarms, place_from
from bot.operating.room import MIB, Room
from bot.operating.trouble import LONG
from bot.operating.watch import EVERY_SECONDS, Watch
from bot.phrases import when
from bot.playing.hold import FIRST_SECONDS, LONGEST_SECONDS
from bot.quotas import Rule, Window
from bot.words import words_for
from soundverse.errors import (
    ConnectionLost,
    Declined,
    KeyRejected,
    OutOfCredit,
    Overdue,
    SoundverseError,
)
from tests.bot.conftest import OPERATOR
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import NOON

DAY = timedelta(days=1)
TOLD = (
    "Waiting: the service takes no songs at the moment. The operator has been told; this song "
    "keeps its place"
)
HELD = "Waiting: the service takes no songs at the moment; this one keeps its place"


def alarms_of(stage: TheStage, place: Place | None = OPERATOR) -> Alarms:
    return Alarms(stage.store, stage.chat, place, stage.clock)


async def test_a_trouble_is_told_once_however_often_busker_restarts(stage: TheStage) -> None:
    for _ in range(3):
        alarms = alarms_of(stage)
        assert await alarms.tell("fire", "The roof burns.")
        assert await alarms.tell("fire", "The roof burns.")
    assert stage.chat.alarms == ["The roof burns."]


async def test_a_trouble_that_ended_and_comes_anew_is_told_anew(stage: TheStage) -> None:
    alarms = alarms_of(stage)
    for _ in range(2):
        await alarms.tell("fire", "The roof burns.")
        assert await alarms.end("fire", "flood")
    assert stage.chat.alarms == ["The roof burns."] * 2


async def test_a_message_tells_when_the_trouble_was_noticed_however_late_it_arrives(
    stage: TheStage,
) -> None:
    alarms = alarms_of(stage)
    noticed = f"Noticed at {stage.clock.now():%Y-%m-%d %H:%M:%S} UTC"
    stage.chat.show_fails = 1
    assert not await alarms.tell("fire", "The roof burns.")
    await stage.clock.move(60)
    assert await alarms.tell("fire", "The roof burns.")
    await alarms.end("fire")
    assert await alarms.tell("fire", "The roof burns.")
    first, anew = (card.footer for card in stage.chat.cards[""])
    assert first == noticed
    assert anew != noticed


async def test_what_was_told_in_the_last_window_is_told_in_the_next(stage: TheStage) -> None:
    alarms, start = alarms_of(stage), stage.clock.now()
    assert await alarms.tell("budget", "Half.", since=start)
    await stage.clock.move(60)
    assert await alarms.tell("budget", "Half.", since=start)
    assert await alarms.tell("budget", "Half.", since=stage.clock.now())
    assert stage.chat.alarms == ["Half."] * 2


async def test_only_what_was_delivered_counts_as_told(stage: TheStage) -> None:
    alarms = alarms_of(stage)
    stage.chat.show_fails = 1
    assert not await alarms.tell("fire", "The roof burns.")
    assert await stage.store.told_at("fire") is None
    assert await alarms.tell("fire", "The roof burns.")
    assert stage.chat.alarms == ["The roof burns."]


async def test_without_a_channel_the_log_says_it_once(
    stage: TheStage, capsys: pytest.CaptureFixture[str]
) -> None:
    alarms = alarms_of(stage, None)
    for _ in range(3):
        assert not await alarms.tell("fire", "The roof burns.")
    assert capsys.readouterr().out.count("The roof burns.") == 1
    assert stage.chat.alarms == []


async def test_a_database_that_fails_makes_no_alarm_fail(stage: TheStage) -> None:
    alarms = alarms_of(stage)
    stage.activity.broken = 2
    assert not await alarms.tell("fire", "The roof burns.")
    assert not await alarms.end("fire")
    assert await alarms.end("fire")


@pytest.mark.parametrize(
    ("channel", "place"),
    [
        (None, None),
        ("discord:123", Place(platform="discord", server="", channel="123")),
        ("slack:C0FFEE", Place(platform="slack", server="", channel="C0FFEE")),
        ("console", Place(platform="console", server="", channel="")),
    ],
)
def test_the_operators_channel_is_a_place(channel: str | None, place: Place | None) -> None:
    assert place_from(channel) == place


# A service that takes no songs, through the whole of Busker.


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyRejected("no"), "The service doesn't accept the key"),
        (KeyRejected("no", other_host="api.elsewhere.example"), "belong to api.elsewhere.example"),
        (OutOfCredit("no"), "has no credit left, so all songs wait"),
    ],
)
async def test_people_read_that_the_operator_was_told_when_that_is_so(
    stage: TheStage, error: SoundverseError, sentence: str
) -> None:
    stage.is_overseen()
    stage.composer.script = (error,)
    async with stage.at_work() as busker:
        first = await stage.song(busker)
        second = await stage.song(busker, "snow")
        assert TOLD in stage.chat.last(first).lines
        await stage.clock.move(FIRST_SECONDS * 4)
        assert TOLD in stage.chat.last(second).lines
    assert len(stage.chat.alarms) == 1
    assert sentence in stage.chat.alarms[0]


async def test_having_been_told_of_one_trouble_isnt_said_of_the_next(stage: TheStage) -> None:
    stage.is_overseen()
    stage.composer.script = (OutOfCredit("no"),)
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        assert TOLD in stage.chat.last(song).lines
        stage.composer.script = (ConnectionLost("no", never_sent=True),)
        await stage.clock.move(FIRST_SECONDS)
        assert HELD in stage.chat.last(song).lines
    assert len(stage.chat.alarms) == 1


async def test_a_message_that_didnt_arrive_is_no_telling(stage: TheStage) -> None:
    stage.is_overseen()
    stage.composer.script = (KeyRejected("no"),)
    stage.chat.unreachable.add(OPERATOR.channel)
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        assert HELD in stage.chat.last(song).lines
        assert TOLD not in stage.chat.lines(song)
        stage.chat.unreachable.clear()
        await stage.clock.move(FIRST_SECONDS)
        assert TOLD in stage.chat.last(song).lines
    assert len(stage.chat.alarms) == 1


async def test_a_key_that_stays_wrong_over_a_restart_is_told_once_and_nothing_is_lost(
    stage: TheStage,
) -> None:
    stage.is_overseen()
    stage.composer.script = (KeyRejected("no"),)
    async with stage.at_work() as busker:
        song = await stage.song(busker)
    async with stage.at_work():
        assert TOLD in stage.chat.last(song).lines
    assert len(stage.chat.alarms) == 1
    stage.composer.script = WHOLE_SONG
    async with stage.at_work() as busker:
        assert (await stage.job(song)).stage is Stage.DONE
        stage.composer.script = (KeyRejected("no"),)
        await stage.song(busker, "snow")
    assert len(stage.chat.alarms) == 2


async def test_a_service_that_is_away_for_long_is_told_and_one_song_of_luck_ends_it(
    stage: TheStage,
) -> None:
    stage.is_overseen()
    stage.composer.script = (ConnectionLost("no", never_sent=True),)
    async with stage.at_work() as busker:
        await stage.song(busker)
        await stage.clock.move(LONG.total_seconds() / 2)
        assert stage.chat.alarms == []
        await stage.clock.move(LONG.total_seconds())
        assert len(stage.chat.alarms) == 1
        assert "The service has taken no song for" in stage.chat.alarms[0]
        stage.composer.script = WHOLE_SONG
        await stage.clock.move(LONGEST_SECONDS)
        stage.composer.script = (ConnectionLost("no", never_sent=True),)
        await stage.song(busker, "snow")
        await stage.clock.move(LONG.total_seconds() / 2)
        assert len(stage.chat.alarms) == 1


async def test_what_concerns_only_one_song_is_no_trouble_of_the_operators(stage: TheStage) -> None:
    stage.is_overseen()
    stage.composer.script = (Declined("no"),)
    async with stage.at_work() as busker:
        await stage.song(busker)
        await stage.clock.move(2 * LONG.total_seconds())
        await stage.song(busker, "snow")
    assert stage.chat.alarms == []


async def test_takes_that_come_late_are_told(stage: TheStage) -> None:
    stage.is_overseen()
    stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
    stage.composer.after_restart = WHOLE_SONG
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.clock.move(60 * 60)
    assert stage.chat.alarms == [
        f"A song came after it had been given up: {song}. It is kept, and changes no quota."
    ]


async def test_the_log_tells_moments_in_words(
    stage: TheStage, capsys: pytest.CaptureFixture[str]
) -> None:
    moment = when(NOON, NOON + LONG, words_for("en"))
    await alarms_of(stage).tell("budget", f"Anew {moment}.")
    assert stage.chat.alarms == [f"Anew {moment}."]
    assert f"Anew {worded(moment)}." in capsys.readouterr().out


# The budget and the disk.


async def test_the_budget_is_told_at_80_and_at_100_percent_once_a_window(stage: TheStage) -> None:
    stage.is_overseen(price=0.5)
    stage.policy = Policy(budget=(Rule(most=5, window=Window.DAY),))
    async with stage.at_work() as busker:
        for number in range(1, 6):
            await stage.song(busker, f"rain {number}")
            await stage.clock.move(EVERY_SECONDS)
            assert len(stage.chat.alarms) == {1: 0, 2: 0, 3: 0, 4: 1, 5: 2}[number]
        await stage.clock.move(EVERY_SECONDS * 3)
    async with stage.at_work() as busker:
        await stage.clock.move(EVERY_SECONDS)
        nearly, used_up = stage.chat.alarms
        assert nearly.startswith("The budget of 5 a day is used to 80 %: 4 songs. It starts anew")
        assert nearly.endswith("That is about 2.00 at 0.5 a song.")
        assert used_up.startswith("The budget of 5 a day is used up, so no songs can be asked for.")
        await stage.clock.move(DAY.total_seconds())
        for number in range(4):
            await stage.song(busker, f"snow {number}")
        await stage.clock.move(EVERY_SECONDS)
    assert len(stage.chat.alarms) == 3


async def test_a_disk_that_fills_is_told_and_told_anew_after_room_was_made(
    stage: TheStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    busker, alarms = stage.busker(), alarms_of(stage)
    room = Room(folder=Path(), least_bytes=256 * MIB, scarce_bytes=1024 * MIB)
    watch = Watch(alarms, busker.vitals.limits, room, stage.clock, price=None)
    told = []
    for free in (2000, 1000, 900, 200, 100, 300, 1100, 2000, 1000):
        monkeypatch.setattr(Room, "free_bytes", free * MIB)
        await watch.look()
        told.append(len(stage.chat.alarms))
    assert told == [0, 1, 1, 2, 2, 2, 2, 2, 3]
    assert stage.chat.alarms[0].startswith(
        "Only 1,000 MiB are free where songs are kept. Below 256"
    )
    assert stage.chat.alarms[1].startswith("Only 200 MiB are free where songs are kept, so no more")


async def test_on_a_full_disk_no_song_is_asked_for(
    stage: TheStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Room, "is_full", True)
    async with stage.at_work() as busker:
        said = await stage.told(busker, "song", prompt="rain")
        assert said[1].startswith("Busker has no room left to keep a song, so it wasn't asked for.")
        monkeypatch.setattr(Room, "is_full", False)
        await stage.song(busker)
    assert len(stage.composer.book) == 1

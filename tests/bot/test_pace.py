from dataclasses import replace
from datetime import timedelta

from bot.jobs import Kind, Stage
from bot.models import Person
from soundverse.errors import OutOfCredit
from soundverse.events import Accepted, Ids
from tests.bot.conftest import Stage as TheStage
from tests.makers import NOON, a_job, an_ask

WAITING = "Waiting, 1 ahead of you"


async def made(
    stage: TheStage, seconds: list[float], player: str = "soundverse", **asked: object
) -> None:
    """Rows of songs that took so long, the first one the longest ago."""
    start = len(await stage.store.seconds_taken(Kind.SONG, "v7", player, most=1000))
    for number, taken in enumerate(seconds, start=start):
        at = NOON - timedelta(days=1) + timedelta(minutes=number)
        job = a_job(
            id=f"{player}{asked}{number}",
            request_key=f"{player}{asked}{number}",
            ask=an_ask(**asked),
            created_at=at,
        )
        assert await stage.store.admit(job, ())
        done = replace(
            job,
            stage=Stage.DONE,
            player=player,
            submitted_at=at,
            finished_at=at + timedelta(seconds=taken),
        )
        assert await stage.store.save(job, done)


async def waiting_lines(stage: TheStage, prompt: str = "rain") -> list[str]:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        return list(stage.chat.last(await stage.song(busker, prompt)).lines)


async def test_twenty_songs_of_our_own_say_how_long_it_usually_takes(stage: TheStage) -> None:
    await made(stage, [100.0] * 9 + [130.0] * 10)
    assert not any(line.startswith("Usually") for line in await waiting_lines(stage))
    await made(stage, [110.0])
    assert "Usually 2 min" in await waiting_lines(stage, "snow")


async def test_only_the_latest_songs_of_the_same_kind_version_and_player_say_it(
    stage: TheStage,
) -> None:
    await made(stage, [600.0] * 30)
    await made(stage, [33.0] * 50)
    await made(stage, [900.0] * 30, kind=Kind.MUSIC, version="v6")
    await made(stage, [900.0] * 30, version="v6")
    await made(stage, [5.0] * 50, player="houseband")
    assert "Usually 35 s" in await waiting_lines(stage)


async def test_a_song_slower_than_nine_in_ten_says_so(stage: TheStage) -> None:
    await made(stage, [float(seconds) for seconds in range(60, 80)])
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(75)
        assert "Usually 70 s" in stage.chat.last(job_id).lines
        await stage.clock.move(15)
        assert stage.chat.last(job_id).lines[-2:] == ("Still working", "Slower than usual")
        stage.composer.go_on.set()
        await stage.settle()
    lines = stage.chat.last(job_id).lines
    assert not {"Slower than usual", "Usually 70 s"} & set(lines)


async def test_while_the_service_takes_no_songs_no_time_is_promised(stage: TheStage) -> None:
    await made(stage, [60.0] * 20)
    stage.composer.script = (OutOfCredit("402"),)
    async with stage.at_work() as busker:
        lines = stage.chat.last(await stage.song(busker)).lines
    assert any(line.startswith("Waiting: the service takes no songs") for line in lines)
    assert not any(line.startswith("Usually") for line in lines)


async def test_everybody_sees_how_many_are_really_ahead(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    stage.composer.script = (Accepted(ids=Ids(job_id="j")), *stage.composer.script[1:])
    people = [Person(platform="console", id=name) for name in ("ben", "cleo", "dan")]
    async with stage.at_work(songs_at_once=1) as busker:
        await stage.song(busker)
        first, second, third = [await stage.song(busker, each.id, each) for each in people]

        def line(job_id: str) -> str:
            return stage.chat.last(job_id).lines[1]

        assert line(first) == "Next in line"
        assert line(second) == WAITING
        assert line(third) == "Waiting, 2 ahead of you"
        await stage.ask(busker, "cancel", people[0])
        assert line(second) == "Next in line"
        assert line(third) == WAITING
        stage.composer.go_on.set()
        await stage.settle()
        assert line(third) == "Both takes are ready"


async def test_a_song_that_is_sent_says_who_plays_it(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).player == "soundverse"
    assert await stage.store.seconds_taken(Kind.SONG, "v7", "soundverse", most=5) == [0.0]

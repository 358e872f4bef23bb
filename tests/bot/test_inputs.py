"""Audio that people attach: kept with its song, and handed on under an address that answers."""

import os
from dataclasses import replace
from datetime import timedelta

from bot.jobs import Stage
from bot.models import Place, Started, Told
from bot.stores import Upload, address_of
from soundverse.calls import MOST_REFERENCE_BYTES, Call, ExtendSong, GenerateSong
from soundverse.errors import Busy, Declined
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.makers import ANA, BEN, NOON, a_command

ATTACHED = "https://passing.example/1/2/rain.mp3?ex=1&hm=2"
ELSEWHERE = "https://songs.example/rain.mp3"
DAY = timedelta(days=1)


def calls(stage: TheStage) -> list[Call]:
    return [call for call, _ in stage.composer.book]


def addresses(stage: TheStage, job_id: str) -> list[str | None]:
    """What the service was told to listen to."""
    asked = [call.reference_url for call in calls(stage) if isinstance(call, GenerateSong)]
    return [url and url.replace(job_id, "ID") for url in asked]


def sung(stage: TheStage, job_id: str) -> list[str]:
    folder = stage.folder / "archive" / job_id
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


async def asked(stage: TheStage, url: str = ATTACHED, **options: str) -> str:
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "song", ANA, reference_url=url, **options)
    assert isinstance(answer, Started)
    return answer.job_id


async def test_ones_own_audio_that_is_to_go_on_is_kept_too(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        answer = await stage.ask(
            busker, "extend-this", audio_url=ATTACHED, at="0:30", lyrics="It rains"
        )
        assert isinstance(answer, Started)
        stage.composer.missing = {ATTACHED}
        again = await stage.press(busker, "again", answer.job_id)
        assert isinstance(again, Started)
    asked = [call.audio_url for call in calls(stage) if isinstance(call, ExtendSong)]
    assert asked == [
        f"https://cdn.example/card of {job_id}/source.mp3"
        for job_id in (answer.job_id, again.job_id)
    ]


async def test_what_was_attached_is_kept_and_its_fresh_address_handed_on(stage: TheStage) -> None:
    job_id = await asked(stage)
    job = await stage.job(job_id)
    assert job.stage is Stage.DONE
    assert stage.composer.fetched == [ATTACHED]
    assert addresses(stage, job_id) == ["https://cdn.example/card of ID/reference.mp3"]
    assert job.ask.reference_url == ATTACHED
    kept = stage.folder / "archive" / job_id / "reference.mp3"
    assert kept.read_bytes() == stage.composer.sound
    assert stage.chat.attached == {f"card of {job_id}": [kept]}


async def test_an_address_elsewhere_is_handed_on_as_it_is(stage: TheStage) -> None:
    job_id = await asked(stage, ELSEWHERE)
    assert addresses(stage, job_id) == [ELSEWHERE]
    assert stage.composer.fetched == []
    assert stage.chat.attached == {}


async def test_each_input_is_kept_under_a_name_of_ours_and_one_given_twice_once(
    stage: TheStage,
) -> None:
    other = ATTACHED.replace("/2/", "/3/")
    job_id = await asked(stage, melody_url=ATTACHED.replace("ex=1", "ex=2"), vocals_url=other)
    assert sorted(stage.composer.fetched) == sorted([ATTACHED, other])
    assert sung(stage, job_id) == [
        "A.mp3",
        "B.mp3",
        "cover.jpg",
        "cover.webp",
        "reference.mp3",
        "vocals.mp3",
    ]
    [call] = calls(stage)
    assert isinstance(call, GenerateSong)
    assert call.melody_url == call.reference_url != call.vocal_url


async def test_it_is_fetched_while_the_song_waits(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work(songs_at_once=1) as busker:
        await stage.song(busker, "first")
        answer = await stage.ask(busker, "song", BEN, prompt="x", reference_url=ATTACHED)
        assert isinstance(answer, Started)
        assert stage.composer.fetched == [ATTACHED]
        stage.composer.missing = {ATTACHED}  # a day later
        stage.composer.go_on.set()
        await stage.settle()
    assert (await stage.job(answer.job_id)).stage is Stage.DONE


async def test_what_is_too_large_is_refused_before_anything_is_counted(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        command = a_command("song", reference_url=ATTACHED)
        sizes = {"reference-url": MOST_REFERENCE_BYTES}
        large = replace(command, sizes={"reference-url": MOST_REFERENCE_BYTES + 1})
        told = await busker.router.answer(large)
        assert isinstance(told, Told)
        assert told.card.lines == ("What was attached as reference is larger than 10 MB.",)
        assert await stage.store.of(ANA, most=9) == []
        assert isinstance(await busker.router.answer(replace(command, sizes=sizes)), Started)
        await stage.settle()


async def test_what_is_no_audio_ends_the_song_before_anything_is_spent(stage: TheStage) -> None:
    stage.composer.unsuitable = {ATTACHED}
    job = await stage.job(await asked(stage))
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "file-not-audio", False)
    assert calls(stage) == []


async def test_what_nobody_has_any_more_ends_the_song_before_anything_is_spent(
    stage: TheStage,
) -> None:
    stage.composer.missing = {ATTACHED}
    job_id = await asked(stage)
    job = await stage.job(job_id)
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "input-gone", False)
    assert calls(stage) == []
    assert any("attach it once more" in line for line in stage.chat.last(job_id).lines)


async def test_again_takes_what_the_song_before_has_kept(stage: TheStage) -> None:
    first = await asked(stage)
    stage.composer.missing = {ATTACHED}
    async with stage.at_work() as busker:
        answer = await stage.press(busker, "again", first, BEN)
        assert isinstance(answer, Started)
    second = await stage.job(answer.job_id)
    assert second.stage is Stage.DONE
    assert (second.ask.reference_url, sung(stage, second.id)) == (ATTACHED, sung(stage, first))
    assert addresses(stage, second.id)[1] == "https://cdn.example/card of ID/reference.mp3"
    async with stage.at_work() as busker:
        await stage.press(busker, "delete-yes", first)
        third = await stage.press(busker, "again", second.id)
        assert isinstance(third, Started)
    assert (await stage.job(third.job_id)).stage is Stage.DONE


async def test_what_somebody_attached_in_private_is_nobody_elses(stage: TheStage) -> None:
    await asked(stage, private="on")
    stage.composer.missing = {ATTACHED}
    async with stage.at_work() as busker:
        theirs = await stage.ask(busker, "song", BEN, prompt="mine", reference_url=ATTACHED)
        own = await stage.ask(busker, "song", ANA, prompt="once more", reference_url=ATTACHED)
        assert isinstance(theirs, Started)
        assert isinstance(own, Started)
    assert (await stage.job(theirs.job_id)).failure == "input-gone"
    assert (await stage.job(own.job_id)).stage is Stage.DONE


async def test_what_isnt_beside_the_card_any_more_is_put_there_again(stage: TheStage) -> None:
    stage.composer.script, whole = (Busy("later", retry_after=60),), stage.composer.script
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "song", reference_url=ATTACHED)
        assert isinstance(answer, Started)
        stage.chat.attached.clear()
        stage.composer.script, stage.composer.missing = whole, {ATTACHED}
        await stage.clock.move(120)
    assert (await stage.job(answer.job_id)).stage is Stage.DONE
    assert len(stage.chat.attached) == 1
    assert len(stage.composer.fetched) == 1


async def test_where_nothing_can_be_attached_our_own_address_serves(stage: TheStage) -> None:
    stage.input_link_for = lambda upload: f"https://ours.example/{upload.job_id}/{upload.file.name}"
    stage.chat.attach_fails = 9
    job_id = await asked(stage)
    assert addresses(stage, job_id) == ["https://ours.example/ID/reference.mp3"]


async def test_without_one_the_address_that_was_given_is_tried(stage: TheStage) -> None:
    stage.chat.attach_fails = 9
    job_id = await asked(stage)
    assert addresses(stage, job_id) == [ATTACHED]


async def test_after_a_failed_song_it_goes_in_a_day(stage: TheStage) -> None:
    stage.composer.script = (Declined("no"),)
    job_id = await asked(stage)
    assert sung(stage, job_id) == ["reference.mp3"]
    await stage.clock.move(2 * DAY.total_seconds())
    os.utime(stage.folder / "archive" / job_id, (NOON.timestamp(), NOON.timestamp()))
    busker = stage.busker()
    await busker.retention.make_room()
    assert sung(stage, job_id) == []
    assert await stage.store.uploads(job_id) == []


async def test_of_a_deleted_song_nothing_is_noted(stage: TheStage) -> None:
    job_id = await asked(stage)
    assert await stage.store.delete(await stage.job(job_id), stage.clock.now())
    assert await stage.store.uploads(job_id) == []
    upload = Upload(job_id=job_id, address=address_of(ATTACHED), file=stage.folder)
    await stage.store.note_upload(upload)
    assert await stage.store.uploads(job_id) == []


async def test_it_goes_with_the_words(stage: TheStage) -> None:
    job_id = await asked(stage)
    busker = stage.busker()
    await stage.clock.move(366 * DAY.total_seconds())
    await busker.expiry.expire()
    assert (await stage.job(job_id)).ask.reference_url is None
    assert await stage.store.uploads(job_id) == []


class Speechless(RecordingChat):
    """It gives no address of anything."""

    async def link(self, place: Place, filename: str) -> str | None:
        raise ConnectionError(place.channel, filename)


async def test_a_platform_that_gives_no_link_fails_no_song(stage: TheStage) -> None:
    stage.chat = Speechless()
    job_id = await asked(stage)
    assert addresses(stage, job_id) == [ATTACHED]

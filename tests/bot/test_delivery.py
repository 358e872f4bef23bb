"""How finished songs are handed over: where, in what size, and what is said when it can't be."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from bot.jobs import Ask, Job, Kind, Stage, Take
from bot.links import Links
from bot.models import Result, Tone
from bot.playing.archive import Archive
from bot.playing.parcel import linked_by
from mp3.frames import check
from mp3.id3 import read_tag
from tests.bot.conftest import Stage as TheStage
from tests.disk import files_no_larger_than
from tests.editing.songs import a_song
from tests.makers import ANA, HERE, a_job

KEPT = "It is too large to post here; it is kept for you: /library"


def minutes(path: Path, seconds: float) -> bytes:
    """What the service sends when a song is long."""
    return a_song(path / "sent.mp3", seconds=seconds, kbps=320).read_bytes()


# Where.


async def test_a_result_that_cant_be_posted_is_tried_again(stage: TheStage) -> None:
    stage.chat.deliver_fails = 4
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(170)
    assert (await stage.job(job_id)).failure is None
    assert [place.channel for place in stage.chat.places] == [HERE.channel]


async def test_after_some_minutes_it_is_sent_to_the_person_alone(stage: TheStage) -> None:
    stage.chat.deliver_fails = 5
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(170)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.failure) == (Stage.DONE, True, "sent-direct")
    assert [place.channel for place in stage.chat.places] == ["alone with ana"]
    said = "It couldn't be posted here, so it was sent to you alone."
    assert said in stage.chat.last(job_id).lines
    assert said in stage.chat.results[f"{job_id}:result"].card.lines


async def test_where_it_may_no_longer_be_posted_nobody_waits(stage: TheStage) -> None:
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        stage.chat.closed = {HERE.channel}
        stage.composer.go_on.set()
        await stage.settle()
    assert (await stage.job(job_id)).failure == "sent-direct"


async def test_what_nobody_takes_is_kept_and_said_to_be(stage: TheStage) -> None:
    stage.chat.deliver_fails = 99
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(170)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.failure) == (Stage.DONE, True, "undelivered")
    assert all(take.file for take in job.takes)
    last = stage.chat.last(job_id)
    assert "It couldn't be posted here; it is kept for you: /library" in last.lines
    assert last.tone is Tone.GOOD


async def test_a_song_that_was_sent_directly_before_a_restart_isnt_posted_again(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        stage.chat.closed = {HERE.channel}
        stage.composer.go_on.set()
        await stage.settle()
    done = await stage.job(job_id)
    assert await stage.store.save(done, replace(done, stage=Stage.POSTING, finished_at=None))
    stage.chat.closed = set()
    async with stage.at_work():
        await stage.settle()
    assert (await stage.job(job_id)).failure == "sent-direct"
    assert stage.chat.deliveries == 1


# In what size.


async def test_takes_that_are_too_large_are_made_smaller_and_keep_their_tags(
    stage: TheStage, tmp_path: Path
) -> None:
    stage.composer.sound = minutes(tmp_path, 10)
    stage.chat.most_bytes = 200_000
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    job = await stage.job(job_id)
    assert (job.stage, job.failure) == (Stage.DONE, None)
    result = stage.chat.results[f"{job_id}:result"]
    assert [take.filename for take in result.takes] == ["Rain - A.mp3", "Rain - B.mp3"]
    for take in result.takes:
        assert take.path.stat().st_size <= 200_000
        assert check(take.path).duration_seconds == 10
        names = [frame.name for frame in read_tag(take.path).frames]
        assert {"TIT2", "TPE1", "APIC", "SYLT"} <= set(names)
    kept = [stage.folder / "archive" / str(take.file) for take in job.takes]
    assert all(path.stat().st_size > 400_000 for path in kept)


async def test_what_doesnt_fit_at_all_is_kept_and_the_card_says_so(
    stage: TheStage, tmp_path: Path
) -> None:
    stage.composer.sound = minutes(tmp_path, 10)
    stage.chat.most_bytes = 100_000
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.failure) == (Stage.DONE, True, "too-large")
    assert stage.chat.results[f"{job_id}:result"].takes == ()
    for card in (stage.chat.last(job_id), stage.chat.results[f"{job_id}:result"].card):
        assert KEPT in card.lines


async def test_with_a_public_address_a_link_stands_where_the_file_doesnt_fit(
    stage: TheStage, tmp_path: Path
) -> None:
    stage.composer.sound = minutes(tmp_path, 10)
    stage.chat.most_bytes = 100_000
    links = Links("https://music.example", b"secret", stage.clock)
    stage.link_for = linked_by(links)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).failure == "linked"
    result = stage.chat.results[f"{job_id}:result"]
    assert result.takes == ()
    said, _, url = result.card.lines[-1].partition(" It is at ")
    assert said == "Take B is too large to post here."
    *_, token, filename = url.split("/")
    assert links.opened(token, unquote(filename)) == (job_id, 2)
    assert KEPT not in stage.chat.last(job_id).lines


async def test_what_no_decoder_reads_and_is_too_large_is_kept(stage: TheStage) -> None:
    stage.composer.sound = b"no music at all" * 10_000
    stage.chat.most_bytes = 100_000
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).failure == "too-large"


# Jingles.


async def test_a_jingle_is_cut_and_the_whole_take_is_kept(stage: TheStage, tmp_path: Path) -> None:
    result = await a_jingle(stage, tmp_path)
    for take in result.takes:
        assert check(take.path).duration_seconds == take.duration_seconds == 6
        assert read_tag(take.path).text("TIT2") in {"Rain (A)", "Rain (B)"}
    assert [take.filename for take in result.takes] == ["Rain - A.mp3", "Rain - B.mp3"]
    [job] = await stage.store.of(ANA, most=9)
    kept = [stage.folder / "archive" / str(take.file) for take in job.takes]
    assert [check(path).duration_seconds for path in kept] == [10, 10]
    assert "Take A: 0:06, 112 bpm" in stage.chat.last(job.id).lines


async def test_a_jingle_that_cant_be_cut_is_posted_whole_and_said_to_be(stage: TheStage) -> None:
    result = await a_jingle(stage, None)
    assert len(result.takes) == 2
    [job] = await stage.store.of(ANA, most=9)
    assert (job.stage, job.failure) == (Stage.DONE, "uncut")
    lines = stage.chat.last(job.id).lines
    assert "It couldn't be cut to length; this is the whole take." in lines
    assert "Take A: 1:00, 112 bpm" in lines


async def test_a_disk_without_room_for_a_jingle_keeps_no_half_of_it(
    stage: TheStage, tmp_path: Path
) -> None:
    await a_jingle(stage, tmp_path)
    [job] = await stage.store.of(ANA, most=9)
    folder = stage.folder / "archive" / job.id
    for jingle in folder.glob("*.jingle.mp3"):
        jingle.unlink()
    before = sorted(folder.iterdir())
    archive = Archive(stage.folder / "archive", stage.composer, no_tags)
    with files_no_larger_than(20_000):
        for take in job.takes:
            assert take.file is not None
            assert await archive.jingle(take.file, 6) is None
            assert await archive.smaller(archive.path(take.file), 200_000) is None
    assert sorted(folder.iterdir()) == before


def no_tags(source: Path, target: Path, job: Job, take: Take, picture: Path | None) -> None:
    raise AssertionError(f"nothing was to be tagged: {source} {target} {job} {take} {picture}")


async def a_jingle(stage: TheStage, folder: Path | None) -> Result:
    """Music of which six seconds are wanted."""
    stage.composer.sound = minutes(folder, 10) if folder else b"no music at all" * 10_000
    ask = Ask(kind=Kind.MUSIC, version="v6", prompt="rain", jingle_seconds=6)
    async with stage.at_work():
        await stage.store.admit(a_job(ask=ask), [])
        await stage.settle()
    return stage.chat.results["rainsong:result"]

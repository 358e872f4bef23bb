import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from tinytag import TinyTag

from bot.jobs import Charged, Stage
from bot.models import Started, Tone
from bot.playing.board import QUIET_SECONDS
from guard.content import Kind
from soundverse.errors import (
    Busy,
    Declined,
    FileLost,
    KeyRejected,
    Overdue,
    SoundverseError,
    Unavailable,
)
from soundverse.events import Accepted, Event, Finished, Ids, LyricsSection, Progressed, Validated
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import COVER, WHOLE_SONG, ScriptedComposer
from tests.makers import BEN, a_take


async def test_a_song_is_shown_from_its_place_in_the_queue_to_its_result(stage: TheStage) -> None:
    words = (LyricsSection(label="Verse", text="It rains"),)
    stage.composer.script = (
        *WHOLE_SONG[:2],
        Progressed(percent=40),
        a_take(1, lyrics=words),
        *WHOLE_SONG[3:],
    )
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert stage.chat.lines(job_id) == [
        "Played by Soundverse",
        "Next in line",
        "Asking for the song",
        "Accepted",
        "Composing",
        "Take A is done",
        "Take B is done",
        "Fetching the takes",
        "Both takes are ready",
        "Take A: 1:00, 112 bpm",
        "Take B: 1:00, 112 bpm",
    ]
    assert 40 in {card.percent for card in stage.chat.cards[job_id]}
    last = stage.chat.last(job_id)
    assert (last.title, last.tone, last.is_last) == ("Rain", Tone.GOOD, True)
    assert last.footer == "No limit here; 1 song today"
    [result] = stage.chat.results.values()
    assert [take.filename for take in result.takes] == ["Rain - A.mp3", "Rain - B.mp3"]
    tag = TinyTag.get(result.takes[0].path, image=True)
    assert (tag.title, tag.artist) == ("Rain (A)", "Soundverse")
    assert "It rains" in str(tag.other)
    assert tag.images.front_cover is not None
    assert result.cover is not None
    assert result.cover.read_bytes()[:3] == b"\xff\xd8\xff"
    assert result.cover.with_name("cover.webp").read_bytes()[:4] == b"RIFF"


async def test_a_song_counts_once_and_the_service_is_asked_once(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.charged) == (Stage.DONE, True, Charged.YES)
    [(_, key)] = stage.composer.book
    assert key == f"{job_id}:1"
    assert stage.chat.deliveries == 1


async def test_progress_is_shown_at_once_and_saved_with_the_next_news(stage: TheStage) -> None:
    stage.composer.missing = {COVER}  # which would be news
    stage.composer.script = (*WHOLE_SONG[:2], Progressed(percent=40), *WHOLE_SONG[2:])
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        assert stage.chat.last(job_id).percent == 40
        assert (await stage.job(job_id)).percent is None
        stage.composer.hold_before = 4
        stage.composer.go_on.set()
        stage.composer.go_on.clear()
        await stage.settle()
        saved = await stage.job(job_id)
        assert (saved.percent, len(saved.takes)) == (40, 1)


async def test_a_bar_never_falls_when_the_row_is_read_again(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], Progressed(percent=40), *WHOLE_SONG[2:])
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        row = await stage.job(job_id)
        assert await stage.store.save(row, replace(row, title="Rain, renamed elsewhere"))
        stage.store._tell(job_id)
        await stage.settle()
        last = stage.chat.last(job_id)
        assert (last.title, last.percent) == ("Rain, renamed elsewhere", 40)


async def test_a_song_without_news_is_still_at_work_until_there_are_some(stage: TheStage) -> None:
    progress = (Progressed(percent=40), Progressed(percent=50))
    stage.composer.script = (*WHOLE_SONG[:2], *progress, *WHOLE_SONG[2:])
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(QUIET_SECONDS)
        silent = stage.chat.last(job_id)
        assert (silent.percent, silent.lines[-1]) == (40, "Still working")
        stage.composer.hold_before = 4
        stage.composer.go_on.set()
        stage.composer.go_on.clear()
        await stage.settle()
        heard = stage.chat.last(job_id)
        assert (heard.percent, heard.lines) == (50, silent.lines[:-1])


async def test_a_number_changes_nothing_else_of_a_card(stage: TheStage) -> None:
    stage.composer.missing = {COVER}  # which comes at a time of its own
    progress = [Progressed(percent=percent) for percent in (0, 1, 1, 50)]
    stage.composer.script = (*WHOLE_SONG[:3], *progress, *WHOLE_SONG[3:])
    stage.composer.hold_before = 7
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        cards = [card for card in stage.chat.cards[job_id] if card.percent is not None]
        assert cards[-1].lines[-1] == "Take A is done"
        assert cards == [replace(cards[-1], percent=percent) for percent in (0, 1, 50)]


async def test_what_cant_be_shown_is_never_paid_for(stage: TheStage) -> None:
    stage.chat.show_fails = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    job = await stage.job(job_id)
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "unshowable", False)
    assert stage.composer.book == []


async def test_a_card_that_cant_be_edited_never_fails_a_song(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        stage.chat.show_fails = 3
        stage.composer.go_on.set()
        await stage.settle()
    assert (await stage.job(job_id)).stage is Stage.DONE


@pytest.mark.parametrize(
    ("error", "sentence", "charged"),
    [
        (
            Declined("NSFW words detected"),
            "The service makes no song of this.",
            Charged.NO,
        ),
        (
            Unavailable("Database connection pool exhausted"),
            "The service has a problem at the moment. Try again later.",
            Charged.MAYBE,
        ),
    ],
)
async def test_a_failure_is_told_in_our_words_and_costs_the_person_nothing(
    stage: TheStage, error: SoundverseError, sentence: str, charged: Charged
) -> None:
    stage.composer.script = (error,)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    last = stage.chat.last(job_id)
    assert last.lines == ("Played by Soundverse", sentence, "This doesn't count.")
    assert last.footer == "No limit here; 0 songs today"
    job = await stage.job(job_id)
    assert (job.counts, job.charged) == (False, charged)


async def test_one_take_and_an_error_is_a_partial_song(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:3], Unavailable("gone"))
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).stage is Stage.PARTIAL
    assert "One take is ready; the other one failed" in stage.chat.last(job_id).lines
    [result] = stage.chat.results.values()
    assert len(result.takes) == 1


async def test_a_missing_cover_never_fails_a_song_and_a_missing_take_makes_it_partial(
    stage: TheStage,
) -> None:
    stage.composer.missing = {"https://storage.soundverse.ai/rain.webp", a_take(2).take.audio_url}
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).stage is Stage.PARTIAL
    assert stage.chat.last(job_id).cover is None


async def test_songs_wait_for_their_turn_and_know_how_many_are_ahead(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work(songs_at_once=1) as busker:
        songs = [await stage.song(busker, f"rain {number}") for number in range(4)]
        assert [stage.chat.last(song).lines[1] for song in songs] == [
            "Composing",
            "Next in line",
            "Waiting, 1 ahead of you",
            "Waiting, 2 ahead of you",
        ]
        stage.composer.go_on.set()
        await stage.settle()
    assert stage.composer.most_at_once == 1
    assert all([(await stage.job(song)).stage is Stage.DONE for song in songs])


async def test_a_waiting_song_that_is_cancelled_is_never_asked_for(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work(songs_at_once=1) as busker:
        await stage.song(busker, "first")
        waiting = await stage.song(busker, "second", BEN)
        answer = await stage.ask(busker, "cancel", BEN)
        assert "doesn't count" in str(answer)
        assert stage.chat.last(waiting).lines[1] == "Cancelled; this doesn't count"
        stage.composer.go_on.set()
        await stage.settle()
    assert len(stage.composer.book) == 1
    assert not (await stage.job(waiting)).counts


async def test_a_song_cancelled_after_acceptance_counts_and_is_kept_quietly(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        told = await stage.told(busker, "cancel")
        assert told == ["Cancelled", "The service can't be stopped; “Song: rain” counts."]
        assert "so this one counts" in stage.chat.last(job_id).lines[1]
        stage.composer.go_on.set()
        await stage.settle()
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.charged) == (Stage.CANCELLED, True, Charged.YES)
    assert all(take.file for take in job.takes)
    assert stage.chat.deliveries == 0


async def test_a_busy_service_makes_songs_wait_and_then_asks_anew(stage: TheStage) -> None:
    stage.composer.script = (Busy("Rate limits", retry_after=20),)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        assert "keeps its place" in stage.chat.last(job_id).lines[1]
        assert (await stage.job(job_id)).stage is Stage.QUEUED
        stage.composer.script = WHOLE_SONG
        await stage.clock.move(19)
        assert len(stage.composer.book) == 1
        await stage.clock.move(2)
    assert [key for _, key in stage.composer.book] == [f"{job_id}:1", f"{job_id}:2"]
    assert (await stage.job(job_id)).stage is Stage.DONE


async def test_a_rejected_key_holds_every_song_and_loses_none(stage: TheStage) -> None:
    stage.composer.script = (KeyRejected("invalid"),)
    async with stage.at_work() as busker:
        songs = [await stage.song(busker, f"rain {number}") for number in range(3)]
        asked = len(stage.composer.book)
        await stage.clock.move(9)
        assert len(stage.composer.book) == asked == 1
        assert {(await stage.job(song)).stage for song in songs} == {Stage.QUEUED}
        stage.composer.script = WHOLE_SONG
        await stage.clock.move(3600)
    assert {(await stage.job(song)).stage for song in songs} == {Stage.DONE}


async def test_a_song_without_a_turn_for_two_hours_fails_and_doesnt_count(stage: TheStage) -> None:
    stage.composer.script = (Busy("Rate limits"),)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(2 * 60 * 60 + 1)
    job = await stage.job(job_id)
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "unstarted", False)


async def test_silence_is_told_after_a_while(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(40)
        assert "Still working" not in stage.chat.last(job_id).lines
        await stage.clock.move(20)
        assert "Still working" in stage.chat.last(job_id).lines
        stage.composer.go_on.set()
        await stage.settle()
        assert "Still working" not in stage.chat.last(job_id).lines


# After a restart: the row says how far it was, whatever happened to the process.


def a_script_until(event: type[Event]) -> int:
    return next(number for number, each in enumerate(WHOLE_SONG) if isinstance(each, event))


@pytest.mark.parametrize("hold_before", [1, 2, 3, 4])
async def test_an_accepted_song_is_picked_up_after_a_restart(
    stage: TheStage, hold_before: int
) -> None:
    stage.composer.hold_before = hold_before
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).stage is Stage.WORKING
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.settle()
    job = await stage.job(job_id)
    assert (job.stage, job.counts) == (Stage.DONE, True)
    assert stage.composer.resumed == [Ids(job_id="j", message_id="m")]
    assert len(stage.composer.book) == 1
    assert stage.chat.deliveries == 1


async def test_a_request_of_unknown_fate_is_interrupted_and_never_sent_again(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    async with stage.at_work():
        await stage.settle()
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.charged) == (Stage.INTERRUPTED, False, Charged.MAYBE)
    assert len(stage.composer.book) == 1
    assert stage.chat.last(job_id).lines[-1] == "This doesn't count."


async def test_waiting_songs_go_on_after_a_restart_in_their_order(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work(songs_at_once=1) as busker:
        songs = [await stage.song(busker, f"rain {number}") for number in range(3)]
    stage.composer.go_on.set()
    async with stage.at_work(songs_at_once=1):
        await stage.settle()
    assert {(await stage.job(song)).stage for song in songs} == {Stage.DONE}
    assert [key.partition(":")[0] for _, key in stage.composer.book] == songs


async def test_a_song_posted_just_before_a_restart_isnt_posted_again(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    done = await stage.job(job_id)
    assert await stage.store.save(done, replace(done, stage=Stage.POSTING, finished_at=None))
    async with stage.at_work():
        await stage.settle()
    assert (await stage.job(job_id)).stage is Stage.DONE
    assert stage.chat.deliveries == 1


async def test_our_own_fault_is_told_and_costs_nothing(stage: TheStage) -> None:
    stage.composer.script = (Accepted(ids=Ids(job_id="j")), Validated(), a_take(1), Finished())
    async with stage.at_work() as busker:
        (stage.folder / "archive").touch()  # where a folder is needed
        job_id = await stage.song(busker)
        other = await stage.song(busker, "another")
    for song in (job_id, other):
        job = await stage.job(song)
        assert (job.stage, job.counts) == (Stage.FAILED, False)


async def test_audio_that_cant_be_used_is_found_before_anything_is_spent(stage: TheStage) -> None:
    url = "https://example.org/hum.mp3"
    stage.composer.missing = {url}
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "song", prompt="rain", melody_url=url)
        assert isinstance(answer, Started)
    job = await stage.job(answer.job_id)
    assert (job.stage, job.counts, job.charged) == (Stage.FAILED, False, Charged.NO)
    assert "The audio's address doesn't answer with a file." in stage.chat.last(job.id).lines
    assert stage.composer.book == []


async def test_a_take_that_is_gone_isnt_extended(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker)
        stage.composer.missing = {a_take(1).take.audio_url}
        stage.chat.has_links = False
        answer = await stage.ask(busker, "extend", lyrics="on and on")
        assert isinstance(answer, Started)
    assert (await stage.job(answer.job_id)).failure == "source-lost"
    assert len(stage.composer.book) == 1


# Takes that come too late: kept, and nobody's quota changes.


async def test_late_takes_of_an_overdue_song_are_kept(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
    stage.composer.after_restart = (Overdue("not yet"),)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        assert (await stage.job(job_id)).stage is Stage.OVERDUE
        await stage.clock.move(3600)
        stage.composer.after_restart = WHOLE_SONG
        await stage.clock.move(600)
        asked = len(stage.composer.resumed)
        await stage.clock.move(3600)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.charged) == (Stage.OVERDUE, False, Charged.YES)
    assert [take.file is not None for take in job.takes] == [True, True]
    assert len(stage.composer.resumed) == asked
    assert stage.chat.deliveries == 0


async def test_a_song_cancelled_before_a_restart_is_still_collected(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.told(busker, "cancel")
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.clock.move(3600)
    job = await stage.job(job_id)
    assert (job.stage, len(job.takes)) == (Stage.CANCELLED, 2)


async def test_what_never_comes_is_given_up_after_a_day(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
    stage.composer.after_restart = (Overdue("not yet"),)
    async with stage.at_work() as busker:
        await stage.song(busker)
        await stage.clock.move(24 * 3600)
        asked = len(stage.composer.resumed)
        await stage.clock.move(24 * 3600)
    assert asked > 100
    assert len(stage.composer.resumed) == asked


# Faults of ours: a song is taken up again from its row, as after a restart.


async def test_a_database_that_is_away_for_a_while_loses_no_song(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        stage.activity.broken = 3
        stage.composer.go_on.set()
        await stage.settle()
        assert (await stage.job(job_id)).stage is Stage.WORKING
        await stage.clock.move(60)
        other = await stage.song(busker, "another")
        await stage.settle()
    for song in (job_id, other):
        job = await stage.job(song)
        assert (job.stage, job.counts) == (Stage.DONE, True)
    assert len(stage.composer.book) == 2
    assert stage.chat.deliveries == 2


async def test_a_song_that_is_being_handed_over_cant_be_cancelled(stage: TheStage) -> None:
    stage.chat.deliver_fails = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        assert (await stage.job(job_id)).stage is Stage.POSTING
        assert await stage.told(busker, "cancel") == [
            "Not done",
            "There is nothing of yours to cancel.",
        ]
        await stage.clock.move(10)
    assert (await stage.job(job_id)).stage is Stage.DONE


async def test_a_cover_that_takes_its_time_keeps_no_news_back(stage: TheStage) -> None:
    stage.composer.slow_cover = asyncio.Event()
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        assert "Take B is done" in stage.chat.lines(job_id)
        stage.composer.slow_cover.set()
        await stage.settle()
    assert (await stage.job(job_id)).stage is Stage.DONE
    assert stage.chat.last(job_id).cover is not None


class CoverAtTheSecondTry(ScriptedComposer):
    """The first cover takes its time and fails; the next one is there at once."""

    def __init__(self) -> None:
        super().__init__()
        self.first_fails = asyncio.Event()
        self.tries = 0

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        if kind == "image":
            self.tries += 1
            if self.tries == 1:
                await self.first_fails.wait()
                raise FileLost("404")
        await super().fetch(url, path, kind=kind)


async def test_a_cover_that_fails_late_never_undoes_one_that_came(stage: TheStage) -> None:
    stage.composer = composer = CoverAtTheSecondTry()
    stage.chat.deliver_fails = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        composer.first_fails.set()
        await stage.settle()
        await stage.clock.move(10)
    assert (await stage.job(job_id)).stage is Stage.DONE
    assert stage.chat.last(job_id).cover is not None
    assert composer.tries == 2

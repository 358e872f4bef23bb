"""A machine that lets Busker down in the middle: people are told, nothing is lost, nothing paid twice."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import structlog

from bot.jobs import Charged, Stage
from bot.logs import LogFile, log_to
from bot.models import Started
from bot.playing.sweeper import EVERY_SECONDS, FROM
from bot.words import words_for
from guard.content import Kind
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import ScriptedComposer

NO_ROOM = "Busker has no room left to keep a song, so it wasn't asked for."
DEFECT = "Something went wrong on our side; nothing was spent. Please try again."


class ComposerOnAFullDisk(ScriptedComposer):
    """Makes songs as ever, but the disk takes no files of them while it is full."""

    is_full = True

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        await super().fetch(url, path, kind=kind)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the write lock, as somebody's database browser may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def impatient(stage: TheStage) -> None:
    """SQLite gives up on a lock at once, instead of after 5 s."""
    await stage.store._database._writer.execute_fetchall("PRAGMA busy_timeout = 1")


async def pages(stage: TheStage, most: int) -> None:
    """No page more than so many: SQLite's own word for a full disk."""
    await stage.store._database._writer.execute_fetchall(f"PRAGMA max_page_count = {most}")


async def test_a_full_disk_at_admission_is_told_and_costs_nothing(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await pages(stage, 1)  # as many as there are
        for number in range(200):
            answer = await stage.ask(busker, "song", prompt=f"rain {number} " + "x" * 900)
            if not isinstance(answer, Started):
                break
        asked = len(stage.composer.book)
        said = await stage.told(busker, "song", prompt="snow " + "x" * 900)
        assert said[1].startswith(NO_ROOM)
        assert len(stage.composer.book) == asked
        await pages(stage, 1_000_000)
        assert (await stage.job(await stage.song(busker))).stage is Stage.DONE


async def test_a_full_disk_at_download_loses_no_song(stage: TheStage) -> None:
    stage.composer = composer = ComposerOnAFullDisk()
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        lost = await stage.job(song)
        assert (lost.stage, lost.counts, lost.charged) == (Stage.FAILED, False, Charged.YES)
        said = words_for("en").say("failure-no-files")
        assert said in stage.chat.lines(song)
        assert "This doesn't count." in stage.chat.lines(song)
        composer.is_full = False
        await stage.clock.move(FROM.total_seconds() + EVERY_SECONDS)
    kept = await stage.job(song)
    assert [take.file is not None for take in kept.takes] == [True, True]
    assert (kept.stage, kept.counts) == (Stage.FAILED, False)
    assert len(composer.book) == 1


async def test_a_full_disk_at_posting_keeps_the_song_and_says_so(stage: TheStage) -> None:
    stage.chat.deliver_fails = 99
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.clock.move(600)
        job = await stage.job(song)
    assert (job.stage, job.failure) == (Stage.DONE, "undelivered")
    assert words_for("en").say("failure-undelivered") in stage.chat.last(song).lines
    assert all(take.file for take in job.takes)


async def test_a_database_locked_by_somebody_refuses_in_a_sentence_and_works_on_afterwards(
    stage: TheStage,
) -> None:
    await impatient(stage)
    async with stage.at_work() as busker:
        with locked(stage.folder / "busker.db"):
            assert DEFECT in await stage.told(busker, "song", prompt="rain")
            assert stage.composer.book == []
        assert (await stage.job(await stage.song(busker))).stage is Stage.DONE


@pytest.mark.parametrize("event", range(5))
async def test_a_database_locked_during_a_song_loses_nothing(stage: TheStage, event: int) -> None:
    await impatient(stage)
    stage.composer.hold_before = event
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        with locked(stage.folder / "busker.db"):
            stage.composer.go_on.set()
            await stage.settle()
        await stage.clock.move(120)
        job = await stage.job(song)
    # before the service named it, its fate is unknown: it ends, doesn't count, and is never sent again
    ends = (Stage.INTERRUPTED, False) if event == 0 else (Stage.DONE, True)
    assert (job.stage, job.counts) == ends
    assert len(stage.composer.book) == 1


def test_a_log_on_a_full_disk_stops_nothing() -> None:
    with Path("/dev/full").open("ab", buffering=0) as file:
        log_to(LogFile(file), "INFO")
        structlog.get_logger().info("stage", job="rainsong")
        structlog.get_logger().error("a song failed on our side", exc_info=RuntimeError("why"))


def test_a_log_is_on_the_disk_line_by_line(tmp_path: Path) -> None:
    with (tmp_path / "busker.log").open("ab", buffering=0) as file:
        log_to(LogFile(file), "INFO")
        structlog.get_logger().info("stage", job="räin\udc80song")
        assert "event=stage" in (tmp_path / "busker.log").read_text()

"""Files on a disk that is full, or that we handle wrongly."""

import errno
from pathlib import Path

import pytest

from bot.jobs import Charged, Stage, Take
from bot.playing.archive import Archive
from bot.playing.tags import Tags
from guard.content import Kind
from tests.bot.conftest import Stage as TheStage
from tests.disk import files_no_larger_than
from tests.fakes.composer import ScriptedComposer, an_mp3
from tests.makers import a_job, a_take


class FullDisk(ScriptedComposer):
    """Fetches to a disk that takes nothing of the named URLs any more."""

    full_for: tuple[str, ...] = ()

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        if url.endswith(self.full_for):
            raise OSError(errno.ENOSPC, "No space left on device")
        await super().fetch(url, path, kind=kind)


@pytest.mark.parametrize(
    ("full_for", "ends", "counts", "sentence"),
    [
        (
            ("mp3", "webp"),
            Stage.FAILED,
            False,
            "The song was made, but its files couldn't be fetched",
        ),
        (("v2.mp3",), Stage.PARTIAL, True, "One take is ready; the other one failed"),
        (("webp",), Stage.DONE, True, "Both takes are ready"),
    ],
)
async def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    stage: TheStage, full_for: tuple[str, ...], ends: Stage, *, counts: bool, sentence: str
) -> None:
    stage.composer = FullDisk()
    stage.composer.full_for = full_for
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.charged) == (ends, counts, Charged.YES)
    assert any(line.startswith(sentence) for line in stage.chat.last(job_id).lines)
    named = {str(take.file) for take in job.takes if take.file}
    if job.cover:
        named |= {str(job.cover), str(job.cover.with_suffix(".webp"))}
    assert {
        f"{job_id}/{each.name}" for each in (stage.folder / "archive" / job_id).iterdir()
    } == named


async def test_a_disk_that_fills_up_while_a_take_is_tagged_leaves_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path, ScriptedComposer(), Tags(player="soundverse"))
    job = a_job(takes=(Take(version=1, audio_url=a_take(1).take.audio_url),))
    with files_no_larger_than(len(an_mp3())):
        [take] = await archive.takes(job)
    assert take.file is None
    assert list((tmp_path / job.id).iterdir()) == []


async def test_without_room_for_a_folder_the_files_are_missing(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        (stage.folder / "archive").touch()  # where a folder is needed
        job_id = await stage.song(busker)
    assert (await stage.job(job_id)).failure == "no-files"


class Mistaken(ScriptedComposer):
    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        raise ZeroDivisionError(f"a mistake of ours: {url} {path} {kind}")


async def test_a_mistake_of_ours_is_told_and_costs_nothing(stage: TheStage) -> None:
    stage.composer = Mistaken()
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(120)
    job = await stage.job(job_id)
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "defect", False)

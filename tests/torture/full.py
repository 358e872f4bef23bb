"""A disk that is full from any step of a song on, for seconds or for hours: a tmpfs that is made smaller.

Whoever asks reads why not; what is on its way goes on when there is room again; nothing half done stays.
"""

import asyncio
import io
import random
import shutil
import sqlite3
import subprocess
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import datetime
from errno import ENOSPC
from pathlib import Path

from adapters.console.folders import put_attachment
from bot.jobs import Charged, Job, Stage
from bot.logs import LogFile, log_to
from bot.models import Attachment, Place, Result
from bot.operating.upkeep import BackupFailed
from guard.content import Kind
from storage.backup import back_up
from storage.rows import Value
from tests.bot.conftest import Stage as TheStage
from tests.bot.conftest import a_stage
from tests.fakes.chat import RecordingChat
from tests.fakes.composer import ScriptedComposer
from tests.fakes.quiet import WatchedDatabase
from tests.makers import a_job
from tests.torture.audit import outcomes
from tests.torture.kill import a_street, appears, ended
from tests.torture.row import Row

__all__ = ["at_steps", "while_asked"]

ROOMY = 600 * 2**20
SLACK_PAGES = (0, 1, 3, 10)
LASTS_SECONDS = {"for 20 s": 20.0, "for an hour": 3600.0}
"""Shorter, and longer, than a song is tried again without ending."""
MOST_STEPS = 60
LONG_SECONDS = 8000.0
NEEDS_A_DISK = "needs a user who may mount"
FULL = Path("/dev/full")
LOGLESS = 30
"""Songs of a Busker whose log lies on a full disk."""


class Disk:
    """One of its own. Only some users may have one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, slack_pages: int) -> None:
        """From now on there is room for so many pages more."""
        usage = shutil.disk_usage(self.folder)
        self._resize(max(4096, usage.used) + 4096 * slack_pages)

    def make_room(self) -> None:
        self._resize(ROOMY)

    def _resize(self, size: int) -> None:
        _run("mount", "-o", f"remount,size={size}", str(self.folder))


@contextmanager
def a_disk() -> Iterator[Disk]:
    """Raises CalledProcessError for users who may not mount."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name)
        _run("mount", "-t", "tmpfs", "-o", f"size={ROOMY}", "tmpfs", str(folder))
        try:
            yield Disk(folder)
        finally:
            _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


class Steps:
    """Counts what touches the disk, and fills it before one of them."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.left = MOST_STEPS
        self.slack = 0
        self.name = ""

    def step(self, name: str) -> None:
        self.left -= 1
        if self.left == 0:
            self.name = name
            self.disk.fill(self.slack)


class SteppingDatabase(WatchedDatabase):
    steps: Steps

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        self.steps.step(name)
        return await super().write(name, **values)


class SteppingComposer(ScriptedComposer):
    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        self._steps.step(f"fetch {kind}")
        await super().fetch(url, path, kind=kind)


class CountingChat(RecordingChat):
    """Counts what is handed over, by its key. What is tried again and lies there is found, as elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.times = Counter[str]()

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        if tried_at is None or key not in self.results:
            self.times[key] += 1
        return await super().deliver(place, result, key, tried_at=tried_at)


async def at_steps(dice: random.Random, share: float) -> list[Row]:
    try:
        with a_disk() as disk:
            return [await _songs(disk, dice, share)]
    except subprocess.CalledProcessError:
        return [Row(tried="full disk", times=0, measured=NEEDS_A_DISK)]


async def while_asked(dice: random.Random, share: float) -> list[Row]:
    """What else is written: rows, copies, exports, and the log."""
    log_to(io.StringIO(), "CRITICAL")
    rows = [await _without_a_log(dice, share)]
    with suppress(subprocess.CalledProcessError), a_disk() as disk:
        rows += [await _admissions(disk), _backups(disk), _exports(disk)]
    return rows


async def _songs(disk: Disk, dice: random.Random, share: float) -> Row:
    found, ends, tried = [], Counter[str](), 0
    for lasts, seconds in LASTS_SECONDS.items():
        for number in range(1, MOST_STEPS):
            slack = dice.choice(SLACK_PAGES)
            if dice.random() > share:
                continue
            tried += 1
            folder = disk.folder / "busker"
            step, job, faults = await _song(disk, folder, number, slack, seconds)
            found += [f"full {lasts} from {step!r} ({number}) on: {fault}" for fault in faults]
            ends[f"{job.stage}" if job else "refused"] += 1
            shutil.rmtree(folder)
            if not step:  # the song has no more of them
                break
    measured = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    return Row(
        tried="disk full from a step of a song on",
        times=tried,
        found=tuple(found),
        measured=measured,
    )


async def _song(
    disk: Disk, folder: Path, number: int, slack: int, seconds: float
) -> tuple[str, Job | None, list[str]]:
    folder.mkdir()
    async with _logging_to(folder / "busker.log"), a_stage(folder) as stage:
        steps = Steps(disk)
        database = stage.store._database
        database.__class__ = SteppingDatabase
        assert isinstance(database, SteppingDatabase)
        database.steps = steps
        stage.chat = chat = CountingChat()
        stage.composer = SteppingComposer(steps)
        steps.left, steps.slack = number, slack
        song = a_job(created_at=stage.clock.now())
        with suppress(ExceptionGroup):  # Busker had to stop
            async with stage.at_work():
                with suppress(Exception):  # told by the router
                    await stage.store.admit(song, ())
                await stage.settle()
                await stage.clock.move(seconds)
        steps.left = 0
        disk.make_room()
        async with stage.at_work():
            await stage.clock.move(LONG_SECONDS)
        job = await stage.store.get(song.id)
        return steps.name, job, [*_found(stage, chat, job), *_left_over(folder)]


@asynccontextmanager
async def _logging_to(path: Path) -> AsyncIterator[None]:
    """Which lies on the disk, too."""
    with path.open("ab", buffering=0) as file:
        log_to(LogFile(file), "INFO")
        yield
    log_to(io.StringIO(), "CRITICAL")


def _found(stage: TheStage, chat: CountingChat, job: Job | None) -> Iterator[str]:
    """What isn't as promised of a song that had its time."""
    sent = [key for _, key in stage.composer.book]
    if job is None:
        if sent:
            yield "it isn't there, and was sent"
        return
    if not job.stage.is_final:
        yield f"it has no end: {job.stage}"
    if len(set(sent)) != len(sent) or len(sent) > 1:
        yield f"it was sent as {sent}"
    if sent and job.charged is Charged.NO:
        yield "it was sent, and says that nothing was charged"
    if job.counts is not (job.stage is Stage.DONE):
        yield f"it is {job.stage}, and counts is {job.counts}"
    if job.stage is Stage.INTERRUPTED and job.is_known_to_service:
        yield "it was given up, though the service knows it"
    if job.stage is Stage.DONE and list(chat.times.values()) != [1]:
        yield f"it was posted {dict(chat.times)}"
    if job.place.message and not chat.last(job.id).is_last:
        yield "its card says that it goes on"


def _left_over(folder: Path) -> Iterator[str]:
    yield from (f"{path.name} was left" for path in folder.rglob("*.bare*"))
    for path in (folder / "archive").rglob("*"):
        if path.is_file() and path.stat().st_size == 0:
            yield f"{path.name} is empty"


async def _admissions(disk: Disk) -> Row:
    """Songs asked for while there is no room: refused in a sentence, each."""
    folder, found, tried = disk.folder / "busker", [], 0
    folder.mkdir()
    async with a_stage(folder) as stage:
        with suppress(ExceptionGroup):
            async with stage.at_work() as busker:
                disk.fill(0)
                for number in range(20):
                    said = await stage.told(busker, "song", prompt=f"rain {number} " + "la " * 300)
                    tried += 1
                    if "no room left" not in said[1]:
                        found.append(f"it says {said}")
        disk.make_room()
        async with stage.at_work() as busker:
            if (await stage.job(await stage.song(busker))).stage is not Stage.DONE:
                found.append("with room again, there is no song")
    shutil.rmtree(folder)
    return Row(tried="asked for on a full disk", times=tried, found=tuple(found))


def _backups(disk: Disk) -> Row:
    """The copy needs more and more room, up to all it needs."""
    live, folder, found = Path(tempfile.mkdtemp()) / "live.db", disk.folder / "copies", []
    with sqlite3.connect(live) as file:
        file.execute("CREATE TABLE words (word TEXT)")
        file.executemany("INSERT INTO words VALUES (?)", [("rain" * 500,)] * 40)
    file.close()
    folder.mkdir()
    pages = 0
    while True:
        disk.fill(pages)
        try:
            back_up(live, folder / "copy.db")
            break
        except BackupFailed as failure:
            if failure.outcome != "full":
                found.append(f"with room for {pages} pages it is {failure.outcome}: {failure}")
        if left := [path.name for path in folder.iterdir()]:
            found.append(f"with room for {pages} pages it leaves {left}")
        pages += 1
    disk.make_room()
    shutil.rmtree(live.parent)
    return Row(
        tried="backup onto a full disk",
        times=pages,
        found=tuple(found),
        measured=f"whole with room for {pages} pages",
    )


def _exports(disk: Disk) -> Row:
    """A file that somebody has asked for needs more and more room, up to all it needs."""
    folder, found, pages = disk.folder / "exports", [], 0
    file = Attachment(filename="busker-export.zip", content=b"all that is kept" * 5000)
    folder.mkdir()
    lies = None
    while lies is None:
        disk.fill(pages)
        try:
            lies = put_attachment(folder, file)
        except OSError as error:
            if error.errno != ENOSPC:
                found.append(f"with room for {pages} pages it is {error}")
            if left := [path.name for path in folder.iterdir()]:
                found.append(f"with room for {pages} pages it leaves {left}")
            pages += 1
    if lies.read_bytes() != file.content:
        found.append("with room for all of it, it isn't whole")
    disk.make_room()
    return Row(
        tried="export onto a full disk",
        times=pages,
        found=tuple(found),
        measured=f"whole with room for {pages} pages",
    )


async def _without_a_log(dice: random.Random, share: float) -> Row:
    """The real process, none of whose lines can be written."""
    async with a_street(dice) as street:
        street.busker.log = FULL
        await appears(street)
        for _ in range(round(LOGLESS * share)):
            street.town.ask()
            await asyncio.sleep(0.3)
        found = await ended(street)
        rows = street.busker.rows("SELECT stage FROM jobs")
    return Row(
        tried="songs while no line of the log can be written",
        times=len(rows),
        unit="songs",
        found=tuple(found),
        measured=outcomes(rows),
    )

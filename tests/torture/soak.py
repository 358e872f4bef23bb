"""Very many songs: all at once, one after another for months, and somebody who asks for more than others."""

import asyncio
import ctypes
import gc
import io
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.assembly import Busker
from bot.jobs import Job, Stage
from bot.logs import log_to
from bot.models import Person, Started
from bot.playing.retention import Keeping
from tests.bot.conftest import Stage as TheStage
from tests.bot.conftest import a_stage
from tests.fakes.chat import RecordingChat
from tests.makers import HERE, a_command
from tests.torture.folders import a_quick_folder
from tests.torture.row import Row

__all__ = ["at_once", "fairly", "one_after_another"]

AT_ONCE, ON_END = 1000, 20_000
APART_SECONDS = 600.0
"""Between one song and the next: 20,000 take four and a half months."""
LOOKS = 100
MAY_GROW = 1.05
SETTLED = 5000
"""With fewer songs, what is remembered on purpose is still growing."""
KEPT = timedelta(days=7)
"""So long files stay: after a thousand songs, as many go as come."""
OTHERS, EACH, GREEDY, PLACES = 20, 5, 200, 4
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a process holds."""

    memory_bytes: int
    tasks: int
    files: int
    """Open ones, and sockets."""


def look() -> Look:
    """Without what is only waiting to be thrown away, and what the C library holds back of what was."""
    gc.collect()
    _trim()
    resident = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return Look(
        memory_bytes=resident * PAGE_BYTES,
        tasks=len(asyncio.all_tasks()),
        files=sum(1 for _ in Path("/proc/self/fd").iterdir()),
    )


def _trim() -> None:
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's
    if trim:
        trim(0)


async def at_once(dice: random.Random, share: float) -> Row:
    """Very many people ask in the same moment."""
    async with _a_quick_stage() as stage:
        return await _at_once(stage, dice, share)


async def fairly(dice: random.Random, share: float) -> Row:
    """Somebody asks for more than others."""
    async with _a_quick_stage() as stage:
        return await _fairly(stage, dice, share)


async def one_after_another(dice: random.Random, share: float) -> Row:
    """For months."""
    async with _a_quick_stage() as stage:
        return await _on_end(stage, dice, share)


@asynccontextmanager
async def _a_quick_stage() -> AsyncIterator[TheStage]:
    log_to(io.StringIO(), "CRITICAL")
    with a_quick_folder() as folder:
        async with a_stage(folder) as stage:
            yield stage


async def _at_once(stage: TheStage, dice: random.Random, share: float) -> Row:
    """All are admitted, and all of them play at the same time, each before another event of it."""
    songs = round(AT_ONCE * share)
    async with stage.at_work() as busker:
        await _asked(stage, busker, 0, "the first opens what stays open")
    stage.composer.book.clear()
    stage.composer.hold_before, stage.chat.deliveries = 2, 0
    before = look()
    async with stage.at_work(songs_at_once=songs) as busker:
        numbers = list(range(songs))
        dice.shuffle(numbers)
        answers = await asyncio.gather(
            *(
                busker.router.answer(a_command("song", _person(n), prompt=f"rain {n}"))
                for n in numbers
            )
        )
        await stage.settle()
        most = stage.composer.at_once
        stage.composer.go_on.set()
        await stage.settle()
        ids = [answer.job_id for answer in answers if isinstance(answer, Started)]
        ends = Counter([(await stage.job(job)).stage for job in ids])
    after = look()
    found = _left(before, after)
    if ends != {Stage.DONE: songs}:
        found.append(f"they ended as {dict(ends)}")
    if most != songs or len(stage.composer.book) != songs or stage.chat.deliveries != songs:
        found.append(
            f"{most} at once, {len(stage.composer.book)} sent, {stage.chat.deliveries} posted"
        )
    measured = f"{(after.memory_bytes - before.memory_bytes) / songs / 1024:.0f} KiB a song"
    return Row(
        tried="all at once", times=songs, unit="songs", found=tuple(found), measured=measured
    )


async def _fairly(stage: TheStage, dice: random.Random, share: float) -> Row:
    """One asks for very many songs and is first; between two of theirs everybody who waits has a turn."""
    greedy = max(20, round(GREEDY * share))
    async with stage.at_work(songs_at_once=PLACES) as busker:
        stage.composer.hold_before = 1
        for number in range(greedy):
            await _asked(stage, busker, 0, f"greedy {number}")
        others = [who for who in range(1, OTHERS + 1) for _ in range(EACH)]
        dice.shuffle(others)
        for number, who in enumerate(others):
            await _asked(stage, busker, who, f"modest {number}")
        began = len(stage.composer.book)
        stage.composer.hold_before = None
        stage.composer.go_on.set()
        await stage.settle()
    who_of = {job.id: job.person.id for job in await _all(stage)}
    turns = [who_of[key.partition(":")[0]] for _, key in stage.composer.book][began:]
    found = [
        f"{who} waited while somebody else had {most} turns"
        for who, most in _waits(turns, [_person(each).id for each in range(1, OTHERS + 1)])
        if most > 2
    ]
    if Counter(turns)[_person(0).id] + began != greedy:
        found.append("not all of the songs were played")
    return Row(
        tried=f"one who asks for {greedy} songs before {OTHERS} others ask for {EACH} each",
        times=len(turns),
        unit="turns",
        found=tuple(found),
        measured=f"the last of the others at turn {_last(turns, _person(0).id)}",
    )


def _waits(turns: Sequence[str], people: Sequence[str]) -> list[tuple[str, int]]:
    """How many turns anybody else had, at most, between two of a person."""
    found = []
    for who in people:
        most, since = 0, Counter[str]()
        for turn in turns[: len(turns) - turns[::-1].index(who)]:
            if turn == who:
                most, since = max(most, *since.values(), 0), Counter()
            else:
                since[turn] += 1
        found.append((who, most))
    return found


def _last(turns: Sequence[str], greedy: str) -> int:
    return max(number for number, who in enumerate(turns, start=1) if who != greedy)


class ForgetfulChat(RecordingChat):
    """Keeps no more than its last song."""

    def forget(self) -> None:
        for kept in (self.cards, self.results, self.attached):
            kept.clear()
        for listed in (self.shown_at, self.places, self.tried, self.removed, self.told):
            listed.clear()


async def _on_end(stage: TheStage, dice: random.Random, share: float) -> Row:
    """One after another, by a clock that goes ten minutes a song; what else is to be done is done along."""
    stage.chat = chat = ForgetfulChat()
    stage.is_overseen()
    stage.keeping = Keeping(age=KEPT)
    songs, looks, ends = round(ON_END * share), list[Look](), Counter[Stage]()
    async with stage.at_work() as busker:
        for number in range(songs):
            person = _person(dice.randrange(50))
            song = await _asked(stage, busker, int(person.id), f"rain {number}")
            ends[(await stage.job(song)).stage] += 1
            await stage.clock.move(APART_SECONDS)
            chat.forget()
            stage.composer.book.clear()
            if number % max(10, songs // LOOKS) == 0:
                looks.append(look())
    tenth = len(looks) // 10
    early, late = looks[tenth : 2 * tenth], looks[-tenth:]
    grown = median(e.memory_bytes for e in late) / median(e.memory_bytes for e in early)
    found = _left(early[0], late[-1])
    if songs >= SETTLED and grown > MAY_GROW:
        found.append(f"memory has grown by {grown - 1:.1%}")
    if ends != {Stage.DONE: songs}:
        found.append(f"they ended as {dict(ends)}")
    days = songs * APART_SECONDS / 86400
    return Row(
        tried=f"one after another for {days:.0f} days",
        times=songs,
        unit="songs",
        found=tuple(found),
        measured=f"memory {grown - 1:+.1%}, {late[-1].memory_bytes / 2**20:.0f} MiB",
    )


async def _asked(stage: TheStage, busker: Busker, who: int, prompt: str) -> str:
    return await stage.song(busker, prompt, _person(who))


async def _all(stage: TheStage) -> Sequence[Job]:
    people = [_person(who) for who in range(OTHERS + 1)]
    return [job for each in people for job in await stage.store.of(each, most=10 * GREEDY)]


def _person(number: int) -> Person:
    return Person(platform=HERE.platform, id=str(number))


def _left(before: Look, after: Look) -> list[str]:
    found = []
    if after.tasks > before.tasks:
        found.append(f"{after.tasks - before.tasks} tasks are left over")
    if after.files > before.files:
        found.append(f"{after.files - before.files} files or sockets are left open")
    return found

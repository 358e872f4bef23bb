"""Every fault of the service, through the whole of Busker: what a person sees, and what it costs."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.assembly import assembled
from bot.clock import SystemClock
from bot.jobs import Ask, Charged, Job, Kind, Stage
from bot.models import Tone
from bot.playing.hold import LONGEST_SECONDS
from bot.setup import Setup
from guard.content import Kind as FileKind
from soundverse import errors
from soundverse.calls import Mode, version_of
from soundverse.client import Soundverse
from soundverse.errors import FileLost
from storage.database import open_database
from storage.store import Store
from tests.fakes.chat import RecordingChat
from tests.fakes.composer import an_mp3
from tests.makers import a_job, an_ask
from tests.soundverse.clocks import FastClock
from tests.soundverse.faults import CALLS, FAULTS, Fault, Outcome
from tests.soundverse.vendor import KEY, Vendor, serving

ASKS: dict[str, Ask] = {
    "v7 song": an_ask(),
    "v6 song": an_ask(version="v6"),
    "v6 music": an_ask(kind=Kind.MUSIC, version="v6"),
    "v6 extend": an_ask(
        kind=Kind.EXTEND,
        version="v6",
        lyrics="la",
        source_job="earlier",
        source_version=1,
        source_url="https://storage.soundverse.ai/audio/a_v1.mp3",
        extend_at_ms=60_000,
    ),
}

ROWS = [
    pytest.param(fault, endpoint, mode, id=f"{fault.name} | {endpoint} | {mode}")
    for fault in FAULTS
    for endpoint, call in CALLS.items()
    if version_of(call) in fault.versions
    for mode in fault.modes
]


class Seen(NamedTuple):
    """What came of a song."""

    takes: int
    stage: Stage
    counts: bool
    charged: Charged
    sentence: str


HELD = "Waiting: the service takes no songs at the moment; this one keeps its place"
FAILURES: dict[type[errors.SoundverseError], str] = {
    errors.BadCall: "The service didn't understand this request.",
    errors.Busy: "The service has too much to do. Try again in a few minutes.",
    errors.OutOfCredit: "This bot's account with the service has no credit left.",
    errors.Declined: "The service makes no song of this.",  # [Why?] says more
    errors.FileRefused: "The service couldn't use the audio.",
    errors.Unavailable: "The service has a problem at the moment. Try again later.",
    errors.ConnectionLost: "The connection to the service was lost.",
    errors.Overdue: "The service took too long. If the song comes after all, it is kept for you: /library",
    errors.TakeFailed: "The service accepted the song and then failed to make it.",
    errors.Misshapen: "The service sent an answer that can't be understood.",
}


def expected(outcome: Outcome) -> Seen:
    if outcome.takes == 2:
        return Seen(2, Stage.DONE, True, Charged.YES, "Both takes are ready")
    if outcome.takes == 1:
        line = "One take is ready; the other one failed"
        return Seen(1, Stage.PARTIAL, True, Charged.YES, line)
    assert outcome.error
    if outcome.is_sent_again:
        return Seen(0, Stage.QUEUED, True, Charged.NO, HELD)
    stage = Stage.OVERDUE if outcome.error is errors.Overdue else Stage.FAILED
    return Seen(0, stage, False, outcome.charged, FAILURES[outcome.error])


DOCUMENT = Path(__file__).parents[2] / "docs" / "soundverse.md"
BEGIN, END = "<!-- the table of tests/soundverse/faults.py -->\n", "<!-- its end -->"


def fault_table() -> str:
    """The table in the document; `python -m tests.bot.test_faults` writes it there."""
    rows = [
        "| what the service does | asked by | takes | the song ends | counts | charged | people read |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for fault in FAULTS:
        seen = expected(fault.outcome)
        asked = ", ".join((*fault.versions, *fault.modes))
        counts = "yes" if seen.counts else "no"
        end = "waits" if seen.stage is Stage.QUEUED else seen.stage
        rows.append(
            f"| {fault.name} | {asked} | {seen.takes} | {end} | {counts} | {seen.charged} | {seen.sentence} |"
        )
    return "\n".join(rows) + "\n"


def test_the_document_shows_this_table() -> None:
    _, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    assert rest.partition(END)[0] == fault_table()


@pytest.mark.parametrize(("fault", "endpoint", "mode"), ROWS)
async def test_every_fault_is_told_and_paid_for_as_it_should(
    fault: Fault, endpoint: str, mode: Mode, tmp_path: Path
) -> None:
    vendor = Vendor(answer=fault.answer(version_of(CALLS[endpoint])), statuses=list(fault.statuses))
    seen = await _seen(vendor, ASKS[endpoint], mode, fault.idle_seconds, tmp_path)
    assert seen == expected(fault.outcome)
    keys = [post.headers["Idempotency-Key"] for post in vendor.posts]
    assert keys == ["rainsong:1", "rainsong:2"][: 2 if fault.outcome.is_sent_again else 1]


async def _seen(vendor: Vendor, ask: Ask, mode: Mode, idle_seconds: float, folder: Path) -> Seen:
    async with (
        serving(vendor),
        FilesAtHand(
            base_url=vendor.url,
            key=KEY,
            mode=mode,
            idle_seconds=idle_seconds,
            timing=FastClock().timing,
        ) as composer,
        open_database(folder / "busker.db") as database,
    ):
        store, chat, clock = Store(database), RecordingChat(), LeapClock()
        busker = assembled(
            Setup(
                storage=store,
                chats={"console": chat},
                composer=composer,
                clock=clock,
                folder=folder / "archive",
                zone=UTC,
                default_rule=None,
                song_version="v7",
                player="soundverse",
                songs_at_once=1,
            )
        )
        job = a_job(ask=ask, created_at=clock.now())
        await store.admit(job, ())
        work = asyncio.create_task(busker.worker.run())
        ended = await _at_rest(store, chat, job)
        sentence = chat.last(job.id).lines[1]
        if ended.stage is Stage.QUEUED:
            await clock.is_held.wait()
        clock.leap(LONGEST_SECONDS)
        await _at_rest(store, chat, job, attempt=2 if ended.stage is Stage.QUEUED else 1)
        work.cancel()
        await asyncio.wait([work])
    takes = sum(take.file is not None for take in ended.takes)
    return Seen(takes, ended.stage, ended.counts, ended.charged, sentence)


async def _at_rest(store: Store, chat: RecordingChat, job: Job, *, attempt: int = 1) -> Job:
    """The job once it has ended and that was shown, or once it waits after so many attempts."""
    while True:
        await asyncio.sleep(0.005)
        now = await store.get(job.id)
        assert now is not None
        is_shown = job.id in chat.cards and chat.last(job.id).is_last is now.stage.is_final
        is_waiting = now.attempt >= attempt and now.stage is Stage.QUEUED
        if is_shown and not now.stage.is_final:  # a row is saved before its card is shown
            is_shown = chat.last(job.id).tone is Tone.WAITING
        if is_shown and (now.stage.is_final or is_waiting):
            return now


class LeapClock:
    """Time stands still, but for the leap over the longest hold, after which nobody sleeps on."""

    def __init__(self) -> None:
        self._now = SystemClock().now()
        self._leapt = asyncio.Event()
        self._sleeping = 0
        self.is_held = asyncio.Event()
        """A song sleeps for the hold: one that only begins to after the leap would never wake."""

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        assert seconds
        self._sleeping += 1
        if self._sleeping > 1:  # another task watches the time
            self.is_held.set()
        await self._leapt.wait() if not self._leapt.is_set() else await asyncio.Event().wait()

    def leap(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._leapt.set()


class FilesAtHand(Soundverse):
    """The real client, but for the files: the vendor's hosts can't be reached from here."""

    async def fetch(
        self, url: str, path: Path, *, kind: FileKind | None = None, most_bytes: int = 0
    ) -> None:
        if kind != "audio":
            raise FileLost(f"no cover is at hand: {url}, {most_bytes}")
        await asyncio.to_thread(path.write_bytes, an_mp3())

    async def check_take(self, url: str) -> None:
        assert url.startswith("https://")


if __name__ == "__main__":
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    DOCUMENT.write_text(before + BEGIN + fault_table() + END + rest.partition(END)[2], "utf-8")

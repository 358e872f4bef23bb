"""Parts beside each other, each in a process group of its own, until it is over or its time is."""

import asyncio
import os
import signal
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from pydantic import TypeAdapter

from tests.torture.parts import Part
from tests.torture.row import Row

__all__ = ["Outcome", "Report", "Run", "tortured"]

LAST_LINES = 30
"""Of what a part said, when it broke off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How all parts are done."""

    seed: str
    share: float = 1
    """Of the whole of each."""
    patience: float = 1
    """So many times its minutes each part may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a part says at its end."""

    rows: Sequence[Row]
    cpu_seconds: float
    """Its own, and of all that it has started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a part."""

    part: Part
    rows: Sequence[Row]
    seconds: float
    cpu_seconds: float | None = None
    """None if it didn't come to say so."""


async def tortured(parts: Sequence[Part], run: Run, *, beside: int) -> AsyncIterator[Outcome]:
    """So many at a time, as they come to their ends. Whoever leaves early leaves none behind."""
    with tempfile.TemporaryDirectory(prefix="torture-said-") as folder:
        places = asyncio.Semaphore(beside)

        async def one(part: Part) -> Outcome:
            async with places:
                return await _outcome(part, run, Path(folder))

        at_work = [asyncio.create_task(one(part)) for part in parts]
        try:
            for ended in asyncio.as_completed(at_work):
                yield await ended
        finally:
            for task in at_work:
                task.cancel()
            await asyncio.gather(*at_work, return_exceptions=True)


async def _outcome(part: Part, run: Run, folder: Path) -> Outcome:
    began, minutes = monotonic(), part.minutes * run.patience
    report, said = folder / f"{part.name}.json", folder / f"{part.name}.log"
    command = ("-m", "tests.torture", part.name, "--share", str(run.share), "--report", str(report))
    with said.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            env={**os.environ, **part.environment, "SEED": run.seed},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        await asyncio.wait_for(process.wait(), minutes * 60)
    except TimeoutError:
        found = f"{part.name} took longer than {minutes:g} minutes"
        return Outcome(part=part, rows=[_broken(part, found)], seconds=monotonic() - began)
    finally:
        await _end(process)
    seconds = monotonic() - began
    if not report.exists():
        words = said.read_text(errors="replace").splitlines()[-LAST_LINES:]
        found = f"{part.name} broke off: {chr(10).join(words)}"
        return Outcome(part=part, rows=[_broken(part, found)], seconds=seconds)
    told = TypeAdapter(Report).validate_json(report.read_bytes())
    return Outcome(part=part, rows=told.rows, seconds=seconds, cpu_seconds=told.cpu_seconds)


def _broken(part: Part, found: str) -> Row:
    return Row(tried=part.name, times=0, found=(found,))


async def _end(process: Process) -> None:
    """It, and all that it has started and not ended."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()

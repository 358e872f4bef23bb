"""The house band as a child process: started with Busker, kept alive, never outliving it."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import structlog

__all__ = ["BandMissing", "house_band"]

log = structlog.get_logger()

START_SECONDS = 30
STOP_SECONDS = 5
PAUSE_SECONDS = 1.0
"""Before a band that stopped by itself is started again."""


class BandMissing(Exception):
    """The house band didn't start; the message is what it said itself."""


@asynccontextmanager
async def house_band(environment: Mapping[str, str], said: Path) -> AsyncGenerator[None]:
    """Run `python -m houseband` while the block lasts; what it logs goes to the file `said`.

    Raises BandMissing when it doesn't start.
    """
    band = await _started(environment, said)
    keeper = asyncio.create_task(_kept_alive(band, environment, said))
    try:
        yield
    finally:
        keeper.cancel()
        with suppress(asyncio.CancelledError):
            await keeper


async def _kept_alive(
    band: asyncio.subprocess.Process, environment: Mapping[str, str], said: Path
) -> None:
    try:
        while True:
            code = await band.wait()
            log.error("the house band stopped and is started again", code=code)
            await asyncio.sleep(PAUSE_SECONDS)
            with suppress(BandMissing):
                band = await _started(environment, said)
    finally:
        await _stopped(band)


async def _started(environment: Mapping[str, str], said: Path) -> asyncio.subprocess.Process:
    said.parent.mkdir(parents=True, exist_ok=True)
    with said.open("ab") as out:
        begin = out.tell()
        # the open stdin is the leash: it closes when Busker ends, in whatever way
        band = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "houseband", "--child"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=out,
            env={**os.environ, **environment},
            start_new_session=True,  # Ctrl-C is for Busker, which then stops the band
        )
    if not await _is_listening(band):
        await _stopped(band)
        last_words = _read(said, begin).strip()
        raise BandMissing(last_words.splitlines()[-1] if last_words else "no word of why")
    return band


async def _is_listening(band: asyncio.subprocess.Process) -> bool:
    """The band prints one line once it takes requests."""
    if band.stdout is None:
        return False
    try:
        async with asyncio.timeout(START_SECONDS):
            return bool(await band.stdout.readline())
    except TimeoutError:
        return False


async def _stopped(band: asyncio.subprocess.Process) -> None:
    if band.stdin is not None:
        band.stdin.close()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await band.wait()
    except TimeoutError:
        band.kill()
        await band.wait()


def _read(said: Path, begin: int) -> str:
    return said.read_bytes()[begin:].decode("utf-8", "replace")

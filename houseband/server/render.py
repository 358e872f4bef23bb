"""The render processes: each takes one piece of work at a time, and is replaced when it dies."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager, contextmanager
from multiprocessing import get_context
from typing import Self, TypeVar

import structlog

from houseband.server import worker
from houseband.server.music import Report, Studio
from houseband.server.worker import RenderFailed

__all__ = ["RenderPool", "RenderProcess"]

T = TypeVar("T")

WARM_UP_AFTER_SECONDS = 1.0
"""A client that starts the band for a song asks at once, and its song warms up as well as any other."""

log = structlog.get_logger()


class RenderProcess:
    """One process of its own, so that one that dies takes nobody else's work with it."""

    def __init__(self) -> None:
        self.used = False
        self._report: Report | None = None
        self._start()

    async def run(self, work: Callable[..., T], *args: object, report: Report | None = None) -> T:
        """Do a function of `worker` there; once more if the process dies. Raises `RenderFailed`.

        A process dies, too, of work that takes longer than `worker.LIMIT_SECONDS`.
        """
        for _ in range(2):
            try:
                return await self._run_once(work, *args, report=report)
            except BrokenProcessPool:
                log.warning("render process died")
                self._replace()
        raise RenderFailed("The render process died twice")

    def stop(self) -> None:
        """Let the process end, in the middle of what it does."""
        asyncio.get_running_loop().remove_reader(self._line.fileno())
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._line.close()

    async def _run_once(self, work: Callable[..., T], *args: object, report: Report | None) -> T:
        self.used = True
        self._report = report
        try:
            with _interrupts_held_back():
                future = self._executor.submit(work, *args)
            return await asyncio.wrap_future(future)
        finally:
            self._hear()
            self._report = None

    def _start(self) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._executor = ProcessPoolExecutor(
            1, mp_context=context, initializer=worker.begin, initargs=(theirs,)
        )
        asyncio.get_running_loop().add_reader(self._line.fileno(), self._hear)

    def _replace(self) -> None:
        self.stop()
        self._start()

    def _hear(self) -> None:
        while not self._line.closed and self._line.poll():
            percent = self._line.recv()
            if self._report is not None:
                self._report(percent)


class RenderPool:
    """As many processes as asked for, handed out first come, first served."""

    def __init__(self, studio: Studio, processes: int) -> None:
        self.studio = studio
        self._processes = [RenderProcess() for _ in range(processes)]
        self._free = asyncio.Queue[RenderProcess]()
        for process in self._processes:
            self._free.put_nowait(process)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in self._processes:
            process.stop()

    @asynccontextmanager
    async def process(self) -> AsyncIterator[RenderProcess]:
        """Wait for a free process, and have it until the end of the block."""
        process = await self._free.get()
        try:
            yield process
        finally:
            self._free.put_nowait(process)

    async def warm_up(self) -> None:
        """Make the first songs as quick as the others, unless somebody is already waiting for one."""
        await asyncio.sleep(WARM_UP_AFTER_SECONDS)
        async with asyncio.TaskGroup() as tasks:
            for _ in self._processes:
                tasks.create_task(self._warm_up_one())

    async def _warm_up_one(self) -> None:
        async with self.process() as process:
            if process.used:
                return
            try:
                await process.run(worker.warm_up, self.studio)
            except RenderFailed as error:
                log.warning("warm-up failed", error=str(error))


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start a process deaf to Ctrl-C, which a terminal sends to all: the server decides when it ends."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

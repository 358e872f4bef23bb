"""Where Buskers are born with everything imported, so that a thousand starts don't take the day.

What `python -m bot run` does first is to import, which touches nothing and takes most of a start. Here it is
done once, and each Busker is a fork of that, with arguments, a folder and an environment of its own: all that
comes after the imports is its own, too. (`tests/stories/` starts it as people do.)

`python -m tests.torture.nursery` reads a wish a line, in JSON, and says `born PID` and `died PID CODE`. With
its stdin it ends, and so do all that are still alive.
"""

import asyncio
import gc
import importlib
import json
import os
import random
import runpy
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any

__all__ = ["Born", "Nursery", "a_nursery"]

IMPORTED = ("bot.running", "bot.wiring", "adapters.discord.platform", "adapters.slack.platform")
REAPED = {signal.SIGCHLD}


@dataclass(eq=False)
class Born:
    """A process, as asyncio has them."""

    pid: int
    returncode: int | None = None
    _has_died: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self) -> int:
        await self._has_died.wait()
        assert self.returncode is not None
        return self.returncode

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def died(self, code: int) -> None:
        self.returncode = code
        self._has_died.set()

    def _send(self, sign: signal.Signals) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, sign)


class Nursery:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin
        self._stdin = process.stdin
        self._alive: dict[int, Born] = {}
        self._awaited: asyncio.Future[Born] | None = None

    async def born(
        self, arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str], log: Path
    ) -> Born:
        """One that was started as `python` would be with these arguments: `-m MODULE …`."""
        self._awaited = asyncio.get_running_loop().create_future()
        wish = {
            "arguments": [*arguments], "folder": str(folder), "environment": {**environment},
            "log": str(log),
        }  # fmt: skip
        self._stdin.write(json.dumps(wish).encode() + b"\n")
        return await self._awaited

    async def listen(self, stdout: asyncio.StreamReader) -> None:
        """To what becomes of them."""
        async for line in stdout:
            word, *numbers = line.split()
            pid, *code = map(int, numbers)
            if word == b"born":
                assert self._awaited
                self._alive[pid] = born = Born(pid)
                self._awaited.set_result(born)
            else:
                self._alive.pop(pid).died(*code)


@asynccontextmanager
async def a_nursery() -> AsyncIterator[Nursery]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.torture.nursery"),
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # a process with threads can't be forked
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    nursery = Nursery(process)
    listening = asyncio.create_task(nursery.listen(process.stdout))
    try:
        yield nursery
    finally:
        process.stdin.close()
        await process.wait()
        await listening


def _main() -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    alive = set[int]()

    def reap(*_: object) -> None:
        with suppress(ChildProcessError):
            while pid := (ended := os.waitpid(-1, os.WNOHANG))[0]:
                alive.discard(pid)
                _say(f"died {pid} {os.waitstatus_to_exitcode(ended[1])}")

    signal.signal(signal.SIGCHLD, reap)
    for line in sys.stdin.buffer:
        signal.pthread_sigmask(signal.SIG_BLOCK, REAPED)  # nobody dies before they are born
        if not (pid := os.fork()):
            _live(json.loads(line))
            return
        alive.add(pid)
        _say(f"born {pid}")
        signal.pthread_sigmask(signal.SIG_UNBLOCK, REAPED)
    for pid in [*alive]:
        os.kill(pid, signal.SIGKILL)
    while alive:
        sleep(0.01)


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _live(wish: Mapping[str, Any]) -> None:
    """Become what was wished for, as if it had been started by itself."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, REAPED)
    os.chdir(wish["folder"])
    os.environ.clear()
    os.environ.update(wish["environment"])
    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(wish["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for ours, theirs in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(ours, theirs)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115  # for as long as it lives
    random.seed()
    _, module, *arguments = wish["arguments"]
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _main()

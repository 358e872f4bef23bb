"""The real `busker`, which kills itself at one step of a song: `python -m tests.torture.mortal run`.

`MORTAL_STEP` says at which: `write save_job 5 after` is just after the fifth saving of the job, and
`show 1 before` just before the first card. Steps are counted from the moment on when a new song is admitted;
what was begun before goes on undisturbed. Every step that is crossed is written to the file `MORTAL_STEPS`,
if that is said. Nothing in Busker knows of it: what it calls is wrapped from outside.
"""

import functools
import os
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

from bot.__main__ import main
from soundverse.client import Soundverse
from soundverse.events import Event
from storage.database import Database
from storage.rows import Value

FIRST = "admit"
"""The statement with which a new song begins; nothing is lost or charged before it."""

Method = Callable[..., Awaitable[Any]]


class Fate:
    """Where it ends."""

    def __init__(self, step: str, log: Path | None) -> None:
        self._step = step
        self._log = log
        self._crossed = Counter[str]()
        self._is_armed = False

    def begin(self) -> None:
        """A new song: its steps are the first, the second, and so on."""
        self._is_armed = True
        self._crossed.clear()

    def before(self, name: str) -> str:
        """About to do it; what this crossing is called."""
        self._crossed[name] += 1
        crossing = f"{name} {self._crossed[name]}"
        self._cross(f"{crossing} before")
        return crossing

    def after(self, crossing: str) -> None:
        """It is done, and nobody has been told."""
        self._cross(f"{crossing} after")

    def _cross(self, step: str) -> None:
        if not self._is_armed:
            self._crossed.clear()
            return
        if self._log:
            with self._log.open("a") as log:
                log.write(step + "\n")
        if step == self._step:
            os.kill(os.getpid(), signal.SIGKILL)


def wrap(fate: Fate, owner: type, method: str, name: str) -> None:
    """Let its crossings be counted."""
    whole: Method = getattr(owner, method)

    @functools.wraps(whole)
    async def crossing(*arguments: object, **named: object) -> object:
        crossed = fate.before(name)
        result = await whole(*arguments, **named)
        fate.after(crossed)
        return result

    setattr(owner, method, crossing)


def wrap_storage(fate: Fate) -> None:
    whole = Database.write

    async def write(self: Database, name: str, /, **values: Value) -> list[sqlite3.Row]:
        if name == FIRST:
            fate.begin()
        crossed = fate.before(f"write {name}")
        rows = await whole(self, name, **values)
        fate.after(crossed)
        return rows

    Database.write = write  # type: ignore[method-assign]


def wrap_composer(fate: Fate) -> None:
    """Before the request leaves; and when the answer's first word has come, which nobody has seen."""
    whole = Soundverse.compose

    async def compose(
        self: Soundverse,
        *arguments: Any,  # noqa: ANN401  # the client's own
        **named: Any,  # noqa: ANN401
    ) -> AsyncGenerator[Event]:
        crossed = fate.before("compose")
        async with aclosing(whole(self, *arguments, **named)) as events:
            async for event in events:
                if crossed:
                    fate.after(crossed)
                    crossed = ""
                yield event

    Soundverse.compose = compose  # type: ignore[method-assign]
    wrap(fate, Soundverse, "fetch", "fetch")


def wrap_chat(fate: Fate, command: str) -> None:
    for method in ("show", "deliver"):
        wrap(fate, _chat(command), method, method)
    if command == "run" and "SLACK_BOT_TOKEN" in os.environ:
        from adapters.slack.uploads import Uploads  # noqa: PLC0415  # slow to import

        for method, name in (("_put", "upload"), ("_complete", "complete"), ("fate", "fate")):
            wrap(fate, Uploads, method, name)


def _chat(command: str) -> type:
    """Slow to import, and only one of them is needed."""
    if command != "run":
        from adapters.console.chat import ConsoleChat  # noqa: PLC0415

        return ConsoleChat
    if "SLACK_BOT_TOKEN" in os.environ:
        from adapters.slack.chat import SlackChat  # noqa: PLC0415

        return SlackChat
    from adapters.discord.chat import DiscordChat  # noqa: PLC0415

    return DiscordChat


if __name__ == "__main__":
    log = os.environ.get("MORTAL_STEPS")
    fate = Fate(os.environ.get("MORTAL_STEP", ""), Path(log) if log else None)
    wrap_storage(fate)
    wrap_composer(fate)
    wrap_chat(fate, sys.argv[1])
    sys.exit(main())

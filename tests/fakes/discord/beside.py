"""The fake in a thread of its own, for tests that have no event loop.

    with discord_beside() as (discord, do):
        guild = do(discord.guild, "Garden")
        ana = do(guild.member, "ana")
        asked = do(discord.slash, ana, channel, "song", prompt="rain")

What changes something, or waits, is said through `do`; it runs where the fake lives.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from inspect import isawaitable
from typing import ParamSpec, TypeVar, overload

from tests.fakes.discord.facade import Discord, fake_discord
from tests.fakes.discord.feed import PATIENCE_SECONDS

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Beside:
    """Calls what it is given where the fake lives, and waits for what comes of it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    @overload
    def __call__(
        self, step: Callable[Given, Awaitable[Result]], *args: Given.args, **named: Given.kwargs
    ) -> Result: ...

    @overload
    def __call__(
        self, step: Callable[Given, Result], *args: Given.args, **named: Given.kwargs
    ) -> Result: ...

    def __call__(
        self, step: Callable[Given, object], *args: Given.args, **named: Given.kwargs
    ) -> object:
        async def run() -> object:
            result = step(*args, **named)
            return await result if isawaitable(result) else result

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result()


@contextmanager
def discord_beside(
    *, windows: float = 1, patience: float = PATIENCE_SECONDS
) -> Iterator[tuple[Discord, Beside]]:
    """As `fake_discord`, and what says things to it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    do = Beside(loop)
    house = fake_discord(windows=windows, patience=patience)
    try:
        discord = do(house.__aenter__)
        try:
            yield discord, do
        finally:
            do(house.__aexit__, None, None, None)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

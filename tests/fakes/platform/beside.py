"""A fake in a thread of its own, for tests that have no event loop.

What changes something, or waits, is said through `do`; it runs where the fake lives.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from inspect import isawaitable
from typing import ParamSpec, TypeVar, overload

Given = ParamSpec("Given")
Result = TypeVar("Result")
Fake = TypeVar("Fake")


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
def beside(house: AbstractAsyncContextManager[Fake]) -> Iterator[tuple[Fake, Beside]]:
    """The fake, and what says things to it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    do = Beside(loop)
    try:
        fake = do(house.__aenter__)
        try:
            yield fake, do
        finally:
            do(house.__aexit__, None, None, None)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

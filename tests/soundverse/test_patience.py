import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from soundverse.patience import Patience

LONG = 60.0
SHORT = 0.02
LONGER_THAN_SHORT = 0.1


@asynccontextmanager
async def patience(*seconds: float) -> AsyncGenerator[Patience]:
    """So long for each wait in turn. What hangs all the same is ended after some seconds."""
    turns = iter(seconds)
    waiting = Patience(lambda: next(turns))
    async with asyncio.timeout(10):
        yield waiting
    waiting.end()


async def never() -> None:
    await asyncio.get_running_loop().create_future()


async def test_what_comes_in_time_is_given_on() -> None:
    async with patience(LONG) as waiting:
        assert await waiting.wait_for(asyncio.sleep(0, "news")) == "news"


async def test_silence_ends_a_wait() -> None:
    async with patience(SHORT) as waiting:
        with pytest.raises(TimeoutError):
            await waiting.wait_for(never())


async def test_a_wait_without_time_ends_at_once_unless_what_it_waits_for_is_there() -> None:
    async with patience(-1, -1) as waiting:
        assert await waiting.wait_for(asyncio.sleep(0, "news")) == "news"
        with pytest.raises(TimeoutError):
            await waiting.wait_for(never())


async def test_each_wait_has_its_own_time() -> None:
    async with patience(SHORT, LONG) as waiting:
        await waiting.wait_for(asyncio.sleep(0))
        assert await waiting.wait_for(asyncio.sleep(LONGER_THAN_SHORT, "late")) == "late"


async def test_news_again_and_again_is_never_silence() -> None:
    async with patience(*[LONGER_THAN_SHORT] * 50) as waiting:
        for number in range(50):
            assert await waiting.wait_for(asyncio.sleep(SHORT / 4, number)) == number


async def test_a_wait_may_be_shorter_than_the_one_before() -> None:
    async with patience(LONG, SHORT) as waiting:
        await waiting.wait_for(asyncio.sleep(0))
        with pytest.raises(TimeoutError):
            await waiting.wait_for(never())


async def test_nothing_is_ended_between_two_waits() -> None:
    async with patience(SHORT, LONG) as waiting:
        await waiting.wait_for(asyncio.sleep(0))
        await asyncio.sleep(LONGER_THAN_SHORT)
        assert await waiting.wait_for(asyncio.sleep(0, "news")) == "news"


async def test_silence_after_a_pause_between_two_waits_ends_the_second() -> None:
    async with patience(SHORT, SHORT) as waiting:
        await waiting.wait_for(asyncio.sleep(0))
        await asyncio.sleep(LONGER_THAN_SHORT)
        with pytest.raises(TimeoutError):
            await waiting.wait_for(never())


async def test_an_error_of_what_is_waited_for_is_its_own() -> None:
    async def broken() -> None:
        raise ConnectionError

    async with patience(LONG) as waiting:
        with pytest.raises(ConnectionError):
            await waiting.wait_for(broken())


async def test_a_cancel_from_outside_is_no_silence() -> None:
    async with patience(LONG) as waiting:
        task = asyncio.create_task(waiting.wait_for(never()))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_cancel_at_the_moment_of_silence_is_still_a_cancel() -> None:
    task: asyncio.Task[None]

    async def cancelled_when_it_ends() -> None:
        try:
            await never()
        finally:
            task.cancel()

    async with patience(SHORT) as waiting:
        task = asyncio.create_task(waiting.wait_for(cancelled_when_it_ends()))
        with pytest.raises(asyncio.CancelledError):
            await task

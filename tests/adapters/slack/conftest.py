import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.slack.calls import USUAL, Calls, Seconds
from adapters.slack.chat import SlackChat
from adapters.slack.prefix import Prefix
from bot.operating.metrics import Metrics
from tests.fakes.clock import QuickClock
from tests.fakes.slack import Slack, fake_slack

STEP_SECONDS = 0.005


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """What says things on a Slack, by the real client library."""

    chat: SlackChat
    metrics: Metrics
    clock: QuickClock


@pytest.fixture
def times() -> float:
    """So much faster goes the time, on both sides."""
    return 20


@pytest.fixture
async def fake() -> AsyncIterator[Slack]:
    async with fake_slack() as found:
        yield found


@pytest.fixture
def seconds() -> Seconds:
    """How long a call may take."""
    return USUAL


@pytest.fixture
async def clock(fake: Slack, times: float) -> AsyncIterator[QuickClock]:
    """Slack's own is kept in step with it."""
    clock = QuickClock(times)
    fake.clock.ticks = lambda: clock.now().timestamp()  # type: ignore[method-assign]  # the limits' own

    async def keep_in_step() -> None:
        while True:
            fake.clock.move(max(0.0, (clock.now() - fake.clock.now()).total_seconds()))
            await asyncio.sleep(STEP_SECONDS)

    keeping = asyncio.create_task(keep_in_step())
    yield clock
    keeping.cancel()


@pytest.fixture
async def speaker(fake: Slack, clock: QuickClock, seconds: Seconds) -> AsyncIterator[Speaker]:
    yield (made := another(fake, clock, seconds))
    await made.chat.close()


def another(fake: Slack, clock: QuickClock, seconds: Seconds = USUAL) -> Speaker:
    """One that knows nothing of what was said before, as after a restart. Close its chat."""
    metrics = Metrics()
    calls = Calls(fake.bot_token, fake.api, clock, lambda: metrics.rate_limited("slack"), seconds)
    return Speaker(chat=SlackChat(calls, clock, metrics, Prefix()), metrics=metrics, clock=clock)

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import discord
import pytest

from adapters.discord.asking.registration import Registration
from adapters.discord.chat import DiscordChat
from adapters.discord.client import DiscordClient
from adapters.discord.gateway import Sessions
from adapters.discord.interactions.leases import Leases
from adapters.discord.interactions.pending import Pending
from adapters.discord.patience import USUAL, Seconds, bound
from adapters.discord.refusals import refusals_told
from adapters.discord.sending.pacing import Paces, Turn
from adapters.showing.turns import Rank
from bot.operating.metrics import Metrics
from tests.fakes.clock import HandClock, QuickClock
from tests.fakes.discord import Discord, fake_discord
from tests.fakes.quiet import Activity


@dataclass
class Traffic:
    """Turns that are asked for by hand, and what became of them."""

    activity: Activity = field(default_factory=Activity)
    gone: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = HandClock(self.activity)
        self.paces = Paces(self.clock)
        self.times: list[float] = []

    def ask(
        self, name: str, rank: Rank = Rank.CHANGED, *, channel: str = "1", **facts: str | bool
    ) -> asyncio.Task[None]:
        """Wait for a turn of this name; `gone` has it afterwards."""
        turn = Turn(rank=rank, **facts)  # type: ignore[arg-type]  # whatever the test names

        async def wait() -> None:
            await self.paces.edits(channel).wait_for(turn)
            self.gone.append(name)
            self.times.append(self.clock.now().timestamp())

        return asyncio.create_task(wait())

    async def settle(self) -> None:
        await self.activity.settle()

    def new(self) -> list[str]:
        """What went since this was asked before."""
        new, self.gone = self.gone, []
        return new


@pytest.fixture
async def traffic() -> Traffic:
    return Traffic()


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """What says things on a Discord, by the real client library."""

    chat: DiscordChat
    metrics: Metrics
    clock: QuickClock

    def move(self, fake: Discord, seconds: float) -> None:
        """Let time pass on both sides."""
        fake.clock.move(seconds)
        self.clock.moved += fake.clock.now() - self.clock.now()


@pytest.fixture
def times() -> float:
    """So much faster goes the time: windows are a second long instead of five."""
    return 5


@pytest.fixture
async def fake(times: float) -> AsyncIterator[Discord]:
    async with fake_discord(windows=1 / times) as found:
        yield found


@pytest.fixture
def seconds() -> Seconds:
    """How long a call may take."""
    return USUAL


@pytest.fixture
async def speaker(
    fake: Discord,
    times: float,
    seconds: Seconds,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Speaker]:
    monkeypatch.setattr(discord.http.Route, "BASE", fake.api)
    metrics, clock = Metrics(), QuickClock(times)
    client = DiscordClient(
        sessions=Sessions(clock, None),
        registration=Registration(tmp_path / "menu", ()),
        is_direct=False,
        http_trace=refusals_told(lambda: metrics.rate_limited("discord")),
    )
    async with client:
        await client.login(fake.token)
        bound(client.http, seconds)
        yield Speaker(
            chat=DiscordChat(client, Pending(), Leases(clock), clock, metrics),
            metrics=metrics,
            clock=clock,
        )

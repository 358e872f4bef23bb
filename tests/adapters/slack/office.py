"""A workspace with somebody in it, and Busker behind the real Bolt: what comes in, and what is said first."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.addresses import EVENTS_PATH, PLATFORM, place_from
from adapters.slack.app import Reception
from adapters.slack.blocks import blocks_for, fallback_for
from adapters.slack.calls import Calls
from adapters.slack.door import Door
from adapters.slack.prefix import Prefix
from adapters.slack.sockets import Sockets
from bot.assembly import Busker
from bot.clock import SystemClock
from bot.jobs import Job
from bot.models import Card, Place
from bot.models import Person as Asking
from tests.bot.conftest import Stage
from tests.fakes.clock import QuickClock
from tests.fakes.slack import Channel, Message, Person, Slack, fake_slack

SOCKETS = 2


@dataclass
class Office:
    """What is asked for becomes a row; nobody plays it, so that only first answers are seen."""

    slack: Slack
    stage: Stage
    busker: Busker
    client: AsyncWebClient
    calls: Calls
    clock: QuickClock = field(default_factory=lambda: QuickClock(times=50))

    def __post_init__(self) -> None:
        self.channel = self.slack.channel("music")
        self.ana = self.slack.member("ana")

    def reception(self, *, takes_guests: bool = False) -> Reception:
        return Reception(
            self.client,
            self.calls,
            self.busker.router,
            self.direct,
            self.clock,
            team=self.slack.workspace.id,
            bot=self.slack.bot.id,
            prefix=Prefix(),
            takes_guests=takes_guests,
        )

    async def direct(self, person: Asking) -> Place:
        said = await self.client.conversations_open(users=person.id)
        return place_from("", said["channel"]["id"])

    async def jobs(self) -> list[Job]:
        return list(await self.stage.store.unfinished())

    async def until_asked(self, count: int = 1) -> list[Job]:
        """Once there are as many songs."""
        for _ in range(1000):
            if len(jobs := await self.jobs()) >= count:
                return jobs
            await asyncio.sleep(0.005)
        raise AssertionError(f"there are no {count} songs")

    async def song(self, prompt: str = "rain") -> Job:
        """One of Ana's that is done."""
        known = {job.id for job in await self.jobs()}
        await self.slack.slash(self.ana, self.channel, "/song", prompt)
        for _ in range(1000):
            await self.stage.settle()
            for job in await self.stage.store.of(Asking(platform=PLATFORM, id=self.ana.id), most=9):
                if job.id not in known and job.ask.prompt == prompt and job.stage.is_final:
                    return job
            await asyncio.sleep(0.005)
        raise AssertionError(f"{prompt} isn't done")

    async def post(self, card: Card, *, thread: Message | None = None) -> Message:
        """A card as it stands in the channel."""
        said = await self.client.chat_postMessage(
            channel=self.channel.id,
            text=fallback_for(card),
            blocks=blocks_for(card),
            thread_ts=thread.ts if thread else None,
        )
        return next(one for one in self.channel.messages if one.ts == said["ts"])

    async def told(self, channel: Channel | None = None, person: Person | None = None) -> Message:
        """What somebody is told next where only they read it."""
        return await (channel or self.channel).next_ephemeral(person or self.ana)

    @asynccontextmanager
    async def by_socket(self, *, takes_guests: bool = False) -> AsyncIterator[Reception]:
        reception = self.reception(takes_guests=takes_guests)
        client = AsyncWebClient(token=self.slack.app_token, base_url=self.slack.api)
        sockets = Sockets(client, reception.receive, self.clock)
        work = asyncio.create_task(sockets.run(lambda: None))
        try:
            await self.slack.sockets.ready(SOCKETS)
            yield reception
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work
            await reception.close()
            await self.slack.sockets.gone()

    @asynccontextmanager
    async def by_http(self) -> AsyncIterator[Door]:
        reception, door = self.reception(), Door(self.slack.signing_secret, SystemClock())
        app = web.Application(client_max_size=2**20)
        app.add_routes([door.route])
        runner = web.AppRunner(app, access_log=None, lingering_time=0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            door.open(reception.receive)
            await self.slack.http.reach(f"http://127.0.0.1:{runner.addresses[0][1]}{EVENTS_PATH}")
            yield door
        finally:
            await reception.close()
            await runner.cleanup()


@asynccontextmanager
async def a_studio(stage: Stage) -> AsyncIterator[Office]:
    """An office where songs are made, and shown by a chat that keeps them."""
    async with an_office(stage) as office, stage.at_work() as busker:
        office.busker = busker
        yield office


@asynccontextmanager
async def an_office(stage: Stage) -> AsyncIterator[Office]:
    """Ends with nothing refused, and with no argument that Slack doesn't know."""
    async with fake_slack(patience=8) as slack:
        client = AsyncWebClient(token=slack.bot_token, base_url=slack.api)
        calls = Calls(slack.bot_token, slack.api, QuickClock(times=50), lambda: None)
        office = Office(slack=slack, stage=stage, busker=stage.busker(), client=client, calls=calls)
        try:
            yield office
        finally:
            await calls.close()
        assert [str(call) for call in slack.refused] == [], slack.refused
        assert slack.unheeded == [], slack.unheeded

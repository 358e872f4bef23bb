"""A whole Discord for a test: `async with fake_discord() as discord: ...`."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from tests.fakes.discord.acting import Acting
from tests.fakes.discord.buckets import Buckets, TooFast
from tests.fakes.discord.events import Events
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.files import Files
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.openapi import specification
from tests.fakes.discord.people import Person, User, user_of
from tests.fakes.discord.places import Channel, Guild, Kind
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.routes_commands import CommandRoutes
from tests.fakes.discord.routes_interactions import InteractionRoutes
from tests.fakes.discord.routes_messages import MessageRoutes
from tests.fakes.discord.routes_reading import ReadingRoutes
from tests.fakes.discord.routing import Route
from tests.fakes.discord.server import API, Server
from tests.fakes.discord.world import Call, World
from tests.fakes.discord.writing import Writing
from tests.fakes.platform.feed import PATIENCE_SECONDS, Found


class Discord(Acting):
    """Set it up, let people act, let things fail, and look at what came of it.

    `clock` is moved by hand, `faults` and `gateway` make trouble.
    """

    def __init__(self, windows: float = 1, patience: float = PATIENCE_SECONDS) -> None:
        self._world = World()
        self._world.feed.patience = patience
        self.clock = self._world.clock
        self.gateway = Gateway(self._world)
        self.faults = Faults()
        self.files = Files(self._world)
        self._events = Events(self._world, self.gateway)
        self._buckets = Buckets(self.clock, windows)
        self._world.happened = self._events.happened
        writing = Writing(self._world, self.files)
        super().__init__(self._world, self.files, writing, self._events)

    @property
    def token(self) -> str:
        return self._world.token

    @property
    def api(self) -> str:
        """For `discord.http.Route.BASE`."""
        return f"{self._world.public_url}{API}"

    @property
    def cdn(self) -> str:
        """Where attachments are had."""
        return self._world.public_url

    @property
    def bot(self) -> User:
        return self._world.bot

    @property
    def owner(self) -> User:
        """Whose application it is."""
        return self._world.owner

    def guild(self, name: str, *, has_bot: bool = True, boost_tier: int = 0) -> Guild:
        guild = Guild(
            id=self._world.ids.new(),
            name=name,
            world=self._world,
            has_bot=has_bot,
            boost_tier=boost_tier,
        )
        self._world.guilds[guild.id] = guild
        if has_bot:
            self._world.happened("GUILD_CREATE", guild)
        return guild

    def user(self, name: str, *, locale: str = "en-GB") -> User:
        """Somebody in no guild."""
        return self._world.add_user(name, locale=locale)

    def channels(self) -> list[Channel]:
        """All there are, of all guilds, and conversations."""
        return list(self._world.channels.values())

    def direct(self, person: Person) -> Channel:
        """Their conversation with the bot."""
        return self._world.direct(user_of(person))

    def group(self, name: str) -> Channel:
        """A conversation of people, without the bot."""
        channel = Channel(
            id=self._world.ids.new(),
            name=name,
            world=self._world,
            kind=Kind.GROUP,
            is_with_bot=False,
        )
        return self._world.add(channel)

    def configure(
        self,
        *,
        is_public: bool = True,
        flags: int = 0,
        interactions_url: str | None = None,
        needs_code_grant: bool = False,
        is_for_people: bool = True,
        starts_left: int = 1000,
        shards: int = 1,
        at_once: int = 1,
        gateway_elsewhere: str = "",
    ) -> None:
        """What the developer portal has: who may invite the bot and how, its flags, and the day's rest.

        Beside it what is said of the gateway: how many shards, how many at once, and perhaps another address.
        """
        self._world.is_public = is_public
        self._world.application_flags = flags
        self._world.interactions_url = interactions_url
        self._world.needs_code_grant = needs_code_grant
        self._world.is_for_people = is_for_people
        self._world.starts_left = starts_left
        self._world.shards, self._world.at_once = shards, at_once
        self._world.gateway_elsewhere = gateway_elsewhere

    @property
    def calls(self) -> list[Call]:
        """Every request, in order."""
        return self._world.calls

    @property
    def refused(self) -> list[Call]:
        """What Discord didn't accept, but for faults by script."""
        return self._world.refusals()

    @property
    def too_fast(self) -> list[TooFast]:
        """Every 429, but for those by script."""
        return [one for one in self._buckets.log if not one.by_fault]

    def commands(self, guild: Guild | None = None) -> list[Json]:
        """The menu as it was synced."""
        return self._world.commands.get(guild.id if guild else "", [])

    async def commands_synced(self, guild: Guild | None = None) -> list[Json]:
        return await self.until(lambda: self.commands(guild), "a menu of commands")

    async def until(self, look: Callable[[], Found | None], what: str) -> Found:
        """The first thing that `look` finds, asked again after every change."""
        return await self._world.feed.until(look, what)

    async def open(self) -> web.AppRunner:
        """Listen on a free port of this machine."""
        server = Server(
            world=self._world,
            buckets=self._buckets,
            faults=self.faults,
            files=self.files,
            specification=specification(),
            drop_gateway=self.gateway.drop,
        )
        app = web.Application(client_max_size=1 << 30)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/attachments/{channel}/{attachment}/{name}", server.handle_file)
        app.router.add_route("*", API + "/{path:.*}", server.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self._world.public_url = f"http://127.0.0.1:{port}"
        self.gateway.url = f"ws://127.0.0.1:{port}/gateway/"
        server.routes = self._routes()
        return runner

    def _routes(self) -> list[Route]:
        return [
            *ReadingRoutes(self._world, self.gateway.url).routes(),
            *MessageRoutes(self._world, self._writing, self._buckets).routes(),
            *InteractionRoutes(self._world, self._writing).routes(),
            *CommandRoutes(self._world).routes(),
        ]


@asynccontextmanager
async def fake_discord(
    *, windows: float = 1, patience: float = PATIENCE_SECONDS
) -> AsyncIterator[Discord]:
    """`windows` makes those of rate limits shorter: with 0.1 half a second lets five messages through.

    `patience` is how many seconds every wait for the client may take.
    """
    discord = Discord(windows, patience)
    runner = await discord.open()
    try:
        yield discord
    finally:
        discord.faults.release()
        discord.gateway.close()
        await runner.cleanup()

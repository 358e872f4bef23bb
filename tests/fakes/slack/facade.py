"""A whole Slack for a test: `async with fake_slack() as slack: ...`."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from tests.fakes.platform.feed import PATIENCE_SECONDS, Found
from tests.fakes.slack.acting import Acting
from tests.fakes.slack.deliveries import Attempt, Deliveries, Delivery
from tests.fakes.slack.events import Events
from tests.fakes.slack.faults import Faults
from tests.fakes.slack.files import Files
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.manifest import install
from tests.fakes.slack.people import Person, Workspace
from tests.fakes.slack.places import Channel, Kind
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.responses import Responses
from tests.fakes.slack.routes_conversations import ConversationMethods
from tests.fakes.slack.routes_files import FileMethods
from tests.fakes.slack.routes_messages import MessageMethods
from tests.fakes.slack.routes_people import PeopleMethods
from tests.fakes.slack.routes_views import ViewMethods
from tests.fakes.slack.routing import Method
from tests.fakes.slack.server import API, Server
from tests.fakes.slack.signed import Requests
from tests.fakes.slack.sockets import Sockets
from tests.fakes.slack.streams import StreamMethods
from tests.fakes.slack.tiers import Tiers, TooFast
from tests.fakes.slack.views import Views
from tests.fakes.slack.world import Call, World
from tests.fakes.slack.writing import Writing


class Slack(Acting):
    """Set it up, let people act, let things fail, and look at what came of it.

    `clock` is moved by hand; `faults`, `sockets`, `http` and `files` make trouble.
    """

    def __init__(self, windows: float = 1, patience: float = PATIENCE_SECONDS) -> None:
        self._world = World()
        self._world.feed.patience = patience
        self.clock = self._world.clock
        self.faults = Faults()
        self.files = Files(self._world)
        self.sockets = Sockets(self._world, self._ack, self._lose)
        self.http = Requests(self._world, self._ack, self._lose)
        self._deliveries = Deliveries(self._world, self.faults, [self.http, self.sockets])
        self._tiers = Tiers(self.clock, windows)
        writing = Writing(self._world, self.files)
        views = Views(self._world)
        events = Events(self._world, self._deliveries, writing, views)
        super().__init__(self._world, self.files, writing, views, events)

    @property
    def bot_token(self) -> str:
        return self._world.bot_token

    @property
    def app_token(self) -> str:
        return self._world.app_token

    @property
    def signing_secret(self) -> str:
        return self._world.signing_secret

    @property
    def api(self) -> str:
        """For `base_url`; it ends with a slash."""
        return f"{self._world.public_url}{API}"

    @property
    def workspace(self) -> Workspace:
        return self._world.workspace

    @property
    def bot(self) -> Person:
        return self._world.bot

    @property
    def scopes(self) -> set[str]:
        """What the bot's token is allowed; may be changed."""
        return self._world.scopes

    @property
    def events(self) -> set[str]:
        """What is subscribed to; may be changed."""
        return self._world.events

    def install(self, manifest: Json) -> None:
        """Have the commands, shortcuts, scopes and events that it names, and no others."""
        install(manifest, self._world)

    def channel(
        self, name: str, *, private: bool = False, has_bot: bool = True, shared: bool = False
    ) -> Channel:
        """With everybody in it who is no guest; `shared` is with another organisation."""
        channel = Channel(
            id=self._world.ids.new("C"),
            name=name,
            world=self._world,
            kind=Kind.PRIVATE if private else Kind.PUBLIC,
            is_shared=shared,
        )
        channel.invite(*(one for one in self._world.people.values() if _is_everywhere(one)))
        if has_bot:
            channel.invite_bot()
        return self._world.add(channel)

    def member(
        self,
        name: str,
        *,
        admin: bool = False,
        owner: bool = False,
        guest: bool = False,
        single_channel_guest: bool = False,
        external: bool = False,
        locale: str = "en-GB",
        tz: str = "Europe/London",
    ) -> Person:
        """In every channel that there is, unless they are a guest or of another organisation."""
        person = Person(
            id=self._world.ids.new("U"),
            name=name,
            team_id=self._world.ids.new("T") if external else self._world.workspace.id,
            locale=locale,
            tz=tz,
            is_admin=admin,
            is_owner=owner,
            is_guest=guest,
            is_single_channel_guest=single_channel_guest,
            is_external=external,
        )
        self._world.people[person.id] = person
        if _is_everywhere(person):
            for channel in self._world.channels.values():
                if not channel.recipient:
                    channel.invite(person)
        return person

    def direct(self, person: Person) -> Channel:
        """Their conversation with the bot."""
        return self._world.direct(person)

    def revoke(self, *, uninstall: bool = False) -> None:
        """The bot's token is worth nothing from now on; the bot is told."""
        bot = self._world.bot
        self._events.event("tokens_revoked", bot, {"tokens": {"oauth": [], "bot": [bot.id]}})
        if uninstall:
            self._events.event("app_uninstalled", bot, {})
        self._world.is_revoked = True

    def repeat(self, asked: Interaction) -> None:
        """What was already brought is brought once more, with the same ids."""
        assert asked.delivery, "this was told to nobody"
        self._deliveries.repeat(asked.delivery)

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything that was brought to the bot, in order."""
        return self._deliveries.log

    @property
    def calls(self) -> list[Call]:
        """Every request, in order."""
        return self._world.calls

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def refused(self) -> list[Call]:
        """What Slack didn't accept, but for faults by script."""
        return self._world.refusals()

    @property
    def unheeded(self) -> list[str]:
        """Arguments that Slack passed over, since no method has them: mostly slips of the pen."""
        return [f"{call.method}: {name}" for call in self.calls for name in call.unheeded]

    @property
    def too_fast(self) -> list[TooFast]:
        """Every 429, but for those by script."""
        return [one for one in self._tiers.log if not one.by_fault]

    async def until(self, look: Callable[[], Found | None], what: str) -> Found:
        """The first thing that `look` finds, asked again after every change."""
        return await self._world.feed.until(look, what)

    async def start(self) -> web.AppRunner:
        """Listen on a free port of this machine."""
        server = Server(
            world=self._world,
            tiers=self._tiers,
            faults=self.faults,
            sockets=self.sockets,
            responses=Responses(self._world, self._writing),
            receive_file=self.files.receive,
            serve_file=self.files.serve,
            methods={one.name: one for one in self._methods()},
        )
        app = web.Application(client_max_size=1 << 30)
        app.add_routes(server.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._world.public_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    def _methods(self) -> list[Method]:
        return [
            *PeopleMethods(self._world, self.sockets.address).methods(),
            *ConversationMethods(self._world).methods(),
            *MessageMethods(self._world, self._writing).methods(),
            *StreamMethods(self._world, self._writing).methods(),
            *ViewMethods(self._world, self._views, self.files).methods(),
            *FileMethods(self._world, self.files, self._writing).methods(),
        ]

    def _ack(self, attempt: Attempt, said: object) -> None:
        self._deliveries.ack(attempt, said)

    def _lose(self, attempt: Attempt, reason: str, *, for_good: bool = False) -> None:
        self._deliveries.lose(attempt, reason, for_good=for_good)


@asynccontextmanager
async def fake_slack(
    *, windows: float = 1, patience: float = PATIENCE_SECONDS
) -> AsyncIterator[Slack]:
    """`windows` makes minutes of rate limits shorter: with 0.1 fifty edits are let through in 6 s.

    `patience` is how many seconds every wait for the client may take.
    """
    slack = Slack(windows, patience)
    runner = await slack.start()
    try:
        yield slack
    finally:
        slack.faults.release()
        slack.sockets.close()
        await slack.http.close()
        await runner.cleanup()


def _is_everywhere(person: Person) -> bool:
    is_guest = person.is_guest or person.is_single_channel_guest
    return not (person.is_bot or is_guest or person.is_external)

"""The gateway: sessions that outlive their connections, and hand over what was missed.

https://discord.com/developers/docs/events/gateway
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.discord.line import Close, Line, Op
from tests.fakes.discord.place_payloads import guild_payload, user_payload
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World

HEARTBEAT_MS = 41_250
BUCKET_RESTS_SECONDS = 4.9
"""Five, less what the way takes."""
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
"""Members, presences and the content of messages."""


@dataclass(eq=False, kw_only=True)
class Session:
    """What one client has been told; each event is kept, so that it can be told again."""

    id: str
    intents: int
    shard: int
    shards: int
    events: list[Json] = field(default_factory=list)
    line: Line | None = None
    resumed: int = 0
    """How often it went on after a break."""

    def sees(self, guild_id: str) -> bool:
        return (int(guild_id or 0) >> 22) % self.shards == self.shard

    def tell(self, event: str, data: Json) -> None:
        """Without a connection it is kept, until the session is resumed."""
        number = len(self.events) + 1
        message = {"op": int(Op.DISPATCH), "t": event, "s": number, "d": data}
        self.events.append(message)
        if self.line:
            self.line.say(message)


class Gateway:
    """Whoever connects says who they are, and is told what happens from then on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._door = asyncio.Event()
        self._door.set()
        self._lines: set[Line] = set()
        self.url = ""
        """Known once the server listens."""
        self.sessions: list[Session] = []
        self.identified = 0
        """How many sessions were begun."""
        self.too_soon: list[int] = []
        """Shards that began a session while their bucket had to rest."""
        self._begun: dict[int, tuple[int, float]] = {}
        """By bucket: the last shard that began, and when."""
        self.allowed_intents = ~PRIVILEGED
        """Privileged ones have to be allowed by the platform."""

    @property
    def connected(self) -> list[Session]:
        return [session for session in self.sessions if session.line]

    def dispatch(
        self, event: str, data: Callable[[int], Json], *, guild_id: str = "", needs: int = 0
    ) -> None:
        """To every session that serves the guild and has an intent of `needs`.

        `data` makes what a session with such intents may read.
        """
        for session in self.sessions:
            if session.sees(guild_id) and (not needs or session.intents & needs):
                session.tell(event, data(session.intents))

    def drop(self, code: Close = Close.UNKNOWN) -> None:
        """Close every connection; sessions stay, and can be resumed."""
        for session in self.connected:
            if session.line:
                session.line.hang_up(code)
            session.line = None
        self._world.feed.stir()

    def reconnect(self) -> None:
        """Ask every client to come again: op 7."""
        for session in self.connected:
            if session.line:
                session.line.say_op(Op.RECONNECT)

    def invalidate(self) -> None:
        """End every session; the client has to begin anew: op 9."""
        for session in self.connected:
            if session.line:
                session.line.say_op(Op.INVALID, data=False)
        self.forget()

    def forget(self) -> None:
        """No session can be resumed any more; who tries is told so."""
        self.sessions.clear()

    def shut(self) -> None:
        """Nobody gets in until `open`; whoever knocks waits."""
        self._door.clear()

    def open(self) -> None:
        self._door.set()

    async def ready(self, shards: int = 1) -> Session:
        """The latest session, once as many are connected."""
        return await self._world.feed.until(
            lambda: self.connected[-1] if len(self.connected) >= shards else None, "a connection"
        )

    async def gone(self) -> None:
        """Once nobody is connected any more."""
        await self._world.feed.until(lambda: not self.connected, "the client to leave")

    async def resumed(self, times: int = 1) -> Session:
        """A session, once it went on as often after a break."""
        return await self._world.feed.until(
            lambda: next((one for one in self.connected if one.resumed >= times), None),
            "a session to be resumed",
        )

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        await self._door.wait()
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = Line(socket, self._world.clock)
        self._lines.add(line)
        sending = asyncio.create_task(line.send())
        try:
            line.say_op(Op.HELLO, {"heartbeat_interval": HEARTBEAT_MS})
            await self._talk(line)
        finally:
            self._lines.discard(line)
            self._leave(line)
            line.hang_up(Close.GOING_AWAY)
            await sending
        return socket

    def close(self) -> None:
        self.open()
        for line in self._lines:
            line.hang_up(Close.GOING_AWAY)

    async def _talk(self, line: Line) -> None:
        """Until the client is gone, or is shown the door."""
        while message := await line.hear():
            match message["op"]:
                case Op.HEARTBEAT:
                    line.say_op(Op.ACK)
                case Op.IDENTIFY:
                    self._begin(line, message["d"])
                case Op.RESUME:
                    self._resume(line, message["d"])
                case _ if not any(session.line is line for session in self.sessions):
                    line.hang_up(Close.NOT_AUTHENTICATED)

    def _leave(self, line: Line) -> None:
        for session in self.sessions:
            if session.line is line:
                session.line = None
        self._world.feed.stir()

    def _begin(self, line: Line, said: Json) -> None:
        shard, shards = said.get("shard") or (0, 1)
        intents = said.get("intents", 0)
        for is_wrong, code in (
            (said.get("token") != self._world.token, Close.BAD_TOKEN),
            (not 0 <= shard < shards, Close.BAD_SHARD),
            (intents & ~self.allowed_intents, Close.DISALLOWED_INTENTS),
            (self._world.starts_left <= 0, Close.BAD_TOKEN),  # it is reset then
        ):
            if is_wrong:
                line.hang_up(code)
                return
        if self._is_too_soon(shard):
            self.too_soon.append(shard)
            line.say_op(Op.INVALID, data=False)
            return
        self._world.starts_left -= 1
        id_ = f"session-{self._world.ids.new()}"
        session = Session(id=id_, intents=intents, shard=shard, shards=shards, line=line)
        self.identified += 1
        self._tell_all(session, said)
        self.sessions.append(session)
        self._world.feed.stir()

    def _is_too_soon(self, shard: int) -> bool:
        """A bucket rests. The same shard may come again, so that tests of restarts needn't wait."""
        bucket, now = shard % self._world.at_once, self._world.clock.ticks()
        before, begun_at = self._begun.get(bucket, (shard, 0.0))
        self._begun[bucket] = shard, now
        return before != shard and now - begun_at < BUCKET_RESTS_SECONDS

    def _tell_all(self, session: Session, said: Json) -> None:
        """Who the bot is and where: READY, and each guild."""
        guilds = [
            guild
            for guild in self._world.guilds.values()
            if guild.has_bot and session.sees(guild.id)
        ]
        flags = self._world.application_flags
        ready: Json = {
            "v": 10,
            "user": user_payload(self._world.bot),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._world.gateway_elsewhere or self.url,
            "application": {"id": self._world.application_id, "flags": flags},
        }
        session.tell("READY", ready | ({"shard": said["shard"]} if "shard" in said else {}))
        for guild in guilds:
            session.tell("GUILD_CREATE", guild_payload(guild, self._world))

    def _resume(self, line: Line, said: Json) -> None:
        """What was missed comes first, then what happens from now on."""
        for session in self.sessions:
            if session.id == said.get("session_id") and said.get("token") == self._world.token:
                for event in session.events[said["seq"] or 0 :]:
                    line.say(event)
                session.line = line
                session.resumed += 1
                session.tell("RESUMED", {})
                self._world.feed.stir()
                return
        line.say_op(Op.INVALID, data=False)

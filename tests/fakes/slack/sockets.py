"""Socket Mode: the bot asks for an address, connects to it, and each thing goes to one connection.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.platform.line import Line
from tests.fakes.slack.deliveries import Attempt, Kind
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.world import World

MOST_SOCKETS = 10
GOING_AWAY = 1001
BROKEN = 1011
RECONNECT_SECONDS = 18_060


@dataclass(eq=False, kw_only=True)
class Socket:
    line: Line
    waiting: dict[str, Attempt] = field(default_factory=dict)
    """What was brought here and isn't acked; an ack counts only where it was brought."""
    is_leaving: bool = False
    """It was asked to come again, and gets nothing more."""


class Sockets:
    def __init__(
        self,
        world: World,
        ack: Callable[[Attempt, object], None],
        lose: Callable[[Attempt, str], None],
    ) -> None:
        self._world = world
        self._ack = ack
        self._lose = lose
        self._tickets: set[str] = set()
        self._door = asyncio.Event()
        self._door.set()
        self._turn = 0
        self.connected: list[Socket] = []
        self.opened = 0
        """How many connections there ever were."""

    @property
    def is_there(self) -> bool:
        return bool(self._serving())

    def address(self) -> str:
        """For one connection."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        base = self._world.public_url.replace("http", "ws", 1)
        return f"{base}/link/?ticket={ticket}&app_id={self._world.app_id}"

    def carry(self, attempt: Attempt) -> None:
        """To one after the other."""
        serving = self._serving()
        self._turn += 1
        socket = serving[self._turn % len(serving)]
        delivery = attempt.delivery
        envelope: Json = {
            "envelope_id": attempt.envelope_id,
            "type": str(delivery.kind),
            "payload": delivery.payload,
            "accepts_response_payload": delivery.kind is not Kind.EVENT,
        }
        if delivery.kind is Kind.EVENT:
            envelope |= {"retry_attempt": attempt.number, "retry_reason": attempt.reason}
        socket.waiting[attempt.envelope_id] = attempt
        socket.line.say(envelope)

    def drop(self, count: int | None = None) -> None:
        """Connections end without a word: all, or the oldest; what wasn't acked is lost."""
        for socket in self.connected[:count]:
            self._leave(socket)
            socket.line.hang_up(BROKEN)

    def warn(self) -> None:
        """Say that a refresh is near."""
        for socket in self._serving():
            self._disconnect(socket, "warning")

    def refresh(self, count: int | None = 1) -> None:
        """Ask to connect again, as Slack does every few hours: the oldest ones, None is all."""
        for socket in self._serving()[:count]:
            socket.is_leaving = True
            self._disconnect(socket, "refresh_requested")

    def shut(self) -> None:
        """Nobody gets in until `open`; whoever knocks waits."""
        self._door.clear()

    def open(self) -> None:
        self._door.set()

    async def ready(self, count: int = 1) -> None:
        """Once as many serve."""
        await self._world.feed.until(
            lambda: len(self._serving()) >= count, f"{count} connections by socket"
        )

    async def gone(self) -> None:
        """Once nobody is connected any more."""
        await self._world.feed.until(lambda: not self.connected, "the client to leave")

    async def renewed(self, opened: int) -> None:
        """Once there were as many connections in all."""
        await self._world.feed.until(lambda: self.opened >= opened, f"connection {opened}")

    async def handle(self, request: web.Request) -> web.StreamResponse:
        await self._door.wait()
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = Line(socket)
        found = Socket(line=line)
        sending = asyncio.create_task(line.send())
        try:
            self._greet(found)
            while (text := await line.read()) is not None:
                self._hear(found, text)
        finally:
            self._leave(found)
            line.hang_up(GOING_AWAY)
            await sending
        return socket

    def close(self) -> None:
        self.open()
        for socket in self.connected:
            socket.line.hang_up(GOING_AWAY)

    def _greet(self, socket: Socket) -> None:
        if len(self.connected) >= MOST_SOCKETS:
            self._disconnect(socket, "too_many_websockets")
            socket.line.hang_up(GOING_AWAY)
            return
        self.connected.append(socket)
        self.opened += 1
        socket.line.say(
            {
                "type": "hello",
                "num_connections": len(self.connected),
                "debug_info": _debug_info() | {"approximate_connection_time": RECONNECT_SECONDS},
                "connection_info": {"app_id": self._world.app_id},
            }
        )
        self._world.feed.stir()

    def _hear(self, socket: Socket, text: str) -> None:
        """Anything that isn't an ack of what was brought here is passed over."""
        try:
            said = json.loads(text)
        except ValueError:
            return
        attempt = socket.waiting.pop(str(said.get("envelope_id")), None)
        if attempt:
            self._ack(attempt, said.get("payload"))

    def _leave(self, socket: Socket) -> None:
        if socket in self.connected:
            self.connected.remove(socket)
        for attempt in socket.waiting.values():
            self._lose(attempt, "connection_failed")
        socket.waiting.clear()
        self._world.feed.stir()

    def _serving(self) -> list[Socket]:
        return [socket for socket in self.connected if not socket.is_leaving]

    def _disconnect(self, socket: Socket, reason: str) -> None:
        socket.line.say({"type": "disconnect", "reason": reason, "debug_info": _debug_info()})


def _debug_info() -> Json:
    return {"host": "applink-fake", "build_number": 1}

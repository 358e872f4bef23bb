"""Socket Mode: two connections, each replaced before it ends, so that nothing told meanwhile is lost.

The library's own client closes a connection before it opens the next one, and forgets what came by it.
An ack counts only on the connection by which a payload came, so that one stays until all are given.
Source: https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

import aiohttp
import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asked import Json
from adapters.slack.failures import FAILED, error_of
from bot.ports import Clock

__all__ = ["Receive", "Sockets"]

log = structlog.get_logger()

LINES = 2
HEARTBEAT_SECONDS = 20.0
CONNECT_SECONDS = 15.0
PAUSES_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Between one try to connect and the next."""

DRAIN_SECONDS = 3.0
"""For acks that are under way when a connection is to end; Slack waits no longer."""

STEADY_SECONDS = 10.0
"""A line that ended sooner has failed: addresses for new ones are few."""

WARNED_SECONDS = 20.0
"""A connection that Slack wants to renew soon is used so long, unless Slack ends it earlier."""


class Receive(Protocol):
    """Whoever takes what came; see `adapters.slack.app.Reception`."""

    def __call__(self, body: Json, headers: Mapping[str, str]) -> Awaitable[BoltResponse]:
        """What Slack is to be answered."""
        ...


class Sockets:
    """`client` has the app's own token."""

    def __init__(self, client: AsyncWebClient, receive: Receive, clock: Clock) -> None:
        self._client = client
        self._receive = receive
        self._clock = clock

    async def run(self, connected: Callable[[], None]) -> None:
        """Stay connected until cancelled; `connected` is called each time one connection serves.

        Raises one of FAILED when the first connection can't be had.
        """
        async with aiohttp.ClientSession(trust_env=True) as session:
            first = await self._address()
            async with asyncio.TaskGroup() as group:
                for number in range(LINES):
                    address = first if number == 0 else None
                    group.create_task(self._keep(session, address, connected))

    async def _keep(
        self, session: aiohttp.ClientSession, address: str | None, connected: Callable[[], None]
    ) -> None:
        """One connection after the other. The one before goes on until it has given all its acks."""
        fails, leaving = 0, set[asyncio.Task[None]]()
        try:
            while True:
                line = Line(self._receive, self._clock)
                try:
                    where = address or await self._address()
                    task = asyncio.create_task(line.serve(session, where, self._client.proxy))
                    address = None
                    leaving.add(task)
                    task.add_done_callback(leaving.discard)
                    await line.served(task)
                    connected()
                    served_at = self._clock.now()
                    await line.leaving(task)
                    served = (self._clock.now() - served_at).total_seconds()
                    fails = 0 if served >= STEADY_SECONDS else fails + 1
                    if fails > 1:  # one may be renewed soon, but not over and over
                        await self._pause(fails - 1)
                except FAILED as failure:
                    why = error_of(failure) or type(failure).__name__
                    log.warning("a line to slack couldn't be had", why=why)
                    address = None
                    fails += 1
                    await self._pause(fails)
        finally:
            for task in list(leaving):
                task.cancel()
            await asyncio.gather(*leaving, return_exceptions=True)

    async def _pause(self, fails: int) -> None:
        await self._clock.sleep(PAUSES_SECONDS[min(fails, len(PAUSES_SECONDS)) - 1])

    async def _address(self) -> str:
        said = await self._client.apps_connections_open(app_token=self._client.token or "")
        return str(said["url"])


class Line:
    """One connection."""

    def __init__(self, receive: Receive, clock: Clock) -> None:
        self._receive = receive
        self._clock = clock
        self._greeted = asyncio.Event()
        self._leaving = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()

    async def serve(self, session: aiohttp.ClientSession, address: str, proxy: str | None) -> None:
        """Connect, and answer until it ends. Raises one of FAILED."""
        async with asyncio.timeout(CONNECT_SECONDS):
            socket = await session.ws_connect(
                address, heartbeat=HEARTBEAT_SECONDS, proxy=proxy, max_msg_size=0
            )
        try:
            await self._hear(socket)
        finally:
            self._leaving.set()
            await self._drain()
            with suppress(*FAILED):
                await socket.close()

    async def served(self, task: asyncio.Task[None]) -> None:
        """Wait until Slack has greeted us. Raises one of FAILED when that doesn't happen."""
        await self._first_of(self._greeted, task)
        if not self._greeted.is_set():
            raise ConnectionError("Slack ended the connection at once")

    async def leaving(self, task: asyncio.Task[None]) -> None:
        """Wait until it ends, or is about to."""
        await self._first_of(self._leaving, task)

    async def _first_of(self, event: asyncio.Event, task: asyncio.Task[None]) -> None:
        waiting = asyncio.create_task(event.wait())
        try:
            await asyncio.wait({waiting, task}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
        if task.done() and not task.cancelled() and (failure := task.exception()):
            raise failure

    async def _hear(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            said = _read(message.data)
            match said.get("type"):
                case "hello":
                    self._greeted.set()
                case "disconnect":
                    log.info("slack renews a line", why=said.get("reason"))
                    self._leaving.set()
                    if said.get("reason") != "warning":
                        return
                    self._do(self._end_soon(socket))
                case _ if "envelope_id" in said:
                    self._do(self._answer(socket, said))

    async def _answer(self, socket: aiohttp.ClientWebSocketResponse, said: Json) -> None:
        """Ack it with what the app says."""
        response = await self._receive(said.get("payload") or {}, _headers(said))
        if response.status != 200:  # noqa: PLR2004  # as for HTTP: only then it has arrived
            log.warning("something on slack wasn't acked", kind=said.get("type"))
            return
        ack: Json = {"envelope_id": said["envelope_id"]}
        if response.body:
            ack["payload"] = json.loads(response.body)
        with suppress(*FAILED):
            await socket.send_str(json.dumps(ack))

    async def _end_soon(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        await self._clock.sleep(WARNED_SECONDS)
        with suppress(*FAILED):
            await socket.close()

    async def _drain(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=DRAIN_SECONDS)
            for task in late:
                task.cancel()

    def _do(self, work: Any) -> None:  # noqa: ANN401  # a coroutine
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


def _read(text: str) -> Json:
    """What isn't JSON says nothing."""
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _headers(said: Json) -> dict[str, str]:
    """A delivery that comes again says so, as by HTTP."""
    if not said.get("retry_attempt"):
        return {}
    return {
        "X-Slack-Retry-Num": str(said["retry_attempt"]),
        "X-Slack-Retry-Reason": str(said.get("retry_reason") or ""),
    }

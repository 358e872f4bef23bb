"""One connection to the gateway, by its own words."""

import json
from collections import deque
from enum import IntEnum

from aiohttp import web

from tests.fakes.discord.refusals import Json
from tests.fakes.platform import line as platform
from tests.fakes.platform.clock import Clock

MOST_SENT = 120
PER_SECONDS = 60.0


class Op(IntEnum):
    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID = 9
    HELLO = 10
    ACK = 11


class Close(IntEnum):
    GOING_AWAY = 1001
    UNKNOWN = 4000
    MISSHAPEN = 4002
    NOT_AUTHENTICATED = 4003
    BAD_TOKEN = 4004
    TOO_FAST = 4008
    BAD_SHARD = 4010
    DISALLOWED_INTENTS = 4014


class Line(platform.Line):
    def __init__(self, socket: web.WebSocketResponse, clock: Clock) -> None:
        super().__init__(socket)
        self._clock = clock
        self._received: deque[float] = deque(maxlen=MOST_SENT)

    def say_op(self, op: Op, data: object = None) -> None:
        self.say({"op": int(op), "d": data, "s": None, "t": None})

    async def hear(self) -> Json | None:
        """The next message; None once the connection has ended, also for saying too much."""
        text = await self.read()
        if text is None:
            return None
        now = self._clock.ticks()
        if len(self._received) == MOST_SENT and now - self._received[0] < PER_SECONDS:
            self.hang_up(Close.TOO_FAST)
            return None
        self._received.append(now)
        try:
            said = json.loads(text)
            if isinstance(said, dict) and isinstance(said.get("op"), int):
                return said
        except ValueError:
            pass
        self.hang_up(Close.MISSHAPEN)
        return None

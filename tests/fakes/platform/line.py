"""One websocket: what is said on it goes out in order, behind what was said before."""

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web


class Line:
    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._outgoing: asyncio.Queue[dict[str, Any] | int] = asyncio.Queue()

    def say(self, message: dict[str, Any]) -> None:
        self._outgoing.put_nowait(message)

    def hang_up(self, code: int) -> None:
        """Close it, once everything was said."""
        self._outgoing.put_nowait(code)

    async def send(self) -> None:
        """Until it is hung up, or the other side is gone."""
        while isinstance(message := await self._outgoing.get(), dict):
            try:
                await self._socket.send_str(json.dumps(message))
            except ConnectionError:
                return
        await self._socket.close(code=message)

    async def read(self) -> str | None:
        """The next text; None once the connection has ended."""
        message = await self._socket.receive()
        return str(message.data) if message.type is WSMsgType.TEXT else None

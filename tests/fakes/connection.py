"""A platform that connects and breaks off when a test says so."""

import asyncio

from bot.ports import Chat
from bot.router import Router


class APlatform:
    """Says nothing by itself; `ends` holds what each connection ends with."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.routes: tuple[()] = ()
        self.ends: asyncio.Queue[Exception] = asyncio.Queue()
        self.served = 0
        self.is_over = False
        """It was told to stop, and did."""
        self._is_there = asyncio.Event()

    def let_in(self) -> None:
        """Songs can be shown from now on."""
        self._is_there.set()

    async def serve(self, router: Router) -> None:  # noqa: ARG002  # nobody asks for anything
        self.served += 1
        try:
            raise await self.ends.get()
        except asyncio.CancelledError:
            self.is_over = True
            raise

    async def connected(self) -> None:
        await self._is_there.wait()

"""Whoever waits for something to happen is woken by it, and never looks every few milliseconds."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

PATIENCE_SECONDS = 75.0

Found = TypeVar("Found")


class Feed:
    """Every change stirs it; a wait ends with the first one after which there is something."""

    def __init__(self, tell: Callable[[], str]) -> None:
        self._tell = tell
        self.patience = PATIENCE_SECONDS
        self._changed = asyncio.Event()

    def stir(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, look: Callable[[], Found | None], what: str) -> Found:
        """The first thing that `look` finds; when nothing comes, says what did happen instead."""
        try:
            async with asyncio.timeout(self.patience):
                while not (found := look()):
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(
                f"waited {self.patience:g} s for {what}; what happened:\n{self._tell()}"
            ) from None
        return found

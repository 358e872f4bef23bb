"""All of Busker at work for a bench: the real client, worker and database, and a chat that takes note."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from bot.assembly import Busker, assembled
from bot.clock import SystemClock
from bot.logs import log_to
from bot.models import Card, Command, Person, Place, Started
from bot.setup import Setup
from soundverse.client import Soundverse
from storage.database import open_database
from storage.store import Store
from tests.fakes.chat import RecordingChat

__all__ = ["Ask", "at_work"]

Ask = Callable[[str], Awaitable[str]]
"""Asks for a v6 song with this prompt: its job's id."""

HERE = Place(platform="bench", server="bench", channel="bench")


@asynccontextmanager
async def at_work(
    folder: Path, base_url: str, note: Callable[[Card], None], *, songs_at_once: int = 1
) -> AsyncGenerator[Ask]:
    """Busker on a fresh database in `folder`. `note` is told each card at once."""
    with (folder / "busker.log").open("w") as log:
        log_to(log, "INFO")
        async with (
            open_database(folder / "busker.db") as database,
            Soundverse(base_url=base_url, key="bench") as composer,
        ):
            store = Store(database)
            busker = assembled(
                Setup(
                    storage=store,
                    chats={HERE.platform: _Chat(note)},
                    composer=composer,
                    clock=SystemClock(),
                    folder=folder / "archive",
                    zone=UTC,
                    default_rule=None,
                    song_version="v6",
                    player="soundverse",
                    songs_at_once=songs_at_once,
                )
            )
            work = asyncio.create_task(busker.run())
            try:
                yield lambda prompt: _ask(busker, prompt)
            finally:
                work.cancel()
                with suppress(asyncio.CancelledError):
                    await work


async def _ask(busker: Busker, prompt: str) -> str:
    command = Command(
        name="song",
        options={"prompt": prompt},
        person=Person(platform="bench", id=prompt),
        place=HERE,
        request_key=prompt,
    )
    answer = await busker.router.answer(command)
    assert isinstance(answer, Started)
    return answer.job_id


class _Chat(RecordingChat):
    def __init__(self, note: Callable[[Card], None]) -> None:
        super().__init__()
        self._note = note

    async def show(self, place: Place, card: Card) -> Place:
        self._note(card)
        return place if place.message else replace(place, message=card.key)

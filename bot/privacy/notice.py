"""What a person is told in private at their first song: where their words go, and how long they stay."""

import asyncio
from datetime import timedelta

import structlog

from bot.models import Person
from bot.ports import Chat, Clock
from bot.stores import People
from bot.words import words_for

__all__ = ["Notice"]

log = structlog.get_logger()


class Notice:
    """Told beside the song, which it never delays or fails; told at the next one if it couldn't be."""

    def __init__(
        self,
        people: People,
        chat: Chat,
        clock: Clock,
        *,
        player: str,
        archive: timedelta,
        is_on: bool,
    ) -> None:
        self._people = people
        self._chat = chat
        self._clock = clock
        self._player = player
        self._archive = archive
        self._is_on = is_on
        self._waiting: asyncio.Queue[Person] = asyncio.Queue()

    def offer(self, person: Person) -> None:
        """They have asked for a song."""
        if self._is_on:
            self._waiting.put_nowait(person)

    async def run(self) -> None:
        """Tell everybody once, until cancelled."""
        while True:
            person = await self._waiting.get()
            try:
                await self._tell(person)
            except Exception as error:  # noqa: BLE001  # a person who takes no messages is no fault
                log.info("a notice can't be told", why=type(error).__name__)

    async def _tell(self, person: Person) -> None:
        if await self._people.is_noticed(person):
            return
        words = words_for(person.locale)
        goes = "notice-houseband" if self._player == "houseband" else "notice-soundverse"
        keys = (words.say(goes), words.say("notice-kept", days=self._archive.days))
        await self._chat.tell(person, " ".join((*keys, words.say("notice-yours"))))
        await self._people.note_noticed(person, self._clock.now())

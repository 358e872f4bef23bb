"""The port `Chat` in a terminal: cards on a screen, songs as files in a folder."""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from adapters.console.drawing import Sheet
from adapters.console.folders import can_be_written, put_attachment, put_songs, remove_songs
from adapters.console.numbers import Numbers
from adapters.console.screen import Screen
from bot.errors import NotAllowedHere
from bot.models import Attachment, Card, Person, Place, Result, Told, Tone
from bot.words import words_for

__all__ = ["ConsoleChat"]

PRIVATE = "@"
"""Begins the channel in which Busker writes to one person alone."""

PUBLIC = "terminal"


class ConsoleChat:
    """Shows cards to the person who sits there, and puts every song into `songs` under its title."""

    def __init__(self, songs: Path, screen: Screen, person: Person) -> None:
        self.numbers = Numbers()
        self._songs = songs
        self._exports = songs.with_name("exports")
        self._screen = screen
        self._person = person
        self._words = words_for(person.locale)
        self._putting = asyncio.Lock()
        self._delivered: set[str] = set()
        self._ends: dict[str, asyncio.Future[Tone]] = {}
        self._messages = itertools.count(1)

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`."""
        if not card.key:
            return self._post(place, card)
        stands = replace(place, message=card.key)
        end = self._end(card.key)
        if not card.is_last:
            self._screen.put(self._sheet(card, stands))
        elif not end.done():
            if card.key not in self._delivered:
                self._screen.finish(self._sheet(card, stands))
            end.set_result(card.tone)
        return stands

    async def deliver(
        self,
        place: Place,
        result: Result,
        key: str,  # noqa: ARG002  # files tell
        *,
        tried_at: datetime | None = None,  # noqa: ARG002  # the same
    ) -> Place:
        """See `bot.ports.Chat`. The same song is never put there twice.

        The message is the name that the files share, so that a take which follows gets it too.
        """
        async with self._putting:  # another song of the same title must see these names taken
            name, files = await asyncio.to_thread(put_songs, self._songs, result)
        if result.card.is_last:
            self._delivered.add(result.card.key)
        stands = replace(place, message=name)
        said = self._words.say("console-files", folder=f"{self._songs}/")
        extra = ("", said, *(target.name for target in files)) if result.takes else ()
        self._screen.finish(self._sheet(result.card, stands, *extra))
        return stands

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        title = self._words.say("console-title")
        card = Card(tone=Tone.QUIET, title=title, lines=tuple(text.splitlines()))
        self._screen.finish(self._sheet(card, await self.direct(person)))

    async def answer(self, told: Told, place: Place) -> None:
        """Show the answer to a command or a press, and keep the files that go with it."""
        lines = [await self._keep(each) for each in told.files]
        sheet = self._sheet(told.card, replace(place, message=None), *lines)
        self._screen.finish(replace(sheet, note=self._words.say("console-private")))

    async def check(self, place: Place) -> int | None:  # noqa: ARG002  # one place is like another
        """See `bot.ports.Chat`. A folder takes files of any size. Raises NotAllowedHere."""
        try:
            await asyncio.to_thread(can_be_written, self._songs)
        except OSError as error:
            raise NotAllowedHere from error
        return None

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`."""
        channel = f"{PRIVATE}{person.id}"
        return Place(platform=person.platform, server=person.platform, channel=channel)

    async def link(self, place: Place, filename: str) -> str | None:  # noqa: ARG002  # files have no URLs here
        """See `bot.ports.Chat`."""
        return None

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`. What has scrolled away stays; the files of a result go."""
        if place.message is None:
            return
        if self._screen.drop(place.message):
            end = self._end(place.message)
            if not end.done():
                end.set_result(Tone.QUIET)
        async with self._putting:
            await asyncio.to_thread(remove_songs, self._songs, place.message)

    def expires(self, place: Place, url: str) -> bool:  # noqa: ARG002  # a terminal gives no addresses
        """See `bot.ports.Chat`."""
        return False

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        """See `bot.ports.Chat`. Nothing here needs an address."""

    @property
    def is_idle(self) -> bool:
        """No song that was shown here is still on its way."""
        return all(end.done() for end in self._ends.values())

    async def ended(self, job_id: str) -> Tone:
        """Wait for the song's last card; how it feels."""
        return await self._end(job_id)

    def _end(self, job_id: str) -> asyncio.Future[Tone]:
        return self._ends.setdefault(job_id, asyncio.get_running_loop().create_future())

    def _post(self, place: Place, card: Card) -> Place:
        """A message of its own, about no song. Shown again, it is printed again."""
        stands = replace(place, message=place.message or f"message {next(self._messages)}")
        self._screen.finish(self._sheet(card, stands))
        return stands

    def _sheet(self, card: Card, place: Place, *extra: str) -> Sheet:
        buttons = self.numbers.give(card, place)
        return Sheet(card=card, extra=extra, note=self._note(place), buttons=buttons)

    def _note(self, place: Place) -> str:
        if place.channel.startswith(PRIVATE):
            name = place.channel.removeprefix(PRIVATE)
            if name == self._person.id:
                return self._words.say("console-private")
            return self._words.say("console-private-other", name=name)
        if not place.channel:  # as settings name the operator's
            return self._words.say("console-operator")
        if place.channel != PUBLIC:
            return self._words.say("console-elsewhere", channel=place.channel)
        return ""

    async def _keep(self, attachment: Attachment) -> str:
        try:
            async with self._putting:
                path = await asyncio.to_thread(put_attachment, self._exports, attachment)
        except OSError as error:
            why = error.strerror or str(error)
            folder = f"{self._exports}/"
            return self._words.say("console-not-kept", folder=folder, why=why)
        return self._words.say("console-kept", file=str(path))

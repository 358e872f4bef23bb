"""The port `Chat` in a terminal: cards on a screen, songs as files in a folder."""

import asyncio
import filecmp
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from adapters.console.screen import Screen
from bot.errors import NotAllowedHere
from bot.models import Card, Person, Place, Result, Tone
from bot.words import words_for

__all__ = ["ConsoleChat"]


class ConsoleChat:
    """Shows cards, and puts every finished song into `songs` under its title."""

    def __init__(self, songs: Path, screen: Screen, locale: str) -> None:
        self._songs = songs
        self._screen = screen
        self._words = words_for(locale)
        self._putting = asyncio.Lock()
        self._delivered: set[str] = set()
        self._ends: dict[str, asyncio.Future[Tone]] = {}

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`. A card that belongs to no song is shown as it is, once."""
        if not card.key:
            self._screen.finish(card)
            return place
        end = self._end(card.key)
        if not card.is_last:
            self._screen.put(card)
        elif not end.done():
            if card.key not in self._delivered:
                self._screen.finish(card)
            end.set_result(card.tone)
        return replace(place, message=card.key)

    async def deliver(self, place: Place, result: Result, key: str) -> Place:  # noqa: ARG002  # files tell
        """See `bot.ports.Chat`. The same song is never put there twice.

        The message is the name that the files share, so that a take which follows gets it too.
        """
        async with self._putting:  # another song of the same title must see these names taken
            name, files = await asyncio.to_thread(self._put, result)
        if result.card.is_last:
            self._delivered.add(result.card.key)
        said = self._words.say("console-files", folder=f"{self._songs}/")
        extra = ("", said, *(target.name for target in files)) if result.takes else ()
        self._screen.finish(result.card, extra=extra)
        return replace(place, message=name)

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        self._screen.finish(Card(tone=Tone.QUIET, title=person.id, lines=(text,)))

    async def check(self, place: Place) -> int | None:  # noqa: ARG002  # one place is like another
        """See `bot.ports.Chat`. A folder takes files of any size. Raises NotAllowedHere."""
        try:
            await asyncio.to_thread(self._try_the_folder)
        except OSError as error:
            raise NotAllowedHere from error
        return None

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`. A terminal has one person."""
        return Place(platform=person.platform, server=person.platform, channel="terminal")

    async def link(self, place: Place, filename: str) -> str | None:  # noqa: ARG002  # files have no URLs here
        """See `bot.ports.Chat`."""
        return None

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`. What a terminal has shown stays; the files are the person's own."""

    @property
    def is_idle(self) -> bool:
        """No song that was shown here is still on its way."""
        return all(end.done() for end in self._ends.values())

    async def ended(self, job_id: str) -> Tone:
        """Wait for the song's last card; how it feels."""
        return await self._end(job_id)

    def _end(self, job_id: str) -> asyncio.Future[Tone]:
        return self._ends.setdefault(job_id, asyncio.get_running_loop().create_future())

    def _try_the_folder(self) -> None:
        self._songs.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self._songs):
            pass

    def _put(self, result: Result) -> tuple[str, list[Path]]:
        """The name that the files share, and where they lie by now."""
        self._songs.mkdir(parents=True, exist_ok=True)
        name, files = self._files(result)
        for source, target in files:
            partial = target.with_name(f".{target.name}.part")
            try:
                shutil.copyfile(source, partial)
                partial.replace(target)
            finally:
                partial.unlink(missing_ok=True)
        return name, [target for _, target in files]

    def _files(self, result: Result) -> tuple[str, list[tuple[Path, Path]]]:
        """Each file and its name; another song of the same title gets a number."""
        for name in _names(result):
            files = [(source, self._songs / (name + end)) for source, end in _endings(result)]
            if all(not new.exists() or filecmp.cmp(old, new, False) for old, new in files):
                return name, files
        raise AssertionError("numbers don't end")


def _names(result: Result) -> Iterator[str]:
    if result.follows and result.follows.message:
        yield result.follows.message
    yield result.name
    yield from (f"{result.name} ({number})" for number in itertools.count(2))


def _endings(result: Result) -> Iterator[tuple[Path, str]]:
    for take in result.takes:
        yield take.path, take.filename.removeprefix(result.name)
    if result.cover is not None:
        yield result.cover, result.cover.suffix

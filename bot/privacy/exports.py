"""Everything that is kept about a person, as one file for them."""

import asyncio
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from bot.models import Attachment, Person
from bot.stores import People
from bot.words import words_for

__all__ = ["Export", "Exports"]

FILENAME = "busker-export.zip"
ENTRY_BYTES = 500
"""More than a file in the archive takes besides its content."""

Records = Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The file, and what it tells."""

    file: Attachment
    songs: int
    left_out: int
    """Takes that didn't fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """Made in memory, within the size that can be posted."""

    people: People
    path: Callable[[Path], Path]
    """Where a file that a row names lies."""

    async def make(self, person: Person, most_bytes: int) -> Export:
        """Rows as JSON, and the takes as long as they fit, the newest first."""
        records = await self.people.records(person)
        words = words_for(person.locale)
        return await asyncio.to_thread(self._made, records, words.say("export-readme"), most_bytes)

    def _made(self, records: Records, readme: str, most_bytes: int) -> Export:
        files = [str(take["file"]) for take in reversed(records["takes"]) if "file" in take]
        there = [file for file in files if self.path(Path(file)).is_file()]
        data = _text({**records, "left_out": there})
        room = most_bytes - len(zlib.compress(data)) - len(readme.encode()) - 2 * ENTRY_BYTES
        put_in = self._fitting(there, room)
        left_out = [file for file in there if file not in put_in]
        content = BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as packed:
            packed.writestr("README.txt", readme)
            packed.writestr("data.json", _text({**records, "left_out": left_out}))
            for file in put_in:  # an mp3 gets no smaller
                packed.write(self.path(Path(file)), f"songs/{file}", ZIP_STORED)
        return Export(
            file=Attachment(filename=FILENAME, content=content.getvalue()),
            songs=len(records["songs"]),
            left_out=len(left_out),
        )

    def _fitting(self, files: Iterable[str], room: int) -> frozenset[str]:
        fitting = []
        for file in files:
            size = self.path(Path(file)).stat().st_size + ENTRY_BYTES
            if size <= room:
                room -= size
                fitting.append(file)
        return frozenset(fitting)


def _text(records: Mapping[str, object]) -> bytes:
    return json.dumps(records, ensure_ascii=False, indent=2).encode()

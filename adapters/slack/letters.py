"""Files that go with an answer: to the person alone, since what only one person sees here has none."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from adapters.slack.blocks import blocks_for
from adapters.slack.calls import Calls
from adapters.slack.failures import FAILED
from adapters.slack.uploads import Upload, Uploads
from bot.errors import NotAllowedHere
from bot.models import Attachment, Card, Person, Place
from bot.ports import Clock

__all__ = ["Direct", "Letters"]

log = structlog.get_logger()

Direct = Callable[[Person], Awaitable[Place]]
"""Where to write to one person alone. Raises NotAllowedHere."""


class Letters:
    """Each is one message, with its files, however large: an export takes as long as its line needs."""

    def __init__(self, calls: Calls, direct: Direct, clock: Clock) -> None:
        self._uploads = Uploads(calls, clock)
        self._direct = direct

    async def send(self, person: Person, files: Sequence[Attachment], card: Card) -> bool:
        """Whether the files lie in the conversation with the person now, or will in a moment."""
        try:
            place = await self._direct(person)
            with TemporaryDirectory(prefix="busker-") as folder:
                kept = await asyncio.to_thread(_kept, files, Path(folder))
                put = await self._uploads.put(kept)
            await self._uploads.share(put, (place.channel, None), blocks_for(card, names=True))
        except (NotAllowedHere, *FAILED):
            log.exception("files couldn't be sent to a person")
            return False
        return True


def _kept(files: Sequence[Attachment], folder: Path) -> list[Upload]:
    """On the disk, from where they are sent piece by piece."""
    found = []
    for number, file in enumerate(files):
        path = folder / str(number)
        path.write_bytes(file.content)
        found.append(Upload(path=path, name=file.filename))
    return found

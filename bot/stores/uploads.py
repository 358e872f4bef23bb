"""Audio that people attached to their commands, as it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.models import Person

__all__ = ["Upload", "Uploads", "address_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file of one song."""

    job_id: str
    address: str
    """Where it lay with the platform, as `address_of` has it."""
    file: Path
    """Where it lies in the archive."""


class Uploads(Protocol):
    """Which files there are. They are forgotten with the words of their song."""

    async def note_upload(self, upload: Upload) -> None:
        """Note that the file is there, unless its song was deleted."""
        ...

    async def uploads(self, job_id: str) -> Sequence[Upload]:
        """Those of one song."""
        ...

    async def uploads_at(self, address: str, person: Person) -> Sequence[Upload]:
        """Those that came from this address, newest first: the person's own, and of public songs."""
        ...


def address_of(url: str) -> str:
    """A URL without its query: a platform signs that anew each time it names the file."""
    return url.partition("#")[0].partition("?")[0]

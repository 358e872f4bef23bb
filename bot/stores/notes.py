"""Small things beside the songs: how long they took, what was told, secrets, copies of it all."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.jobs import Kind
from soundverse.calls import Version

__all__ = ["Copies", "Notices", "Secrets", "Timings"]


class Timings(Protocol):
    """How long songs took."""

    async def seconds_taken(
        self, kind: Kind, version: Version, player: str, *, most: int
    ) -> list[float]:
        """From the request to the end, of the latest that were made, each in seconds."""
        ...


class Notices(Protocol):
    """What the operator was told, so that a trouble is told once however often Busker restarts."""

    async def told_at(self, key: str) -> datetime | None:
        """When that was told, if it was."""
        ...

    async def note_told(self, key: str, now: datetime) -> None:
        """Note that it has been told."""
        ...

    async def forget_told(self, keys: Sequence[str]) -> None:
        """Those troubles have ended: when they come again, they are news."""
        ...


class Secrets(Protocol):
    """What has to stay the same over restarts, and that nobody else may know."""

    async def secret(self, name: str) -> bytes:
        """32 random bytes; made when they are first asked for."""
        ...


class Copies(Protocol):
    """Copies of all the rows, made while they are in use."""

    async def copy_to(self, target: Path) -> None:
        """Make the new file `target`: whole and checked, or not at all. Raises `BackupFailed`."""
        ...

"""What Busker needs from the outside: protocols, nothing else. Nobody inherits from them."""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.models import Card, Person, Place, Result
from guard.content import Kind
from soundverse.calls import Call, Version
from soundverse.events import Event, Ids

__all__ = ["Chat", "Clock", "Composer"]


class Clock(Protocol):
    """Time, so that tests can hand in their own."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Chat(Protocol):
    """One platform. Addresses and finished sentences go in; no rule and no decision lies behind it."""

    async def show(self, place: Place, card: Card) -> Place:
        """Post the card, or edit the message that stands at `place`; the answer is where it stands now.

        Raises `OSError`, or the platform's own error, when it can't be shown at all.
        """
        ...

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        """Hand over the result with its files: once per key, however often it is called.

        `tried_at` says since when it has been tried, there or elsewhere, if it has: it may have arrived
        though nobody heard of it, so the platform looks for it before it posts again.
        Each file is as small as `check` asks; where all together are too large for one message, it sends
        several, and answers where the first one lies. A result that follows another one is added to it,
        or posted beside it; one that follows without takes brings a new card only.
        Raises `NotAllowedHere` when trying again is of no use.
        """
        ...

    async def tell(self, person: Person, text: str) -> None:
        """Say something to one person, where only they see it.

        Raises `NotAllowedHere` when the person lets nobody do so.
        """
        ...

    async def check(self, place: Place) -> int | None:
        """How many bytes one file may have there; None for any number.

        Raises `NotAllowedHere` when nothing can be posted or uploaded there.
        """
        ...

    async def direct(self, person: Person) -> Place:
        """Where to write to one person alone, opened if need be.

        Raises `NotAllowedHere` when the person lets nobody do so.
        """
        ...

    async def link(self, place: Place, filename: str) -> str | None:
        """A fresh URL of a file that was delivered or attached there, if the platform gives one."""
        ...

    async def remove(self, place: Place) -> None:
        """Take away the message that stands there; one that is gone already is no error.

        A result that took several messages goes with all of them.
        """
        ...

    def expires(self, place: Place, url: str) -> bool:
        """Whether the address is one of the platform's own, that dies soon: its file has to be kept."""
        ...

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        """Put files beside the card at `place`, where `link` finds them by their names.

        What lies there under its name isn't put there again; the card's last form drops them all.
        """
        ...


class Composer(Protocol):
    """Who makes the music: Soundverse, or the house band by the same API."""

    def compose(self, call: Call, *, idempotency_key: str) -> AsyncGenerator[Event]:
        """Ask for a song and report what happens. Raises `SoundverseError`; never asks twice."""
        ...

    def resume(
        self, ids: Ids, *, version: Version, deadline: datetime | None = None
    ) -> AsyncGenerator[Event]:
        """Go on reporting about a song that was accepted before; it is asked for at least once."""
        ...

    async def check_reference(self, url: str) -> None:
        """Raise `FileRefused` unless the service could use audio that a person named."""
        ...

    async def fetch_reference(self, url: str, path: Path) -> str:
        """Fetch audio that a person named to `path`: all of it, or none. Its media type.

        Raises FileRefused, OSError.
        """
        ...

    async def check_take(self, url: str) -> None:
        """Raise `FileLost` unless a take still lies there to be gone on from."""
        ...

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        """Fetch one take or cover to `path`: all of it, or none. Raises `FileLost`, `OSError`."""
        ...

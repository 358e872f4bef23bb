"""The pictures of cards: files of their own, which only the card shows.

A block shows a file only once Slack has found out that it is a picture, so a card is drawn without at first.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import structlog

from adapters.showing.recent import Recent
from adapters.slack.uploads import Upload, Uploads, pauses
from bot.ports import Clock

__all__ = ["COVER", "Covers"]

log = structlog.get_logger()

COVER = "cover.jpg"

LONGEST = timedelta(seconds=20)
"""So long Slack may take to look at a picture; afterwards the card goes without."""

MOST_KEPT = 2000
MOST_TRIES = 2


class Covers:
    """By the picture's path."""

    def __init__(self, uploads: Uploads, clock: Clock) -> None:
        self._uploads = uploads
        self._clock = clock
        self._known: Recent[str] = Recent(MOST_KEPT)
        self._tries: Recent[int] = Recent(MOST_KEPT)
        self._coming: dict[Path, asyncio.Task[None]] = {}

    def known(self, cover: Path | None) -> str | None:
        """The id of the file that can be shown by now."""
        return self._known.get(str(cover))

    def fetch(self, cover: Path, then: Callable[[], None]) -> None:
        """Have it put there, and say when it can be shown."""
        coming = self._begun(cover)
        if coming:
            coming.add_done_callback(lambda _: then() if self.known(cover) else None)

    async def wait_for(self, cover: Path) -> None:
        """Until it can be shown, or isn't going to be."""
        if coming := self._begun(cover):
            await asyncio.shield(coming)

    def forget(self, cover: Path | None) -> None:
        """Slack doesn't take it."""
        self._known.pop(str(cover), None)

    def _begun(self, cover: Path) -> asyncio.Task[None] | None:
        if cover not in self._coming:
            tries = self._tries.get(str(cover), 0)
            if str(cover) in self._known or tries == MOST_TRIES:
                return None
            self._tries[str(cover)] = tries + 1
            coming = asyncio.create_task(self._put(cover))
            self._coming[cover] = coming
            coming.add_done_callback(lambda _: self._coming.pop(cover, None))
        return self._coming[cover]

    async def _put(self, cover: Path) -> None:
        try:
            [file] = await self._uploads.put([Upload(path=cover, name=COVER)])
            await self._uploads.keep(file)
            for pause in pauses(LONGEST):
                if await self._uploads.is_picture(file.id):
                    self._known[str(cover)] = file.id
                    return
                await self._clock.sleep(pause)
            log.info("a cover can't be shown yet")
        except Exception:
            log.exception("a cover can't be shown")

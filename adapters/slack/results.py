"""Finished songs: cover and takes in one message below the card, once each, however often it is tried.

What is known of an earlier try is asked for first. Within one process the ids of its files tell what became
of them; after a restart the thread does, where it can be read. Where it can't, a song that may have been
handed over counts as handed over.
"""

from datetime import datetime, timedelta

import structlog

from adapters.showing.recent import Recent
from adapters.slack.blocks import blocks_for, fallback_for, rich_blocks
from adapters.slack.calls import Calls, Unsure
from adapters.slack.plain import Json
from adapters.slack.posted import CantLook, Spot, files_at
from adapters.slack.uploads import Put, Upload, Uploads, pauses
from bot.jobs import letter_for
from bot.models import Result
from bot.ports import Clock
from bot.words import words_for

__all__ = ["Results", "drawn_alone"]

log = structlog.get_logger()

MOST_KEPT = 2000

LATEST = timedelta(seconds=30)
"""So long after a restart files of the process before may still appear, whenever it first tried."""


class Results:
    """By the key of what is handed over."""

    def __init__(self, calls: Calls, uploads: Uploads, clock: Clock) -> None:
        self._calls = calls
        self._uploads = uploads
        self._clock = clock
        self._began_at = clock.now()
        self._tried: Recent[list[Put]] = Recent(MOST_KEPT)
        """The files of tries whose end nobody heard of; none where a try is known to have failed."""

    async def hand_over(
        self,
        spot: Spot,
        result: Result,
        key: str,
        *,
        is_below_card: bool,
        tried_at: datetime | None,
    ) -> str | None:
        """The address of the message with its files; None when it is on its way, or can't be seen.

        `is_below_card`: its card stands there, and has the buttons.
        """
        try:
            if tried_at and (found := await self._found(spot, result, key, tried_at)):
                self._tried.pop(key, None)
                return found
        except CantLook as unread:
            log.warning("whether a song was posted can't be looked up", why=str(unread))
            return None
        files = self._tried.setdefault(key, []) or await self._uploads.put(_files(result))
        self._tried[key] = files
        try:
            seen = await self._uploads.share(
                files, spot, _said_beside(result, is_below_card=is_below_card)
            )
        except Unsure:
            raise
        except Exception:
            self._tried[key] = []
            raise
        self._tried.pop(key, None)
        if seen is None:
            log.warning("files take long to appear", job=result.card.key)
        return seen

    async def _found(self, spot: Spot, result: Result, key: str, tried_at: datetime) -> str | None:
        """Where an earlier try has put it. Raises CantLook."""
        if key in self._tried:
            files = self._tried[key]
            fate = await self._uploads.fate(files[0].id, spot) if files else None
            return fate if isinstance(fate, str) else None
        names = [take.filename for take in result.takes]
        last_tried_at = max(tried_at, self._began_at)
        for pause in pauses(LATEST):
            if found := await files_at(self._calls, spot, names, tried_at):
                return found
            if self._clock.now() - last_tried_at > LATEST:
                return None
            await self._clock.sleep(pause)
        return None


def _files(result: Result) -> list[Upload]:
    """The cover goes with the first part only."""
    takes = [Upload(path=take.path, name=take.filename) for take in result.takes]
    if result.cover is None or result.follows:
        return takes
    return [Upload(path=result.cover, name=f"{result.name}.jpg"), *takes]


def _said_beside(result: Result, *, is_below_card: bool) -> list[Json]:
    """With the files: who asked is called, with the first of them."""
    card, words = result.card, words_for(result.card.locale)
    person: Json = {"type": "user", "user_id": result.person.id}
    if not is_below_card:
        return [*([] if result.follows else rich_blocks("", first=person)), *blocks_for(card)]
    if result.follows:
        letters = [letter_for(take.version) for take in result.takes]
        return rich_blocks("\n".join(words.say("take-ready", letter=each) for each in letters))
    return rich_blocks(f" {card.title}", first=person)


def drawn_alone(result: Result) -> list[Json]:
    """Without files: the card, and as words alone."""
    person: Json = {"type": "user", "user_id": result.person.id}
    words = {"text": fallback_for(result.card)}
    return [words | {"blocks": [*rich_blocks("", first=person), *blocks_for(result.card)]}, words]

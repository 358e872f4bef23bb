"""Asking what became of a song: where next, how long to wait before, and when to stop.

It talks through a function that is handed in, so that it knows nothing of HTTP.
"""

import asyncio
import math
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import structlog

from soundverse.calls import Version
from soundverse.errors import (
    Busy,
    ConnectionLost,
    KeyRejected,
    OutOfCredit,
    Overdue,
    SoundverseError,
    Unavailable,
)
from soundverse.events import Event, Ids
from soundverse.song import Song
from soundverse.status import paths_for, read_status

__all__ = ["Heard", "Round", "Timing", "poll"]

_LEAST_SECONDS = 2.0
_MOST_SECONDS = 15.0
_GROWTH = 1.4
_JITTER = 0.25
_MOST_GROWTH = 20
_TROUBLE = (Busy, ConnectionLost, KeyRejected, OutOfCredit, Unavailable)
_PATIENCE = 5
"""So many times round without help, and what is there by now is all there will be."""

_log = structlog.get_logger(__name__)


class Heard(Enum):
    """What came of asking once."""

    NEWS = auto()
    """The song is known there, and on its way."""
    NOTHING = auto()
    """This path doesn't know it, or its answer can't be understood."""
    TROUBLE = auto()
    """No answer, or a complaint about the asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds, how to wait for them, and what keeps many songs from asking in step."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: Callable[[], float] = random.random


class Round:
    """Goes round the paths until one answers, then stays with it."""

    def __init__(self, templates: Sequence[str], *, version: Version) -> None:
        # A v6 song has no job_id but what a newer host may have given it.
        best = "{message_id}" if version == "v6" else "{job_id}"
        self._templates = sorted(templates, key=lambda template: best not in template)
        self._at = 0
        self._paths = 1
        self._is_settled = False
        self._rounds = 0.0
        self._fruitless = 0.0

    def path(self, ids: Ids) -> str | None:
        """Where to ask now; None when nothing can be asked with these ids."""
        paths = paths_for(ids, self._templates)
        self._paths = max(len(paths), 1)
        return paths[self._at % len(paths)] if paths else None

    def note(self, heard: Heard) -> None:
        """What came of asking there."""
        share = 1.0 if self._is_settled else 1 / self._paths
        self._rounds += share
        self._fruitless = 0.0 if heard is Heard.NEWS else self._fruitless + share
        if heard is Heard.NEWS:
            self._is_settled = True
        elif heard is Heard.NOTHING or not self._is_settled:
            self._is_settled = False
            self._at += 1

    @property
    def is_hopeless(self) -> bool:
        """It was asked so often that nobody there seems to know more."""
        return self._fruitless >= _PATIENCE

    def seconds(self, chance: float) -> float:
        """How long to wait: longer each time round. `chance` is 0 to 1."""
        grown = _LEAST_SECONDS * math.pow(_GROWTH, min(self._rounds, _MOST_GROWTH))
        return min(grown, _MOST_SECONDS) * (1 + _JITTER * chance)


async def poll(
    song: Song,
    ask: Callable[[str], Awaitable[object]],
    *,
    templates: Sequence[str],
    version: Version,
    ends_at: float,
    timing: Timing,
) -> AsyncGenerator[Event]:
    """Ask until the song is finished, at least once, and give what is new.

    `ask` takes a path and gives the answer's body, or raises a SoundverseError. Past `ends_at` what is there
    is delivered; Overdue is raised if that is nothing.
    """
    paths = Round(templates, version=version)
    while not song.is_finished:
        path = paths.path(song.ids)
        if path is None:
            raise ConnectionLost("nothing to ask by")
        retry_after = 0.0
        try:
            retry_after = await _ask_once(path, song, ask, paths)
            _end_if_due(song, paths, is_late=timing.clock() >= ends_at)
        except SoundverseError:
            for event in song.news():
                yield event
            raise
        for event in song.news():
            yield event
        if not song.is_finished:
            wait = max(paths.seconds(timing.random()), retry_after)
            await timing.sleep(max(min(wait, ends_at - timing.clock()), _LEAST_SECONDS))


async def _ask_once(
    path: str, song: Song, ask: Callable[[str], Awaitable[object]], paths: Round
) -> float:
    """Take in what is said at one path. Raises only the end of the song; gives seconds to stay away."""
    try:
        read_status(await ask(path), song)
    except SoundverseError as error:
        if song.is_finished:
            raise
        paths.note(Heard.TROUBLE if isinstance(error, _TROUBLE) else Heard.NOTHING)
        _log.info("status not read", path=path, error=type(error).__name__, detail=error.detail)
        return error.retry_after or 0.0
    # A song that is said to be over, but shows no take, may still be on its way to where it is listed.
    paths.note(Heard.TROUBLE if song.is_over else Heard.NEWS)
    return 0.0


def _end_if_due(song: Song, paths: Round, *, is_late: bool) -> None:
    if song.is_finished:
        return
    if is_late and not song.takes:
        song.is_finished = True
        raise Overdue
    if is_late or (paths.is_hopeless and (song.takes or song.is_over)):
        song.conclude()

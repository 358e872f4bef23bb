"""Edits of one message on Discord, each in its channel's turn."""

from collections.abc import Callable

from adapters.discord.sending.pacing import ChannelPace, Turn
from adapters.showing import edits
from adapters.showing.edits import Count, Edit
from adapters.showing.turns import Rank
from bot.ports import Clock

__all__ = ["Count", "Edits"]

APART_SECONDS = 2.0
"""So long between two edits that differ in a number only."""


class Edits(edits.Edits[Turn]):
    """One message.

    `pace`: its channel's; one where nothing happens may be forgotten, and be another one later.
    """

    def __init__(
        self,
        message: str,
        edit: Edit,
        pace: Callable[[], ChannelPace],
        clock: Clock,
        count: Count,
        *,
        was_before: bool = False,
    ) -> None:
        super().__init__(edit, clock, count, apart_seconds=APART_SECONDS)
        self._message = message
        self._its_pace = pace
        self._was_before = was_before

    def _pace(self) -> ChannelPace:
        return self._its_pace()

    def _turn_of(self, rank: Rank, not_before: float) -> Turn:
        return Turn(
            rank=rank, message=self._message, was_before=self._was_before, not_before=not_before
        )

    def _is_put_off(self, fault: Exception) -> bool:  # noqa: ARG002  # the library waits 429s out
        return False

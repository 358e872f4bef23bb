"""Edits of one message on Slack, each in the workspace's turn."""

from adapters.showing import edits
from adapters.showing.edits import Count, Edit
from adapters.showing.turns import Rank, Turn
from adapters.slack.failures import is_too_fast, pause_of
from adapters.slack.pacing import Pace
from bot.models import Card
from bot.ports import Clock

__all__ = ["Count", "Edits"]

APART_SECONDS = 3.0
"""So long between two edits that differ in a number only. With many songs their turns are further apart."""


class Edits(edits.Edits[Turn]):
    """One message. `pace`: the workspace's."""

    def __init__(self, edit: Edit, pace: Pace, clock: Clock, count: Count) -> None:
        super().__init__(edit, clock, count, apart_seconds=APART_SECONDS)
        self._its_pace = pace
        self._latest: Card | None = None

    def begin_with(self, card: Card) -> None:
        """It was posted like this."""
        super().begin_with(card)
        self._latest = card

    async def put(self, card: Card) -> None:
        """Show the card soon; a last one before this returns. Raises what the platform does with that."""
        self._latest = card
        await super().put(card)

    def draw_anew(self) -> None:
        """Show the same card once more: something of it can be seen only now. A last one stays."""
        if self._latest is not None and not self._latest.is_last:
            self._wanted, self._shown = self._latest, None  # a change, not a number
            self._begin()

    def _pace(self) -> Pace:
        return self._its_pace

    def _turn_of(self, rank: Rank, not_before: float) -> Turn:
        return Turn(rank=rank, not_before=not_before)

    def _is_put_off(self, fault: Exception) -> bool:
        """Nothing was done, and nothing will be for a while, whoever asks."""
        if not is_too_fast(fault):
            return False
        self._its_pace.rest(pause_of(fault))
        return True

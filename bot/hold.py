"""A time in which the service is asked for nothing, because it said that it takes no songs."""

from bot.ports import Clock

__all__ = ["Hold"]

FIRST_SECONDS = 10.0
LONGEST_SECONDS = 600.0


class Hold:
    """One for all songs: limits, keys and credit belong to the account, not to a song."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._refusals = 0
        self._until = clock.now().timestamp()

    @property
    def seconds_left(self) -> float:
        """How long nothing is to be asked; 0 when the way is free."""
        return max(0.0, self._until - self._clock.now().timestamp())

    def begin(self, retry_after: float | None) -> None:
        """The service refused: wait as long as it said, else longer with each refusal in a row."""
        own = min(FIRST_SECONDS * 2**self._refusals, LONGEST_SECONDS)
        self._refusals += 1
        self._until = self._clock.now().timestamp() + (retry_after or own)

    def end(self) -> None:
        """The service takes songs again."""
        self._refusals = 0

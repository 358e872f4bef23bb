"""A time in which the service is asked for nothing, because it said that it takes no songs."""

from bot.ports import Clock

__all__ = ["Hold"]

FIRST_SECONDS = 10.0
LONGEST_SECONDS = 600.0


class Hold:
    """One for all songs: limits, keys and credit belong to the account, not to a song."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._next_seconds = FIRST_SECONDS
        self._until = clock.now().timestamp()

    @property
    def seconds_left(self) -> float:
        """How long nothing is to be asked; 0 when the way is free."""
        return max(0.0, self._until - self._clock.now().timestamp())

    def begin(self, retry_after: float | None) -> None:
        """The service refused: wait as long as it said, else longer with each hold in a row.

        Songs that were under way together are refused together. The first of them begins the hold; the
        others count for nothing, unless the service tells them a later moment.
        """
        seconds = min(retry_after or self._own_seconds(), LONGEST_SECONDS)
        if not self.seconds_left:
            self._next_seconds = min(self._next_seconds * 2, LONGEST_SECONDS)
        self._until = max(self._until, self._clock.now().timestamp() + seconds)

    def end(self) -> None:
        """A song was validated: the service takes songs again, and the next hold is a first one."""
        self._next_seconds = FIRST_SECONDS

    def _own_seconds(self) -> float:
        return 0.0 if self.seconds_left else self._next_seconds

"""Ids whose first letter says of what, and times that are the ids of messages."""

from itertools import count

from tests.fakes.platform.clock import Clock

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Ids:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = count(36**9)
        self._latest = 0

    def new(self, kind: str) -> str:
        """`C` for channels, `U` for people, `F` for files, and so on: eleven characters in all."""
        number, letters = next(self._numbers), ""
        while number:
            number, digit = divmod(number, len(DIGITS))
            letters = DIGITS[digit] + letters
        return kind + letters

    def stamp(self) -> str:
        """Seconds with six digits behind the point, each later than the one before."""
        now = int(self._clock.now().timestamp() * 1_000_000)
        self._latest = max(now, self._latest + 1)
        return f"{self._latest // 1_000_000}.{self._latest % 1_000_000:06}"

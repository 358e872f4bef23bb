"""Rate limits as Slack applies them: so many calls of a method in a minute, for a whole workspace.

https://docs.slack.dev/apis/web-api/rate-limits
"""

import math
from collections import deque
from dataclasses import dataclass

from tests.fakes.platform.clock import Clock

TIER_2, TIER_3, TIER_4 = 20, 50, 100
SPECIAL = 300
"""Methods with limits of their own, which are far away."""
MINUTE = 60.0
POSTS, POSTS_SECONDS = 5, 5.0
"""A message a second and channel, and short bursts."""


@dataclass(frozen=True, kw_only=True)
class TooFast:
    """One 429: whose limit, and whether only a test's script wanted it."""

    method: str
    retry_after: int
    by_fault: bool = False


class Tiers:
    """The calls of the last minute are remembered; one too many is told when the first is forgotten.

    `scale` makes the minute shorter, so that tests of what waits for it needn't.
    """

    def __init__(self, clock: Clock, scale: float = 1) -> None:
        self._clock = clock
        self._scale = scale
        self._taken: dict[tuple[str, str], deque[float]] = {}
        self.log: list[TooFast] = []
        """Every 429 there was."""

    def take(self, method: str, per_minute: int, channel: str = "") -> TooFast | None:
        """`channel` is where a message is posted to: that has a limit besides the method's."""
        limits = [((method, ""), per_minute, MINUTE)]
        if channel:
            limits.append(((method, channel), POSTS, POSTS_SECONDS))
        for key, most, seconds in limits:
            if after := self._wait(key, most, seconds * self._scale):
                return self._refuse(method, after)
        for key, _, _ in limits:
            self._taken[key].append(self._clock.ticks())
        return None

    def refuse_by_script(self, method: str, seconds: float) -> TooFast:
        return self._refuse(method, seconds, by_fault=True)

    def _wait(self, key: tuple[str, str], most: int, seconds: float) -> float:
        """How long until another one may come; 0 is now."""
        taken = self._taken.setdefault(key, deque())
        now = self._clock.ticks()
        while taken and taken[0] <= now - seconds:
            taken.popleft()
        return 0.0 if len(taken) < most else taken[0] + seconds - now

    def _refuse(self, method: str, seconds: float, *, by_fault: bool = False) -> TooFast:
        refused = TooFast(method=method, retry_after=max(1, math.ceil(seconds)), by_fault=by_fault)
        self.log.append(refused)
        return refused

"""Rate limits as Discord applies them, with its headers.

https://discord.com/developers/docs/topics/rate-limits
"""

import re
from dataclasses import dataclass

from tests.fakes.platform.clock import Clock

OLD_EDITS = "edits of old messages"
GLOBAL = "global"
PER_GLOBAL = 50


@dataclass(frozen=True, kw_only=True)
class Limit:
    """So many calls in so many seconds, counted for each value of what the pattern captures."""

    name: str
    calls: int
    seconds: float
    pattern: re.Pattern[str]


def _limit(name: str, calls: int, seconds: float, pattern: str) -> Limit:
    return Limit(name=name, calls=calls, seconds=seconds, pattern=re.compile(pattern))


LIMITS = [
    _limit("create message", 5, 5, r"POST /channels/(\d+)/messages"),
    _limit("edit message", 5, 5, r"PATCH /channels/(\d+)/messages/\d+"),
    _limit("delete message", 5, 1, r"DELETE /channels/(\d+)/messages/\d+"),
    _limit("webhook", 5, 2, r"\w+ /webhooks/\d+/([^/]+)(?:/.*)?"),
    _limit("callback", 5, 2, r"POST /interactions/\d+/([^/]+)/callback"),
    _limit("direct message", 10, 10, r"POST /users/@me/channels()"),
    _limit("else", 20, 1, r"(.*)"),
]
OLD_LIMIT = _limit(OLD_EDITS, 3, 6, "")


@dataclass(frozen=True, kw_only=True)
class TooFast:
    """One 429: whose bucket, and whether only a test's script wanted it."""

    method: str
    path: str
    bucket: str
    retry_after: float
    by_fault: bool = False

    @property
    def scope(self) -> str:
        if self.bucket == GLOBAL:
            return "global"
        return "shared" if self.bucket == OLD_EDITS else "user"


@dataclass
class _Window:
    ends: float
    left: int


class Buckets:
    """Windows of time, each begun by the first call in it.

    `scale` makes all of them shorter, so that tests of what waits for them needn't.
    """

    def __init__(self, clock: Clock, scale: float = 1) -> None:
        self._clock = clock
        self._scale = scale
        self._windows: dict[tuple[str, str], _Window] = {}
        self.log: list[TooFast] = []
        """Every 429 there was."""

    def take(self, method: str, path: str) -> tuple[dict[str, str], TooFast | None]:
        """The headers of this call, and the refusal if it came too fast."""
        if not path.startswith(("/interactions/", "/webhooks/")):
            window = self._window((GLOBAL, ""), PER_GLOBAL, 1)
            if window.left == 0:
                return {}, self._refuse(method, path, GLOBAL, window)
            window.left -= 1
        limit, owner = _limit_of(method, path)
        window = self._window((limit.name, owner), limit.calls, limit.seconds)
        if window.left == 0:
            return self._headers(limit, window), self._refuse(method, path, limit.name, window)
        window.left -= 1
        return self._headers(limit, window), None

    def take_old_edit(self, method: str, path: str, channel: str) -> TooFast | None:
        """Messages older than an hour have a bucket of their own, 30046."""
        window = self._window((OLD_EDITS, channel), OLD_LIMIT.calls, OLD_LIMIT.seconds)
        if window.left == 0:
            return self._refuse(method, path, OLD_EDITS, window)
        window.left -= 1
        return None

    def refuse_by_script(self, method: str, path: str, seconds: float) -> TooFast:
        limit, _ = _limit_of(method, path)
        refused = TooFast(
            method=method, path=path, bucket=limit.name, retry_after=seconds, by_fault=True
        )
        self.log.append(refused)
        return refused

    def _window(self, key: tuple[str, str], calls: int, seconds: float) -> _Window:
        now = self._clock.ticks()
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            window = self._windows[key] = _Window(now + seconds * self._scale, calls)
        return window

    def _headers(self, limit: Limit, window: _Window) -> dict[str, str]:
        after = max(0.0, window.ends - self._clock.ticks())
        return {
            "X-RateLimit-Limit": str(limit.calls),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset": f"{self._clock.now().timestamp() + after:.3f}",
            "X-RateLimit-Reset-After": f"{after:.3f}",
            "X-RateLimit-Bucket": limit.name.replace(" ", "-"),
        }

    def _refuse(self, method: str, path: str, bucket: str, window: _Window) -> TooFast:
        after = max(0.001, window.ends - self._clock.ticks())
        refused = TooFast(method=method, path=path, bucket=bucket, retry_after=round(after, 3))
        self.log.append(refused)
        return refused


def _limit_of(method: str, path: str) -> tuple[Limit, str]:
    for limit in LIMITS:
        if match := limit.pattern.fullmatch(f"{method} {path}"):
            return limit, match[1]
    raise AssertionError("the last pattern fits everything")

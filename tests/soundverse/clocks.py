"""Time that passes only while somebody waits."""

import asyncio
from dataclasses import dataclass

from soundverse.polling import Timing


@dataclass(kw_only=True)
class FastClock:
    now: float = 0.0
    each_look: float = 0.0
    """Seconds that pass whenever somebody looks."""

    def look(self) -> float:
        self.now += self.each_look
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)

    @property
    def timing(self) -> Timing:
        return Timing(clock=self.look, sleep=self.sleep, random=lambda: 0.0)

"""Once a day: what people wrote goes with its time, and rows become anonymous."""

from datetime import timedelta

import structlog

from bot.ages import Ages
from bot.ports import Clock
from bot.privacy.forgetting import Forgetting
from bot.stores import Ageing, People

__all__ = ["Expiry"]

log = structlog.get_logger()

EVERY_SECONDS = 24 * 60 * 60


class Expiry:
    """Runs at every start, too: it goes on with whatever a restart has interrupted."""

    def __init__(
        self,
        ageing: Ageing,
        people: People,
        forgetting: Forgetting,
        clock: Clock,
        *,
        archive: timedelta,
    ) -> None:
        self._ageing = ageing
        self._people = people
        self._forgetting = forgetting
        self._clock = clock
        self._archive = archive

    async def run(self) -> None:
        """Expire until cancelled."""
        while True:
            try:
                await self.expire()
            except Exception:
                log.exception("what is too old can't be forgotten")
            await self._clock.sleep(EVERY_SECONDS)

    async def expire(self) -> None:
        """Forget once whatever needn't be kept; a few rows a step, so that nobody waits for it."""
        for person, until in await self._people.being_forgotten():
            await self._forgetting.go_on(person, until=until)
        ages = Ages.at(self._clock.now(), self._archive)
        words = rows = after = 0
        last = await self._ageing.last_row()
        while after < last:
            aged, after = await self._ageing.age_songs(ages, after=after)
            words += aged.words
            rows += aged.rows
        await self._ageing.age_others(ages)
        if words or rows:
            log.info("forgotten", words=words, rows=rows)

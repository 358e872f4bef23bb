"""How Busker is: whether it lives, whether it can make songs, and in numbers. Asked from outside."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.limits import Limits
from bot.operating.backups import Backups
from bot.operating.metrics import Metrics
from bot.operating.room import Room
from bot.operating.trouble import Trouble
from bot.playing.archive import Archive
from bot.playing.hold import Hold
from bot.ports import Clock
from bot.stores import Jobs, Notices
from bot.words import kebab

__all__ = ["OK", "Checks", "Vitals"]

log = structlog.get_logger()

OK = "ok"
PATIENCE_SECONDS = 2.0
"""So long may the database take to write one row."""
FRESH = timedelta(seconds=5)
"""Who asks more often gets the last answer, so that nobody keeps the disk busy by asking."""

Checks = Mapping[str, str]
"""What was looked at, and how it was: `OK`, or what is wrong."""


@dataclass(slots=True, kw_only=True)
class Vitals:
    """Reads everything and changes nothing but one row, to see that the database writes."""

    jobs: Jobs
    notices: Notices
    limits: Limits
    archive: Archive
    backups: Backups | None
    room: Room
    hold: Hold
    trouble: Trouble
    metrics: Metrics
    clock: Clock
    tasks: Mapping[str, asyncio.Task[None]] = field(default_factory=dict)
    """What has to go on as long as Busker runs, by name."""
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _last: tuple[datetime, Checks] | None = None

    def alive(self) -> Checks:
        """Whether everything that has to go on does. That this is answered shows that the loop turns."""
        stopped = {name: "stopped" for name, task in self.tasks.items() if task.done()}
        return dict.fromkeys(self.tasks, OK) | stopped

    async def ready(self) -> Checks:
        """Whether a song that is asked for now would be made."""
        async with self._asking:
            now = self.clock.now()
            if self._last is None or now - self._last[0] >= FRESH:
                self._last = now, await self._looked()
            return self._last[1]

    async def measure(self) -> bytes:
        """All numbers, as Prometheus reads them."""
        stages = Counter(job.stage for job in await self.jobs.unfinished())
        self.metrics.queue(stages)
        self.metrics.gates(
            is_held=bool(self.hold.seconds_left), is_paused=await self.limits.is_paused()
        )
        budget = await self.limits.budget()
        self.metrics.budget(
            {str(each.rule): each.used / max(1, each.rule.most) for each in budget if each.rule}
        )
        folders = await self.archive.folders()
        self.metrics.disk(
            archive_bytes=sum(each.size_bytes for each in folders.values()),
            free_bytes=self.room.free_bytes,
            backup_age=self.backups.age() if self.backups else None,
        )
        return self.metrics.text()

    async def _looked(self) -> Checks:
        worker = self.tasks.get("worker")
        return {
            "database": await self._database(),
            "worker": "stopped" if worker is None or worker.done() else OK,
            "service": self._service(),
            "disk": "full" if self.room.is_full else OK,
        }

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.notices.note_told("readyz", self.clock.now())
        except TimeoutError:
            return "doesn't answer"
        except Exception as error:
            log.exception("the database doesn't write")
            return f"doesn't write: {type(error).__name__}"
        return OK

    def _service(self) -> str:
        cause = self.trouble.cause
        if cause is not None:
            return kebab(cause.__name__)
        return "held" if self.hold.seconds_left else OK

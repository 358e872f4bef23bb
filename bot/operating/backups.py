"""The daily copy of the database: made while Busker runs, and seven of them kept."""

from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import structlog

from bot.operating.alarms import Alarms
from bot.operating.upkeep import BackupFailed, not_copied
from bot.ports import Clock
from bot.stores import Copies
from bot.words import own_words

__all__ = ["Backups"]

log = structlog.get_logger()

EVERY_SECONDS = 3600
KEPT = 7
DATABASE = Path("The database")
"""What the sentences call it: where it lies, the operator knows."""


class Backups:
    """One file a day in `folder`, named by its date. Nothing else in there is touched."""

    def __init__(
        self, copies: Copies, folder: Path, alarms: Alarms, clock: Clock, zone: tzinfo
    ) -> None:
        self._copies = copies
        self._folder = folder
        self._alarms = alarms
        self._clock = clock
        self._zone = zone

    async def run(self) -> None:
        """Make one whenever the day has none, until cancelled. What failed is tried again each hour."""
        while True:
            try:
                await self.keep_up()
            except Exception:
                log.exception("the daily backup failed")
            await self._clock.sleep(EVERY_SECONDS)

    async def keep_up(self) -> None:
        """See that there is one of today, and not too many of before."""
        today = self._clock.now().astimezone(self._zone).date()
        target = self._folder / f"busker-{today}.db"
        if target.exists():
            return
        try:
            await self._copy_to(target)
        except BackupFailed as failure:
            log.warning("no backup", outcome=failure.outcome, why=str(failure))
            why = not_copied(failure, DATABASE, target, own_words())
            await self._alarms.tell(
                "backup-failed", own_words().say("alarm-backup-failed", why=why)
            )
        else:
            log.info("backup", file=target.name)
            await self._alarms.end("backup-failed")
            self._remove_old()

    def age(self) -> timedelta | None:
        """How old the newest one is; None if there is none."""
        made = [each.stat().st_mtime for each in self._files()]
        now = self._clock.now()
        return now - datetime.fromtimestamp(max(made), now.tzinfo) if made else None

    async def _copy_to(self, target: Path) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BackupFailed("not-writable", error.strerror or str(error)) from error
        await self._copies.copy_to(target)

    def _remove_old(self) -> None:
        """Also what a crash left of a copy that was being made."""
        for each in [*self._files()[:-KEPT], *self._folder.glob(".busker-????-??-??.db.*")]:
            each.unlink(missing_ok=True)
            log.info("old backup removed", file=each.name)

    def _files(self) -> list[Path]:
        """The oldest first."""
        return sorted(self._folder.glob("busker-????-??-??.db"))

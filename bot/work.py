"""Busker at work: connected where people talk, and playing, until whoever started it has enough."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager

import structlog

from bot.assembly import Busker
from bot.clock import SystemClock
from bot.connecting import Platform, keep
from bot.opening import CantGoOn, CantStart
from bot.ports import Clock

__all__ = ["at_work"]

log = structlog.get_logger()

NOWHERE: Mapping[str, Platform] = {}


@asynccontextmanager
async def at_work(
    busker: Busker, platforms: Mapping[str, Platform] = NOWHERE, clock: Clock | None = None
) -> AsyncGenerator[None]:
    """Play while the block lasts, once every platform is connected.

    Raises CantStart when one of them doesn't let us in, and CantGoOn for a fault that nobody mends; either
    ends the block.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(
                    keep(name, each, busker.router, clock or SystemClock(), busker.alarms)
                )
                for name, each in platforms.items()
            ]
            for each in platforms.values():
                await each.connected()
            tasks.append(group.create_task(busker.run()))
            yield
            for task in tasks:
                task.cancel()
    except* CantStart as reasons:
        raise reasons.exceptions[0] from None
    except* Exception as faults:
        log.exception("Busker had to stop", faults=len(faults.exceptions))
        raise CantGoOn from faults

"""`/busker-admin timezone`: whose midnight begins a day on the server."""

from collections.abc import Sequence
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.commands.admin.where import asked, done, spec
from bot.commands.catalogue import MOST_SUGGESTED, Answer, Desk, Option
from bot.errors import BadOption
from bot.models import Choice, Command

__all__ = ["TIMEZONE", "zones"]

USUAL = (
    "UTC", "Europe/London", "Europe/Berlin", "Europe/Madrid", "Europe/Moscow", "America/New_York",
    "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Africa/Lagos", "Asia/Kolkata",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
)  # fmt: skip
"""Suggested before anything is written."""


async def set_zone(command: Command, desk: Desk) -> Answer:
    """Set it; without a name, tell which it is."""
    it = await asked(command, TIMEZONE, desk)
    if "zone" not in it.given:
        return done(it, it.words.say("show-zone", zone=str(it.zone)))
    name = _known(it.given["zone"])
    await desk.grounds.set_zone(it.change, name)
    now = f"{it.now.astimezone(ZoneInfo(name)):%H:%M}"
    return done(it, it.words.say("admin-zone", zone=name, time=now))


async def suggest_zones(command: Command, desk: Desk) -> Sequence[Choice]:  # noqa: ARG001  # every suggester's shape
    """Those whose name has what is written so far, cities that begin with it first."""
    written = command.options.get("zone", "").strip().replace(" ", "_").casefold()
    fitting = [name for name in zones() if written in name.casefold()]
    fitting.sort(key=lambda name: not _city(name).startswith(written))
    return [
        Choice(value=name, label=name) for name in (fitting if written else USUAL)[:MOST_SUGGESTED]
    ]


def _known(given: str) -> str:
    wanted = given.replace(" ", "_").casefold()
    for name in zones():
        if name.casefold() == wanted:
            return name
    raise BadOption(option="zone", problem="not-zone", given=given)


def _city(name: str) -> str:
    return name.rpartition("/")[2].casefold()


@cache
def zones() -> tuple[str, ...]:
    """All there are, by region and city. "localtime" is the machine's own, whatever that is."""
    return tuple(sorted(available_timezones() - {"localtime"}))


TIMEZONE = spec("timezone", set_zone, Option(name="zone", is_main=True, suggest=suggest_zones))

"""The menu is put where it belongs, and taken back where it was before: else people see everything twice.

What was put where is remembered in a file, since Discord takes few changes a day. Without the file all is
put anew; what was elsewhere then stays, for nobody knows whose it is.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import discord
import structlog

__all__ = ["Registration"]

log = structlog.get_logger()

Menu = list[dict[str, Any]]

EVERYWHERE = ""
"""Among servers: the menu that holds on all of them."""


class Registration:
    """Of one application, on these servers; with none, everywhere."""

    def __init__(self, file: Path, servers: Sequence[str]) -> None:
        self._file = file
        self._wanted = sorted(set(servers)) or [EVERYWHERE]

    async def put(self, http: discord.http.HTTPClient, application: int, menu: Menu) -> None:
        """Make it so. A place that Discord refuses doesn't keep the others; it is tried at the next start."""
        digest = hashlib.sha256(json.dumps([application, menu]).encode()).hexdigest()
        before = self._remembered(application)
        there = {place for place, what in before.items() if what == digest}
        now = {place: digest for place in self._wanted if place in there}
        for place in self._wanted:
            if place not in there and await _replace(http, application, place, menu):
                now[place] = digest
        for place in before.keys() - set(self._wanted):
            if not await _replace(http, application, place, []):
                now[place] = before[place]
        if now != before:
            self._remember(application, now)
            log.info("menu registered", commands=len(menu), servers=len(now.keys() - {EVERYWHERE}))

    def _remembered(self, application: int) -> dict[str, str]:
        """What was put where, by this application."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            if found["application"] == application:
                return {str(place): str(what) for place, what in found["places"].items()}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            log.warning("where the menu is can't be read", file=str(self._file))
        return {}

    def _remember(self, application: int, places: dict[str, str]) -> None:
        facts = {"application": application, "places": places}
        try:
            self._file.write_text(json.dumps(facts), "utf-8")
        except OSError:
            log.warning("where the menu is can't be noted", file=str(self._file))


async def _replace(http: discord.http.HTTPClient, application: int, place: str, menu: Menu) -> bool:
    """Whether nothing is left to do there: a server that Busker isn't on has no menu to take back."""
    try:
        if place == EVERYWHERE:
            await http.bulk_upsert_global_commands(application, menu)
        else:
            await http.bulk_upsert_guild_commands(application, int(place), menu)
    except (discord.Forbidden, discord.NotFound) as refused:
        log.warning("a server takes no menu", server=place, why=refused.code)
        return not menu
    except (discord.HTTPException, discord.RateLimited) as refused:
        log.warning("the menu can't be registered", server=place, why=str(refused))
        return False
    return True

"""Before a song is asked for: may this person ask, here, for this? All that needs no counting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.errors import Blocked, ChannelClosed, DirectClosed, Paused, ServerClosed, WordBanned
from bot.ground import first_banned
from bot.jobs import Ask
from bot.models import Person, Place
from bot.quotas import Standing
from bot.stores import Grounds, Rules

__all__ = ["Gate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Two short reads. `servers` are named as in settings, "discord:<id>"; none means all of them."""

    rules: Rules
    grounds: Grounds
    servers: Collection[str] = ()
    is_direct_open: bool = True

    async def enter(self, person: Person, place: Place, ask: Ask, now: datetime) -> Standing:
        """What was set for the person, once everything else allows the song.

        Raises ServerClosed, DirectClosed, Paused, Blocked, ChannelClosed, WordBanned.
        """
        self._check_server(place)
        standing = await self.rules.standing(person, place.server, now)
        if standing.is_paused:
            raise Paused
        if standing.is_blocked:
            raise Blocked(until=standing.blocked_until)
        await self._check_ground(place, ask)
        return standing

    def _check_server(self, place: Place) -> None:
        """A private song's place is a direct message, but its server is the one where it was asked."""
        if place.server == place.platform:
            if not self.is_direct_open:
                raise DirectClosed
        elif self.servers and f"{place.platform}:{place.server}" not in self.servers:
            raise ServerClosed

    async def _check_ground(self, place: Place, ask: Ask) -> None:
        ground = await self.grounds.ground(place)
        if not ground.is_open and not ask.is_private:  # what is private is posted in no channel
            raise ChannelClosed
        texts = (ask.prompt, ask.lyrics, ask.style)
        word = first_banned([text for text in texts if text], ground.banned)
        if word is not None:
            raise WordBanned(word=word)

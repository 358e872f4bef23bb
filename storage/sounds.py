"""The protocol `Sounds` on one SQLite file."""

import json

from bot.ground import Sound
from bot.models import Place
from bot.quotas import Change
from storage.ledger import Ledger

__all__ = ["SoundBook"]


class SoundBook(Ledger):
    """The presets of channels; lists of words are kept as JSON."""

    async def sound(self, place: Place) -> Sound | None:
        """See `bot.stores.Sounds`."""
        rows = await self._database.read(
            "sound",
            platform=place.platform,
            server=place.server,
            channels=json.dumps([place.channel, *place.within]),
        )
        for row in rows:
            tags, banned = json.loads(row["tags"]), json.loads(row["banned"])
            return Sound(style=row["style"], tags=tuple(tags), banned=tuple(banned))
        return None

    async def set_sound(self, change: Change, channel: str, sound: Sound | None) -> None:
        """See `bot.stores.Sounds`."""
        if sound is None:
            await self._change(change, "clear-sound", channel)
        else:
            await self._change(
                change, "sound", channel, style=sound.style, tags=sound.tags, banned=sound.banned
            )

"""What the operator has to know, told once: in the channel that was named, and always in the log."""

import asyncio
from datetime import datetime

import structlog

from bot.models import Card, Place, Tone
from bot.moments import worded
from bot.ports import Chat, Clock
from bot.stores import Notices
from bot.words import own_words

__all__ = ["Alarms", "place_from"]

log = structlog.get_logger()


class Alarms:
    """One message a trouble, until it has ended. `place` is the operator's; None if none was named."""

    def __init__(self, notices: Notices, chat: Chat, place: Place | None, clock: Clock) -> None:
        self._notices = notices
        self._chat = chat
        self._place = place
        self._clock = clock
        self._logged: set[str] = set()
        self._telling = asyncio.Lock()

    async def tell(self, key: str, sentence: str, *, since: datetime | None = None) -> bool:
        """Tell it, unless that was done (with `since`: after that moment). Whether the operator knows.

        Never raises: an alarm mustn't stop what it is about. What can't be told is tried at the next call.
        """
        async with self._telling:
            try:
                told_at = await self._notices.told_at(key)
                if told_at is not None and (since is None or told_at >= since):
                    return True
                self._log_once(key, sentence, since)
                return await self._posted(key, sentence)
            except Exception:
                log.exception("the operator can't be told", alarm=key)
                return False

    async def end(self, *keys: str) -> bool:
        """These troubles are over; whether that could be noted. Never raises, either."""
        self._logged = {each for each in self._logged if not each.startswith(keys)}
        try:
            await self._notices.forget_told(keys)
        except Exception:
            log.exception("an alarm can't be ended", alarms=keys)
            return False
        return True

    async def _posted(self, key: str, sentence: str) -> bool:
        if self._place is None:
            return False
        title = own_words().say("alarm-title")
        card = Card(tone=Tone.BAD, title=title, lines=(sentence,), is_last=True)
        await self._chat.show(self._place, card)
        await self._notices.note_told(key, self._clock.now())
        return True

    def _log_once(self, key: str, sentence: str, since: datetime | None) -> None:
        name = f"{key} {since}"
        if name not in self._logged:
            self._logged.add(name)
            log.warning(
                "alarm", alarm=key, says=worded(sentence), has_channel=self._place is not None
            )


def place_from(channel: str | None) -> Place | None:
    """Where the operator's channel is: "discord:<channel>", "slack:<channel>" or "console"."""
    if channel is None:
        return None
    platform, _, address = channel.partition(":")
    return Place(platform=platform, server="", channel=address)

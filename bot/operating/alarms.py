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
        self._noticed: dict[str, datetime] = {}
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
                return await self._posted(key, sentence, self._log_once(key, sentence, since))
            except Exception:
                log.exception("the operator can't be told", alarm=key)
                return False

    async def end(self, *keys: str) -> bool:
        """These troubles are over; whether that could be noted. Never raises, either."""
        self._noticed = {
            name: at for name, at in self._noticed.items() if not name.startswith(keys)
        }
        try:
            await self._notices.forget_told(keys)
        except Exception:
            log.exception("an alarm can't be ended", alarms=keys)
            return False
        return True

    async def _posted(self, key: str, sentence: str, noticed_at: datetime) -> bool:
        """The moment tells a trouble that came anew from a message that was tried before."""
        if self._place is None:
            return False
        words = own_words()
        card = Card(
            tone=Tone.BAD,
            title=words.say("alarm-title"),
            lines=(sentence,),
            footer=words.say("alarm-noticed", time=f"{noticed_at:%Y-%m-%d %H:%M:%S} UTC"),
            is_last=True,
        )
        await self._chat.show(self._place, card)
        await self._notices.note_told(key, self._clock.now())
        return True

    def _log_once(self, key: str, sentence: str, since: datetime | None) -> datetime:
        """When it was first noticed, which it is now at the latest."""
        name = f"{key} {since}"
        if name not in self._noticed:
            self._noticed[name] = self._clock.now()
            log.warning(
                "alarm", alarm=key, says=worded(sentence), has_channel=self._place is not None
            )
        return self._noticed[name]


def place_from(channel: str | None) -> Place | None:
    """Where the operator's channel is: "discord:<channel>", "slack:<channel>" or "console"."""
    if channel is None:
        return None
    platform, _, address = channel.partition(":")
    return Place(platform=platform, server="", channel=address)

"""What admins set and see: rules, channels, words, sounds, the audit, and how much was asked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ground import Ground, Sound
from bot.models import Person, Place
from bot.quotas import Change, Holder, Register, Rule, Standing
from bot.usage import Entry, Tally, TopPerson, UsageRow

__all__ = ["Audits", "Grounds", "Rules", "Sounds", "Tallies"]


class Rules(Protocol):
    """Who may do how much. Every change leaves a row in the audit, in the same step."""

    async def standing(self, person: Person, server: str, now: datetime) -> Standing:
        """All that was set for this person on this server, and holds now."""
        ...

    async def register(self, platform: str, server: str, now: datetime) -> Register:
        """All that was set for the server, and holds now."""
        ...

    async def roles(self, platform: str, server: str, person: str) -> tuple[str, ...]:
        """What the person was on the server when they last asked there."""
        ...

    async def set_rule(
        self, change: Change, holder: Holder, rule: Rule | None, *, subject: str = ""
    ) -> None:
        """Set, or with None clear, a rule. `subject` is the person's or the role's id."""
        ...

    async def grant(
        self, change: Change, person: str, songs: int, *, until: datetime | None
    ) -> None:
        """Add songs to the person's number in every window until then, or for good."""
        ...

    async def clear_grants(self, change: Change, person: str) -> None:
        """Take back all that was granted to the person."""
        ...

    async def reset(self, change: Change, person: str) -> None:
        """Begin the person's window anew: what was asked for before no longer counts in it."""
        ...

    async def block(self, change: Change, person: str, *, until: datetime | None) -> None:
        """Let the person ask for nothing on the server until then, or for good."""
        ...

    async def unblock(self, change: Change, person: str) -> None:
        """End a block."""
        ...

    async def pause(self, change: Change) -> None:
        """Let nobody ask on the server; without a server in the change, nobody anywhere."""
        ...

    async def resume(self, change: Change) -> None:
        """End the pause of that server, or the one everywhere. Each has to be ended by itself."""
        ...


class Grounds(Protocol):
    """Where songs may be asked for, and in which words. Every change leaves a row in the audit."""

    async def ground(self, place: Place) -> Ground:
        """What holds in the channel."""
        ...

    async def channels(self, platform: str, server: str) -> Mapping[str, bool]:
        """The channels that were allowed (True) or denied."""
        ...

    async def banned_words(self, platform: str, server: str) -> Sequence[str]:
        """The server's, in their order."""
        ...

    async def set_channel(self, change: Change, channel: str, *, is_allowed: bool | None) -> None:
        """Allow or deny a channel, or with None make it like any other."""
        ...

    async def ban_word(self, change: Change, word: str) -> None:
        """Let nobody ask for this word on the server."""
        ...

    async def free_word(self, change: Change, word: str) -> None:
        """Take it back; the word as it was written."""
        ...

    async def set_zone(self, change: Change, zone: str) -> None:
        """Begin the server's days at this zone's midnight. The name has to be a known one."""
        ...


class Sounds(Protocol):
    """The presets of channels. Every change leaves a row in the audit, in the same step."""

    async def sound(self, place: Place) -> Sound | None:
        """How the channel sounds; None if nobody has set it."""
        ...

    async def set_sound(self, change: Change, channel: str, sound: Sound | None) -> None:
        """Set, or with None clear, a channel's sound."""
        ...


class Audits(Protocol):
    """What was changed, and by whom."""

    async def changes(
        self, platform: str, server: str, *, before: int | None, most: int
    ) -> Sequence[Entry]:
        """The latest, newest first, or those before a row's id. Without a platform, of all servers."""
        ...

    async def note_cancel(self, change: Change, job_id: str) -> None:
        """Write down that somebody else's song was cancelled."""
        ...


class Tallies(Protocol):
    """How much was asked for on a server, or without a platform on all of them."""

    async def tally(self, platform: str, server: str, since: datetime) -> Tally:
        """The songs since then."""
        ...

    async def top_people(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[TopPerson]:
        """Who asked for the most, of what counts."""
        ...

    async def songs_since(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[UsageRow]:
        """Each song, oldest first."""
        ...

"""Who may do what besides asking for songs: the one place where the scope of every admin is checked."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.errors import NotPermitted
from bot.models import Person, Place, Power

__all__ = ["OPERATE", "Authority", "Need"]

OPERATE: Literal["operate"] = "operate"
"""What only the operator may do: whatever concerns more than the server where it is asked."""

Need = Power | Literal["operate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The operators, as settings name them: "discord:<id>" or "slack:<team>:<id>"."""

    operators: Collection[str] = ()

    def is_operator(self, person: Person, place: Place) -> bool:
        """Everywhere and for everything."""
        names = {
            f"{person.platform}:{person.id}",
            f"{person.platform}:{place.server}:{person.id}",  # Slack's people are a workspace's
        }
        return not names.isdisjoint(self.operators)

    def may(self, person: Person, place: Place, need: Need | None) -> bool:
        """Powers hold on the server where they are shown; a server's admin has them all there."""
        if need is None or self.is_operator(person, place):
            return True
        return need != OPERATE and not person.powers.isdisjoint({need, Power.ADMINISTER})

    def may_moderate(self, person: Person, place: Place, channel: str) -> bool:
        """Whether they may stop, or take away, what was asked for in that channel of the same server."""
        is_there = Power.MODERATE_HERE in person.powers and place.channel == channel
        return is_there or self.may(person, place, Power.MODERATE)

    def check(self, person: Person, place: Place, need: Need | None) -> None:
        """Raises NotPermitted."""
        if not self.may(person, place, need):
            raise NotPermitted(need=str(need))

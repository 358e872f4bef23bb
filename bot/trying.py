"""Who sits at the terminal, and which limits hold for them: `busker try --as … --limits`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.limits import UNLIMITED, Policy
from bot.models import Person, Player, Power
from bot.quotas import Rule
from bot.settings import Settings
from bot.terms import Terms, policy_from, terms_from

__all__ = ["Trying", "trying"]

OPERATOR = "operator"
POWERS: Mapping[str, frozenset[Power]] = {
    "admin": frozenset({Power.ADMINISTER}),
    "moderator": frozenset({Power.MODERATE}),
}
"""What these can do; everybody else is a member like any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trying:
    """A person at a terminal. Nothing limits them unless they want to see how limits feel."""

    person: Person
    terms: Terms
    policy: Policy = UNLIMITED
    default_rule: Rule | None = None
    songs_each: int | None = None
    """So many of their songs at once; None, as many as there are places."""


def trying(settings: Settings, player: Player, person: Person, *, is_limited: bool) -> Trying:
    """The person by their name: "admin", "moderator" and "operator" can do what those can."""
    person = replace(person, powers=POWERS.get(person.id, frozenset()))
    operators = (f"{person.platform}:{person.id}",) if person.id == OPERATOR else ()
    # the settings name servers and people of chats; a terminal is none
    terms = replace(terms_from(settings), operators=operators, servers=(), is_direct_open=True)
    if not is_limited:
        return Trying(person=person, terms=terms)
    return Trying(
        person=person,
        terms=terms,
        policy=policy_from(settings, player),
        default_rule=settings.busker_default_quota,
        songs_each=settings.busker_running,
    )

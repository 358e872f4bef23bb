"""`/quota`: what is left, by which rule, and when it starts anew."""

from datetime import datetime

from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.options import checked_options
from bot.models import Card, Command, Person, Power, Told
from bot.phrases import person_named, when
from bot.quota_card import quota_card
from bot.quotas import Standing
from bot.words import Words, words_for

__all__ = ["QUOTA", "person_there", "quota_of"]


async def tell_quota(command: Command, desk: Desk) -> Answer:
    """The person's own, or for moderators somebody else's; for the operator what the budget leaves."""
    given = checked_options(command, QUOTA)
    person, place, words = command.person, command.place, words_for(command.person.locale)
    if given.get("user", person.id) != person.id:
        return Told(card=await quota_of(given["user"], place.platform, place.server, desk, words))
    own, server = await desk.limits.allowances(person, place.server)
    is_operator = desk.authority.is_operator(person, place)
    budget = await desk.limits.budget() if is_operator else ()
    now = desk.clock.now()
    return Told(card=quota_card(own, now, words, server=server, budget=budget))


async def quota_of(user: str, platform: str, server: str, desk: Desk, words: Words) -> Card:
    """Somebody else's."""
    now = desk.clock.now()
    person = await person_there(user, platform, server, desk)
    own, shared = await desk.limits.allowances(person, server)
    standing = await desk.rules.standing(person, server, now)
    notes = _block_note(standing, now, words)
    who = person_named(platform, user)
    return quota_card(own, now, words, server=shared, who=who, notes=notes)


async def person_there(user: str, platform: str, server: str, desk: Desk) -> Person:
    """Somebody on a server. What roles they have is known from when they last asked for a song there."""
    roles = await desk.rules.roles(platform, server, user)
    return Person(platform=platform, id=user, roles=roles)


def _block_note(standing: Standing, now: datetime, words: Words) -> tuple[str, ...]:
    if not standing.is_blocked:
        return ()
    if standing.blocked_until is None:
        return (words.say("quota-blocked"),)
    return (words.say("quota-blocked-until", when=when(now, standing.blocked_until, words)),)


QUOTA = Spec(
    name="quota",
    options=(Option(name="user", kind=OptionKind.PERSON, is_main=True, needs=Power.MODERATE),),
    answer=tell_quota,
)

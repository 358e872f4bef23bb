"""`/quota`: what is left, by which rule, and when it starts anew."""

from bot.cards import quota_card
from bot.commands.catalogue import Answer, Desk, Spec
from bot.commands.options import checked_options
from bot.models import Command, Told
from bot.words import words_for

__all__ = ["QUOTA"]


async def tell_quota(command: Command, desk: Desk) -> Answer:
    """The person's own, and the server's where it has a rule."""
    checked_options(command, QUOTA)
    own, server = await desk.limits.allowances(command.person, command.place.server)
    words = words_for(command.person.locale)
    return Told(card=quota_card(own, desk.clock.now(), words, server=server))


QUOTA = Spec(name="quota", options=(), answer=tell_quota)

"""Looking whether a message of ours is there already, before it is posted again.

Discord takes a nonce twice within a few minutes for the same message. After a longer gap, such as a
restart, the channel itself is asked: for a message by us with the buttons of this card.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import discord

from adapters.discord.addresses import ANSWER, custom_id_for
from adapters.discord.drawing.files import bears
from adapters.discord.sending.posting import Spot
from bot.models import Card, Place, Result

__all__ = ["card_at", "result_at"]

MOST_AFTER = 1000
"""Messages that are looked at from the moment on when it was first tried: ten requests at most."""

MOST_BACK = 50
"""The latest ones, where no such moment is known: one request."""

SLACK = timedelta(minutes=1)
"""So far our clock may be ahead of theirs."""


async def card_at(spot: Spot, place: Place, card: Card) -> int | None:
    """The first card that stands there, though its row doesn't know; of a job, by its buttons."""
    asked = int(place.message.removeprefix(ANSWER)) if place.message else None
    wanted = _ids_of(card)
    after = discord.Object(asked) if asked else None
    for message in await _messages(spot, after):
        metadata = message.interaction_metadata
        is_answer = metadata is not None and metadata.id == asked
        if message.author.id == spot.me and (is_answer or wanted & set(_buttons_in(message))):
            return message.id
    return None


async def result_at(
    spot: Spot, place: Place, result: Result, since: datetime
) -> list[discord.Message]:
    """The messages that hand this result over already: the one with its card, then what it is split into."""
    after = discord.utils.time_snowflake(since - SLACK)
    if place.message and not place.message.startswith(ANSWER):
        after = max(after, int(place.message))
    found: list[discord.Message] = []
    for message in await _messages(spot, discord.Object(after)):
        if message.author.id != spot.me:
            continue
        if _answers(message, found[0].id) if found else _hands_over(message, place, result):
            found.append(message)
    return found


async def _messages(spot: Spot, after: discord.Object | None) -> list[discord.Message]:
    """None where they can't be read: whether anything can be posted there, posting will say."""
    await spot.look()
    try:
        if after is None:
            return [each async for each in spot.channel.history(limit=MOST_BACK)]
        seen = spot.channel.history(limit=MOST_AFTER, after=after, oldest_first=True)
        return [each async for each in seen]
    except (discord.Forbidden, discord.NotFound):
        return []


def _hands_over(message: discord.Message, place: Place, result: Result) -> bool:
    """By its buttons and takes; one that goes ahead has none, but calls its person under its card."""
    holds = not result.takes or any(
        bears(each, take.filename) for each in message.attachments for take in result.takes
    )
    if buttons := set(_buttons_in(message)):
        return holds and bool(buttons & _ids_of(result.card))
    is_theirs = message.content == f"<@{result.person.id}>"
    return holds and is_theirs and (not message.reference or _answers(message, place.message))


def _answers(message: discord.Message, first: int | str | None) -> bool:
    return message.reference is not None and str(message.reference.message_id) == str(first)


def _ids_of(card: Card) -> set[str]:
    return {custom_id_for(button) for button in card.buttons} if card.key else set()


def _buttons_in(message: discord.Message) -> Iterator[str]:
    rows: list[Any] = list(message.components)
    for row in rows:
        for item in getattr(row, "children", ()):
            if custom_id := getattr(item, "custom_id", None):
                yield custom_id

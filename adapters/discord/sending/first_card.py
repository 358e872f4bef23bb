"""A song's first card: the answer to what was asked, or a message of its own, and never both."""

from dataclasses import replace
from functools import partial
from typing import Any

import discord

from adapters.discord.addresses import nonce_for
from adapters.discord.drawing.embeds import NOBODY, Buttons, embed_for
from adapters.discord.drawing.files import cover_files
from adapters.discord.failures import FAILED
from adapters.discord.patience import answered, patiently
from adapters.discord.sending.looking import card_at
from adapters.discord.sending.posting import Fields, Spot, send
from bot.models import Card, Place
from bot.ports import Clock

__all__ = ["post"]

Interaction = discord.Interaction[Any]


async def post(
    spot: Spot, place: Place, card: Card, asked: Interaction | None, clock: Clock
) -> Place:
    """Answer with it, if that is still open. Where nobody knows whether that worked, look, then post.

    After Discord's three seconds an answer can't arrive any more, so that looking is certain.
    """
    message = await _answer(asked, card) if asked else None
    if message is None:
        message = await patiently(partial(_found_or_sent, spot, place, card), clock)
    return replace(place, message=str(message))


async def _answer(asked: Interaction, card: Card) -> int | None:
    try:
        answer = await answered(lambda: asked.response.send_message(**_fields(card)))
    except FAILED:
        return None
    return answer.message_id if answer else None


async def _found_or_sent(spot: Spot, place: Place, card: Card) -> int:
    if (place.message or card.key) and (found := await card_at(spot, place, card)):
        return found
    nonce = nonce_for(card.key or repr(card))
    sent = await send(spot, lambda: {**_fields(card), "nonce": nonce})
    return sent.id


def _fields(card: Card) -> Fields:
    """Built anew for each attempt."""
    return {
        "embed": embed_for(card),
        "view": Buttons(card.buttons),
        "files": cover_files(card),
        "allowed_mentions": NOBODY,
    }

"""Finished songs as new messages by the bot's token: once each, however often they are handed over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

import discord

from adapters.discord.addresses import ANSWER, nonce_for
from adapters.discord.drawing.embeds import COVER, NOBODY, Buttons, embed_for
from adapters.discord.drawing.files import bears, cover_files, parcels, take_file
from adapters.discord.interactions.leases import LeasedMessage
from adapters.discord.sending.looking import result_at
from adapters.discord.sending.parts import answer_to
from adapters.discord.sending.posting import Fields, Spot, send
from bot.models import Audio, Place, Result

__all__ = ["add", "deliver"]


async def deliver(
    spot: Spot, place: Place, result: Result, key: str, *, tried_at: datetime | None
) -> Place:
    """Post what isn't there yet: a new message, since an edit would notify nobody; where it lies."""
    there = await result_at(spot, place, result, tried_at) if tried_at else []
    missing = _missing(result, [each for message in there for each in message.attachments])
    rest = parcels(missing) if missing or not there else []
    if there:
        message = there[0]
    else:
        first, *rest = rest
        message = await send(spot, lambda: _first(result, first, key), _answers(place))
    for number, takes in enumerate(rest, start=max(2, len(there) + 1)):
        more = partial(_part, takes, f"{key}:{number}")
        await send(spot, more, answer_to(message))
    return replace(place, message=str(message.id))


async def add(message: discord.PartialMessage | LeasedMessage, result: Result) -> None:
    """Put the take that came later to the one that is there; the cover has to go along again."""
    found = await message.fetch()
    there = [each for each in found.attachments if each.filename != COVER]
    new = map(take_file, _missing(result, there))
    card = replace(result.card, cover=result.cover)
    await message.edit(
        embed=embed_for(card),
        view=Buttons(card.buttons),
        attachments=[*cover_files(card), *there, *new],
        allowed_mentions=NOBODY,
    )


def _missing(result: Result, there: Sequence[discord.Attachment]) -> list[Audio]:
    """The takes that don't lie there."""
    return [take for take in result.takes if not any(bears(each, take.filename) for each in there)]


def _first(result: Result, takes: Sequence[Audio], key: str) -> Fields:
    """The message that people hear of."""
    card = replace(result.card, cover=result.cover)
    return {
        "content": f"<@{result.person.id}>",
        "embed": embed_for(card),
        "view": Buttons(card.buttons),
        "files": [*cover_files(card), *map(take_file, takes)],
        "allowed_mentions": discord.AllowedMentions(
            everyone=False, roles=False, users=[discord.Object(int(result.person.id))]
        ),
        "nonce": nonce_for(key),
    }


def _part(takes: Sequence[Audio], key: str) -> Fields:
    """What the first message has no room for."""
    return {
        "files": [*map(take_file, takes)],
        "allowed_mentions": NOBODY,
        "nonce": nonce_for(key),
    }


def _answers(place: Place) -> discord.MessageReference | None:
    """The card that the result belongs to, if it stands there still."""
    if place.message is None or place.message.startswith(ANSWER):
        return None
    return discord.MessageReference(
        message_id=int(place.message), channel_id=int(place.channel), fail_if_not_exists=False
    )

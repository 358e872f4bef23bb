"""Covers and takes as files of a message, each built anew for every attempt: one that was sent is closed.

Source for the limit: https://docs.discord.com/developers/resources/message#create-message
"""

import re
from collections.abc import Sequence

import discord

from adapters.discord.drawing.embeds import COVER
from bot.models import Audio, Card

__all__ = ["cover_files", "parcels", "safe", "take_file"]

REQUEST_BYTES = 24 * 2**20
"""All files of one message together; 25 MiB are the limit of a request."""


def cover_files(card: Card) -> list[discord.File]:
    """The cover, if there is one."""
    return [] if card.cover is None else [discord.File(card.cover, filename=COVER)]


def take_file(take: Audio) -> discord.File:
    """A take under its own name."""
    return discord.File(take.path, filename=safe(take.filename))


def parcels(takes: Sequence[Audio]) -> list[list[Audio]]:
    """The takes by message: as many in one as a request may hold."""
    parcels: list[list[Audio]] = [[]]
    room = REQUEST_BYTES
    for take in takes:
        size = take.path.stat().st_size
        if parcels[-1] and size > room:
            parcels.append([])
            room = REQUEST_BYTES
        parcels[-1].append(take)
        room -= size
    return parcels


def safe(filename: str) -> str:
    """As Discord itself would write it."""
    return re.sub(r"[^\w.()-]+", "_", filename)

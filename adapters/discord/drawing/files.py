"""Covers and takes as files of a message, each built anew for every attempt: one that was sent is closed.

Source for the limit: https://docs.discord.com/developers/resources/message#create-message
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

import discord

from adapters.discord.drawing.embeds import COVER
from bot.models import Audio, Card

__all__ = ["bears", "cover_files", "parcels", "safe", "take_file"]

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
    """In a form that every client bears. Discord writes it in its own way all the same: see `bears`."""
    return re.sub(r"[^\w.()-]+", "_", filename)


def bears(attachment: discord.Attachment, filename: str) -> bool:
    """Whether it is the file that was sent under this name.

    Discord keeps some ASCII letters of a name only, and not always the same; what it was is its title then.
    https://github.com/discord/discord-api-docs/issues/7754 and /pull/6945
    """
    if attachment.title is not None and attachment.title == PurePath(safe(filename)).stem:
        return True
    return _core(attachment.filename) == _core(filename)


def _core(filename: str) -> str:
    """What is left of a name in any case. One without a single such letter has its take's letter still."""
    plain = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]", "", plain)

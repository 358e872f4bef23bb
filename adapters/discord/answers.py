"""The first answer to an interaction, within Discord's three seconds: form, private card, or the song's.

Source: https://docs.discord.com/developers/interactions/receiving-and-responding
"""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import discord
import structlog

from adapters.discord.embeds import NOBODY, Buttons, embed_for
from adapters.discord.failures import FAILED
from adapters.discord.forms import Modal
from adapters.discord.naming import card_as_seen
from adapters.discord.patience import answered
from adapters.discord.pending import Pending
from bot.commands.catalogue import Answer
from bot.models import Choice, Form, Started, Told
from bot.moments import worded
from bot.phrases import shortened

__all__ = ["Answers"]

log = structlog.get_logger()

Interaction = discord.Interaction[Any]

CARD_SECONDS = 2.0
"""So long a song's card may take to answer; Discord waits for three."""

MOST_CHOICES = 25
MOST_CHOICE = 100


class Answers:
    """Gives what the router says. Never raises: what fails here has been tried, and is logged."""

    def __init__(self, pending: Pending) -> None:
        self._pending = pending

    async def give(self, interaction: Interaction, answer: Awaitable[Answer]) -> None:
        """Answer a command, a press or a form."""
        taken = self._pending.wait_for(interaction)
        try:
            await self._give(interaction, await answer, taken)
        except FAILED:
            log.exception("an interaction couldn't be answered")
        finally:
            self._pending.drop(interaction)

    async def suggest(self, interaction: Interaction, found: Awaitable[Sequence[Choice]]) -> None:
        """Offer what could be meant."""
        choices = [
            discord.app_commands.Choice(
                name=shortened(worded(each.label), MOST_CHOICE), value=each.value
            )
            for each in (await found)[:MOST_CHOICES]
        ]
        try:
            await interaction.response.autocomplete(choices)
        except discord.HTTPException as late:
            log.info("suggestions came too late", why=late.code)

    async def _give(self, interaction: Interaction, answer: Answer, taken: asyncio.Event) -> None:
        match answer:
            case Started(aside=Told() as aside):
                self._pending.drop(interaction)
                await answered(lambda: self._tell(interaction, aside))
            case Started():
                await self._leave_to_card(interaction, taken)
            case Told():
                self._pending.drop(interaction)
                await answered(lambda: self._tell(interaction, answer))
            case Form():
                self._pending.drop(interaction)
                await answered(lambda: interaction.response.send_modal(Modal(answer)))

    async def _leave_to_card(self, interaction: Interaction, taken: asyncio.Event) -> None:
        """The song's card answers; when it doesn't in time, it will be a message of its own."""
        try:
            async with asyncio.timeout(CARD_SECONDS):
                await taken.wait()
        except TimeoutError:
            self._pending.drop(interaction)
            await interaction.response.defer(ephemeral=True)
            await interaction.delete_original_response()

    async def _tell(self, interaction: Interaction, told: Told) -> None:
        locale = str(interaction.locale)
        told = replace(told, card=card_as_seen(told.card, locale, is_refusal=told.is_refusal))
        view = Buttons(told.card.buttons)
        files = [discord.File(BytesIO(each.content), each.filename) for each in told.files]
        is_private_card = bool(interaction.message and interaction.message.flags.ephemeral)
        if told.replaces and is_private_card:
            await interaction.response.edit_message(
                embed=embed_for(told.card), view=view, attachments=files, allowed_mentions=NOBODY
            )
            return
        await interaction.response.send_message(
            embed=embed_for(told.card),
            view=view,
            files=files,
            ephemeral=True,
            allowed_mentions=NOBODY,
        )

"""The first answer to an interaction, within Discord's three seconds: form, private card, or the song's.

Source: https://docs.discord.com/developers/interactions/receiving-and-responding
"""

import asyncio
from collections.abc import Awaitable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import discord
import structlog

from adapters.discord.drawing.embeds import NOBODY
from adapters.discord.drawing.forms import Modal
from adapters.discord.drawing.naming import card_as_seen
from adapters.discord.drawing.panels import Panel
from adapters.discord.failures import ANSWERED_OR_OVER, FAILED
from adapters.discord.interactions.deferring import claim, defer, is_update
from adapters.discord.interactions.leases import Lease, Leases
from adapters.discord.interactions.pending import Pending
from adapters.discord.patience import USUAL, answered
from bot.commands.catalogue import Answer
from bot.errors import NotAllowedHere
from bot.models import Card, Choice, Form, Started, Told, Tone
from bot.moments import worded
from bot.phrases import shortened
from bot.words import words_for

__all__ = ["Answers"]

log = structlog.get_logger()

Interaction = discord.Interaction[Any]

PATIENCE_SECONDS = 2.0
"""So long an answer, or a song's card, may take; Discord waits for three."""

MOST_AT_ONCE = 2**18
"""Bytes: what a slow line takes a second or two for."""

MOST_CHOICES = 25
MOST_CHOICE = 100


class Answers:
    """Gives what the router says. Never raises: what fails here has been tried, and is logged."""

    def __init__(
        self, pending: Pending, leases: Leases, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._pending = pending
        self._leases = leases
        self._patience_seconds = patience_seconds

    async def give(self, interaction: Interaction, answer: Awaitable[Answer]) -> None:
        """Answer a command, a press or a form."""
        until = asyncio.get_running_loop().time() + self._patience_seconds
        taken = self._pending.wait_for(interaction)
        self._pending.asides.note(interaction)
        lease = self._leases.take(interaction)
        found = asyncio.ensure_future(answer)
        try:
            await self._gain_time(interaction, lease, found, taken, until)
            await self._give(interaction, lease, await found, taken, until)
        except discord.HTTPException as refused:
            if refused.code in ANSWERED_OR_OVER:
                log.info("an answer came too late", why=refused.code)
            else:
                log.exception("an interaction couldn't be answered")
        except (NotAllowedHere, *FAILED):
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
        except FAILED as broken:
            log.info("suggestions came too late", why=type(broken).__name__)

    async def _gain_time(
        self,
        interaction: Interaction,
        lease: Lease | None,
        found: asyncio.Future[Answer],
        taken: asyncio.Event,
        until: float,
    ) -> None:
        """When it takes long to find the answer, say that one will come."""
        await asyncio.wait({found}, timeout=until - asyncio.get_running_loop().time())
        if found.done() or taken.is_set():
            return
        try:
            await self._defer(interaction, lease)
        except FAILED:
            log.info("an answer can't be put off")  # it is tried all the same

    async def _defer(self, interaction: Interaction, lease: Lease | None) -> None:
        """From here on the song's card is a message of its own, where the bot can post one."""
        self._pending.drop(interaction)
        await (lease.defer() if lease else defer(interaction))

    async def _give(
        self,
        interaction: Interaction,
        lease: Lease | None,
        answer: Answer,
        taken: asyncio.Event,
        until: float,
    ) -> None:
        match answer:
            case Started(aside=Told() as aside):
                self._pending.drop(interaction)
                await self._tell(interaction, lease, aside)
            case Started():
                await self._leave_to_card(interaction, lease, taken, until)
            case Told():
                self._pending.drop(interaction)
                await self._tell(interaction, lease, answer)
            case Form() if interaction.response.is_done():
                await self._tell(interaction, lease, _too_late(interaction))
            case Form():
                self._pending.drop(interaction)
                await answered(
                    lambda: interaction.response.send_modal(Modal(answer, interaction.id))
                )

    async def _leave_to_card(
        self,
        interaction: Interaction,
        lease: Lease | None,
        taken: asyncio.Event,
        until: float,
    ) -> None:
        """The song's card answers; when it doesn't in time, it will be a message of its own."""
        try:
            async with asyncio.timeout_at(until):
                await taken.wait()
        except TimeoutError:
            if not interaction.response.is_done():
                await self._defer(interaction, lease)
            if lease is None and not is_update(interaction):
                await interaction.delete_original_response()

    async def _tell(self, interaction: Interaction, lease: Lease | None, told: Told) -> None:
        locale = str(interaction.locale)
        told = replace(told, card=card_as_seen(told.card, locale, is_refusal=told.is_refusal))
        if _is_large(told) and not interaction.response.is_done():
            await self._defer(interaction, lease)
        async with lease.answering if lease else nullcontext():
            if not interaction.response.is_done():
                await answered(lambda: self._tell_at_once(interaction, told))
                return
        seconds = USUAL.uploading if told.files else USUAL.call  # nobody waits for it any more
        await answered(lambda: self._tell_late(interaction, lease, told), seconds)

    async def _tell_at_once(self, interaction: Interaction, told: Told) -> None:
        panel = _panel(interaction, told)
        said: dict[str, Any] = {"view": panel, "allowed_mentions": NOBODY}
        if _is_to_replace(interaction, told):
            said |= _without_embed(interaction)
            await interaction.response.edit_message(attachments=panel.files, **said)
        else:
            await interaction.response.send_message(files=panel.files, ephemeral=True, **said)

    async def _tell_late(self, interaction: Interaction, lease: Lease | None, told: Told) -> None:
        """Once the answer was put off, or another one was given."""
        panel = _panel(interaction, told)
        said: dict[str, Any] = {"view": panel, "allowed_mentions": NOBODY}
        if is_update(interaction) and _is_to_replace(interaction, told):
            said |= _without_embed(interaction)
            await interaction.edit_original_response(attachments=panel.files, **said)
        elif claim(interaction):
            await interaction.edit_original_response(attachments=panel.files, **said)
        elif lease:
            await lease.send("told", files=panel.files, ephemeral=True, **said)
        else:
            await interaction.followup.send(files=panel.files, ephemeral=True, **said)


def _is_large(told: Told) -> bool:
    """Whether sending it may take longer than Discord waits for an answer."""
    return sum(len(each.content) for each in told.files) > MOST_AT_ONCE


def _panel(interaction: Interaction, told: Told) -> Panel:
    return Panel(told, words_for(str(interaction.locale)))


def _without_embed(interaction: Interaction) -> dict[str, Any]:
    """A layout takes the place of an embed from before there were layouts only when that goes with it."""
    is_panel = interaction.message is not None and interaction.message.flags.components_v2
    return {} if is_panel else {"content": None, "embeds": []}


def _is_to_replace(interaction: Interaction, told: Told) -> bool:
    """The private card whose button was pressed."""
    return told.replaces and bool(interaction.message and interaction.message.flags.ephemeral)


def _too_late(interaction: Interaction) -> Told:
    """A form can't be put off."""
    words = words_for(str(interaction.locale))
    line = words.say("discord-form-too-late")
    return Told(card=Card(tone=Tone.BAD, title=words.say("refused-title"), lines=(line,)))

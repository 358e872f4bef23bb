"""Answers that take longer than Discord waits: the person learns that they come, and then gets them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import discord
import pytest

from adapters.discord.asking.registration import Registration
from adapters.discord.chat import DiscordChat
from adapters.discord.client import DiscordClient
from adapters.discord.gateway import Sessions
from adapters.discord.interactions.answers import Answers
from adapters.discord.interactions.leases import Leases
from adapters.discord.interactions.pending import Pending
from adapters.discord.refusals import refusals_told
from bot.clock import SystemClock
from bot.commands.catalogue import Answer
from bot.models import (
    Attachment,
    Button,
    Card,
    Command,
    Field,
    Form,
    Place,
    Press,
    Started,
    Told,
    Tone,
)
from bot.operating.metrics import Metrics
from tests.fakes.discord import Channel, Discord, Message, User, fake_discord
from tests.fakes.discord.interaction import Answer as AnsweredBy

if TYPE_CHECKING:
    from bot.router import Router

TOLD = Told(card=Card(tone=Tone.QUIET, title="Here it is"))
FORM = Form(title="A song", command="song", fields=(Field(name="prompt", label="What about"),))
CARD = Card(key="job", tone=Tone.WAITING, title="A song")
STARTED = Started(job_id="job")


@dataclass
class SlowDesk:
    """Answers everything in the same way, once it is let."""

    answers: Answer = TOLD
    let: asyncio.Event = field(default_factory=asyncio.Event)
    place: Place | None = None
    """Where it was asked, the last time."""

    async def answer(self, command: Command) -> Answer:
        self.place = command.place
        await self.let.wait()
        return self.answers

    async def press(self, press: Press) -> Answer:
        self.place = press.place
        await self.let.wait()
        return self.answers


@dataclass
class Late:
    """A bot with little patience, in this process, and a place with somebody in it."""

    fake: Discord
    chat: DiscordChat
    desk: SlowDesk
    ana: User
    channel: Channel
    group: Channel

    async def show(self) -> None:
        """The card of the song that was asked for last."""
        assert self.desk.place
        await self.chat.show(self.desk.place, CARD)


@pytest.fixture
async def late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Late]:
    async with fake_discord() as fake:
        guild = fake.guild("Garden")
        monkeypatch.setattr(discord.http.Route, "BASE", fake.api)
        clock, metrics, desk = SystemClock(), Metrics(), SlowDesk()
        pending, leases = Pending(), Leases(clock)
        client = DiscordClient(
            sessions=Sessions(clock, None),
            registration=Registration(tmp_path / "menu", ()),
            is_direct=True,
            http_trace=refusals_told(lambda: metrics.rate_limited("discord")),
        )
        client.meet(cast("Router", desk), Answers(pending, leases, patience_seconds=0.1))
        async with client:
            running = asyncio.create_task(client.start(fake.token))
            await fake.commands_synced()
            await fake.gateway.ready()
            chat = DiscordChat(client, pending, leases, clock, metrics)
            channel, ana = guild.channel("music"), guild.member("ana")
            yield Late(fake, chat, desk, ana.user, channel, fake.group("friends"))
            assert [str(call) for call in fake.refused] == []
            running.cancel()


def button() -> Button:
    return Button(action="again", subject="job", label="Again")


async def ask(late: Late, channel: Channel | None = None) -> "asyncio.Future[Message]":
    """A command; it is answered by “thinking” before the desk says anything."""
    where = channel or late.channel
    who = where.guild.members[late.ana.id] if where.guild else late.ana
    asked = await late.fake.slash(who, where, "quota")
    assert asked.reply.is_loading
    assert asked.reply.is_ephemeral
    return asyncio.ensure_future(asked.shown())


async def a_result(late: Late, channel: Channel) -> Message:
    """A public message with a button."""
    late.desk.answers = STARTED
    late.desk.let.set()
    who = channel.guild.members[late.ana.id] if channel.guild else late.ana
    asked = late.fake.begin_slash(who, channel, "quota")
    await late.fake.until(lambda: late.desk.place, "a command")
    assert late.desk.place
    await late.chat.show(late.desk.place, replace(CARD, buttons=(button(),)))
    message = await (channel.next_message() if channel.guild else asked.shown())
    late.desk.let.clear()
    late.desk.answers = TOLD
    return message


async def test_what_takes_long_is_told_all_the_same(late: Late) -> None:
    shown = await ask(late)
    late.desk.let.set()
    assert "Here it is" in (await shown).text


@pytest.mark.parametrize("where", ["channel", "group"])
async def test_large_files_come_after_a_word_that_they_will(late: Late, where: str) -> None:
    file = Attachment(filename="all.txt", content=b"song " * 2**17)
    late.desk.answers = replace(TOLD, files=(file,))
    late.desk.let.set()
    channel = late.channel if where == "channel" else late.group
    who = channel.guild.members[late.ana.id] if channel.guild else late.ana
    asked = await late.fake.slash(who, channel, "quota")
    assert asked.answer is AnsweredBy.DEFERRED
    shown = await asked.shown()
    assert shown.is_ephemeral
    assert shown.files == {"all.txt": file.content}


async def test_a_form_that_takes_long_is_no_form_any_more(late: Late) -> None:
    late.desk.answers = FORM
    shown = await ask(late)
    late.desk.let.set()
    assert "Please ask once more." in (await shown).text


async def test_a_song_that_took_long_to_ask_for_has_a_card_of_its_own(late: Late) -> None:
    late.desk.answers = STARTED
    shown = await ask(late)
    [thinking] = late.channel.messages
    late.desk.let.set()
    await thinking.until_deleted()
    shown.cancel()
    await late.show()
    card = await late.channel.next_message()
    assert (card.interaction, card.text) == (None, "A song")


async def test_where_only_the_token_serves_the_late_card_is_the_answer(late: Late) -> None:
    late.desk.answers = STARTED
    shown = await ask(late, late.group)
    late.desk.let.set()
    await late.show()
    assert (await shown).text == "A song"
    assert len(late.group.messages) == 1


@pytest.mark.parametrize("where", ["channel", "group"])
async def test_a_button_that_takes_long_is_answered_beside_its_message(
    late: Late, where: str
) -> None:
    result = await a_result(late, late.channel if where == "channel" else late.group)
    pressed = await late.fake.press(late.ana, result, "Again")
    assert not result.is_loading
    late.desk.let.set()
    told = await pressed.next_followup()
    assert told.is_ephemeral
    assert "Here it is" in told.text
    assert result.text == "A song"


async def test_a_private_card_is_replaced_however_long_it_takes(late: Late) -> None:
    late.desk.answers = Told(card=Card(tone=Tone.QUIET, title="One", buttons=(button(),)))
    late.desk.let.set()
    who = late.channel.guild.members[late.ana.id] if late.channel.guild else late.ana
    private = await (await late.fake.slash(who, late.channel, "library")).shown()
    late.desk.let.clear()
    late.desk.answers = Told(card=Card(tone=Tone.QUIET, title="Two"), replaces=True)
    pressed = late.fake.begin_press(who, private, "Again")
    await pressed.answered()
    late.desk.let.set()
    await private.until_says("Two")
    assert pressed.followups == []

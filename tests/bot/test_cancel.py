import asyncio
from dataclasses import replace

import pytest

from bot.jobs import Job, Stage
from bot.models import Card, Person, Place, Power, Started, Told, Tone
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.makers import ANA, BEN, HERE, a_command

MODERATOR = Person(platform="console", id="mia", powers=frozenset({Power.MODERATE}))
ELSEWHERE = replace(HERE, server="another server")


async def test_what_is_running_is_suggested_to_its_person(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        rain = await stage.song(busker, "about rain")
        snow = await stage.song(busker, "about snow")
        await stage.song(busker, "of Ben", BEN)
        choices = await busker.router.suggest(a_command("cancel"), "job")
        fitting = await busker.router.suggest(a_command("cancel", job="RAIN"), "job")
        assert [choice.value for choice in choices] == [snow, rain]
        assert [choice.label for choice in fitting] == ["Song: about rain"]
        await stage.ask(busker, "cancel", job=rain)
    assert (await stage.job(rain)).stage is Stage.CANCELLED
    assert (await stage.job(snow)).stage is Stage.WORKING


async def test_a_moderator_stops_anybodys_public_song_here_and_it_is_written_down(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        rain = await stage.song(busker, "about rain")
        snow = await stage.song(busker, "about snow")
        await stage.ask(busker, "song", ANA, prompt="secret", private="on")
        choices = await busker.router.suggest(a_command("cancel", MODERATOR), "job")
        assert [choice.value for choice in choices] == [snow, rain]
        await stage.ask(busker, "cancel", MODERATOR, job=rain)
        await stage.press(busker, "cancel", snow, MODERATOR)
    assert (await stage.job(rain)).stage is (await stage.job(snow)).stage is Stage.CANCELLED
    written = await stage.store.changes(HERE.platform, HERE.server, before=None, most=10)
    assert [(entry.change.actor, entry.what, entry.subject) for entry in written] == [
        ("console:mia", "cancel", snow),
        ("console:mia", "cancel", rain),
    ]


async def test_nobody_stops_what_isnt_theirs_to_stop(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        rain = await stage.song(busker, "about rain")
        secret = await stage.ask(busker, "song", ANA, prompt="secret", private="on")
        assert isinstance(secret, Started)
        answers = [
            await stage.ask(busker, "cancel", BEN, job=rain),
            await stage.press(busker, "cancel", rain, BEN),
            await stage.press(busker, "cancel", rain, MODERATOR, ELSEWHERE),
            await stage.press(busker, "cancel", secret.job_id, MODERATOR),
            await stage.ask(busker, "cancel", MODERATOR),  # nothing named, nothing of theirs
            await stage.ask(busker, "cancel", MODERATOR, job="rain"),
        ]
    assert all(isinstance(answer, Told) and answer.is_refusal for answer in answers)
    assert (await stage.job(rain)).stage is Stage.WORKING


class SlowChat(RecordingChat):
    """A first card takes its time to arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.arrives = asyncio.Event()

    async def show(self, place: Place, card: Card) -> Place:
        if place.message is None:
            self.shown_at.append(place)
            await self.arrives.wait()
        return await super().show(place, card)


async def test_a_song_cancelled_while_its_first_card_is_on_its_way_has_one_card_that_says_so(
    stage: TheStage,
) -> None:
    stage.chat = chat = SlowChat()
    async with stage.at_work() as busker:
        song = await stage.song(busker, "rain")
        await stage.ask(busker, "cancel")
        assert chat.shown_at == [HERE]
        chat.arrives.set()
        await stage.settle()
    assert (await stage.job(song)).stage is Stage.CANCELLED
    assert {place.message for place in chat.shown_at[1:]} == {None, f"card of {song}"}
    assert chat.shown_at.count(HERE) == 2  # sent, and arrived
    assert chat.last(song).is_last


async def test_a_cancel_that_is_read_just_as_the_first_card_arrives_has_no_second_one(
    stage: TheStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.chat = chat = SlowChat()
    get = stage.store.get

    async def get_slowly(job_id: str) -> Job | None:
        job = await get(job_id)
        if job and job.stage is Stage.CANCELLED:
            chat.arrives.set()
            for _ in range(50):  # the card is there, and the row doesn't know where
                await asyncio.sleep(0)
        return job

    monkeypatch.setattr(stage.store, "get", get_slowly)
    async with stage.at_work() as busker:
        song = await stage.song(busker, "rain")
        await stage.ask(busker, "cancel")
        await stage.settle()
    assert chat.shown_at.count(HERE) == 2  # sent, and arrived
    assert chat.last(song).is_last


class ChatThatFinds(RecordingChat):
    """A first card that is there already is found, and left as it is."""

    async def show(self, place: Place, card: Card) -> Place:
        if place.message is None and card.key in self.cards:
            return replace(place, message=f"card of {card.key}")
        return await super().show(place, card)


async def test_a_card_that_nobody_had_written_down_says_after_a_kill_that_its_song_was_cancelled(
    stage: TheStage,
) -> None:
    stage.chat = slow = SlowChat()
    async with stage.at_work() as busker:
        song = await stage.song(busker, "rain")
        await stage.ask(busker, "cancel")
    stage.chat = chat = ChatThatFinds()
    await RecordingChat.show(
        chat, HERE, Card(tone=Tone.WAITING, title="Song: rain", key=song)
    )  # it had arrived, and then came the kill
    async with stage.at_work():
        await stage.settle()
    assert slow.shown_at == [HERE]
    assert chat.shown_at[1:] == [replace(HERE, message=f"card of {song}")]
    assert chat.last(song).is_last
    assert await stage.store.unclosed(stage.clock.now()) == []


class ChatWithSlowEnds(RecordingChat):
    """A last card takes its time to arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.arrives = asyncio.Event()

    async def show(self, place: Place, card: Card) -> Place:
        if card.is_last:
            await self.arrives.wait()
        return await super().show(place, card)


async def test_a_waiting_song_that_is_cancelled_is_closed_once_its_card_says_so(
    stage: TheStage,
) -> None:
    stage.chat = chat = ChatWithSlowEnds()
    stage.composer.hold_before = 0
    async with stage.at_work(songs_at_once=1) as busker:
        await stage.song(busker, "rain")
        waiting = await stage.song(busker, "snow")
        await stage.ask(busker, "cancel", job=waiting)
        assert [job.id for job in await stage.store.unclosed(stage.clock.now())] == [waiting]
        chat.arrives.set()
        await stage.settle()
        assert chat.last(waiting).is_last
        assert await stage.store.unclosed(stage.clock.now()) == []


async def test_the_answer_says_whether_it_counts(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        await stage.song(busker, "rain")
        assert (await stage.told(busker, "cancel"))[1] == "“Song: rain” doesn't count."
        stage.composer.hold_before = 2
        await stage.song(busker, "snow")
        assert (await stage.told(busker, "cancel"))[1].endswith("“Rain” counts.")

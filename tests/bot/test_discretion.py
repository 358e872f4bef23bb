"""Nothing that people wrote, and no secret, comes into the log, whatever goes wrong."""

from dataclasses import replace
from datetime import datetime
from io import StringIO

import pytest
import structlog

from bot.logs import log_to
from bot.models import Card, Person, Place, Result, Started
from bot.privacy.discretion import discreet
from soundverse.errors import Declined, FileLost, SoundverseError, TakeFailed
from soundverse.events import Accepted, Event, Ids, Validated
from tests.bot.conftest import Stage
from tests.fakes.chat import RecordingChat
from tests.fakes.composer import WHOLE_SONG
from tests.makers import a_command, a_job, an_ask

KEY = "sksoundverse_abcdef0123456789"
WRITTEN = {
    "prompt": "a quetzal in the rain",
    "lyrics": "the wombat sleeps",
    "reference-url": "https://files.example/ocelot.mp3?signature=narwhal",
}
SECRETS = ("quetzal", "wombat", "ocelot", "narwhal", "axolotl", "abcdef0123")
QUOTED = f"a quetzal, {KEY}: not 'The Wombat' of ocelot.mp3"


class Talkative(RecordingChat):
    """Its errors quote what it was given, as those of file systems and platforms do."""

    async def show(self, place: Place, card: Card) -> Place:
        if self.show_fails:
            self.show_fails -= 1
            raise ValueError(f"400: no such embed: {card}")
        return await super().show(place, card)

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        if self.deliver_fails:
            self.deliver_fails -= 1
            raise OSError(28, "No space left on device", f"{result.name} - A.mp3")
        return await super().deliver(place, result, key, tried_at=tried_at)

    async def tell(self, person: Person, text: str) -> None:
        raise RuntimeError(f"{person}: {text}")


@pytest.mark.parametrize(
    "script",
    [
        (*WHOLE_SONG[:1], Validated(title="axolotl"), *WHOLE_SONG[2:]),
        (Declined(QUOTED),),
        (Accepted(ids=Ids(job_id="j")), TakeFailed(QUOTED)),
    ],
)
@pytest.mark.parametrize("fault", ["none", "card", "later card", "files", "database", "fetching"])
async def test_the_log_has_nothing_that_people_wrote(
    stage: Stage, script: tuple[Event | SoundverseError, ...], fault: str
) -> None:
    log = StringIO()
    log_to(log, "DEBUG")
    stage.chat = chat = Talkative()
    stage.tells_newcomers = True
    stage.composer.script = script
    chat.show_fails = fault == "card"
    chat.deliver_fails = 9 if fault == "files" else 0
    if fault == "fetching":
        stage.composer.missing = {"https://storage.soundverse.ai/rain_v1.mp3"}
    async with stage.at_work() as busker:
        command = replace(a_command("song", key="1"), options=WRITTEN)
        answer = await busker.router.answer(command)
        chat.show_fails = 3 if fault == "later card" else chat.show_fails
        stage.activity.broken = 3 if fault == "database" else 0
        await stage.settle()
        await stage.clock.move(120)
    assert isinstance(answer, Started)
    text = log.getvalue()
    assert answer.job_id in text
    assert not [secret for secret in SECRETS if secret in text.casefold()]


def test_an_error_is_told_by_kind_place_and_cause_without_quoting() -> None:
    log = StringIO()
    log_to(log, "INFO")
    try:
        try:
            int("quetzal")
        except ValueError as wrong:
            raise ExceptionGroup("wombat", [FileNotFoundError(2, "No such file", "ocelot"), wrong])  # noqa: B904
    except ExceptionGroup:
        structlog.get_logger().exception("failed")
    text = log.getvalue()
    for part in ("ValueError", "which led to", "ExceptionGroup", "FileNotFoundError: No such file"):
        assert part in text
    assert "test_discretion.py" in text
    assert "invalid literal" not in text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("400: QUETZAL is no bird", "400: … is no bird"),
        ("prompt: 'a quetzal in the r...'", "prompt: 'a … in the r...'"),
        ("can't fetch https://files.example/ocelot.mp3", "can't fetch …://….…/….mp3"),
        ("HTTP 503", "HTTP 503"),
    ],
)
def test_what_the_service_quotes_is_left_out_word_by_word(said: str, kept: str) -> None:
    ask = an_ask(prompt="a quetzal in the rain", reference_url="https://files.example/ocelot.mp3")
    assert discreet(said, a_job(ask=ask)) == kept


def test_the_address_of_ones_own_audio_is_left_out_and_that_of_a_take_is_not() -> None:
    own = an_ask(source_url="https://files.example/ocelot.mp3")
    assert discreet("404 for ocelot.mp3", a_job(ask=own)) == "404 for ….mp3"
    take = an_ask(source_url="https://storage.soundverse.ai/ocelot.mp3", source_job="rain")
    assert discreet("404 for ocelot.mp3", a_job(ask=take)) == "404 for ocelot.mp3"


def test_a_key_is_no_part_of_an_error() -> None:
    assert KEY not in str(FileLost(f"401 for {KEY}"))

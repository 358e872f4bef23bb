"""Things to test with: each maker takes only what matters to the test."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.jobs import Ask, Job, Kind, Stage
from bot.models import Card, Command, Person, Place, Press
from bot.moments import worded
from soundverse.events import RemoteTake, TakeReady

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ANA = Person(platform="console", id="ana")
BEN = Person(platform="console", id="ben")
HERE = Place(platform="console", server="console", channel="terminal")


def an_ask(**facts: object) -> Ask:
    ask = Ask(kind=Kind.SONG, version="v7", prompt="a song about rain")
    return replace(ask, **facts)  # type: ignore[arg-type]  # whatever the test names


def a_job(**facts: object) -> Job:
    job = Job(
        id="rainsong",
        request_key="request-1",
        person=ANA,
        place=HERE,
        ask=an_ask(),
        created_at=NOON,
    )
    return replace(job, **facts)  # type: ignore[arg-type]  # whatever the test names


def a_working_job(**facts: object) -> Job:
    return a_job(**{"stage": Stage.WORKING, "attempt": 1, "submitted_at": NOON, **facts})


def a_take(version: int, **facts: object) -> TakeReady:
    take = RemoteTake(
        version=version,
        audio_url=f"https://storage.soundverse.ai/rain_v{version}.mp3",
        duration_seconds=60.0,
        bpm=112,
    )
    return TakeReady(take=replace(take, **facts))  # type: ignore[arg-type]  # as above


def a_command(name: str, person: Person = ANA, key: str = "", **options: str) -> Command:
    written = {option.replace("_", "-"): value for option, value in options.items()}
    key = key or f"{name}:{sorted(written.items())}"
    return Command(name=name, options=written, person=person, place=HERE, request_key=key)


def a_press(action: str, subject: str, person: Person = ANA, place: Place = HERE) -> Press:
    key = f"{action}:{subject}:{person.id}"
    return Press(action=action, subject=subject, person=person, place=place, request_key=key)


def read(card: Card) -> tuple[str, ...]:
    """Its lines, as they are read where moments are told in words."""
    return tuple(worded(line) for line in card.lines)

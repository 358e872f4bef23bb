"""What a song's button says: which song, which take, and the page of the library it was found on."""

import re
from dataclasses import dataclass, replace
from typing import Self

from bot.commands.catalogue import Desk
from bot.errors import NotFound, NotYours
from bot.jobs import Job, Take, letter_for
from bot.models import Command, Person, Place, Press

__all__ = [
    "LONGEST_SEARCH",
    "Pressed",
    "View",
    "at_home",
    "check_words",
    "place_for",
    "searched",
    "song_for",
    "song_pressed",
]

LONGEST_SEARCH = 50
"""Characters: a button's action and subject together have at most 90."""

SUBJECT = re.compile(r"(?P<song>[\w-]{1,40})(?::(?P<letter>[A-Z]))?(?:@(?P<view>.*))?", re.ASCII)
VIEW = re.compile(r"(?P<page>\d{1,4})(?P<which>[al])(?P<search>.*)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One page of the library: all songs or those that are liked, with some text in them."""

    page: int = 0
    is_liked: bool = False
    search: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        """From what a button carries. Raises NotFound."""
        found = VIEW.fullmatch(searched(text))
        if not found or len(found["search"]) > LONGEST_SEARCH:
            raise NotFound(what="button")
        page, which, search = found.groups()
        return cls(page=int(page), is_liked=which == "l", search=search)

    def __str__(self) -> str:
        """As a button carries it."""
        return f"{self.page}{'l' if self.is_liked else 'a'}{self.search}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A song's button, and what it belongs to now."""

    job: Job
    letter: str | None = None
    view: View | None = None

    @property
    def take(self) -> Take:
        """The take it names. Raises NotFound when that isn't there, or is no longer."""
        for take in self.job.takes:
            if letter_for(take.version) == self.letter:
                return take
        raise NotFound(what="take")

    @property
    def subject(self) -> str:
        """The song and where it was found, for the next button."""
        return self.job.id if self.view is None else f"{self.job.id}@{self.view}"


async def song_pressed(press: Press, desk: Desk, *, is_deleted_too: bool = False) -> Pressed:
    """What was pressed, if the person may do something with it: a private song is its owner's.

    Raises NotFound, NotYours.
    """
    found = SUBJECT.fullmatch(press.subject)
    if not found:
        raise NotFound(what="song")
    job = await song_for(press.person, found["song"], desk, is_deleted_too=is_deleted_too)
    view = None if found["view"] is None else View.read(found["view"])
    return Pressed(job=job, letter=found["letter"], view=view)


async def song_for(person: Person, job_id: str, desk: Desk, *, is_deleted_too: bool = False) -> Job:
    """The song, if the person may do something with it. Raises NotFound, NotYours."""
    job = await desk.jobs.get(job_id)
    if job is None or job.person.platform != person.platform:
        raise NotFound(what="song")
    if job.ask.is_private and not job.is_of(person):
        raise NotYours
    if job.deleted_at and not is_deleted_too:
        raise NotFound(what="deleted")
    return job


def check_words(job: Job, person: Person) -> None:
    """What the service has declined to sing is shown to nobody else. Raises NotYours."""
    if job.failure == "declined" and not job.is_of(person):
        raise NotYours


def at_home(command: Command, job: Job) -> Command:
    """The command as it counts when a new song is made from this one: what is private stays with its server.

    Elsewhere its person has other roles or none, so they are those that it was asked for with.
    """
    place = place_for(job, command.place)
    if place.server == command.place.server:
        return replace(command, place=place)
    person = replace(command.person, roles=job.person.roles, powers=frozenset())
    return replace(command, person=person, place=place)


def place_for(job: Job, asked: Place) -> Place:
    """Where a new song made from this one is asked for: what is private stays with its server."""
    server = job.place.server if job.ask.is_private else asked.server
    return replace(asked, server=server)


def searched(text: str) -> str:
    """What is searched for, in one line that a button can carry."""
    return "".join(filter(str.isprintable, " ".join(text.split())))

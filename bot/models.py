"""The nouns that every part of Busker shares: frozen records without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

__all__ = [
    "Attachment",
    "Audio",
    "Button",
    "Card",
    "Choice",
    "Command",
    "Field",
    "Form",
    "Person",
    "Place",
    "Player",
    "Power",
    "Press",
    "Result",
    "Started",
    "Told",
    "Tone",
]


Player = Literal["soundverse", "houseband"]
"""Who makes the music; people are told."""


class Tone(StrEnum):
    """How a card feels; each platform has its colour or sign for it."""

    WAITING = "waiting"
    WORKING = "working"
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"


class Power(StrEnum):
    """What a platform lets a person do on the server where they ask."""

    MODERATE = "moderate"  # Discord: Manage Messages; Slack: workspace admin
    MODERATE_HERE = (
        "moderate-here"  # Discord: Manage Messages in the channel where they ask, and no more
    )
    SET_CHANNELS = "set-channels"  # Discord: Manage Channels; Slack: workspace admin
    ADMINISTER = "administer"  # Discord: Manage Server; Slack: workspace admin


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asked. Identities on different platforms are different people."""

    platform: str
    id: str
    locale: str = "en"
    """A language tag such as "en" or "pt-BR"; the sentences fall back to English."""
    roles: tuple[str, ...] = ()
    """The platform's ids of what they are on the server where they ask: a role may have its own rule."""
    powers: frozenset[Power] = frozenset()
    """On the server where they ask, as the platform said with the command itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to answer: an address that outlives the connection, never a platform's object."""

    platform: str
    server: str
    """The guild, the workspace, or the platform's own name for direct use."""
    channel: str
    message: str | None = None
    """The message that stands there, once there is one."""
    within: tuple[str, ...] = field(default=(), compare=False)
    """What the channel lies in, nearest first, such as that of a thread: what admins set there holds here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What was asked, after the platform's own form has been taken off it."""

    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    """As written by the person; each command checks and converts its own."""
    person: Person
    place: Place
    """Where it was asked. A message in it is the one that is yet to come: the platform's first answer."""
    request_key: str
    """The same for a double click or a redelivered event: one key, one job."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of what was attached, by the option that has its address, where the platform says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button that was pressed."""

    action: str
    subject: str
    person: Person
    place: Place
    """Where it was pressed, as for a command."""
    request_key: str
    """As for a command: the same however often the platform tells of one press."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something that can be pressed under a card; action and subject carry all that is needed.

    Together they have at most 90 characters, which every platform's button ids can bear.
    """

    action: str
    subject: str = ""
    label: str
    is_danger: bool = False
    row: int = 0
    """Buttons of one row stand side by side, at most five; a card has at most five rows."""
    line: int | None = None
    """Which line of its card it belongs to, from 0: where a platform can, it stands beside that line."""
    line_label: str = ""
    """What it is called there, if that differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a person sees of one song, in finished sentences. Equal cards aren't sent twice."""

    key: str = ""
    """Whose card it is: the job's id; empty for one that answers a command at once."""
    locale: str = "en"
    """The language of its sentences: where a platform has names for commands in it, they say those."""
    tone: Tone
    title: str
    lines: tuple[str, ...] = ()
    percent: int | None = None
    """0 to 100, only where the service sends numbers."""
    cover: Path | None = None
    """A picture on disk, a JPEG."""
    buttons: tuple[Button, ...] = ()
    footer: str | None = None
    is_last: bool = False
    """Nothing comes after it, so it must arrive."""
    result: Place | None = None
    """Where the finished song lies, once it was handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio:
    """One take as a file that is ready to be posted."""

    version: int
    path: Path
    filename: str
    duration_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with an answer, and is kept nowhere."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is handed over when a song is done: its card, its takes and its cover."""

    card: Card
    takes: tuple[Audio, ...]
    cover: Path | None = None
    """A picture that every platform can show."""
    name: str
    """The title in a form that file names can bear."""
    person: Person
    """Who asked, and is mentioned: nobody else is."""
    follows: Place | None = None
    """Where the first part was delivered, when this one adds the take that came later.

    Without takes when the later one never came: then only the card is new.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The answer to a command that is answered at once, in private."""

    card: Card
    is_refusal: bool = False
    option: str = ""
    """Which option was refused, so that a form can say so beside its field."""
    files: tuple[Attachment, ...] = ()
    replaces: bool = False
    """It takes the place of the private card whose button was pressed, such as the next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The answer to a command that made a job: its card will be shown by whoever plays it."""

    job_id: str
    aside: Told | None = None
    """What is told in private besides: that the card comes elsewhere, or has taken this one's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several things that can be picked or is suggested."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in; `name` is the option of the command that it becomes."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    most_characters: int = 100
    is_long: bool = False
    """Several lines are usual."""
    is_required: bool = False
    choices: tuple[Choice, ...] = ()
    """With choices, one of them is picked instead of written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The answer to a command or a press that needs to know more: what is sent becomes a command.

    A field that was left empty is sent too, as an empty text.
    """

    title: str
    command: str
    """Its name; the fields and what is kept become its options."""
    fields: tuple[Field, ...]
    """At most five."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Options that aren't asked for; short enough, all together, for a platform's form id (60 characters)."""

"""A song on paper: notes, chords and sections in ticks, the same on every machine."""

import json
from dataclasses import asdict, dataclass, fields
from operator import attrgetter
from typing import Any

from houseband.metre import METRES
from houseband.theory import Key

__all__ = [
    "TICKS_PER_BEAT",
    "Harmony",
    "Note",
    "Part",
    "Passage",
    "Score",
    "score_from_json",
    "score_to_json",
]

TICKS_PER_BEAT = 480


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `pitch` is a MIDI number; in a drum part it is the drum's number in `KIT`."""

    start: int
    length: int
    pitch: int
    velocity: int
    """1 (barely) to 127."""
    syllable: str = ""
    """What is sung on this note, for those leads that have a voice."""

    @property
    def end(self) -> int:
        """The tick at which the note is let go."""
        return self.start + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one player plays. `role` says what for: drums, bass, chords, pad, arp, lead or counter."""

    role: str
    instrument: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmony:
    """A chord for a while."""

    start: int
    length: int
    root: int
    intervals: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One section where it stands in the song. `text` holds its words, if it has any."""

    kind: str
    label: str
    start: int
    length: int
    energy: float
    """0 (hushed) to 1 (all in): how loud and how dense the section is played."""
    text: str
    shift: int = 0
    """Semitones by which it lies above the key of the song."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """All that the players need to know."""

    title: str
    genre: str
    tempo: int
    """Beats a minute."""
    key: Key
    metre: str
    """Its name in `METRES`."""
    brightness: float
    """How much light the sound has, -1 (muffled, deep) to 1 (brilliant, high); 0 is the genre's own."""
    length: int
    """Ticks from the first downbeat to the last moment of sound."""
    passages: tuple[Passage, ...]
    harmonies: tuple[Harmony, ...]
    parts: tuple[Part, ...]
    joins: tuple[int, ...] = ()
    """Downbeats, in ticks, from which the song was gone on."""

    @property
    def beats_per_bar(self) -> int:
        """Quarters in a bar."""
        return METRES[self.metre].beats

    @property
    def ticks_per_bar(self) -> int:
        """The length of one bar."""
        return self.beats_per_bar * TICKS_PER_BEAT

    @property
    def seconds_per_tick(self) -> float:
        """How long one tick lasts at this tempo."""
        return 60.0 / (self.tempo * TICKS_PER_BEAT)

    @property
    def seconds(self) -> float:
        """How long the whole song lasts."""
        return self.length * self.seconds_per_tick


def score_to_json(score: Score) -> str:
    """Write a score so that equal scores give equal texts."""
    document = {field.name: getattr(score, field.name) for field in fields(score)}
    document["parts"] = [
        {"role": part.role, "instrument": part.instrument, "notes": [*map(_NOTE, part.notes)]}
        for part in score.parts
    ]
    return json.dumps(
        document, default=asdict, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


_NOTE = attrgetter(*(field.name for field in fields(Note)))


def score_from_json(text: str) -> Score:
    """Read what `score_to_json` wrote."""
    document: dict[str, Any] = json.loads(text)
    return Score(
        **{
            **document,
            "key": Key(**document["key"]),
            "joins": tuple(document.get("joins", ())),
            "passages": tuple(Passage(**passage) for passage in document["passages"]),
            "harmonies": tuple(
                Harmony(**{**harmony, "intervals": tuple(harmony["intervals"])})
                for harmony in document["harmonies"]
            ),
            "parts": tuple(
                Part(**{**part, "notes": tuple(Note(*note) for note in part["notes"])})
                for part in document["parts"]
            ),
        }
    )

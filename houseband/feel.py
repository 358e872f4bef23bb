"""How the players sit on the beat: swing, and the small freedoms of people."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from houseband.arrange import Arrangement
from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.parts.scene import Scene
from houseband.score import Note

__all__ = ["EARLIEST", "in_time", "swelled"]

EARLIEST: Final = 10
"""Ticks: nobody is this early for a beat."""

_LOOSENESS = {"drums": 3, "bass": 5, "chords": 7, "pad": 0, "arp": 4, "lead": 9, "counter": 9}
"""Ticks by which each player may be early or late, where people play and not machines."""
_BACKBEAT = frozenset({KIT["snare"], KIT["clap"], KIT["snap"], KIT["rim"]})


def in_time(notes: Iterable[Note], role: str, arrangement: Arrangement) -> tuple[Note, ...]:
    """Swing and loosen what was written straight; in order of time."""
    genre = GENRES[arrangement.genre]
    dice = arrangement.dice("time", role)
    family = FAMILIES[genre.family]
    loose = min(round(_LOOSENESS[role] * family.loose), EARLIEST - 1)
    swung = []
    for note in notes:
        start = _swung(note.start, genre.swing, genre.swung_pair)
        end = _swung(note.end, genre.swing, genre.swung_pair)
        off = dice.between(-loose, loose) if start > loose else 0
        off += family.late if role == "drums" and note.pitch in _BACKBEAT else 0
        length = max(end - start, 1)
        swung.append(Note(start + off, length, note.pitch, note.velocity, note.syllable))
    return tuple(sorted(swung, key=lambda note: (note.start, note.pitch)))


def swelled(notes: Iterable[Note], scene: Scene) -> list[Note]:
    """Let a section grow towards a chorus, and the last one fade a little towards its end."""
    if scene.following == "chorus" and scene.segment.kind != "chorus":
        first, last = 0.9, 1.12
    elif scene.segment.kind == "outro":
        first, last = 1.0, 0.82
    else:
        return list(notes)
    return [
        replace(note, velocity=min(max(round(note.velocity * factor), 1), 127))
        for note in notes
        for factor in [first + (last - first) * (note.start - scene.start) / scene.length]
    ]


def _swung(tick: int, percent: int, pair: int) -> int:
    """Delay the second half of every pair; `pair` is its length in ticks."""
    whole, rest = divmod(tick, pair)
    half = pair // 2
    turn = pair * percent // 100
    if rest <= half:
        return whole * pair + rest * turn // half
    return whole * pair + turn + (rest - half) * (pair - turn) // half

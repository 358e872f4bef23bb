"""How the players sit on the beat: swing, and the small freedoms of people."""

from collections.abc import Iterable
from dataclasses import replace

from houseband.arrange import Arrangement
from houseband.genres import GENRES
from houseband.score import Note

__all__ = ["in_time"]

_LOOSENESS = {"drums": 3, "bass": 5, "chords": 7, "pad": 0, "arp": 4, "lead": 9, "counter": 9}
"""Ticks by which each player may be early or late, where people play and not machines."""
_MACHINES = frozenset({"house", "synthwave", "drum and bass"})


def in_time(notes: Iterable[Note], role: str, arrangement: Arrangement) -> tuple[Note, ...]:
    """Swing and loosen what was written straight; in order of time."""
    genre = GENRES[arrangement.genre]
    dice = arrangement.dice("time", role)
    loose = 0 if genre.name in _MACHINES else _LOOSENESS[role]
    swung = []
    for note in notes:
        start = _swung(note.start, genre.swing, genre.swung_pair)
        end = _swung(note.end, genre.swing, genre.swung_pair)
        early = dice.between(-loose, loose) if start > loose else 0
        swung.append(replace(note, start=start + early, length=max(end - start, 1)))
    return tuple(sorted(swung, key=lambda note: (note.start, note.pitch)))


def _swung(tick: int, percent: int, pair: int) -> int:
    """Delay the second half of every pair; `pair` is its length in ticks."""
    whole, rest = divmod(tick, pair)
    half = pair // 2
    turn = pair * percent // 100
    if rest <= half:
        return whole * pair + rest * turn // half
    return whole * pair + turn + (rest - half) * (pair - turn) // half

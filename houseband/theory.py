"""Keys, scales and chords. Pitches are MIDI note numbers, pitch classes 0 (C) to 11 (B)."""

import re
from dataclasses import dataclass
from itertools import pairwise, product

__all__ = ["MODES", "Chord", "Key", "chord_from", "nearest", "voicing_after"]

MODES = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
}
_MINOR_MODES = frozenset({"minor", "dorian", "phrygian"})
_SHARP_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLAT_NAMES = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_FLAT_MAJORS = frozenset({1, 3, 5, 6, 8, 10})

_QUALITIES = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "5": (0, 7),
    "6": (0, 4, 7, 9),
    "m6": (0, 3, 7, 9),
    "7": (0, 4, 7, 10),
    "m7": (0, 3, 7, 10),
    "maj7": (0, 4, 7, 11),
    "9": (0, 4, 10, 14),
    "m9": (0, 3, 10, 14),
    "maj9": (0, 4, 11, 14),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "13": (0, 4, 10, 21),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "7sus4": (0, 5, 7, 10),
    "69": (0, 4, 9, 14),
    "9sus4": (0, 5, 10, 14),
    "7b9": (0, 4, 10, 13),
    "7#9": (0, 4, 10, 15),
    "maj7#11": (0, 4, 11, 18),
    "mmaj7": (0, 3, 7, 11),
    "m11": (0, 3, 10, 17),
    "aug": (0, 4, 8),
    "dim": (0, 3, 6),
    "dim7": (0, 3, 6, 9),
    "m7b5": (0, 3, 6, 10),
}
_DEGREES = {"i": 0, "ii": 2, "iii": 4, "iv": 5, "v": 7, "vi": 9, "vii": 11}
_NUMERAL = re.compile(r"(b|#)?([ivIV]+)([^/]*)(?:/(.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A tonic and a mode, such as D minor."""

    tonic: int
    mode: str

    @property
    def is_minor(self) -> bool:
        """Whether the third above the tonic is a minor one."""
        return self.mode in _MINOR_MODES

    @property
    def scale(self) -> frozenset[int]:
        """The seven pitch classes of the key."""
        return frozenset((self.tonic + step) % 12 for step in MODES[self.mode])

    @property
    def name(self) -> str:
        """The name people use, such as `Bb major`."""
        relative_major = (self.tonic + 3) % 12 if self.is_minor else self.tonic
        names = _FLAT_NAMES if relative_major in _FLAT_MAJORS else _SHARP_NAMES
        return f"{names[self.tonic]} {self.mode}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A root and the intervals that stand on it, in semitones."""

    root: int
    intervals: tuple[int, ...]

    @property
    def pitch_classes(self) -> frozenset[int]:
        """What sounds, whatever the octave."""
        return frozenset((self.root + step) % 12 for step in self.intervals)

    @property
    def third(self) -> int:
        """The pitch class that colours the chord: its third, or what stands in for it."""
        return (self.root + self.intervals[1]) % 12

    @property
    def fifth(self) -> int:
        """The pitch class of the fifth, also of those chords that leave it out."""
        step = 6 if {3, 6} <= set(self.intervals) else 8 if 8 in self.intervals else 7
        return (self.root + step) % 12


def chord_from(numeral: str, key: Key) -> Chord:
    """Read a roman numeral such as `vi`, `bVII`, `V7` or `ii7`, counted on the major scale of the tonic.

    `V7/vi` is the dominant of `vi`: what stands before the stroke is counted on what stands after it.
    """
    match = _NUMERAL.fullmatch(numeral)
    if match is None:
        raise ValueError(numeral)
    sign, degree, quality, target = match.groups()
    if target:
        goal = Key(tonic=chord_from(target, key).root, mode="major")
        return chord_from(numeral.removesuffix(f"/{target}"), goal)
    if degree.islower() and not quality.startswith(("m", "d")):
        quality = "m" + quality
    shift = {"b": -1, "#": 1}.get(sign or "", 0)
    root = (key.tonic + _DEGREES[degree.lower()] + shift) % 12
    return Chord(root=root, intervals=_QUALITIES[quality])


def nearest(pitch_class: int, to: int) -> int:
    """Return the pitch of this class that lies closest to the pitch `to`."""
    return to + (pitch_class - to + 6) % 12 - 6


def voicing_after(
    chord: Chord, previous: tuple[int, ...], *, low: int, high: int
) -> tuple[int, ...]:
    """Lay a chord between `low` and `high` so that its voices move as little as they can."""
    classes = sorted(chord.pitch_classes, key=lambda pitch: (pitch - chord.root) % 12)
    choices = [[p for p in range(low, high + 1) if p % 12 == c] for c in classes]
    voicings = {tuple(sorted(pitches)) for pitches in product(*choices)}
    centre = (low + high) / 2
    return min(voicings, key=lambda voicing: (_strain(voicing, previous, centre), voicing))


def _strain(voicing: tuple[int, ...], previous: tuple[int, ...], centre: float) -> float:
    """Count how far voices move; thin spread, mud and distance from the centre cost too."""
    spread = voicing[-1] - voicing[0]
    clusters = sum(b - a < 2 for a, b in pairwise(voicing))
    shape = max(0, spread - 14) + 3 * clusters + 0.4 * abs(sum(voicing) / len(voicing) - centre)
    return shape + sum(min(abs(pitch - old) for old in previous) for pitch in voicing if previous)

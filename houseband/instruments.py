"""The instruments that the band owns: what they can do, and their range.

The words that ask for them stand in `songbook/instruments.toml`.
"""

from dataclasses import dataclass
from typing import Final

from houseband.vocabulary import songbook

__all__ = ["GROUPS", "INSTRUMENTS", "KIT", "ROLE_WORDS", "Group", "Instrument"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One instrument. The range is in MIDI numbers; `roles` starts with what it does best."""

    name: str
    words: tuple[str, ...]
    roles: tuple[str, ...]
    low: int
    high: int
    strum: int = 0
    """Ticks between one string of a chord and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words that mean any of several instruments."""

    words: tuple[str, ...]
    names: tuple[str, ...]


_BOOK = songbook("instruments")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(",") if word.strip())


def _instrument(name: str, roles: str, low: int, high: int, strum: int = 0) -> Instrument:
    return Instrument(
        name=name,
        words=_listed(_BOOK["names"].get(name, "")),
        roles=tuple(roles.split()),
        low=low,
        high=high,
        strum=strum,
    )


_ALL = (
    _instrument("voice", "lead", 55, 76),
    _instrument("piano", "chords lead arp counter", 36, 92),
    _instrument("electric piano", "chords lead", 40, 86),
    _instrument("organ", "chords pad lead", 43, 84),
    _instrument("acoustic guitar", "chords arp lead", 40, 79, 14),
    _instrument("electric guitar", "chords lead arp counter", 40, 82, 9),
    _instrument("distorted guitar", "chords lead", 36, 64),
    _instrument("muted guitar", "arp chords counter", 40, 79, 5),
    _instrument("harp", "arp chords counter", 40, 91, 20),
    _instrument("pluck", "arp chords counter", 48, 88),
    _instrument("bells", "arp counter lead", 60, 96),
    _instrument("vibraphone", "counter chords lead arp", 53, 89),
    _instrument("marimba", "arp counter lead", 48, 88),
    _instrument("pad", "pad", 43, 79),
    _instrument("glass pad", "pad", 48, 84),
    _instrument("strings", "pad chords counter", 43, 84),
    _instrument("choir", "pad", 48, 76),
    _instrument("horns", "counter pad", 46, 77),
    _instrument("supersaw", "chords pad", 48, 79),
    _instrument("stabs", "chords arp", 48, 79),
    _instrument("saxophone", "lead counter", 49, 80),
    _instrument("trumpet", "lead counter", 55, 82),
    _instrument("flute", "lead counter", 62, 91),
    _instrument("violin", "lead counter", 57, 91),
    _instrument("cello", "lead counter", 43, 72),
    _instrument("clarinet", "lead counter", 52, 84),
    _instrument("synth lead", "lead counter arp", 52, 88),
    _instrument("soft lead", "lead counter", 55, 88),
    _instrument("harmonica", "lead counter", 55, 84),
    _instrument("finger bass", "bass", 28, 52),
    _instrument("upright bass", "bass", 28, 52),
    _instrument("synth bass", "bass", 26, 52),
    _instrument("sub bass", "bass", 26, 50),
    _instrument("low strings", "bass", 28, 52),
    _instrument("square lead", "lead counter arp", 55, 91),
    _instrument("pulse", "arp chords counter lead", 48, 91),
    _instrument("triangle bass", "bass", 28, 55),
)

INSTRUMENTS = {instrument.name: instrument for instrument in _ALL}
GROUPS: Final = {
    name: Group(words=_listed(facts["words"]), names=tuple(facts["any"]))
    for name, facts in _BOOK["groups"].items()
}
ROLE_WORDS: Final = {role: _listed(words) for role, words in _BOOK["roles"].items()}
"""What asks for a role, or against it, without naming an instrument."""

KIT = {
    name: number
    for number, name in enumerate(
        (
            "kick",
            "snare",
            "rim",
            "clap",
            "hat",
            "open hat",
            "ride",
            "crash",
            "high tom",
            "low tom",
            "shaker",
            "tambourine",
            "conga",
            "brush",
            "boom",
            "riser",
            "snap",
            "impact",
            "reverse",
        )
    )
}
"""The numbers that stand for drums in a score. Only ever appended to: old scores are read again."""

"""The instruments that the band owns: the words that ask for them, what they can do, and their range."""

from dataclasses import dataclass

__all__ = ["INSTRUMENTS", "KIT", "Instrument"]


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


def _instrument(
    name: str, words: str, roles: str, low: int, high: int, strum: int = 0
) -> Instrument:
    return Instrument(
        name=name,
        words=tuple(word.strip() for word in words.split(",") if word.strip()),
        roles=tuple(roles.split()),
        low=low,
        high=high,
        strum=strum,
    )


_ALL = (
    _instrument("voice", "", "lead", 55, 76),
    _instrument("piano", "piano, grand piano, keys", "chords lead arp counter", 36, 92),
    _instrument(
        "electric piano", "electric piano, rhodes, wurlitzer, e-piano", "chords lead", 40, 86
    ),
    _instrument("organ", "organ, hammond", "chords pad lead", 43, 84),
    _instrument(
        "acoustic guitar",
        "acoustic guitar, guitar, guitars, ukulele, banjo",
        "chords arp lead",
        40,
        79,
        14,
    ),
    _instrument(
        "electric guitar", "electric guitar, clean guitar", "chords lead arp counter", 40, 82, 9
    ),
    _instrument(
        "distorted guitar",
        "distorted guitar, distortion, heavy guitars, power chords",
        "chords lead",
        36,
        64,
    ),
    _instrument("muted guitar", "muted guitar, palm mute", "arp chords counter", 40, 79, 5),
    _instrument("harp", "harp, lyre, kora", "arp chords counter", 40, 91, 20),
    _instrument("pluck", "pluck, plucks, synth pluck", "arp chords counter", 48, 88),
    _instrument(
        "bells", "bell, bells, glockenspiel, celesta, music box, chimes", "arp counter lead", 60, 96
    ),
    _instrument("vibraphone", "vibraphone, vibes", "counter chords lead arp", 53, 89),
    _instrument("marimba", "marimba, xylophone, kalimba, steel drum", "arp counter lead", 48, 88),
    _instrument("pad", "pad, pads, warm pad, synth pad, drone", "pad", 43, 79),
    _instrument("glass pad", "glass, ethereal pad, shimmer", "pad", 48, 84),
    _instrument("strings", "strings, string section, orchestra", "pad chords counter", 43, 84),
    _instrument("choir", "choir, choral, gospel choir", "pad", 48, 76),
    _instrument("horns", "horns, horn section, brass section, brass", "counter pad", 46, 77),
    _instrument("supersaw", "supersaw, big synths, synths, synth", "chords pad", 48, 79),
    _instrument("stabs", "stabs, chord stabs", "chords arp", 48, 79),
    _instrument("saxophone", "sax, saxophone, tenor sax, alto sax", "lead counter", 49, 80),
    _instrument("trumpet", "trumpet, cornet, trumpets", "lead counter", 55, 82),
    _instrument("flute", "flute, whistle, recorder, panpipe", "lead counter", 62, 91),
    _instrument("violin", "violin, fiddle", "lead counter", 57, 91),
    _instrument("cello", "cello, viola", "lead counter", 43, 72),
    _instrument("clarinet", "clarinet, oboe", "lead counter", 52, 84),
    _instrument(
        "synth lead",
        "synth lead, lead synth, arpeggiator",
        "lead counter arp",
        52,
        88,
    ),
    _instrument("soft lead", "theremin, whistling", "lead counter", 55, 88),
    _instrument("harmonica", "harmonica, accordion", "lead counter", 55, 84),
    _instrument("finger bass", "bass guitar, electric bass", "bass", 28, 52),
    _instrument("upright bass", "upright bass, double bass, contrabass", "bass", 28, 52),
    _instrument("synth bass", "synth bass, bassline, reese", "bass", 26, 52),
    _instrument("sub bass", "sub bass, sub, 808, 808s", "bass", 26, 50),
    _instrument("low strings", "", "bass", 28, 52),
    _instrument("square lead", "square lead, square wave", "lead counter arp", 55, 91),
    _instrument("pulse", "pulse wave, pulse waves", "arp chords counter lead", 48, 91),
    _instrument("triangle bass", "triangle bass, triangle wave", "bass", 28, 55),
)

INSTRUMENTS = {instrument.name: instrument for instrument in _ALL}

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

"""Chords: accompaniment, pads and arpeggios, voice-led through the changes."""

from collections.abc import Sequence

from houseband.grooves import COMPS
from houseband.instruments import INSTRUMENTS
from houseband.parts.scene import STEP, Scene, hits_in
from houseband.score import Note
from houseband.theory import Chord, voicing_after

__all__ = ["arp_in", "chords_in", "pad_in"]


def chords_in(scene: Scene) -> list[Note]:
    """Accompany a section: low and close where it is hushed, wider and higher where it is loud."""
    figure = COMPS[scene.figure(scene.arrangement.comps)]
    low, high = (53, 76) if scene.is_loud else (50, 69)
    return _played(scene, _bars(scene, figure), role="chords", low=low, high=high, base=84)


def pad_in(scene: Scene) -> list[Note]:
    """Hold the chords out."""
    low, high = (57, 79) if scene.is_loud else (52, 72)
    bars = [COMPS["whole"]] * scene.segment.bars
    return _played(scene, bars, role="pad", low=low, high=high, base=74)


def arp_in(scene: Scene) -> list[Note]:
    """Break the chords up, high above the accompaniment where it is loud."""
    low, high = (67, 86) if scene.is_loud else (60, 79)
    bars = _bars(scene, COMPS[scene.arrangement.arp])
    return _played(scene, bars, role="arp", low=low, high=high, base=76)


def _bars(scene: Scene, figure: str) -> list[str]:
    """Play a figure bar by bar, thinned out where the music begins or ends, and held before something new."""
    kind, bars = scene.segment.kind, [figure] * scene.segment.bars
    if kind in {"intro", "outro"} and scene.segment.bars >= 2:
        bars[0 if kind == "intro" else -1] = COMPS["whole"]
    elif scene.segment.bars >= 4 and not figure[0].isdigit():
        dice = scene.arrangement.dice("held", kind)
        if dice.chance(0.5):
            bars[-1] = COMPS["halves"] if scene.is_loud else COMPS["whole"]
    return bars


def _played(
    scene: Scene, bars: Sequence[str], *, role: str, low: int, high: int, base: int
) -> list[Note]:
    instrument = INSTRUMENTS[scene.arrangement.players[role]]
    if instrument.name == "distorted guitar":
        low, high = 40, 55
    low = max(min(low, instrument.high - 15), instrument.low)
    high = max(min(high, instrument.high), low + 12)
    dice = scene.dice(role)
    voicings = _voicings(scene, low, high, fifths=instrument.name == "distorted guitar")
    notes: list[Note] = []
    for number, hit in enumerate(hits_in(bars, scene, cut_at_chords=True)):
        voicing = voicings[scene.harmony_at(hit.start).start]
        accent = 9 if hit.sign == "X" or hit.start % scene.bar == 0 else 0
        velocity = scene.velocity(base, accent + dice.between(-5, 3))
        length = max(hit.length - STEP // 8, STEP // 2)
        if hit.sign.isdigit():
            length = max(length, STEP * 2 - STEP // 8)
            voice = int(hit.sign)
            pitch = voicing[voice % len(voicing)] + 12 * (voice // len(voicing))
            notes.append(Note(hit.start, length, min(pitch, high + 12), velocity))
        else:
            notes += _struck(hit.start, length, voicing, velocity, instrument.strum, number)
    return notes


def _struck(
    start: int, length: int, voicing: tuple[int, ...], velocity: int, strum: int, number: int
) -> list[Note]:
    """Strike all notes, a strummed instrument string after string, every other time upwards."""
    strings = voicing if number % 2 == 0 else voicing[::-1]
    return [
        Note(
            start + place * strum,
            max(length - place * strum, STEP // 3),
            pitch,
            max(velocity - 3 * place, 1),
        )
        for place, pitch in enumerate(strings)
    ]


def _voicings(scene: Scene, low: int, high: int, *, fifths: bool) -> dict[int, tuple[int, ...]]:
    """Voice every chord of the section after the one before."""
    previous: tuple[int, ...] = ()
    voicings = {}
    for harmony in scene.harmonies:
        chord = Chord(root=harmony.root, intervals=harmony.intervals)
        if fifths:
            root = low + (chord.root - low) % 12
            previous = (root, root + (chord.fifth - chord.root) % 12, root + 12)
        else:
            previous = voicing_after(chord, previous, low=low, high=high)
        voicings[harmony.start] = previous
    return voicings

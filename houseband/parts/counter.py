"""The second voice: riffs where nobody sings, answers where the lead breathes, lines and thirds beside it."""

from houseband.instruments import INSTRUMENTS
from houseband.parts.melody import riff_in, solo_in
from houseband.parts.scene import STEP, Scene
from houseband.score import Note
from houseband.theory import nearest

__all__ = ["counter_in"]

_SUSTAINING = frozenset(
    {"strings", "horns", "cello", "glass pad", "organ", "pad", "choir", "violin"}
)


def counter_in(scene: Scene, lead: list[Note]) -> list[Note]:
    """Play what the section leaves room for; `lead` is what the lead plays in it."""
    if not lead:
        return riff_in(scene) if scene.segment.kind in {"intro", "outro"} else solo_in(scene)
    if not scene.is_loud:
        return _answers(scene, lead)
    if scene.segment.is_peak and scene.arrangement.second != "thirds":
        return _octaves(scene, lead)
    if scene.arrangement.second == "thirds":
        return _thirds(scene, lead)
    if scene.arrangement.second == "line" or _sustains(scene):
        return _guide_line(scene)
    return _answers(scene, lead)


def _sustains(scene: Scene) -> bool:
    return scene.arrangement.players["counter"] in _SUSTAINING


def _octaves(scene: Scene, lead: list[Note]) -> list[Note]:
    """Double the lead an octave away, above it if that can be played, or in thirds if neither can."""
    instrument = INSTRUMENTS[scene.arrangement.players["counter"]]
    top, bottom = max(note.pitch for note in lead), min(note.pitch for note in lead)
    if top + 12 > instrument.high and bottom - 12 < instrument.low:
        return _thirds(scene, lead)
    shift = 12 if top + 12 <= instrument.high else -12
    return _beside(scene, lead, [note.pitch + shift for note in lead])


def _thirds(scene: Scene, lead: list[Note]) -> list[Note]:
    """Sing along with the lead, a third or so below it, in the chord where it can be."""
    pitches = []
    for note in lead:
        inside = scene.chord_at(note.start + STEP).pitch_classes
        below = [note.pitch - step for step in (3, 4, 5)]
        good = [p for p in below if p % 12 in inside] or [
            p for p in below if p % 12 in scene.key.scale
        ]
        pitches.append((good or below)[0])
    return _beside(scene, lead, pitches)


def _beside(scene: Scene, lead: list[Note], pitches: list[int]) -> list[Note]:
    """Play other pitches in the lead's rhythm, softer, within what can be played."""
    instrument = INSTRUMENTS[scene.arrangement.players["counter"]]
    middle = sum(pitches) // len(pitches)
    shift = 12 * (middle < instrument.low + 4) - 12 * (middle > instrument.high - 2)
    return [
        Note(note.start, note.length, pitch + shift, max(note.velocity - 14, 1))
        for note, pitch in zip(lead, pitches, strict=True)
        if note.length >= STEP and instrument.low <= pitch + shift <= instrument.high
    ]


def _guide_line(scene: Scene) -> list[Note]:
    """Hold the note that colours each chord, moving as little as possible."""
    instrument = INSTRUMENTS[scene.arrangement.players["counter"]]
    middle = (max(instrument.low, 55) + min(instrument.high, 79)) // 2
    pitch = middle
    notes = []
    for harmony in scene.harmonies:
        chord = scene.chord_at(harmony.start)
        tones = [nearest(tone, middle) for tone in sorted({chord.third, chord.fifth})]
        _, pitch = min((abs(tone - pitch), tone) for tone in tones)
        notes.append(Note(harmony.start, harmony.length - STEP // 4, pitch, scene.velocity(78)))
    return notes


def _answers(scene: Scene, lead: list[Note]) -> list[Note]:
    """Fill the lead's breaths with a short figure on the chord."""
    instrument = INSTRUMENTS[scene.arrangement.players["counter"]]
    dice = scene.dice("answers")
    figure = dice.pick(((0, 1, 2), (2, 1, 0), (0, 2, 1, 2), (2, 3, 1)))
    pace = dice.pick((STEP, STEP * 2, STEP * 2))
    notes = []
    gaps = zip(lead, [*lead[1:], None], strict=True)
    for note, after in gaps:
        end = after.start if after else scene.end
        first = -(-(note.end + STEP) // (2 * STEP)) * 2 * STEP
        if end - first < 3 * STEP or dice.chance(0.3):
            continue
        low = max(instrument.low, 64)
        tones = sorted(
            p for p in range(low, low + 18) if p % 12 in scene.chord_at(first).pitch_classes
        )
        for place, index in enumerate(figure):
            start = first + place * pace
            if start < end:
                velocity = scene.velocity(78, dice.between(-5, 3))
                notes.append(Note(start, pace * 2 - STEP // 8, tones[index % len(tones)], velocity))
    return notes

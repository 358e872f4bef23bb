"""The second voice: riffs where nobody sings, answers where the lead breathes, long lines under a chorus."""

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
    kind = scene.segment.kind
    if not lead:
        return solo_in(scene) if kind in {"solo", "chorus", "verse"} else riff_in(scene)
    if scene.arrangement.players["counter"] in _SUSTAINING and scene.is_loud:
        return _guide_line(scene)
    return _answers(scene, lead)


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

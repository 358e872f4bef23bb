"""The last chord: everyone who played meets on it and lets it ring."""

from collections.abc import Sequence

from houseband.arrange import Arrangement
from houseband.instruments import INSTRUMENTS, KIT
from houseband.score import TICKS_PER_BEAT, Note
from houseband.theory import Chord, voicing_after

__all__ = ["ending_of"]


def ending_of(
    role: str,
    arrangement: Arrangement,
    chord: Chord,
    *,
    start: int,
    end: int,
    before: Sequence[Note],
) -> list[Note]:
    """Play a part's last notes; one that hasn't played `before` stays silent."""
    if not before:
        return []
    length = end - start - TICKS_PER_BEAT // 4
    if role == "drums":
        return _drums(start, before, crash=arrangement.genre != "ambient")
    instrument = INSTRUMENTS[arrangement.players[role]]
    if role == "bass":
        return [Note(start, length, instrument.low + (chord.root - instrument.low) % 12, 92)]
    if role in {"lead", "counter", "arp"}:
        return [Note(start, length * 3 // 4, _resolved(before[-1].pitch, chord), 88)]
    voicing = voicing_after(chord, (), low=max(52, instrument.low), high=min(72, instrument.high))
    return [Note(start + place * 20, length - place * 20, p, 84) for place, p in enumerate(voicing)]


def _drums(start: int, before: Sequence[Note], *, crash: bool) -> list[Note]:
    deep = {note.pitch for note in before} & {KIT["kick"], KIT["boom"]}
    strokes = [*sorted(deep), KIT["crash"]] if crash else sorted(deep)
    return [Note(start, TICKS_PER_BEAT, stroke, 100) for stroke in strokes]


def _resolved(last: int, chord: Chord) -> int:
    """Step from the last note to the root that lies nearest."""
    return min(
        (p for p in range(last - 7, last + 8) if p % 12 == chord.root), key=lambda p: abs(p - last)
    )

"""The chords of a section, from its progression, and the chord on which the song ends."""

from houseband.arrange import Arrangement
from houseband.brief import Brief
from houseband.genres import GENRES
from houseband.score import TICKS_PER_BEAT, Harmony
from houseband.segments import Segment
from houseband.theory import Chord, chord_from

__all__ = ["final_chord", "harmonies_in"]


def harmonies_in(
    segment: Segment, following: str, brief: Brief, arrangement: Arrangement, start: int
) -> tuple[Harmony, ...]:
    """Go round the progression; the bar before the last chord leads home."""
    progressions = arrangement.progressions
    bars = progressions.get(segment.kind, progressions["verse"]).split()
    length = brief.beats_per_bar * TICKS_PER_BEAT
    harmonies: list[Harmony] = []
    for number in range(segment.bars):
        last = number == segment.bars - 1 and following == "ending"
        numerals = (_leading(brief) if last else bars[number % len(bars)]).split(",")
        for place, numeral in enumerate(numerals):
            chord = chord_from(numeral, brief.key)
            begin = place * length // len(numerals) // TICKS_PER_BEAT * TICKS_PER_BEAT
            end = (place + 1) * length // len(numerals) // TICKS_PER_BEAT * TICKS_PER_BEAT
            here = start + number * length
            harmonies.append(
                Harmony(
                    start=here + begin,
                    length=end - begin,
                    root=chord.root,
                    intervals=chord.intervals,
                )
            )
    return tuple(harmonies)


def _leading(brief: Brief) -> str:
    if brief.key.mode == "mixolydian":
        return "bVII"
    return "V7" if GENRES[brief.genre].is_jazzy else "V"


def final_chord(brief: Brief) -> Chord:
    """Return the tonic, coloured as the genre likes it."""
    numeral = "i" if brief.key.is_minor else "I"
    colour = ("9" if brief.key.is_minor else "maj9") if GENRES[brief.genre].is_jazzy else ""
    colour = "7" if brief.genre in {"blues", "funk"} else colour
    return chord_from(numeral + colour, brief.key)

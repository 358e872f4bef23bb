"""Setting words: how many bars a stanza needs, and a form made of the person's own stanzas."""

from dataclasses import replace
from itertools import count
from typing import Final

from houseband.brief import DEFAULT_SECONDS, LONGEST_SECONDS, Brief
from houseband.lyrics import Line, Stanza
from houseband.segments import ENERGY, Segment, bar_seconds, bars_in, bars_of

__all__ = ["segments_of_words", "singable"]

_SYLLABLES_A_SECOND: Final = 3.3
"""Faster than this there is no time to breathe."""
_SHORTEST_BREATH: Final = 2.0
"""Seconds that the shortest line takes."""


def segments_of_words(brief: Brief, *, opening: bool) -> list[Segment]:
    """Let the stanzas be the form, with an intro; short words come round again."""
    most = bars_in(brief.seconds or LONGEST_SECONDS, brief)
    least = bars_in(brief.seconds or DEFAULT_SECONDS * 0.8, brief)
    sung = [_sung(stanza, brief) for stanza in brief.stanzas]
    intro = Segment(
        kind="intro", label="Intro", bars=4 if least >= 16 else 2, energy=ENERGY["intro"]
    )
    segments = [intro] if opening and most >= 8 and sung[0].kind != "intro" else []
    for turn in count():
        round_ = [sung[turn % len(sung)]]
        if turn and turn % len(sung) == 0:
            round_.insert(0, replace(intro, kind="solo", label="Solo", energy=ENERGY["solo"]))
        bars = bars_of(segments)
        if bars + bars_of(round_) > most or (turn >= len(sung) and bars >= least):
            break
        segments += round_
    if not any(segment.lines for segment in segments):
        segments = [_shortened(sung[0], most, brief)]
    return _filled(segments, most, brief)


def _sung(stanza: Stanza, brief: Brief) -> Segment:
    """Give every line as many bars as its words need at this tempo."""
    seconds = bar_seconds(brief)
    lines = len(stanza.lines)
    syllables = _syllables(stanza.lines) / max(lines, 1)
    a_line = min((1, 2, 4), key=lambda bars: abs(syllables / (bars * seconds) - 3.0))
    bars = max(lines * a_line, 2)
    return Segment(
        kind=stanza.kind,
        label=stanza.label,
        bars=bars + bars % 2 if lines else 4,
        energy=ENERGY[stanza.kind],
        lines=stanza.lines,
    )


def _shortened(segment: Segment, bars: int, brief: Brief) -> Segment:
    return replace(segment, bars=bars, lines=singable(segment.lines, bars * bar_seconds(brief)))


def _filled(segments: list[Segment], bars: int, brief: Brief) -> list[Segment]:
    """Where a length was asked for, play on without words until it is reached."""
    missing = bars - bars_of(segments)
    if brief.seconds is None or missing <= 0:
        return segments
    if missing < 4:
        return [*segments[:-1], replace(segments[-1], bars=segments[-1].bars + missing)]
    return [*segments, Segment(kind="outro", label="Outro", bars=missing, energy=ENERGY["outro"])]


def singable(lines: tuple[Line, ...], seconds: float) -> tuple[Line, ...]:
    """Keep as many lines as can be sung in the time, halving what is too much."""
    syllables, breaths = _SYLLABLES_A_SECOND * seconds, seconds / _SHORTEST_BREATH
    while len(lines) > 1 and (_syllables(lines) > syllables or len(lines) > breaths):
        lines = lines[: (len(lines) + 1) // 2]
    return lines


def _syllables(lines: tuple[Line, ...]) -> int:
    return sum(len(line.syllables) for line in lines)

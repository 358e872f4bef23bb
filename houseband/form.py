"""The form of a song: which sections follow each other, how long they are, and which words they carry."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from houseband.brief import DEFAULT_SECONDS, LONGEST_SECONDS, Brief
from houseband.lyrics import Line, Stanza

__all__ = ["Form", "Segment", "form_for"]

RING_SECONDS: Final = 2.6
"""How long the last chord likes to sound."""

_ENERGY = {
    "intro": 0.5,
    "verse": 0.55,
    "pre-chorus": 0.7,
    "chorus": 0.9,
    "bridge": 0.5,
    "solo": 0.82,
    "outro": 0.5,
}
_SYLLABLES_A_SECOND: Final = 3.3
"""Faster than this there is no time to breathe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One section, not yet placed."""

    kind: str
    label: str
    bars: int
    energy: float
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """All sections in order. After the last one, one more chord rings until `seconds` are over."""

    tempo: int
    seconds: float
    segments: tuple[Segment, ...]


def form_for(brief: Brief, *, take: int, words_lead: bool, opening: bool = True) -> Form:
    """Lay out the song. When `words_lead`, the stanzas decide the form and, unless asked for, the length."""
    if words_lead and brief.stanzas:
        segments = _form_of_words(brief, opening=opening)
        seconds = brief.seconds or _seconds_of(segments, brief)
    else:
        seconds = brief.seconds or DEFAULT_SECONDS
        bars = bars_in(seconds, brief)
        segments = _with_words(_spread(_template(bars, take, opening=opening), bars), brief)
    return Form(
        tempo=_fitted_tempo(brief, _bars(segments), seconds),
        seconds=seconds,
        segments=_coloured(segments),
    )


def bars_in(seconds: float, brief: Brief) -> int:
    """Count the bars that fit before the last chord; longer songs have an even number."""
    bars = max(round((seconds - RING_SECONDS) / _bar_seconds(brief)), 1)
    return bars - bars % 2 if bars >= 14 else bars


def _bar_seconds(brief: Brief) -> float:
    return brief.beats_per_bar * 60.0 / brief.tempo


def _fitted_tempo(brief: Brief, bars: int, seconds: float) -> int:
    """Bend the tempo a little, if nobody asked for it, so that the last chord rings as long as it should."""
    if brief.tempo_is_wish:
        return brief.tempo
    ideal = bars * brief.beats_per_bar * 60.0 / (seconds - RING_SECONDS)
    return round(min(max(ideal, brief.tempo * 0.94), brief.tempo * 1.06))


_TEMPLATES = (
    (3, ("chorus", "chorus")),
    (9, ("verse chorus", "intro chorus")),
    (15, ("intro verse chorus", "intro chorus verse")),
    (22, ("intro verse chorus chorus", "intro verse verse chorus")),
    (35, ("intro verse chorus verse chorus", "intro verse chorus bridge chorus")),
    (
        51,
        (
            "intro verse chorus verse chorus bridge chorus",
            "intro verse pre-chorus chorus solo verse chorus",
        ),
    ),
    (
        75,
        (
            "intro verse pre-chorus chorus verse pre-chorus chorus bridge chorus",
            "intro verse chorus verse chorus solo bridge chorus outro",
        ),
    ),
    (
        10**6,
        (
            "intro verse pre-chorus chorus verse pre-chorus chorus solo bridge chorus chorus outro",
            "intro verse verse chorus bridge verse chorus solo pre-chorus chorus chorus outro",
        ),
    ),
)
_CONTINUATIONS = (
    (3, ("chorus", "chorus")),
    (9, ("bridge chorus", "solo chorus")),
    (19, ("bridge chorus chorus", "solo chorus outro")),
    (35, ("bridge chorus solo chorus", "solo verse chorus outro")),
    (10**6, ("bridge verse chorus solo chorus outro", "solo verse chorus bridge chorus chorus")),
)
_WEIGHTS = {
    "intro": 0.6,
    "chorus": 1.3,
    "pre-chorus": 0.6,
    "bridge": 0.7,
    "solo": 0.8,
    "outro": 0.6,
}


def _template(bars: int, take: int, *, opening: bool) -> list[str]:
    table = _TEMPLATES if opening else _CONTINUATIONS
    forms = next(forms for most, forms in table if bars <= most)
    return forms[(take - 1) % 2].split()


def _spread(kinds: list[str], bars: int) -> list[Segment]:
    """Give each section whole groups of bars; what doesn't fill a group lengthens the intro or the end."""
    group = 4 if bars >= 22 else 2 if bars >= 6 else 1
    sizes = [group] * len(kinds)
    while (places := _hungriest(kinds, sizes, (bars - sum(sizes)) // group)) is not None:
        for place in places:
            sizes[place] += group
    sizes[0 if kinds[0] == "intro" else -1] += bars - sum(sizes)
    return [
        Segment(kind=kind, label=kind.title(), bars=size, energy=_ENERGY[kind])
        for kind, size in zip(kinds, sizes, strict=True)
    ]


def _hungriest(kinds: list[str], sizes: list[int], groups: int) -> list[int] | None:
    """Choose who gets more bars, if there are enough groups: one section, or all choruses alike."""
    choruses = [place for place, kind in enumerate(kinds) if kind == "chorus"]
    units = [[place] for place, kind in enumerate(kinds) if kind != "chorus"] + [choruses]
    units = [unit for unit in units if unit and len(unit) <= groups]
    return min(
        units, key=lambda unit: sizes[unit[0]] / _WEIGHTS.get(kinds[unit[0]], 1.0), default=None
    )


def _with_words(segments: list[Segment], brief: Brief) -> list[Segment]:
    """Deal the stanzas out to sections of their kind, in order; the chorus comes back as it is."""
    dealt: list[Segment] = []
    used: dict[str, int] = {}
    for segment in segments:
        stanzas = [stanza for stanza in brief.stanzas if stanza.kind == segment.kind]
        if not stanzas:
            dealt.append(segment)
            continue
        stanza = stanzas[used.get(segment.kind, 0) % len(stanzas)]
        used[segment.kind] = used.get(segment.kind, 0) + 1
        lines = _singable(stanza.lines, segment.bars * _bar_seconds(brief))
        dealt.append(replace(segment, label=stanza.label, lines=lines))
    return dealt


def _singable(lines: tuple[Line, ...], seconds: float) -> tuple[Line, ...]:
    """Keep as many lines as can be sung in the time, halving what is too much."""
    while len(lines) > 1 and _syllables(lines) > _SYLLABLES_A_SECOND * seconds:
        lines = lines[: (len(lines) + 1) // 2]
    return lines


def _syllables(lines: tuple[Line, ...]) -> int:
    return sum(len(line.syllables) for line in lines)


def _form_of_words(brief: Brief, *, opening: bool) -> list[Segment]:
    """Let the stanzas be the form, with an intro; short words come round again."""
    most = bars_in(brief.seconds or LONGEST_SECONDS, brief)
    least = bars_in(brief.seconds or DEFAULT_SECONDS * 0.8, brief)
    sung = [_sung(stanza, brief) for stanza in brief.stanzas]
    intro = Segment(
        kind="intro", label="Intro", bars=4 if least >= 16 else 2, energy=_ENERGY["intro"]
    )
    segments = [intro] if opening and most >= 8 and sung[0].kind != "intro" else []
    for turn in count():
        round_ = [sung[turn % len(sung)]]
        if turn and turn % len(sung) == 0:
            round_.insert(0, replace(intro, kind="solo", label="Solo", energy=_ENERGY["solo"]))
        bars = _bars(segments)
        if bars + _bars(round_) > most or (turn >= len(sung) and bars >= least):
            break
        segments += round_
    if not any(segment.lines for segment in segments):
        segments = [_shortened(sung[0], most, brief)]
    return _filled(segments, most, brief)


def _bars(segments: Iterable[Segment]) -> int:
    return sum(segment.bars for segment in segments)


def _sung(stanza: Stanza, brief: Brief) -> Segment:
    """Give every line as many bars as its words need at this tempo."""
    seconds = _bar_seconds(brief)
    lines = len(stanza.lines)
    syllables = _syllables(stanza.lines) / max(lines, 1)
    a_line = min((1, 2, 4), key=lambda bars: abs(syllables / (bars * seconds) - 3.0))
    bars = max(lines * a_line, 2)
    return Segment(
        kind=stanza.kind,
        label=stanza.label,
        bars=bars + bars % 2 if lines else 4,
        energy=_ENERGY[stanza.kind],
        lines=stanza.lines,
    )


def _shortened(segment: Segment, bars: int, brief: Brief) -> Segment:
    return replace(segment, bars=bars, lines=_singable(segment.lines, bars * _bar_seconds(brief)))


def _filled(segments: list[Segment], bars: int, brief: Brief) -> list[Segment]:
    """Where a length was asked for, play on without words until it is reached."""
    missing = bars - _bars(segments)
    if brief.seconds is None or missing <= 0:
        return segments
    if missing < 4:
        return [*segments[:-1], replace(segments[-1], bars=segments[-1].bars + missing)]
    return [*segments, Segment(kind="outro", label="Outro", bars=missing, energy=_ENERGY["outro"])]


def _seconds_of(segments: list[Segment], brief: Brief) -> float:
    return round(_bars(segments) * _bar_seconds(brief) + RING_SECONDS, 3)


def _coloured(segments: list[Segment]) -> tuple[Segment, ...]:
    """Let the energy grow: later verses over the first, the last chorus over all."""
    seen: dict[str, int] = {}
    coloured = []
    last = max((i for i, segment in enumerate(segments) if segment.kind == "chorus"), default=-1)
    for place, segment in enumerate(segments):
        before = seen.get(segment.kind, 0)
        seen[segment.kind] = before + 1
        lift = 0.1 if place == last and before else min(0.05 * before, 0.1)
        coloured.append(replace(segment, energy=min(segment.energy + lift, 1.0)))
    return tuple(coloured)

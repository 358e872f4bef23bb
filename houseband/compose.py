"""From brief to score: pure, in whole ticks, the same for the same seed on every machine."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from houseband.arrange import Arrangement, arrangement_for
from houseband.brief import Brief
from houseband.form import Form, Segment, form_for
from houseband.genres import GENRES
from houseband.instruments import INSTRUMENTS, KIT
from houseband.order import TakeNumber
from houseband.parts.bass import bass_in
from houseband.parts.chords import arp_in, chords_in, pad_in
from houseband.parts.counter import counter_in
from houseband.parts.drums import drums_in
from houseband.parts.melody import lead_in
from houseband.parts.scene import Scene
from houseband.score import TICKS_PER_BEAT, Harmony, Note, Part, Passage, Score
from houseband.theory import Chord, chord_from, voicing_after

__all__ = ["score_for", "write"]


def score_for(brief: Brief, take: TakeNumber) -> Score:
    """Write one take of the song. The words are the form when the person wrote them."""
    form = form_for(brief, take=take, words_lead=brief.words_lead)
    return write(form, brief, arrangement_for(brief, take=take))


def write(form: Form, brief: Brief, arrangement: Arrangement, *, start: int = 0) -> Score:
    """Write every part for a form that begins at tick `start`, a downbeat."""
    scenes = _scenes(form, brief, arrangement, start)
    wanted = start + round(form.seconds * form.tempo * TICKS_PER_BEAT / 60)
    length = max(wanted, scenes[-1].end + 2 * TICKS_PER_BEAT)
    ending = _final_chord(brief)
    played = [_played(scene) for scene in scenes]
    roles = [role for role in _WRITERS if role in arrangement.players]
    parts = []
    for role in roles:
        notes = [note for section in played for note in section.get(role, [])]
        last = _last_notes(
            role, ending, arrangement, start=scenes[-1].end, end=length, before=notes
        )
        finished = _in_time([*_cut(notes, scenes[-1].end), *last], role, brief, arrangement)
        parts.append(Part(role=role, instrument=arrangement.players[role], notes=finished))
    return Score(
        title=brief.title,
        genre=brief.genre,
        tempo=form.tempo,
        key=brief.key,
        beats_per_bar=brief.beats_per_bar,
        length=length,
        passages=tuple(_passage(scene) for scene in scenes),
        harmonies=(
            *(h for scene in scenes for h in scene.harmonies),
            _rung(ending, scenes[-1].end, length),
        ),
        parts=tuple(part for part in parts if part.notes),
    )


_WRITERS: dict[str, Callable[[Scene], list[Note]]] = {
    "drums": drums_in,
    "bass": bass_in,
    "chords": chords_in,
    "pad": pad_in,
    "arp": arp_in,
    "lead": lead_in,
    "counter": lambda _: [],
}


def _scenes(form: Form, brief: Brief, arrangement: Arrangement, start: int) -> list[Scene]:
    scenes: list[Scene] = []
    seen: dict[str, int] = {}
    kinds = [segment.kind for segment in form.segments[1:]] + ["ending"]
    for segment, following in zip(form.segments, kinds, strict=True):
        scenes.append(
            Scene(
                segment=segment,
                start=start,
                beats_per_bar=brief.beats_per_bar,
                key=brief.key,
                harmonies=_harmonies(segment, following, brief, arrangement, start),
                arrangement=arrangement,
                count=seen.get(segment.kind, 0),
                following=following,
            )
        )
        seen[segment.kind] = seen.get(segment.kind, 0) + 1
        start = scenes[-1].end
    return scenes


def _harmonies(
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


def _final_chord(brief: Brief) -> Chord:
    numeral = "i" if brief.key.is_minor else "I"
    colour = ("9" if brief.key.is_minor else "maj9") if GENRES[brief.genre].is_jazzy else ""
    colour = "7" if brief.genre in {"blues", "funk"} else colour
    return chord_from(numeral + colour, brief.key)


def _rung(chord: Chord, start: int, end: int) -> Harmony:
    return Harmony(start=start, length=end - start, root=chord.root, intervals=chord.intervals)


def _played(scene: Scene) -> dict[str, list[Note]]:
    """Let everybody play who plays in this section; the second voice listens to the lead."""
    roles = scene.arrangement.sounds_in(scene.segment.kind, scene.count)
    played = {role: _WRITERS[role](scene) for role in _WRITERS if role in roles}
    if "counter" in roles:
        played["counter"] = counter_in(scene, played.get("lead", []))
    return played


def _last_notes(
    role: str,
    chord: Chord,
    arrangement: Arrangement,
    *,
    start: int,
    end: int,
    before: Sequence[Note],
) -> list[Note]:
    """Everyone who played meets on the last chord and lets it ring."""
    if not before:
        return []
    length = end - start - TICKS_PER_BEAT // 4
    if role == "drums":
        loud = {note.pitch for note in before} & {KIT["kick"], KIT["boom"]}
        crash = [KIT["crash"]] if arrangement.genre != "ambient" else []
        return [Note(start, TICKS_PER_BEAT, pitch, 100) for pitch in (*sorted(loud), *crash)]
    instrument = INSTRUMENTS[arrangement.players[role]]
    if role == "bass":
        return [Note(start, length, instrument.low + (chord.root - instrument.low) % 12, 92)]
    if role in {"lead", "counter", "arp"}:
        last = before[-1].pitch
        tones = [p for p in range(last - 7, last + 8) if p % 12 in {chord.root, chord.third}]
        pitch = min(tones, key=lambda p: (p % 12 != chord.root, abs(p - last)))
        return [Note(start, length * 3 // 4, pitch, 88)]
    low, high = max(52, instrument.low), min(72, instrument.high)
    voicing = voicing_after(chord, (), low=low, high=high)
    return [Note(start + place * 20, length - place * 20, p, 84) for place, p in enumerate(voicing)]


def _cut(notes: Sequence[Note], end: int) -> list[Note]:
    """Let nothing reach into the last chord."""
    return [
        replace(note, length=min(note.length, end - note.start))
        for note in notes
        if note.start < end
    ]


_LOOSENESS = {"drums": 3, "bass": 5, "chords": 7, "pad": 0, "arp": 4, "lead": 9, "counter": 9}
"""Ticks by which each player may be early or late, where people play and not machines."""
_MACHINES = frozenset({"house", "synthwave", "drum and bass"})


def _in_time(
    notes: Sequence[Note], role: str, brief: Brief, arrangement: Arrangement
) -> tuple[Note, ...]:
    """Swing and loosen what was written straight; in order of time."""
    genre = GENRES[brief.genre]
    dice = arrangement.dice("time", role)
    loose = 0 if genre.name in _MACHINES else _LOOSENESS[role]
    swung = []
    for note in notes:
        start = _swung(note.start, genre.swing, genre.swung_pair)
        end = _swung(note.end, genre.swing, genre.swung_pair)
        early = dice.between(-loose, loose) if start > loose else 0
        swung.append(replace(note, start=start + early, length=max(end - start, 1)))
    return tuple(sorted(swung, key=lambda note: (note.start, note.pitch)))


def _swung(tick: int, percent: int, pair: int) -> int:
    """Delay the second half of every pair; `pair` is its length in ticks."""
    whole, rest = divmod(tick, pair)
    half = pair // 2
    turn = pair * percent // 100
    if rest <= half:
        return whole * pair + rest * turn // half
    return whole * pair + turn + (rest - half) * (pair - turn) // half


def _passage(scene: Scene) -> Passage:
    segment = scene.segment
    return Passage(
        kind=segment.kind,
        label=segment.label,
        start=scene.start,
        length=scene.length,
        energy=segment.energy,
        text="\n".join(line.text for line in segment.lines),
    )

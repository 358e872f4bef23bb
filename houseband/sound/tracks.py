"""One part of a score as sound, before the mix."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from houseband.score import Note, Part, Score
from houseband.sound.bank import BANK
from houseband.sound.drums import MEASURED, TURNS, drum
from houseband.sound.leads import LEADS
from houseband.sound.phrases import Tone, play
from houseband.sound.shelf import Shelf
from houseband.sound.tape import Tape
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["Player"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """Something to be played, in samples from the start of the song."""

    start: int
    stop: int
    """What begins before and stops after a moment is still sounding at that moment."""
    draw: Callable[[], Audio]


class Player:
    """Plays one part, block after block; what rings over a border is heard in the next."""

    def __init__(self, part: Part, score: Score) -> None:
        self.part = part
        self._cues = sorted(_cues(part, score), key=lambda cue: cue.start)
        self._next = 0
        self._ahead: dict[int, Audio] = {}
        self._tape = Tape()

    def block(self, span: slice) -> Audio | None:
        """Play the block that comes next, both channels; None while nothing sounds."""
        while self._next < len(self._cues) and self._cues[self._next].start < span.stop:
            sound = self._ahead.pop(self._next, None)
            cue = self._cues[self._next]
            self._tape.lay(cue.draw() if sound is None else sound, cue.start)
            self._next += 1
        return self._tape.take(span)

    def excerpt(self, start: int, samples: int) -> Audio:
        """Play a moment from somewhere, before the first block: phrases drawn for it are kept for then."""
        heard = np.zeros((2, samples), np.float32)
        for number, cue in enumerate(self._cues):
            if cue.start < start + samples and cue.stop > start:
                sound = self._ahead.get(number)
                if sound is None:
                    sound = cue.draw()
                    if _in_phrases(self.part):
                        self._ahead[number] = sound
                _place(heard, sound, cue.start - start)
        return heard


def _place(track: Audio, sound: Audio, start: int) -> None:
    first, last = max(start, 0), min(start + sound.shape[1], track.shape[1])
    if last > first:
        track[:, first:last] += sound[:, first - start : last - start]


def _cues(part: Part, score: Score) -> Iterator[_Cue]:
    rate = score.seconds_per_tick * SAMPLE_RATE
    if part.role == "drums":
        return _drum_cues(part, rate)
    return _phrase_cues(part, rate) if _in_phrases(part) else _note_cues(part, rate)


def _in_phrases(part: Part) -> bool:
    """Whether a part is drawn by the phrase: not if its notes are recorded ones."""
    return part.instrument in LEADS and part.instrument not in BANK.recorded


def _drum_cues(part: Part, rate: float) -> Iterator[_Cue]:
    for count, note in enumerate(part.notes):
        start = round(note.start * rate)
        draw = partial(_stroke, part.instrument, note, count % TURNS, note.length * rate)
        yield _Cue(start=start, stop=max(round(note.end * rate), start + _RINGING), draw=draw)


_RINGING = SAMPLE_RATE // 2
"""Samples for which most drums are heard, however short they are written."""


def _stroke(kit: str, note: Note, turn: int, samples: float) -> Audio:
    layer = min(note.velocity // 16, 7)
    seconds = round(samples / SAMPLE_RATE, 2) if note.pitch in MEASURED else 0.0
    which = (kit, note.pitch, layer, turn, seconds)
    return _STROKES.play(
        which, partial(drum, *which), (note.velocity / 127) ** 1.5, _LONGEST_STROKE
    )


_STROKES = Shelf(40 * 2**20)
_LONGEST_STROKE = 30 * SAMPLE_RATE


def _note_cues(part: Part, rate: float) -> Iterator[_Cue]:
    for note in part.notes:
        start, end = round(note.start * rate), round(note.end * rate)
        draw = partial(BANK.note, part.instrument, note.pitch, end - start, note.velocity / 127)
        yield _Cue(start=start, stop=end, draw=draw)


def _phrase_cues(part: Part, rate: float) -> Iterator[_Cue]:
    for phrase in _phrases(part.notes, rate):
        start, end = round(phrase[0].start * rate), round(phrase[-1].end * rate)
        if tones := _tones(phrase, rate, start):
            yield _Cue(start=start, stop=end, draw=partial(play, part.instrument, tones))


_BREATH = 0.25
"""Seconds of rest that end a phrase."""
_LONGEST = 10.0
"""Seconds after which everybody takes a breath, rest or no rest."""


def _phrases(notes: Sequence[Note], rate: float) -> Iterator[list[Note]]:
    """Group notes by the rests between them, in order of time however they are given."""
    phrase: list[Note] = []
    for note in sorted(notes, key=lambda note: (note.start, note.pitch)):
        if phrase and (
            (note.start - phrase[-1].end) * rate > _BREATH * SAMPLE_RATE
            or (note.start - phrase[0].start) * rate > _LONGEST * SAMPLE_RATE
        ):
            yield phrase
            phrase = []
        phrase.append(note)
    if phrase:
        yield phrase


def _tones(phrase: list[Note], rate: float, start: int) -> list[Tone]:
    """Count a phrase in samples; one note at a time, so that each ends where the next begins."""
    tones: list[Tone] = []
    for note, after in zip(phrase, [*phrase[1:], None], strict=True):
        end = min(note.end, after.start) if after else note.end
        begin = round(note.start * rate) - start
        length = round(end * rate) - start - begin
        if length > 0:
            tones.append(
                Tone(
                    start=begin,
                    length=length,
                    pitch=note.pitch,
                    velocity=note.velocity / 127,
                    vowel=_vowel(note.syllable),
                )
            )
    return tones


def _vowel(syllable: str) -> str:
    """Choose the vowel to shape: the syllable's first, "ah" where there are no words."""
    return next((_VOWELS[letter] for letter in syllable.lower() if letter in _VOWELS), "a")


_VOWELS = {
    "a": "a",
    "e": "e",
    "i": "i",
    "o": "o",
    "u": "u",
    "y": "i",
    "á": "a",
    "é": "e",
    "í": "i",
    "ó": "o",
    "ú": "u",
}

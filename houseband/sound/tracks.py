"""One part of a score as sound, before the mix."""

from collections.abc import Iterator, Sequence

import numpy as np

from houseband.score import Note, Part, Score
from houseband.sound.bank import BANK
from houseband.sound.drums import TURNS, drum
from houseband.sound.leads import LEADS
from houseband.sound.phrases import Tone, play
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["track_of"]


def track_of(part: Part, score: Score, samples: int) -> Audio:
    """Play a part into `samples` of both channels; what rings longer is cut off."""
    track = np.zeros((2, samples), np.float32)
    rate = score.seconds_per_tick * SAMPLE_RATE
    if part.role == "drums":
        _play_drums(track, part, rate)
    elif part.instrument in LEADS:
        _play_phrases(track, part, rate)
    else:
        _play_notes(track, part, rate)
    return track


def _place(track: Audio, sound: Audio, start: int) -> None:
    end = min(start + sound.shape[1], track.shape[1])
    if end > start:
        track[:, start:end] += sound[:, : end - start]


def _play_drums(track: Audio, part: Part, rate: float) -> None:
    for count, note in enumerate(part.notes):
        layer = min(note.velocity // 16, 7)
        seconds = round(note.length * rate / SAMPLE_RATE, 2)
        stroke = drum(part.instrument, note.pitch, layer, count % TURNS, seconds)
        _place(track, stroke * np.float32((note.velocity / 127) ** 1.5), round(note.start * rate))


def _play_notes(track: Audio, part: Part, rate: float) -> None:
    for note in part.notes:
        start, end = round(note.start * rate), round(note.end * rate)
        _place(
            track, BANK.note(part.instrument, note.pitch, end - start, note.velocity / 127), start
        )


def _play_phrases(track: Audio, part: Part, rate: float) -> None:
    for phrase in _phrases(part.notes, rate):
        start = round(phrase[0].start * rate)
        if tones := _tones(phrase, rate, start):
            _place(track, play(part.instrument, tones), start)


_BREATH = 0.25
"""Seconds of rest that end a phrase."""


def _phrases(notes: Sequence[Note], rate: float) -> Iterator[list[Note]]:
    """Group notes by the rests between them, in order of time however they are given."""
    phrase: list[Note] = []
    for note in sorted(notes, key=lambda note: (note.start, note.pitch)):
        if phrase and (note.start - phrase[-1].end) * rate > _BREATH * SAMPLE_RATE:
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

"""Pictures of a take: how loud it is, what sounds in it, and what is played. Time runs from left to right."""

from typing import Final

import numpy as np
from PIL import Image, ImageDraw
from scipy import signal

from houseband.score import Score
from tests.houseband.ears import RATE, Array, Sound

__all__ = ["ROLES", "roll", "spectrogram", "waveform"]

_WIDTH: Final = 1400
_GROUND = (16, 20, 31)
ROLES = {
    "lead": (255, 199, 95),
    "counter": (255, 128, 117),
    "chords": (99, 179, 255),
    "arp": (84, 221, 195),
    "pad": (150, 126, 230),
    "bass": (255, 112, 166),
    "drums": (164, 173, 190),
}
"""The colour of what each player plays."""


def waveform(sound: Sound) -> Image.Image:
    """Peaks of both sides, left above and right below, and within them the mean level."""
    height = 160
    image = Image.new("RGB", (_WIDTH, height), _GROUND)
    pen = ImageDraw.Draw(image)
    edges = np.linspace(0, len(sound), _WIDTH + 1).astype(int)
    peaks = np.maximum.reduceat(np.abs(sound), edges[:-1], axis=0)
    levels = np.sqrt(np.add.reduceat(sound**2, edges[:-1], axis=0) / np.diff(edges)[:, None])
    middle = height // 2
    for values, colour in ((peaks, (58, 92, 140)), (levels, (132, 190, 255))):
        for x, (left, right) in enumerate(values.tolist()):
            pen.line((x, middle - left * middle, x, middle + right * middle), fill=colour)
    return image


def spectrogram(sound: Sound) -> Image.Image:
    """What sounds from 40 Hz (below) to 16 kHz, over 75 decibels."""
    rows = 220
    hop = max(256, len(sound) // (2 * _WIDTH))
    frequencies, _, spectrum = signal.stft(
        sound.mean(axis=1), RATE, nperseg=4096, noverlap=4096 - hop
    )
    power = np.abs(spectrum) ** 2
    centres = np.geomspace(40, 16_000, rows + 1)
    edges = np.maximum.accumulate(np.searchsorted(frequencies, centres))
    sums = np.concatenate([np.zeros((1, power.shape[1])), np.cumsum(power, axis=0)])
    counts = np.maximum(np.diff(edges), 1)[:, None]
    bands = (sums[np.maximum(edges[1:], edges[:-1] + 1)] - sums[edges[:-1]]) / counts
    level = (
        10 * np.log10(bands + 1e-12) + 3.0 * np.log2(centres[:-1] / 1000)[:, None]
    )  # as music falls
    shown = np.clip((level - np.percentile(level, 99.7)) / 75 + 1, 0, 1)[::-1]
    return Image.fromarray(_heat(shown)).resize((_WIDTH, rows), Image.Resampling.BILINEAR)


def _heat(values: Array) -> Array:
    """Colour 0 to 1 from the night to the light of a lamp."""
    stops = np.array(
        [_GROUND, (49, 30, 96), (140, 41, 129), (236, 88, 96), (254, 194, 120), (255, 252, 220)]
    )
    places = np.linspace(0, 1, len(stops))
    channels = [np.interp(values, places, stops[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=-1).astype(np.uint8)


def roll(score: Score) -> Image.Image:
    """Every note: higher is higher, brighter is louder; the drums have rows of their own below."""
    height, drums = 300, 66
    image = Image.new("RGB", (2 * _WIDTH, 2 * height), _GROUND)
    pen = ImageDraw.Draw(image)
    across = 2 * _WIDTH / score.length
    for passage in score.passages:
        x = passage.start * across
        pen.line((x, 0, x, 2 * height), fill=(44, 52, 74), width=2)
    pitched = [part for part in score.parts if part.role != "drums"]
    pitches = [note.pitch for part in pitched for note in part.notes] or [60]
    low, high = min(pitches) - 2, max(pitches) + 3
    step = 2 * (height - drums) / (high - low)
    for part in sorted(pitched, key=lambda part: list(ROLES).index(part.role), reverse=True):
        for note in part.notes:
            top = (high - note.pitch - 1) * step
            right = max(note.end * across - 2, note.start * across + 2)
            colour = _shade(ROLES[part.role], note.velocity)
            pen.rectangle((note.start * across, top, right, top + step - 1), fill=colour)
    _draw_drums(pen, score, across, (2 * (height - drums), 2 * height))
    return image.reduce(2)


def _draw_drums(
    pen: ImageDraw.ImageDraw, score: Score, across: float, rows: tuple[int, int]
) -> None:
    top, foot = rows
    pen.line((0, top, 2 * _WIDTH, top), fill=(44, 52, 74), width=2)
    notes = [note for part in score.parts if part.role == "drums" for note in part.notes]
    numbers = sorted({note.pitch for note in notes})
    step = (foot - top - 6) / max(len(numbers), 1)
    for note in notes:
        y = foot - (numbers.index(note.pitch) + 1) * step
        x = note.start * across
        pen.rectangle((x, y, x + 4, y + step - 2), fill=_shade(ROLES["drums"], note.velocity))


def _shade(colour: tuple[int, int, int], velocity: int) -> tuple[int, int, int]:
    share = 0.35 + 0.65 * min(velocity / 110, 1)
    red, green, blue = (round(g + (c - g) * share) for c, g in zip(colour, _GROUND, strict=True))
    return red, green, blue

"""Notes from a soundfont: samples read at a pitch, looped, shaped and placed."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import soundfile

from houseband.sound.soundfont.regions import Region, regions_of
from houseband.sound.soundfont.riff import BadSoundfont, tables_in
from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, gain, panned

__all__ = ["BadSoundfont", "Soundfont"]

_PROGRAMS: Final = {
    "piano": 0,
    "acoustic guitar": 25,
    "electric guitar": 27,
    "violin": 40,
    "cello": 42,
    "strings": 48,
    "low strings": 48,
    "trumpet": 56,
    "horns": 61,
    "saxophone": 66,
    "flute": 73,
}
"""What is played from a soundfont, by its number in General MIDI; the rest sounds better drawn."""
_COMPRESSED = 0x10
_IN_ROM = 0x8000
_QUIET = 960.0
"""Tenths of a decibel below which nothing is heard."""


class Soundfont:
    """One file of recorded notes."""

    def __init__(self, path: Path) -> None:
        """Read what it holds. Raises `BadSoundfont`, with the path in its sentence."""
        self.path = path
        try:
            self._tables = tables_in(path)
            found = {name: regions_of(self._tables, number) for name, number in _PROGRAMS.items()}
        except BadSoundfont as error:
            message = f"The soundfont {path} {error}."
            raise BadSoundfont(message) from error
        self._regions = {name: regions for name, regions in found.items() if regions}
        if not self._regions:
            message = (
                f"The soundfont {path} has none of the instruments that the band takes from one."
            )
            raise BadSoundfont(message)
        self._bytes = np.memmap(path, np.uint8, "r", self._tables.offset, (self._tables.length,))
        self._sample = lru_cache(maxsize=64)(self._read)

    @property
    def instruments(self) -> frozenset[str]:
        """The names of the band's instruments that it has."""
        return frozenset(self._regions)

    def note(self, instrument: str, pitch: int, samples: int, velocity: float) -> Audio:
        """Draw a note as it sounds while it is held, both channels; `velocity` is 0 to 1."""
        force = max(min(round(velocity * 127), 127), 1)
        out = np.zeros((2, samples), np.float32)
        for region in self._regions[instrument]:
            if region.sounds_at(pitch, force):
                out += self._sounded(region, pitch, samples)
        out[:, :32] *= np.linspace(0.0, 1.0, 32, dtype=np.float32)[:samples]
        return out

    def _sounded(self, region: Region, pitch: int, samples: int) -> Audio:
        head = self._tables.samples[region.sample]
        root = region[58] if region[58] >= 0 else min(int(head["pitch"]), 127)
        cents = (
            (pitch - root) * region[56] + 100.0 * region[51] + region[52] + int(head["correction"])
        )
        speed = 2.0 ** (cents / 1200.0) * int(head["rate"]) / SAMPLE_RATE
        tone = self._at_speed(region, speed, samples)
        edge = 8.176 * 2.0 ** (region[8] / 1200.0)
        if edge < 16_000.0:
            tone = filtered(tone, "lowpass", max(edge, 60.0))
        tone *= _envelope(region, samples) * np.float32(gain(-0.04 * region[48]))
        return panned(tone, float(np.clip(region[17] / 500.0, -1.0, 1.0)))

    def _at_speed(self, region: Region, speed: float, samples: int) -> Audio:
        """Read a sample faster or slower, between its points; what isn't looped falls silent."""
        sample, loop, end = self._sample(region.sample)
        loop += region[2] + 32_768 * region[45]
        end += region[3] + 32_768 * region[50]
        places = np.arange(samples) * speed
        if region[54] & 1 and 0 <= loop < end - 4 and end <= len(sample):
            round_ = end - loop
            places = np.where(places < end, places, loop + (places - loop) % round_)
            sample = np.concatenate([sample[:end], sample[loop : loop + 4]])
        last = len(sample) - 2
        whole = np.minimum(places.astype(np.int64), last)
        between = np.minimum(places - whole, 1.0).astype(np.float32)
        tone = sample[whole] + (sample[whole + 1] - sample[whole]) * between
        return np.asarray(tone * (places < last), np.float32)

    def _read(self, number: int) -> tuple[Audio, int, int]:
        """Return one sample, ±1, and its loop, counted from its first point."""
        head = self._tables.samples[number]
        start, end = int(head["start"]), int(head["end"])
        loop, loop_end = int(head["loop"]), int(head["loop_end"])
        if int(head["type"]) & _COMPRESSED:
            return _with_end(_unpacked(self._bytes[start:end].tobytes())), loop, loop_end
        points = self._bytes[2 * start : 2 * end]
        points = points[: len(points) // 2 * 2].view("<i2")
        if int(head["type"]) & _IN_ROM or not len(points):
            return np.zeros(8, np.float32), 0, 0
        sample = points.astype(np.float32) / np.float32(32_768.0)
        return _with_end(sample), loop - start, loop_end - start


def _unpacked(ogg: bytes) -> Audio:
    """Unpack a sample; one that is damaged is silent."""
    try:
        sample, _ = soundfile.read(io.BytesIO(ogg), dtype="float32")
    except soundfile.LibsndfileError:
        sample = np.zeros(8, np.float32)
    return np.asarray(sample, np.float32)


def _with_end(sample: Audio) -> Audio:
    return np.append(sample, np.zeros(2, np.float32))


def _envelope(region: Region, samples: int) -> Audio:
    """Draw delay, attack, hold and decay; the release is the player's."""
    delay, attack, hold, decay = (2.0 ** (region[kind] / 1200.0) for kind in (33, 34, 35, 36))
    sustain = float(np.clip(region[37], 0, 1000))
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    fallen = np.clip((times - delay - attack - hold) / max(decay, 1e-3), 0.0, 1.0) * 1000.0
    level = 10.0 ** (-np.minimum(fallen, min(sustain, _QUIET)) / 200.0)
    rising = np.clip((times - delay) / max(attack, 1e-3), 0.0, 1.0)
    return np.asarray(level * rising, np.float32)

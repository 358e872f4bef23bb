"""Notes that were drawn before: a song of a thousand notes needs to draw a hundred."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from houseband.sound import chips, lasting, plucked, ringing, sections
from houseband.sound.shelf import Shelf
from houseband.sound.soundfont.font import Soundfont
from houseband.sound.wave import SAMPLE_RATE, Audio, hertz

__all__ = ["BANK", "NoteBank"]

LAYERS: Final = 5
"""Loudnesses at which an instrument sounds different; between them only the level differs."""
_BUCKETS = (0.3, 0.6, 1.0, 1.6, 2.4, 3.6, 5.5, 8.0, 12.0)
"""Seconds: notes are drawn in these lengths and cut."""
_MOST_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sound:
    draw: Callable[[float, int, float], Audio]
    release: float
    """Seconds in which a note falls silent once it is let go."""


_SOUNDS = {
    name: _Sound(draw=draw, release=release)
    for name, draw, release in (
        ("piano", ringing.piano, 0.16),
        ("electric piano", ringing.electric_piano, 0.14),
        ("acoustic guitar", plucked.acoustic_guitar, 0.12),
        ("electric guitar", plucked.electric_guitar, 0.1),
        ("muted guitar", plucked.muted_guitar, 0.08),
        ("distorted guitar", plucked.distorted_guitar, 0.05),
        ("harp", plucked.harp, 0.8),
        ("bells", ringing.bells, 1.0),
        ("vibraphone", ringing.vibraphone, 0.5),
        ("marimba", ringing.marimba, 0.4),
        ("finger bass", plucked.finger_bass, 0.06),
        ("upright bass", plucked.upright_bass, 0.09),
        ("pad", sections.pad, 0.7),
        ("glass pad", sections.glass_pad, 1.0),
        ("strings", sections.strings, 0.3),
        ("low strings", sections.low_strings, 0.25),
        ("choir", sections.choir, 0.5),
        ("horns", sections.horns, 0.14),
        ("organ", lasting.organ, 0.05),
        ("supersaw", lasting.supersaw, 0.18),
        ("stabs", lasting.stabs, 0.12),
        ("pluck", lasting.pluck, 0.25),
        ("synth bass", lasting.synth_bass, 0.04),
        ("sub bass", lasting.sub_bass, 0.07),
        ("square lead", chips.square_lead, 0.03),
        ("pulse", chips.pulse, 0.06),
        ("triangle bass", chips.triangle_bass, 0.03),
    )
}


_RECORDED_RELEASE = 0.12
"""Seconds of release of a recorded instrument that is otherwise drawn by the phrase."""


class NoteBank:
    """Draws notes and remembers them, the least used forgotten first."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._shelf = Shelf(most_bytes)
        self._font: Soundfont | None = None

    def equip(self, path: Path | None) -> None:
        """Take what a soundfont has from there, from now on, or nothing. Raises `BadSoundfont`."""
        if path == (self._font.path if self._font else None):
            return
        self._font = Soundfont(path) if path else None
        self._shelf.clear()

    @property
    def soundfont(self) -> str | None:
        """The name of the file that recorded notes come from."""
        return self._font.path.name if self._font else None

    @property
    def recorded(self) -> frozenset[str]:
        """The instruments whose notes are recorded ones, in a soundfont."""
        return self._font.instruments if self._font else frozenset()

    @property
    def drawn(self) -> int:
        """How many notes had to be drawn so far."""
        return self._shelf.drawn

    @property
    def held_bytes(self) -> int:
        """How much room the remembered ones take."""
        return self._shelf.held_bytes

    def note(self, instrument: str, pitch: int, samples: int, velocity: float) -> Audio:
        """Return a note held for so many samples and let go, both channels; `velocity` is 0 to 1."""
        known = _SOUNDS.get(instrument)
        tail = int((known.release if known else _RECORDED_RELEASE) * SAMPLE_RATE)
        most = samples + tail
        layer = min(int(velocity * LAYERS), LAYERS - 1)
        bucket = next((b for b in _BUCKETS if b * SAMPLE_RATE >= most), most / SAMPLE_RATE)

        def draw() -> Audio:
            length = max(int(bucket * SAMPLE_RATE), most)
            return self._drawn(instrument, pitch, length, (layer + 0.5) / LAYERS)

        key = (instrument, pitch, bucket, layer)
        note = self._shelf.play(key, draw, velocity**1.4, most)
        ending = min(tail, note.shape[1])
        note[:, note.shape[1] - ending :] *= _letting_go(ending)
        return note

    def _drawn(self, instrument: str, pitch: int, samples: int, force: float) -> Audio:
        if self._font and instrument in self.recorded:
            return self._font.note(instrument, pitch, samples, force)
        return _SOUNDS[instrument].draw(hertz(pitch), samples, force)


@lru_cache(maxsize=64)
def _letting_go(samples: int) -> Audio:
    return np.linspace(1.0, 0.0, samples, dtype=np.float32) ** 2


BANK = NoteBank()
"""The one of this process, so that later songs find notes of earlier ones."""

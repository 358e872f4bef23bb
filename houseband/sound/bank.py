"""Notes that were drawn before: a song of a thousand notes needs to draw a hundred."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from houseband.sound import lasting, plucked, ringing
from houseband.sound.soundfont.font import Soundfont
from houseband.sound.wave import SAMPLE_RATE, Audio, hertz

__all__ = ["BANK", "NoteBank"]

LAYERS: Final = 5
"""Loudnesses at which an instrument sounds different; between them only the level differs."""
_BUCKETS = (0.3, 0.6, 1.0, 1.6, 2.4, 3.6, 5.5, 8.0, 12.0)
"""Seconds: notes are drawn in these lengths and cut."""
_MOST_BYTES = 96 * 2**20


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
        ("pad", lasting.pad, 0.7),
        ("glass pad", lasting.glass_pad, 1.0),
        ("strings", lasting.strings, 0.3),
        ("low strings", lasting.low_strings, 0.25),
        ("choir", lasting.choir, 0.5),
        ("horns", lasting.horns, 0.14),
        ("organ", lasting.organ, 0.05),
        ("supersaw", lasting.supersaw, 0.18),
        ("stabs", lasting.stabs, 0.12),
        ("pluck", lasting.pluck, 0.25),
        ("synth bass", lasting.synth_bass, 0.04),
        ("sub bass", lasting.sub_bass, 0.07),
    )
}


_RECORDED_RELEASE = 0.12
"""Seconds of release of a recorded instrument that is otherwise drawn by the phrase."""


class NoteBank:
    """Draws notes and remembers them, the least used forgotten first."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most = most_bytes
        self.held_bytes = 0
        self.drawn = 0
        """How many notes had to be drawn so far."""
        self._notes: OrderedDict[tuple[str, int, float, int], Audio] = OrderedDict()
        self._font: Soundfont | None = None

    def equip(self, path: Path | None) -> None:
        """Take what a soundfont has from there, from now on, or nothing. Raises `BadSoundfont`."""
        if path == (self._font.path if self._font else None):
            return
        self._font = Soundfont(path) if path else None
        self._notes.clear()
        self.held_bytes = 0

    @property
    def soundfont(self) -> str | None:
        """The name of the file that recorded notes come from."""
        return self._font.path.name if self._font else None

    @property
    def recorded(self) -> frozenset[str]:
        """The instruments whose notes are recorded ones, in a soundfont."""
        return self._font.instruments if self._font else frozenset()

    def note(self, instrument: str, pitch: int, samples: int, velocity: float) -> Audio:
        """Return a note held for so many samples and let go, both channels; `velocity` is 0 to 1."""
        known = _SOUNDS.get(instrument)
        tail = int((known.release if known else _RECORDED_RELEASE) * SAMPLE_RATE)
        layer = min(int(velocity * LAYERS), LAYERS - 1)
        whole = self._drawn(instrument, pitch, samples + tail, layer)
        note = whole[:, : samples + tail] * np.float32(velocity**1.4)
        ending = min(tail, note.shape[1])
        note[:, note.shape[1] - ending :] *= np.linspace(1.0, 0.0, ending, dtype=np.float32) ** 2
        return note

    def _drawn(self, instrument: str, pitch: int, samples: int, layer: int) -> Audio:
        bucket = next((b for b in _BUCKETS if b * SAMPLE_RATE >= samples), samples / SAMPLE_RATE)
        key = (instrument, pitch, bucket, layer)
        if key in self._notes:
            self._notes.move_to_end(key)
            return self._notes[key]
        length = max(int(bucket * SAMPLE_RATE), samples)
        force = (layer + 0.5) / LAYERS
        if self._font and instrument in self.recorded:
            note = self._font.note(instrument, pitch, length, force)
        else:
            note = _SOUNDS[instrument].draw(hertz(pitch), length, force)
        self.drawn += 1
        self._keep(key, note.astype(np.float32, copy=False))
        return note

    def _keep(self, key: tuple[str, int, float, int], note: Audio) -> None:
        self._notes[key] = note
        self.held_bytes += note.nbytes
        while self.held_bytes > self._most and len(self._notes) > 1:
            self.held_bytes -= self._notes.popitem(last=False)[1].nbytes


BANK = NoteBank()
"""The one of this process, so that later songs find notes of earlier ones."""

"""Soundfonts of a few hundred bytes, written as SoundFont 2.04 says; one program a tone."""

import io
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import soundfile

RATE = 22_050
CYCLE = 50
"""Samples: 441 Hz."""
TONE_PITCH = 69
"""What the sample is said to be: an A, which it is but for four cents."""


def write_soundfont(
    path: Path,
    programs: Sequence[int],
    zone: Mapping[int, int] | None = None,
    *,
    above: Mapping[int, int] | None = None,
    packed: bool = False,
    filled: bool = True,
) -> Path:
    """Write one; `zone` are further generators of the instruments, `above` of the presets.

    Its samples are an odd number of bytes; unless `filled` nothing fills them up, as MuseScore writes them.
    """
    tone = np.round(12_000 * np.sin(2 * np.pi * np.arange(8 * CYCLE) / CYCLE)).astype("<i2")
    samples, sample = _packed(tone) if packed else _plain(tone)
    generators = {54: 1, **(zone or {}), 53: 0}
    inner = b"".join(struct.pack("<Hh", kind, amount) for kind, amount in generators.items())
    outer, bags, presets = b"", b"", b""
    for number, program in enumerate(programs):
        presets += struct.pack("<20sHHHIII", b"p%d" % program, program, 0, number, 0, 0, 0)
        bags += struct.pack("<HH", len(outer) // 4, 0)
        for kind, amount in {**(above or {}), 41: 0}.items():
            outer += struct.pack("<Hh", kind, amount)
    end = len(programs)
    tables = {
        b"phdr": presets + struct.pack("<20sHHHIII", b"EOP", 0, 0, end, 0, 0, 0),
        b"pbag": bags + struct.pack("<HH", len(outer) // 4, 0),
        b"pmod": bytes(10),
        b"pgen": outer + bytes(4),
        b"inst": struct.pack("<20sH", b"tone", 0) + struct.pack("<20sH", b"EOI", 1),
        b"ibag": struct.pack("<HHHH", 0, 0, len(generators), 0),
        b"imod": bytes(10),
        b"igen": inner + bytes(4),
        b"shdr": sample + struct.pack("<20s5IBbHH", b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    body = b"sfbk" + _list(b"INFO", {b"ifil": struct.pack("<HH", 2, 4)})
    samples += bytes(1 - len(samples) % 2)
    body += _list(b"sdta", {b"smpl": samples}, filled=filled) + _list(b"pdta", tables)
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


def _plain(tone: np.ndarray[tuple[int], np.dtype[np.int16]]) -> tuple[bytes, bytes]:
    """Leave the 46 points of silence that the format wants behind a sample."""
    head = struct.pack(
        "<20s5IBbHH", b"tone", 0, len(tone), 2 * CYCLE, 6 * CYCLE, RATE, TONE_PITCH, 0, 0, 1
    )
    return tone.tobytes() + bytes(92), head


def _packed(tone: np.ndarray[tuple[int], np.dtype[np.int16]]) -> tuple[bytes, bytes]:
    """Pack the sample as SF3 does: its places are bytes, those of its loop are still points."""
    ogg = io.BytesIO()
    soundfile.write(ogg, np.tile(tone, 20), RATE, format="OGG", subtype="VORBIS")
    head = struct.pack(
        "<20s5IBbHH",
        b"tone",
        0,
        len(ogg.getvalue()),
        20 * CYCLE,
        100 * CYCLE,
        RATE,
        TONE_PITCH,
        0,
        0,
        0x11,
    )
    return ogg.getvalue(), head


def _list(kind: bytes, chunks: Mapping[bytes, bytes], *, filled: bool = True) -> bytes:
    content = kind
    for name, chunk in chunks.items():
        content += (
            name + struct.pack("<I", len(chunk)) + chunk + bytes(len(chunk) % 2 if filled else 0)
        )
    return b"LIST" + struct.pack("<I", len(content)) + content

"""The file as it lies on disk: chunks within chunks, and tables of fixed rows, after SoundFont 2.04."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["BadSoundfont", "Table", "Tables", "tables_in"]


class BadSoundfont(Exception):
    """The file can't be played from; the text says why, in one sentence."""


Table = NDArray[np.void]

_ROWS = {
    b"phdr": [("name", "S20"), ("program", "<u2"), ("bank", "<u2"), ("bag", "<u2"), ("", "V12")],
    b"pbag": [("generator", "<u2"), ("", "V2")],
    b"pgen": [("kind", "<u2"), ("amount", "<i2")],
    b"inst": [("name", "S20"), ("bag", "<u2")],
    b"ibag": [("generator", "<u2"), ("", "V2")],
    b"igen": [("kind", "<u2"), ("amount", "<i2")],
    b"shdr": [
        ("name", "S20"),
        ("start", "<u4"),
        ("end", "<u4"),
        ("loop", "<u4"),
        ("loop_end", "<u4"),
        ("rate", "<u4"),
        ("pitch", "u1"),
        ("correction", "i1"),
        ("link", "<u2"),
        ("type", "<u2"),
    ],
}
_MOST = 64 * 2**20
"""Bytes that no table of an honest file has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What a soundfont says of its presets, instruments and samples, and where its samples lie."""

    presets: Table
    preset_zones: Table
    preset_generators: Table
    instruments: Table
    instrument_zones: Table
    instrument_generators: Table
    samples: Table
    offset: int
    """The byte at which the samples begin."""
    length: int
    """Their bytes."""


def tables_in(path: Path) -> Tables:
    """Read all but the samples. Raises `BadSoundfont`."""
    try:
        with path.open("rb") as file:
            chunks = dict(_chunks(file))
            rows = {name: _table(file, chunks, name) for name in _ROWS}
            offset, length = chunks[b"smpl"]
            if offset + length > path.stat().st_size:
                message = "is cut off"
                raise BadSoundfont(message)
    except OSError as error:
        message = f"can't be read ({error.strerror})"
        raise BadSoundfont(message) from error
    except KeyError as error:
        message = "is no soundfont in the format SF2 or SF3"
        raise BadSoundfont(message) from error
    return Tables(
        presets=rows[b"phdr"],
        preset_zones=rows[b"pbag"],
        preset_generators=rows[b"pgen"],
        instruments=rows[b"inst"],
        instrument_zones=rows[b"ibag"],
        instrument_generators=rows[b"igen"],
        samples=rows[b"shdr"],
        offset=offset,
        length=length,
    )


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Walk over the chunks, going into lists: name, and where its content lies and how long it is."""
    head = file.read(12)
    if len(head) < 12 or head[:4] != b"RIFF" or head[8:] != b"sfbk":
        return
    while len(head := file.read(8)) == 8:
        name, length = struct.unpack("<4sI", head)
        if name == b"LIST":
            file.seek(4, 1)
            continue
        yield name, (file.tell(), length)
        file.seek(length, 1)
        # What fills up the last word is left out by MuseScore.
        if length % 2 and file.read(1) != b"\0":
            file.seek(-1, 1)


def _table(file: BinaryIO, chunks: dict[bytes, tuple[int, int]], name: bytes) -> Table:
    offset, length = chunks[name]
    kind = np.dtype(
        {
            "names": [field for field, _ in _ROWS[name] if field],
            "formats": [form for field, form in _ROWS[name] if field],
            "offsets": _offsets(name),
            "itemsize": sum(np.dtype(form).itemsize for _, form in _ROWS[name]),
        }
    )
    file.seek(offset)
    content = file.read(min(length, _MOST))
    if len(content) < length:
        message = "is cut off"
        raise BadSoundfont(message)
    return np.frombuffer(content[: len(content) // kind.itemsize * kind.itemsize], kind)


def _offsets(name: bytes) -> list[int]:
    places, at = [], 0
    for field, form in _ROWS[name]:
        if field:
            places.append(at)
        at += np.dtype(form).itemsize
    return places

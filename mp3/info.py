"""The Info header: the silent first frame by which players know an mp3's exact length.

LAME's own front end writes it, the library that encodes in memory doesn't: without it a decoded
file lags by 1105 samples and ends late. Its layout: http://gabriel.mp3-tech.org/mp3infotag.html
"""

import mmap
import struct
from typing import BinaryIO

from mp3.frames import Frame, NotMp3, frames, info_in
from mp3.header import Header, header_from

__all__ = ["LAME_DELAY", "foretold_header", "settle_header", "with_info_header"]

LAME_DELAY = 576
"""Samples that LAME puts in front of the music."""


def with_info_header(mp3: bytes, *, samples: int, encoder_delay: int = LAME_DELAY) -> bytes:
    """Return the untagged `mp3` behind a header that says it holds exactly `samples` a channel.

    Raises `NotMp3` when the frames can't hold so many, or hold far more, or have a header already.
    """
    sound = list(frames(mp3))
    if info_in(mp3, sound[0]) is not None:
        raise NotMp3("it has an Info header already")
    music = mp3[sound[0].offset : sound[-1].end]
    return _info_frame(sound, music, samples, encoder_delay) + music


def foretold_header(first: Header, *, samples: int) -> bytes:
    """Return the header of a song that is yet to be encoded by LAME at the constant bit rate of `first`.

    All it can't say is the music's checksum: once the rest is there, `settle_header` adds it.
    """
    header = _roomy(first)
    count = -(-(samples + _LEAST_PADDING + LAME_DELAY) // first.samples)
    bits = first.samples // 8 * first.bitrate
    size = header.size + count * bits // first.sample_rate
    return _laid_out(
        header,
        count=count,
        size=size,
        steady=True,
        places=bytes(256 * percent // 100 for percent in range(100)),
        delays=_delays(count * first.samples, samples, LAME_DELAY),
        checksum=0,
    )


def settle_header(file: BinaryIO, *, samples: int) -> None:
    """Put the true header in the place of a foretold one. The file is open for reading and writing."""
    with mmap.mmap(file.fileno(), 0) as data:
        foretold, *sound = frames(data)
        music = data[sound[0].offset : sound[-1].end]
        data[foretold.offset : foretold.end] = _info_frame(sound, music, samples, LAME_DELAY)


_LEAST_PADDING = 576
"""Samples that LAME adds at the end at the least."""
_MOST_PADDING = 0xFFF
_ALL_FIELDS = 0b1111
_UNKNOWN, _CBR = 0, 1
_TAG_BYTES = 156
_RATE_AND_PADDING = 0xF200
_UNCHECKED = 1 << 16


def _info_frame(sound: list[Frame], music: bytes, samples: int, encoder_delay: int) -> bytes:
    header = _roomy(sound[0].header)
    return _laid_out(
        header,
        count=len(sound),
        size=header.size + len(music),
        steady=len({frame.header.bitrate for frame in sound}) == 1,
        places=_seek_table(sound, header.size),
        delays=_delays(len(sound) * header.samples, samples, encoder_delay),
        checksum=crc16(music),
    )


def _delays(held: int, samples: int, encoder_delay: int) -> int:
    padding = held - encoder_delay - samples
    if not 0 <= padding <= _MOST_PADDING:
        raise NotMp3("so many frames don't hold so many samples")
    return encoder_delay << 12 | padding


def _laid_out(
    header: Header,
    *,
    count: int,
    size: int,
    steady: bool,
    places: bytes,
    delays: int,
    checksum: int,
) -> bytes:
    """Lay it out: header, silent side information, Info tag, LAME's extension, two checksums."""
    tag = struct.pack(
        ">4sIII100sI9sBB8sBB3s4sIH",
        b"Info" if steady else b"Xing",
        _ALL_FIELDS,
        count,
        size,
        places,
        0,  # quality: not said
        b"LAME3.100",
        _CBR if steady else _UNKNOWN,
        0,  # low-pass: not said
        bytes(8),  # replay gain: not measured
        0,  # encoding flags: not said
        min(header.bitrate // 1000, 255),
        delays.to_bytes(3),
        bytes(4),  # source, gain and preset: not said
        size,
        checksum,
    )
    frame = header.word.to_bytes(4) + bytes(header.side_end - 4) + tag
    return (frame + crc16(frame).to_bytes(2)).ljust(header.size, b"\0")


def _roomy(header: Header) -> Header:
    """Return the header of a frame that the tag fits in, at the same bitrate if it can be."""
    for rate in range(header.word >> 12 & 15, 15):
        larger = header_from(header.word & ~_RATE_AND_PADDING | _UNCHECKED | rate << 12)
        if larger and larger.size >= larger.side_end + _TAG_BYTES:
            return larger
    raise NotMp3("no frame is large enough for the header")


def _seek_table(sound: list[Frame], header_size: int) -> bytes:
    """Return for each hundredth of the time where to seek, in 256ths of the bytes."""
    start, total = sound[0].offset - header_size, sound[-1].end - sound[0].offset + header_size
    places = (sound[len(sound) * percent // 100].offset for percent in range(100))
    return bytes(256 * (place - start) // total for place in places)


def crc16(data: bytes) -> int:
    """Return the CRC-16 that LAME writes (the kind called ARC), fast enough for minutes of music.

    Modulo its polynomial the powers of x repeat after 32767 bits, so blocks of 32767 bytes, counted
    from the end, may be folded onto each other before the slow walk along what is left.
    """
    folded = 0
    for end in range(len(data), 0, -_PERIOD):
        folded ^= int.from_bytes(data[max(0, end - _PERIOD) : end])
    crc = 0
    for byte in folded.to_bytes(_PERIOD):
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc


_PERIOD = 0x7FFF
_POLYNOMIAL = 0xA001


def _table() -> tuple[int, ...]:
    rows = []
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = crc >> 1 ^ (_POLYNOMIAL if crc & 1 else 0)
        rows.append(crc)
    return tuple(rows)


_TABLE = _table()

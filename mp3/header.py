"""The four bytes in front of every frame: MPEG 1, 2 and 2.5, Layer III.

Their bits: http://www.mp3-tech.org/programmer/frame_header.html
"""

from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Header", "header_from", "kbps_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What they say."""

    word: int
    """The four bytes themselves."""
    bitrate: int
    """Bits a second."""
    sample_rate: int
    channels: int
    samples: int
    """Samples in the frame, a channel."""
    size: int
    """Bytes of the frame, header included."""
    side_end: int
    """Bytes to the end of the side information, which is where an Info tag stands."""


@lru_cache(maxsize=4096)
def header_from(word: int) -> Header | None:
    """Read four bytes as a Layer III header, or None when they are none (or of a free bitrate)."""
    version, bitrate, rate = word >> 19 & 3, word >> 12 & 15, word >> 10 & 3
    if word >> 21 != _SYNC or word >> 17 & 3 != _LAYER_3:
        return None
    if version not in _SLOWDOWN or bitrate in _NO_BITRATES or rate not in _RATES:
        return None
    full, mono, checked = version == _MPEG_1, word >> 6 & 3 == _MONO, not word >> 16 & 1
    bits = (_KBPS if full else _LOW_KBPS)[bitrate - 1] * 1000
    sample_rate = _RATES[rate] // _SLOWDOWN[version]
    samples = 1152 if full else 576
    return Header(
        word=word,
        bitrate=bits,
        sample_rate=sample_rate,
        channels=1 if mono else 2,
        samples=samples,
        size=samples // 8 * bits // sample_rate + (word >> 9 & 1),
        side_end=4 + 2 * checked + _SIDE_BYTES[full, mono],
    )


def kbps_for(sample_rate: int) -> tuple[int, ...]:
    """The bit rates that frames of this sample rate may have, in thousand bits a second, ascending."""
    return _KBPS if sample_rate >= min(_RATES.values()) else _LOW_KBPS


_SYNC = 0x7FF
_LAYER_3 = 1
_MPEG_1 = 3
_MONO = 3
_NO_BITRATES = (0, 15)
_SLOWDOWN = {_MPEG_1: 1, 2: 2, 0: 4}
"""MPEG 2 halves the sample rates, 2.5 quarters them."""
_RATES = {0: 44_100, 1: 48_000, 2: 32_000}
_KBPS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_LOW_KBPS = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_SIDE_BYTES = {(True, True): 17, (True, False): 32, (False, True): 9, (False, False): 17}

"""Colours that go together, and which of them suit a genre."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["PALETTES", "Colour", "Palette", "mixed"]


class Colour(NamedTuple):
    """Red, green, blue, 0 to 255."""

    red: int
    green: int
    blue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Five colours from the darkest to the lightest, and one that stands out."""

    ramp: tuple[Colour, ...]
    accent: Colour

    @property
    def dark(self) -> Colour:
        """The ground of a night, the ink of a day."""
        return self.ramp[0]

    @property
    def light(self) -> Colour:
        """The paper of a day, the ink of a night."""
        return self.ramp[-1]


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return the colour that is `share` (0 to 1) of the way from one to the other."""
    pairs = zip(one, other, strict=True)
    return Colour(*(round(first + (second - first) * share) for first, second in pairs))


def _palette(ramp: str, accent: str) -> Palette:
    return Palette(ramp=tuple(map(_colour, ramp.split())), accent=_colour(accent))


def _colour(code: str) -> Colour:
    return Colour(*bytes.fromhex(code))


PALETTES = {
    "neon": _palette("12062e 3a0f6b 8b1f9e ff3d8f ffd9a0", "2de2e6"),
    "dusk": _palette("1c1238 55205f ad3a6c f2795c ffe2b0", "ffb454"),
    "night": _palette("0d1330 243263 4d5b9b a49ac8 f6e3cf", "f2b880"),
    "ice": _palette("12233a 315678 7aa5c4 bcd8e6 f3f7f6", "ee8b6a"),
    "sea": _palette("0b2239 15506f 2f93a8 93d0c4 f5ebd2", "f0a04b"),
    "forest": _palette("11251f 27493b 5b8562 aac48d f3ecd0", "e3a04f"),
    "clay": _palette("351a1a 7f3427 cb5c3c eba968 f7e6c9", "2f6f78"),
    "mustard": _palette("2d2119 83401f d5682f edb043 f6e8c6", "2f706b"),
    "rose": _palette("3a1733 86355f d4667f f4ab98 fde9da", "3f6f8f"),
    "peach": _palette("4a2a58 a34e7c f28a80 fcc792 fff3de", "3c8f94"),
    "mint": _palette("103c42 2b7d7a 72c7a4 cdebb5 fdf8de", "f2765d"),
    "bauhaus": _palette("1d2a4d d8432d 2f8087 f0b52e f2ead9", "d8432d"),
    "island": _palette("16301f 1f7d4b d84a34 eab53e f8eed6", "d84a34"),
    "mono": _palette("121417 3b4048 858c95 cfd1d4 f4f2ee", "e5423d"),
    "acid": _palette("0c1210 17402f 2fa66d c9f04f f3fbdc", "36c5f0"),
}

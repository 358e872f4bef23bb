"""Colours that go together, and what mood they are in."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["PALETTES", "Colour", "Palette", "contrast", "luminance", "mixed"]


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
    valence: float
    """How glad they look, -1 to 1."""
    energy: float
    """How lively, 0 to 1."""

    @property
    def dark(self) -> Colour:
        """The ground of a night, the ink of a day."""
        return self.ramp[0]

    def bears(self, ground: Colour) -> bool:
        """Tell whether a title can be read on a ground, in the lightest or the darkest colour."""
        inks = (self.dark, self.light)
        return max(contrast(luminance(ground), luminance(ink)) for ink in inks) > 5.0

    @property
    def light(self) -> Colour:
        """The paper of a day, the ink of a night."""
        return self.ramp[-1]


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return the colour that is `share` (0 to 1) of the way from one to the other."""
    pairs = zip(one, other, strict=True)
    return Colour(*(round(first + (second - first) * share) for first, second in pairs))


def contrast(one: float, other: float) -> float:
    """Return WCAG's contrast, 1 to 21, of two relative luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(colour: Colour) -> float:
    """Return WCAG's relative luminance, 0 (black) to 1 (white)."""
    shares = [step / 255 for step in colour]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _palette(ramp: str, accent: str, valence: float, energy: float) -> Palette:
    colours = tuple(map(_colour, ramp.split()))
    return Palette(ramp=colours, accent=_colour(accent), valence=valence, energy=energy)


def _colour(code: str) -> Colour:
    return Colour(*bytes.fromhex(code))


PALETTES = {
    "neon": _palette("12062e 3a0f6b 8b1f9e ff3d8f ffd9a0", "2de2e6", 0.3, 0.95),
    "dusk": _palette("1c1238 55205f ad3a6c f2795c ffe2b0", "ffb454", -0.1, 0.6),
    "night": _palette("0d1330 243263 4d5b9b a49ac8 f6e3cf", "f2b880", -0.5, 0.3),
    "ice": _palette("12233a 315678 7aa5c4 bcd8e6 f3f7f6", "ee8b6a", -0.3, 0.15),
    "sea": _palette("0b2239 15506f 2f93a8 93d0c4 f5ebd2", "f0a04b", 0.1, 0.35),
    "forest": _palette("11251f 27493b 5b8562 aac48d f3ecd0", "e3a04f", 0.1, 0.3),
    "olive": _palette("1d1f12 4c5527 8f9548 cfc98a f5f0d9", "b5482a", -0.1, 0.4),
    "clay": _palette("351a1a 7f3427 cb5c3c eba968 f7e6c9", "2f6f78", -0.2, 0.65),
    "desert": _palette("2a1a2e 7a3b4f d9734e f0b67f fbead0", "3f8f8a", 0.0, 0.45),
    "mustard": _palette("2d2119 83401f d5682f edb043 f6e8c6", "2f706b", 0.4, 0.65),
    "tomato": _palette("2b0f0e a3221c e8472f f6a58f fdf0e2", "1f5fa8", 0.1, 0.95),
    "rose": _palette("3a1733 86355f d4667f f4ab98 fde9da", "3f6f8f", 0.3, 0.35),
    "candy": _palette("2b1b4d 6a4fc1 f2699f ffc2d9 fff4f0", "37b9d6", 0.8, 0.8),
    "peach": _palette("4a2a58 a34e7c f28a80 fcc792 fff3de", "3c8f94", 0.6, 0.5),
    "mint": _palette("103c42 2b7d7a 72c7a4 cdebb5 fdf8de", "f2765d", 0.7, 0.45),
    "bauhaus": _palette("1d2a4d d8432d 2f8087 f0b52e f2ead9", "d8432d", 0.6, 0.85),
    "cobalt": _palette("0a1247 1f3fbf 5f8bff b9d0ff f5f3ea", "ff5a36", 0.3, 0.75),
    "island": _palette("16301f 1f7d4b d84a34 eab53e f8eed6", "d84a34", 0.7, 0.6),
    "mono": _palette("121417 3b4048 858c95 cfd1d4 f4f2ee", "e5423d", -0.6, 0.75),
    "slate": _palette("14181f 36454f 6f8791 b9c6c9 f1efe9", "e0a458", -0.5, 0.25),
    "acid": _palette("0c1210 17402f 2fa66d c9f04f f3fbdc", "36c5f0", 0.2, 1.0),
}

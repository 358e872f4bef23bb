"""Where every knob of the mixing desk stands for one take.

It travels with the take, so that a longer one sounds the same up to where its new part begins.
"""

from dataclasses import dataclass

__all__ = ["Desk", "channel_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What is set once for a whole song. JSON-serialisable."""

    levels: dict[str, float]
    """By channel, the factor that brings a part to where it belongs."""
    tone: tuple[float, ...]
    """Decibels by which each octave is bent."""
    threshold: float
    """Decibels (full scale, mean square) above which the mix is compressed a little."""
    rides: tuple[float, ...] = ()
    """Decibels by which the fader is moved at each join of the score, and comes back."""
    gain: float
    """The factor that makes the song as loud as streaming services play it."""


def channel_of(role: str, instrument: str) -> str:
    """Name the channel that a part comes in on."""
    return f"{role}/{instrument}"
